import type { Note } from '../document/layer.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Name, NameKind } from './analysis.ts'
import { isAdjectiveOf, isKnownPlace, kindOfForm, type PlacedName, votesFor, winner } from './name-kinds.ts'
import { nameSpans, writingOf } from './name-spans.ts'
import { givenNames, places, shortNames } from './name-words.ts'

interface Mention extends PlacedName {
  readonly words: readonly string[]
  readonly text: string
}

/**
 * The names of a document, each with its kind and the thing it names. Mentions of one thing share an entity: "Barack
 * Obama", "President Obama" and "Obama"; "State Emergency Service" and "SES"; "United States" and "US".
 */
export function findNames(sentences: readonly AnalysedSentence[]): readonly Note<Name>[] {
  const writing = writingOf(sentences)
  const mentions = sentences.flatMap((sentence) =>
    nameSpans(sentence, writing).map((span): Mention => {
      const words = sentence.words.slice(span.start, span.end).map((word) => word.text)
      return { ...span, sentence, words, text: joined(words) }
    }),
  )
  const groups = groupsBy(mentions, ({ text }) => text)
  const people = peopleOf(groups)
  const kinds = kindsOf(mentions, groups, people)
  const fullest = fullForms(mentions, kinds, people)
  const entities = new Map<string, number>()
  return mentions.map((mention) => {
    const kind = titled(mention) ? 'person' : (kinds.get(mention.text) ?? 'other')
    const full = fullest(mention.text, kind)
    const key = `${kind === 'nationality' ? 'of ' : ''}${full}`
    const entity = entities.get(key) ?? entities.size
    entities.set(key, entity)
    const { span } = mention.sentence
    return {
      span: tokens(span.start + mention.start, span.start + mention.end),
      value: { kind, entity, full, ...(mention.title === undefined ? {} : { title: mention.title }) },
    }
  })
}

/** Mentions by name text: the kind is judged once for all of them. */
type Groups = ReadonlyMap<string, readonly Mention[]>

function groupsBy<Key>(
  mentions: readonly Mention[],
  keyOf: (mention: Mention) => Key,
): ReadonlyMap<Key, readonly Mention[]> {
  const groups = new Map<Key, Mention[]>()
  for (const mention of mentions) {
    const key = keyOf(mention)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [mention])
    else group.push(mention)
  }
  return groups
}

/** A title makes a person, but "its owner Carina Orbital" may be a body. */
function titled({ title, words }: Mention): boolean {
  return title !== undefined && (/^\p{Lu}/u.test(title) || kindOfForm(words) !== 'organisation')
}

