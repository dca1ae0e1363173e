import type { Level } from '../document/article.ts'
import type { Name, Reader, Word } from '../language/analysis.ts'
import { isOfClass } from '../language/noun-classes.ts'
import type { Cast } from './cast.ts'
import { finish, readSegments, type Segment, segment } from './draft.ts'
import type { PrintedSentence } from './print.ts'

const courtesy = /^(?:Mr|Mrs|Ms|Miss|Sir|Dame)\.?$/
const kept = /^(?:Dr|Professor|Prof|Senator|Justice|Judge|Sergeant|Inspector|Captain)\.?$/

/**
 * Says who a person is where the easy story first names him or her: "Mr Verrall" becomes "Grant Verrall", with the role that
 * the source gives before the name, if it does. Later mentions stay short. Quotes are not touched. `known` holds the people
 * that were named before; answers the sentences and who is known after them.
 */
export function introducePeople(
  sentences: readonly PrintedSentence[],
  known: ReadonlySet<number>,
  reader: Reader,
  cast: Cast,
  level: Level,
): { readonly sentences: readonly PrintedSentence[]; readonly known: ReadonlySet<number> } {
  let seen = known
  const introduced = sentences.map((sentence) => {
    // The easiest level may have left out the sentence that said who somebody is.
    const roleOf = (name: Name): string | undefined =>
      level === 1 && !sentences.some((one) => tellsWhoIs(one, name)) ? cast.roleOf(name.entity) : undefined
    const made = introduceIn(sentence, seen, reader, cast, level, roleOf)
    seen = made.known
    return made.sentence
  })
  return { sentences: introduced, known: seen }
}

interface Mention {
  readonly start: number
  readonly end: number
  readonly name: Name
}

