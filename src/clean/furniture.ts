/**
 * Lines that belong to a page and not to its story. Each pattern is for a whole line; a sentence of a story that only
 * begins alike ("Share prices fell …", "Watch out for …") must not match.
 */
const lines: readonly RegExp[] = [
  /^(?:share|save|print|email|e-mail|comment|comments|copy link|bookmark|follow|follow us|like|tweet|listen|gift)(?: this(?: (?:article|story|page|post))?)?$/i,
  /^share(?: this)? (?:on|via|with|to) [\w ,&/]{2,60}$/i,
  /^(?:share|facebook|twitter|whatsapp|linkedin|reddit|instagram|email|copy link|messenger|telegram|threads|bluesky|x|pinterest|print)(?:[ ,|·•/-]+(?:share|facebook|twitter|whatsapp|linkedin|reddit|instagram|email|copy link|messenger|telegram|threads|bluesky|x|pinterest|print|more))+$/i,
  /^(?:facebook|twitter|whatsapp|linkedin|reddit|instagram|youtube|messenger|tiktok|bluesky|threads)$/i,
  /^\d+\s*(?:-| )?(?:min|mins|minute|minutes)(?:'s?)?(?: (?:read|listen|watch))\.?$/i,
  /^(?:reading time|read time|listen time)\b.{0,30}$/i,
  /^(?:advertisement|advertising|advert|ad|sponsored|sponsored content|promoted|paid content|continue reading below|story continues below|article continues (?:below|after).*|loading\.*|skip (?:to (?:main )?content|advertisement|ad)|close|menu|search|sign in|log in|log out|register|subscribe|subscribe now|sign up|sign up now|sign me up|home|back to top|next|previous|more|see more|show more|read more|view all|view comments?|post a comment|topics?|tags?|image|video|audio|gallery|photo|watch|play|pause|mute|live|breaking|exclusive|analysis|opinion|updated|published|posted)[:.]?$/i,
  /^(?:published|posted|updated|last updated|first published|modified)\b[:\s].{0,60}$/i,
  /^(?:read more|read also|read next|see also|also read|related|related (?:stories|articles|topics|content|news|links)|more (?:on this(?: story)?|from|stories|news|to read|like this)|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest news|in other news|don'?t miss|recommended(?: for you)?|you (?:might|may) also like|editor'?s picks?|what to read next|up next|watch (?:more|next|now|live)|listen now)\b[:.]?.{0,0}$/i,
  /^(?:read more|related|see also|also read|read next|more|watch|listen|explore|don'?t miss)\s*[:|>»–-]\s*\S.{2,120}$/i,
  /^more (?:from|on|about) [\p{L} '&-]{2,40}$/iu,
  /^(?:sign up|subscribe|register)\b.*\b(?:newsletter|inbox|briefing|alerts?|updates|podcast|email|daily|weekly|morning|free trial|from \$?\d.*)\b.*$/i,
  /^(?:get|receive)\b.*\b(?:newsletter|inbox|delivered|alerts|news podcasts|latest (?:news )?with|straight to your)\b.*$/i,
  /^(?:download|get|try)\b.{0,20}\b(?:our|the|free)\b.{0,25}\bapps?\b.*$/i,
  /^by (?:subscribing|signing up|registering|clicking|continuing)\b.*$/i,
  /\b(?:privacy (?:policy|notice)|terms (?:of (?:service|use)|and conditions)|cookie (?:policy|settings)|all rights reserved)\b.*$/i,
  /^we (?:and our partners )?use cookies\b.*$/i,
  /^(?:accept|reject|manage)(?: all)?(?: cookies| settings| preferences)?$/i,
  /^(?:©|\(c\)|copyright)\s.*$/i,
  /^(?:listen to|watch|download|follow|find) (?:our|us|more|the latest news videos|all)\b.*$/i,
  /^listen to (?:this|the) (?:article|story)\b.*$/i,
  /^(?:have you got|do you have|got) (?:a )?(?:news )?(?:tip|story|something to say)\b.*$/i,
  /^(?:an? )?(?:overview|daily|weekly|your daily|interviews|the latest)\b.*\b(?:news wrap|feature reports|top stories from|news podcast|wrap for)\b.*$/i,
  /^(?:your|a) daily (?:\w+ ){0,3}(?:minute|briefing|bulletin)\b.*$/i,
  /^take a (?:global|closer) (?:view|look) with\b.*$/i,
  /^the post\b.*\bappeared first on\b.*$/i,
  /^(?:support|donate|give)\b.{0,40}\b(?:independent|quality|local|our|public)\b.{0,40}\b(?:journalism|news|reporting|newsroom)\b.*$/i,
  /^(?:this (?:article|story|post) (?:was (?:first |originally )?published|originally appeared|is republished|has been republished)|republished)\b.*$/i,
  /^(?:\d+|no) comments?$/i,
  /^(?:photo|picture|image|photograph|pic|illustration|graphic|video|credit|photo credit|image credit|caption|file photo)\s*(?:by)?\s*[:/].*$/i,
  /^(?:app store|google play)(?:\s*[|·/]\s*(?:app store|google play))?$/i,
  /^(?:\[|\()?(?:advertisement|ad|sponsored)(?:\]|\))?$/i,
  /^topics?:\s.*$/i,
  /^tags?:\s.*$/i,
  /^(?:[\p{Lu}][\p{L}&]* ?){1,4}(?:\s*[|·•/>»]\s*(?:[\p{Lu}][\p{L}&]* ?){1,4}){2,}$/u,
  /^x \(formerly twitter\)$/i,
  /^(?:image|photo|picture|video) (?:caption|credit|source|copyright)\b.*$/i,
  /^(?=.{0,90}$).*\b(?:sale (?:now on|ends)|ends (?:sunday|soon|today|tonight|monday)!|shop now|buy now|order now|book now|use code|% off)\b.*$/i,
  /^(?:thanks for reading|thank you for reading|you have (?:\d+|one|two|three|no) (?:free )?(?:articles?|stories)\b|you(?:'ve| have) (?:read|reached))\b.*$/i,
  /^\*{3,}$|^-{3,}$|^_{3,}$|^={3,}$|^#{3,}$|^~{3,}$|^[•·|]+$/,
]

/** Headings behind which nothing of the story follows. */
const endings: readonly RegExp[] = [
  /^share this with (?:family|friends|your)\b.*$/i,
  /^(?:related|related (?:stories|articles|topics|content|news|links)|more (?:from|stories|news|like this)\b.*|most (?:read|popular|viewed)|recommended(?: for you)?|you (?:might|may) also like|comments?|\d+ comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|trending(?: now)?|top stories|latest news|more (?:on|in) [\p{L} ]{2,30})$/iu,
  /^(?:about the author|about the writer)s?\b.*$/i,
  /^get .{2,40} (?:daily|news) .*\binbox\b.*$/i,
  /^(?:download our apps|listen to our podcasts|watch on \S.*)$/i,
]

/** Whether a line is page furniture: a button, a menu, an advert, a newsletter, a caption. */
export function isFurniture(line: string): boolean {
  const text = line.trim()
  if (text.length > 260) return false
  return lines.some((pattern) => pattern.test(text))
}

/** Whether a line opens the part of a page where the story has ended. */
export function endsStory(line: string): boolean {
  const text = line.trim()
  return text.length <= 120 && endings.some((pattern) => pattern.test(text))
}
