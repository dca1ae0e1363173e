import { monthOf, months } from './calendar.ts'
import { degreeLemmas, irregularVerbs, participleLemmas, pastLemmas, pluralLemmas } from './irregular.ts'
import { mapOf } from './map-of.ts'
import { nationalities } from './name-words.ts'

/** How common a word is: 0 for the commonest; undefined for a word that is not known. Tells "making" (make) from "marking" (mark). */
export type WordRank = (word: string) => number | undefined

const beForms = mapOf({
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  "'m": 'be',
  "'re": 'be',
  '’m': 'be',
  '’re': 'be',
  has: 'have',
  had: 'have',
  "'ve": 'have',
  '’ve': 'have',
  "'ll": 'will',
  '’ll': 'will',
  wo: 'will',
  ca: 'can',
  "n't": 'not',
  'n’t': 'not',
  sha: 'shall',
  does: 'do',
  did: 'do',
  "'d": 'would',
  '’d': 'would',
})
const pronouns = mapOf({
  me: 'I',
  i: 'I',
  him: 'he',
  her: 'she',
  them: 'they',
  us: 'we',
  an: 'a',
  these: 'this',
  those: 'that',
  my: 'my',
  "'em": 'they',
  mine: 'my',
  yours: 'your',
  hers: 'her',
  ours: 'our',
  theirs: 'their',
})
/** Short forms and chat spellings with their full words, by tag where the same letters can be something else. */
const shortForms = mapOf({
  'pm/NN': 'p.m.',
  'p.m/NN': 'p.m.',
  'am/NN': 'a.m.',
  'a.m/NN': 'a.m.',
  'etc/FW': 'etc.',
  'etc/NN': 'etc.',
  'm/CD': 'million',
  'mm/CD': 'million',
  'b/CD': 'billion',
  'bn/CD': 'billion',
  'k/CD': 'thousand',
  's/VBZ': 'be',
  'm/VBP': 'be',
  'r/VBP': 'be',
  're/VBP': 'be',
  've/VBP': 'have',
  'ai/VBZ': 'be',
  'ai/VBP': 'be',
  'nt/RB': 'not',
  'll/MD': 'will',
  'na/TO': 'to',
  'ta/TO': 'to',
  'gon/VBG': 'go',
  'wan/VB': 'want',
  'wan/VBP': 'want',
  'u/PRP': 'you',
  's/PRP': 'we',
  'em/PRP': 'they',
  'the/PRP': 'they',
  'thru/IN': 'through',
  'w/IN': 'with',
  'w//IN': 'with',
  'better/RBR': 'well',
  'best/RBS': 'well',
  'mins/NNS': 'minute',
  'min/NN': 'minute',
  'hrs/NNS': 'hour',
  'yrs/NNS': 'year',
  'm/NNS': 'meter',
  'aka/RB': 'a.k.a.',
})
const weekdays = mapOf({
  mon: 'Monday',
  tue: 'Tuesday',
  tues: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  thur: 'Thursday',
  thurs: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
})
/** Nouns that look like plurals and are not, or that have no other form. */
const keepS = new Set(
  'news politics economics mathematics maths physics athletics ethics diabetes measles series species lens bus gas status virus crisis basis analysis campus census consensus focus bonus minus plus thus this corps chaos cosmos canvas atlas alias bias christmas pants trousers scissors goods thanks regards troops clothes savings athens naples wales honduras philippines netherlands maldives earnings premises outskirts headquarters alps means crossroads surplus media data whereabouts jeans proceedings arrears surroundings apparatus hiatus nexus genius radius cactus sinus tetanus oasis tennis asbestos process address access success mass class glass loss boss cross press stress business illness witness fitness princess congress progress distress express grass brass dress guess mess pass kiss miss toss'.split(
    ' ',
  ),
)

/**
 * The dictionary form of a word with its Penn tag, as English EWT gives it: lower case but for names.
 * `rank` decides between two possible stems; unknown words follow the spelling rules.
 */