function joined(words: readonly string[]): string {
  return words
    .join(' ')
    .replaceAll(' - ', '-')
    .replaceAll(/ (['’]s?)(?= |$)/g, '$1')
}

/** People of the document: their full names, and family or given names that only one of them has → that one. */
interface People {
  readonly full: ReadonlySet<string>
  readonly short: ReadonlyMap<string, string>
  /** By first and last word the longest name that has both. */
  readonly longest: ReadonlyMap<string, string>
}

function peopleOf(groups: Groups): People {
  const full = new Set<string>()
  const alone = new Set<string>()
  for (const [text, group] of groups) {
    const isLong = (group[0]?.words.length ?? 0) > 1
    if (!group.some(titled) && !(isLong && isPerson(group))) continue
    if (text.includes(' ')) full.add(text)
    else alone.add(text)
  }
  const longest = new Map<string, string>()
  for (const text of full) if (text.length > (longest.get(endsOf(text))?.length ?? 0)) longest.set(endsOf(text), text)
  const owners = new Map<string, Set<string>>()
  for (const text of full)
    for (const part of [lastOf(text), text.split(' ')[0] ?? ''])
      owners.set(part, (owners.get(part) ?? new Set()).add(longest.get(endsOf(text)) ?? text))
  const short = new Map<string, string>()
  for (const [part, whole] of owners) short.set(part, whole.size === 1 ? [...whole].join('') : part)
  for (const text of alone) if (!short.has(text)) short.set(text, text)
  return { full, short, longest }
}

/** The first and the last word: "Barack Hussein Obama" has those of "Barack Obama". */
function endsOf(text: string): string {
  return `${text.split(' ')[0]} ${lastOf(text)}`
}

function lastOf(text: string): string {
  return text.split(' ').at(-1) ?? text
}

function isPerson(group: readonly Mention[]): boolean {
  const words = group[0]?.words ?? []
  if (isKnownPlace(words)) return false
  const form = kindOfForm(words)
  if (form !== undefined && form !== 'place') return form === 'person'
  return winner(sumOf(group)) === 'person' && (form === undefined || words.length === 2)
}

function sumOf(mentions: readonly Mention[]): ReturnType<typeof votesFor> {
  const sum: Record<string, number> = {}
  for (const mention of mentions)
    for (const [kind, weight] of Object.entries(votesFor(mention))) sum[kind] = (sum[kind] ?? 0) + weight
  return sum
}

/** The kind of each name text: from its own words, from the people of the document, or from its company. */
function kindsOf(mentions: readonly Mention[], groups: Groups, people: People): ReadonlyMap<string, NameKind> {
  const isPlace = (place: string): boolean => places.has(place.toLowerCase()) || groups.has(place)
  const kinds = new Map<string, NameKind>()
  for (const [text, group] of groups) {
    const [first] = group
    if (first === undefined) continue
    const form = kindOfForm(first.words)
    const company = sumOf(group)
    const strongest = winner(company)
    const isShort = first.words.length === 1 || text.includes('-') ? people.short.get(text) : undefined
    if (people.full.has(text) || (isShort !== undefined && form !== 'nationality' && !places.has(text.toLowerCase())))
      kinds.set(text, 'person')
    else if (first.words.length === 1 && isAdjectiveOf(text, isPlace)) kinds.set(text, 'nationality')
    else if (form !== undefined && !overrules(strongest, company, form, first.words)) kinds.set(text, form)
    else kinds.set(text, strongest ?? (first.words.length > 1 && looksLikePerson(first.words) ? 'person' : 'other'))
  }
  shareKinds(mentions, kinds)
  // A place that gave an adjective is one: "Tarvian" speaks for "Tarvia".
  for (const [text, kind] of kinds) {
    if (kind !== 'nationality') continue
    for (const other of kinds.keys())
      if (other !== text && kinds.get(other) !== 'person' && isAdjectiveOf(text, (place) => place === other))
        kinds.set(other, 'place')
  }
  return kinds
}

/** "In Tolgarra or Nerrin": of two names joined by "or", an unknown one is what the other is. */
function shareKinds(mentions: readonly Mention[], kinds: Map<string, NameKind>): void {
  const standing = new Map<AnalysedSentence, Map<number, Mention>>()
  for (const mention of mentions) {
    const own = standing.get(mention.sentence) ?? new Map<number, Mention>()
    for (let at = mention.start; at < mention.end; at += 1) own.set(at, mention)
    standing.set(mention.sentence, own)
  }
  for (const { sentence, start, end, text } of mentions) {
    if (kinds.get(text) !== 'other') continue
    const own = standing.get(sentence)
    const joinedTo = sentence.words.slice(start, end + 40).flatMap((word, step) => {
      if (word.relation !== 'conj') return []
      const at = start + step
      const partner = at < end ? own?.get(word.head) : word.head >= start && word.head < end ? own?.get(at) : undefined
      return partner === undefined || partner.text === text ? [] : [partner]
    })
    const kind = kinds.get(joinedTo[0]?.text ?? '')
    if (kind !== undefined && kind !== 'nationality') kinds.set(text, kind)
  }
}

/** "Investment firm Hale Street": strong company outweighs the ending of a name that looks like a place. */
function overrules(
  strongest: NameKind | undefined,
  company: ReturnType<typeof votesFor>,
  form: NameKind,
  words: readonly string[],
): boolean {
  if (strongest === undefined || strongest === form || form === 'nationality') return false
  // "South Africa, who had not lost": a team of that land.
  return form === 'place' && words.length > 1 && !isKnownPlace(words) && (company[strongest] ?? 0) >= 4
}

function looksLikePerson(words: readonly string[]): boolean {
  return (
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{Ll}'’-]+$/u.test(word)) &&
    givenNames.has((words[0] ?? '').toLowerCase())
  )
}

/** The fullest form of a name: of people by family name, of bodies by short forms, initials and last words. */
function fullForms(
  mentions: readonly Mention[],
  kinds: ReadonlyMap<string, NameKind>,
  people: People,
): (text: string, kind: NameKind) => string {
  const long = [...new Set(mentions.filter(({ words }) => words.length > 1).map(({ text }) => text))]
  const bodies = long.filter((text) => kinds.get(text) === 'organisation' || kinds.get(text) === 'other')
  const only = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined)
  const found = new Map<string, string>()
  const longForm = (text: string): string => {
    const named = shortNames.get(text)
    if (named !== undefined) return named
    if (/^\p{Lu}{2,6}s?$/u.test(text)) return only(long.filter((full) => standsFor(text, full))) ?? text
    if (text.includes(' ')) return text
    // "Australia captain Ann Lee" is not of the body "Cricket Australia".
    if (isKnownPlace([text])) return text
    return only(bodies.filter((full) => full.endsWith(` ${text}`) || full.startsWith(`${text} `))) ?? text
  }
  return (text, kind) => {
    if (kind === 'nationality') return text
    if (kind === 'person')
      return text.includes(' ') ? (people.longest.get(endsOf(text)) ?? text) : (people.short.get(text) ?? text)
    const full = found.get(text) ?? longForm(text)
    found.set(text, full)
    return full
  }
}

/** "ACCC" for "Australian Competition and Consumer Commission": the first letters, small words left out or taken in. */
export function standsFor(short: string, full: string): boolean {
  const letters = short.replace(/s$/, '').toUpperCase()
  const words = full.split(/[\s-]+/).filter((word) => word !== '')
  const large = words.filter((word) => /^\p{Lu}/u.test(word))
  const initials = (list: readonly string[]): string => list.map((word) => word.charAt(0).toUpperCase()).join('')
  return large.length > 1 && (initials(large) === letters || initials(words) === letters)
}