function introduceIn(
  printed: PrintedSentence,
  known: ReadonlySet<number>,
  reader: Reader,
  cast: Cast,
  level: Level,
  roleOf: (name: Name) => string | undefined,
): { readonly sentence: PrintedSentence; readonly known: ReadonlySet<number> } {
  let sentence = printed
  let seen = known
  for (let from = 0; from < sentence.sentence.words.length; ) {
    const mention = nextMention(sentence, from, cast, level)
    if (mention === undefined) break
    from = mention.end
    const { entity, full } = mention.name
    if (seen.has(entity) || isQuoted(sentence, mention.start)) continue
    seen = new Set([...seen, entity])
    const own = withoutRole(sentence, mention, full)
    const opens = sentence.sentence.words.slice(0, mention.start).every((word) => /^(?:but|["“])$/iu.test(word.text))
    const isLong = mention.name.kind === 'organisation' || own.split(/\s+/).length > 1
    const role = opens && own === full && isLong ? roleOf(mention.name) : undefined
    const made = withFullName(sentence, mention, own, reader, role)
    if (made === undefined) continue
    sentence = made
    from = mention.start + full.split(/\s+/).length
  }
  return { sentence, known: seen }
}

/** "Grant Verrall is the housing spokesman.", "Ann Lee is the bank's lawyer." */
function tellsWhoIs({ sentence: { words } }: PrintedSentence, { full }: Name): boolean {
  const family = full.split(/[\s-]+/).at(-1)
  return words.some(
    (word, at) =>
      word.text === family &&
      /^(?:is|was)$/.test(words[at + 1]?.text ?? '') &&
      (/^(?:the|a|an)$/.test(words[at + 2]?.text ?? '') ||
        words.slice(at + 2, at + 6).some((one) => one.xpos === 'POS')),
  )
}

/** "Optometrist Gareth Lim": a role that already stands before the name is not said twice. */
function withoutRole({ sentence }: PrintedSentence, { start }: Mention, full: string): string {
  const parts = full.split(/\s+/)
  let drop = 0
  while (drop < parts.length - 1 && sentence.words[start - 1]?.text.toLowerCase() === parts[drop]?.toLowerCase())
    drop += 1
  return parts.slice(drop).join(' ')
}

/** The next run of words that names a person, with the courtesy title before it. */
function nextMention(
  { sentence, origins }: PrintedSentence,
  from: number,
  cast: Cast,
  level: Level,
): Mention | undefined {
  const { words } = sentence
  const personAt = (at: number): Name | undefined => {
    if (!/^\p{Lu}/u.test(words[at]?.text ?? '') || words[at]?.upos !== 'PROPN') return undefined
    for (const token of origins[at]?.tokens ?? []) {
      const name = cast.nameAt(token)
      const isBody = name?.kind === 'organisation' && level === 1 && cast.roleOf(name.entity) !== undefined
      if (name !== undefined && (name.kind === 'person' || isBody) && name.full.includes(words[at]?.text ?? '\u0000'))
        return name
    }
    // A name that a rule put in comes from the head of its phrase ("the treasurer"), not from the name itself.
    const isPutIn = (origins[at]?.rules.length ?? 0) > 0 && words[at - 1]?.upos !== 'PROPN'
    return isPutIn && words[at + 1]?.upos !== 'PROPN' ? cast.personCalled(words[at]?.text ?? '') : undefined
  }
  /** Behind a hyphen and small words inside the name: "el-Haite", "van der Meer". */
  const reachesOn = (at: number, { entity }: Name): number | undefined => {
    let next = at
    while (words[next]?.text === '-' || isParticle(words[next]?.text ?? '')) next += 1
    return next > at && personAt(next)?.entity === entity ? next + 1 : undefined
  }
  for (let at = from; at < words.length; at += 1) {
    const name = personAt(at)
    if (name === undefined || isOfTitle(words, at)) continue
    let end = at + 1
    while (end < words.length && (personAt(end)?.entity === name.entity || reachesOn(end, name) !== undefined))
      end = reachesOn(end, name) ?? end + 1
    const start = courtesy.test(words[at - 1]?.text ?? '') || kept.test(words[at - 1]?.text ?? '') ? at - 1 : at
    return { start, end, name }
  }
  return undefined
}

/** "the Earl of Carnarvon", "Noor 1": a place or a thing that somebody has his name from. */
function isOfTitle(words: readonly Word[], at: number): boolean {
  return (
    (words[at - 1]?.text === 'of' &&
      (/^\p{Lu}/u.test(words[at - 2]?.text ?? '') || isOfClass(words[at - 2]?.lemma ?? '', 'place'))) ||
    /^\d+$/.test(words[at + 1]?.text ?? '')
  )
}

function isQuoted({ sentence }: PrintedSentence, at: number): boolean {
  return sentence.words.slice(0, at).filter((word) => word.text === '"').length % 2 === 1
}

function withFullName(
  printed: PrintedSentence,
  { start: from, end }: Mention,
  full: string,
  reader: Reader,
  role?: string,
): PrintedSentence | undefined {
  const { words, document, span } = printed.sentence
  // "Lotte van der Meer": small words inside a name belong to it; the name may stand there in full already.
  if (role === undefined && document.text.startsWith(full, document.tokens[span.start + from]?.span.start))
    return undefined
  let start = from
  while (isParticle(words[start - 1]?.text ?? '')) start -= 1
  const placeOf = (at: number): { readonly start: number; readonly end: number } =>
    document.tokens[span.start + at]?.span ?? { start: 0, end: 0 }
  const text = document.text.slice(placeOf(start).start, placeOf(end - 1).end)
  const title = words[start]?.text ?? ''
  const plain = kept.test(title) && !full.startsWith(title) ? `${title} ${full}` : full
  const named = role === undefined ? plain : `${role} ${plain}`
  // A name that is already whole, or stands behind a role or another name, is left as it is.
  // "Richard III": another man than Richard Buckley.
  if (/^(?:[IVX]{1,5}|Jr|Sr)\.?$/.test(words[end]?.text ?? '')) return undefined
  if (
    (role === undefined && text.endsWith(full)) ||
    (role === undefined && full.split(/\s+/).length < 2) ||
    words[start - 1]?.upos === 'PROPN'
  )
    return undefined
  const origin = {
    tokens: [...new Set(printed.origins.slice(start, end).flatMap((one) => one.tokens))].sort((a, b) => a - b),
    rules: [...new Set([...printed.origins.slice(start, end).flatMap((one) => one.rules), 'full-name'])],
  }
  const segments: Segment[] = []
  for (const [at, word] of words.entries()) {
    if (at === start) segments.push(...named.split(/\s+/).map((part) => segment(part, origin)))
    if (at >= start && at < end) continue
    const own = placeOf(at)
    segments.push({
      text: word.text,
      origin: printed.origins[at] ?? { tokens: [], rules: [] },
      glued: at > 0 && placeOf(at - 1).end === own.start,
      opens: word.text === '(' || (word.text === '"' && isOpening(words, at)),
    })
  }
  const made = readSegments(finish(segments), reader)
  return made === undefined ? undefined : { ...made, sources: printed.sources, rules: [...printed.rules, 'full-name'] }
}

function isParticle(text: string): boolean {
  return /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ten|ter|zu|zur|af|av)$/.test(text)
}

function isOpening(words: readonly { readonly text: string }[], at: number): boolean {
  return words.slice(0, at).filter((word) => word.text === '"').length % 2 === 0
}