export function lemmaOf(form: string, xpos: string, rank: WordRank = () => undefined): string {
  const lower = form.toLowerCase()
  const long = shortForms.get(`${lower}/${xpos}`)
  if (long !== undefined) return long
  if (xpos === 'NNP') return nameLemma(form, lower)
  if (xpos === 'NNPS') return keepNames.has(lower) ? form : pluralName(form, rank)
  if (xpos === 'POS') return "'s"
  if (xpos === 'ADD' || xpos === 'GW' || xpos === 'FW' || xpos === 'AFX') return form
  if (form === '–') return '-'
  if (/^[“”]$/u.test(form)) return '"'
  if (/^(?:''|‘‘|’’|‘’|``)$/u.test(form)) return form === '``' ? '``' : "''"
  if (/^[‘’]$/u.test(form) && xpos !== 'POS') return "'"
  if (/^N/.test(xpos) && isInitials(form)) return form.replace(/s$/, '')
  if (xpos === 'CD' && /^[IVX]{2,}$/.test(form)) return form
  if (/^\p{Ll}+-\p{Lu}/u.test(form)) return form
  if ((xpos === 'JJ' || xpos === 'NN' || xpos === 'NNS') && isOfPeople(form, lower))
    return capital(xpos === 'NNS' ? form.replace(/s$/, '') : form)
  if (xpos === 'CD' && /^\d[\d,]*$/.test(form)) return form.replaceAll(',', '')
  if (/^\d+s$/.test(form)) return lower
  if (/^[^\p{L}]+$/u.test(form) && !/^['’]/u.test(form)) return lower
  switch (xpos) {
    case 'VBZ':
      if (lower === "'s" || lower === '’s') return 'be'
      return beForms.get(lower) ?? verbStemS(lower, rank)
    case 'VBD':
      return lower === "'d" || lower === '’d'
        ? 'have'
        : (beForms.get(lower) ?? pastLemmas.get(lower) ?? stem(lower, 'ed', rank))
    case 'VBN':
      return beForms.get(lower) ?? participleLemmas.get(lower) ?? pastLemmas.get(lower) ?? stem(lower, 'ed', rank)
    case 'VBG':
      return beForms.get(lower) ?? stem(lower, 'ing', rank)
    case 'VB':
    case 'VBP':
      return beForms.get(lower) ?? lower
    case 'MD':
      return beForms.get(lower) ?? (lower === 'can' ? 'can' : lower)
    case 'NNS':
      if (lower.length > 4 && lower.endsWith('men') && !/^(?:specimen|regimen|abdomen|semen|omen|acumen)/.test(lower))
        return `${lower.slice(0, -3)}man`
      if (lower.endsWith('children')) return lower.slice(0, -3)
      return pluralLemmas.get(lower) ?? (keepS.has(lower) ? lower : stemS(lower, rank))
    case 'JJR':
    case 'RBR':
      return degreeLemmas.get(lower) ?? stem(lower, 'er', rank)
    case 'JJS':
    case 'RBS':
      return degreeLemmas.get(lower) ?? stem(lower, 'est', rank)
    case 'PRP':
      return lower === "'s" || lower === '’s' ? 'we' : (pronouns.get(lower) ?? lower)
    case 'DT':
      return lower === 'these' ? 'this' : lower === 'those' ? 'that' : (pronouns.get(lower) ?? lower)
    case 'RB':
      return beForms.get(lower) ?? lower
    default:
      return lower
  }
}

/** Proper names that look like plurals and are not. */
const keepNames = new Set(
  'philippines netherlands maldives bahamas honduras alps pyrenees olympics paralympics works falls springs appropriations proceedings commons beatles huskers sooners starbucks sox woods davies roberts aesthetics analytics mathematics aeronautics athletics physics economics'.split(
    ' ',
  ),
)

/** "Sept." → September, "Fri" → Friday; all else is its own lemma. */
function nameLemma(form: string, lower: string): string {
  // "google" as a name is "Google"; "al" and "de" stay small.
  if (/^\p{Ll}{4,}$/u.test(form)) return capital(form)
  const plain = lower.replace(/\.$/, '')
  const day = weekdays.get(plain)
  if (day !== undefined && /^\p{Lu}\p{Ll}/u.test(form) && (form.endsWith('.') || !/^(?:sun|sat|wed)$/.test(plain)))
    return day
  const month = plain.length === 3 || plain === 'sept' ? monthOf(plain) : undefined
  return month !== undefined && !/^(?:may|mar|jun|jan)$/.test(form.toLowerCase()) && /^\p{Lu}\p{Ll}/u.test(form)
    ? capital(months[month] ?? form)
    : form
}

function pluralName(form: string, rank: WordRank): string {
  if (/men$/.test(form)) return form.replace(/men$/, 'man')
  if (/ies$/.test(form) && form.length > 5) return `${form.slice(0, -3)}y`
  return /[^s]s$/.test(form) && form.length > 3 ? form.charAt(0) + stemS(form.slice(1), rank) : form
}

/** "TV", "CO2", "MPs": letters that stand for words keep their capitals. */
function isInitials(form: string): boolean {
  return /^(?:\p{Lu}{2,4}\d*|\p{Lu}\d+|\p{Lu}{2,4}s)$/u.test(form)
}

/** Further words that keep a capital where they have one. */
const alsoCapital = new Set(
  "shiite shi'ite moslem pashtun sinhala republican democratic soviet roman latin mediterranean argentinian calvinist jesuit hebrew antarctic arctic".split(
    ' ',
  ),
)

/** "American", "pro-Beijing", "Islamist": words of peoples and names keep their capitals. */
function isOfPeople(form: string, lower: string): boolean {
  if (/^(?:indigenous|aboriginal)$/.test(form)) return false
  if (alsoCapital.has(lower)) return /^\p{Lu}/u.test(form)
  return (
    nationalities.has(lower) || (lower.endsWith('s') && nationalities.has(lower.slice(0, -1)) && /^\p{Lu}/u.test(form))
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function verbStemS(lower: string, rank: WordRank): string {
  if (lower === 'means') return 'mean'
  if (lower === 'goes') return 'go'
  if (lower === 'loses') return 'lose'
  if (lower === 'does') return 'do'
  return keepS.has(lower) && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : stemS(lower, rank)
}

function stemS(lower: string, rank: WordRank): string {
  if (keepS.has(lower) || lower.length < 3) return lower
  if (lower.endsWith('ies') && lower.length > 4) {
    const withY = `${lower.slice(0, -3)}y`
    const withIe = lower.slice(0, -1)
    if (/^(?:unt|bel)ie$/.test(withIe)) return withIe
    return better([withY, withIe], rank) ?? withY
  }
  if (/(?:ss|sh|ch|x|zz)es$/.test(lower)) {
    const long = lower.slice(0, -2)
    const short = lower.slice(0, -1)
    return /^(?:(?:head|back|tooth|stomach|heart|ear|belly)?ache|cache|moustache|mustache|panache|axe|pickaxe|psyche|niche|quiche|creche|cliche|avalanche|tranche)$/.test(
      short,
    )
      ? short
      : long
  }
  if (/^(?:\p{L}?[tfwhd]oes|shoes|canoes|horseshoes|oboes)$/u.test(lower)) return lower.slice(0, -1)
  if (/(?:oes)$/.test(lower)) return better([lower.slice(0, -2), lower.slice(0, -1)], rank) ?? lower.slice(0, -2)
  if (/^(?:uses|[aeiou]?[aeiou]ses)$/.test(lower)) return lower.slice(0, -1)
  if (/[sz]es$/.test(lower)) return better([lower.slice(0, -1), lower.slice(0, -2)], rank) ?? lower.slice(0, -1)
  if (lower.endsWith('ves') && rank(`${lower.slice(0, -1)}`) === undefined) return lower.slice(0, -1)
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower
}

function better(candidates: readonly string[], rank: WordRank): string | undefined {
  let best: string | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const own = rank(candidate)
    if (own !== undefined && own < bestRank) {
      best = candidate
      bestRank = own
    }
  }
  return best
}

/** Stems that the spelling alone would lead elsewhere. */
const stemFixes = mapOf({
  su: 'sue',
  ooz: 'ooze',
  delud: 'delude',
  predetermin: 'predetermine',
  misnam: 'misname',
  prearrang: 'prearrange',
  reclin: 'recline',
  inscrib: 'inscribe',
  defil: 'defile',
  hogty: 'hogtie',
  bragg: 'brag',
  backpedall: 'backpedal',
  unit: 'unite',
  brows: 'browse',
  ho: 'hoe',
  beli: 'belie',
  unti: 'untie',
  frolick: 'frolic',
  mimick: 'mimic',
  panick: 'panic',
  picnick: 'picnic',
  traffick: 'traffic',
  distill: 'distil',
  enroll: 'enrol',
  fulfill: 'fulfil',
  instill: 'instil',
  marshall: 'marshal',
})

/** Takes "-ed", "-ing", "-er" or "-est" off and mends the stem: stopped → stop, making → make, tried → try. */
function stem(lower: string, ending: 'ed' | 'ing' | 'er' | 'est', rank: WordRank): string {
  if (!lower.endsWith(ending) || lower.length <= ending.length + 1) return lower
  const bare = lower.slice(0, -ending.length)
  // lying, dying, tying: the y stands for ie.
  if (ending === 'ing' && /^(?:l|d|t|v|bel|unt|underl|overl|outl)y$/.test(bare)) return `${bare.slice(0, -1)}ie`
  if (!/[aeiouy]/.test(bare)) return ending === 'ing' && bare.endsWith('y') ? `${bare.slice(0, -1)}ie` : lower
  const fixed = stemFixes.get(bare)
  if (fixed !== undefined) return fixed
  if (bare.endsWith('i') && ending !== 'ing') return bare.length <= 2 ? `${bare}e` : `${bare.slice(0, -1)}y`
  if (bare.length <= 2 && !irregularVerbs.has(bare))
    return /^(?:a|i|o|u)[a-z]$/.test(bare) && !/^(?:ad|ax)$/.test(bare) ? `${bare}e` : bare
  const isDouble = /([bdfgklmnprstvz])\1$/.test(bare)
  if (isDouble) {
    const single = bare.slice(0, -1)
    if (single.length <= 2 && !irregularVerbs.has(single)) return bare
    if (irregularVerbs.has(single)) return single
    const chosen = better([single, bare, `${bare}e`], rank)
    if (chosen !== undefined)
      return /(?:ll|ss|ff|zz)$/.test(bare) &&
        rank(bare) !== undefined &&
        chosen === single &&
        !/(?:[aeiou]l)$/.test(single)
        ? bare
        : chosen
    return /(?:ll|ss|ff|zz)$/.test(bare) ? bare : single
  }
  const withE = `${bare}e`
  const isVerb = ending === 'ed' || ending === 'ing'
  if (isVerb && irregularVerbs.has(withE)) return withE
  if (isVerb && irregularVerbs.has(bare)) return bare
  if (/(?:ps|ws|[aeiou]rs|ns|ls)$/.test(bare) && rank(bare) === undefined) return withE
  if (/^(?:brea|ba|loa|clo|soo|tee|wri|see|swa|shea|wrea|ti)th$/.test(bare)) return withE
  // One vowel and one consonant would have been doubled: "noted" is of "note", "using" of "use".
  if (/^[^aeiou]*[aeiou][bdgklmnprtvz]$/.test(bare)) return withE
  if (/[^aeiou](?:u|i|e)?at$|[aeiou][aeiou]?[^aeiou]+(?:i|u)?at$/.test(bare) && rank(bare) === undefined) return withE
  if (needsE(bare)) return rank(bare) !== undefined && rank(withE) === undefined ? bare : withE
  if (
    /(?:[aeiou]{2}[^aeiou]|[^aeiou]{2}|[wxy])$/.test(bare) &&
    !/(?:[aeiou][vsz]|[lrn]s|rg|lg|ng|dg|ct?h)$/.test(bare)
  ) {
    const own = rank(bare)
    const other = rank(withE)
    return other !== undefined && (own === undefined || own > other * 4) ? withE : bare
  }
  return better([bare, withE], rank) ?? bare
}

/** Stems that English does not end without "e": solv-, manag-, continu-, organis-. */
function needsE(bare: string): boolean {
  return /(?:v|[aeiou]c|[rnl]c|[^aeiou]u|[aeiou]s|ns|rs|ls|dg|rg|lg|[aeiou]g|iz|bl|pl|tl|dl|gl|cl|fl|kl|zl|at|ut|id|ir|ur|ar|or|in|ak|ik|ok|op|ap|ip|am|im|om|um|al|il|ol|ul)$/.test(
    bare,
  )
    ? !/(?:[aeiou]{2}(?:t|d|r|n|k|p|m|l)|(?:it|et|er|en|on|el|es|us|ss|ow))$/.test(bare) &&
        !/(?:al|il|ol|or|ar|in|om|op|id|ap|am|um|us|at)$/.test(bare)
    : false
}
