import type { AnalysedSentence, NameKind, Word } from './analysis.ts'
import {
  bodies,
  bodyNouns,
  bodyPosts,
  bodyWords,
  courtesyTitles,
  eventWords,
  givenNames,
  kinNouns,
  longPlaces,
  nationalities,
  otherWords,
  placeHas,
  placeNouns,
  places,
  placeWords,
  shortBodies,
  shortNames,
  titleWords,
  workNouns,
} from './name-words.ts'
import { isOfClass } from './noun-classes.ts'

/** A name with its sentence: `start` and `end` count the sentence's words. */
export interface PlacedName {
  readonly sentence: AnalysedSentence
  readonly start: number
  readonly end: number
  readonly title: string | undefined
}

type Votes = Partial<Record<NameKind, number>>

/** Whether the words are a place of the gazetteer: "Hong Kong", "Washington D.C.". */
export function isKnownPlace(words: readonly string[]): boolean {
  const joined = words.join('_').toLowerCase().replaceAll('_-_', '-')
  if (longPlaces.has(joined)) return true
  return words.every((word) => places.has(word.toLowerCase()) || (words.length > 1 && /^(?:\p{Lu}\.){2,}$/u.test(word)))
}

/** What bodies of a state or country are called after, before its name. */
export const stateBodies =
  /^(?:education|health|transport|tourism|energy|housing|sport|screen|arts|business|infrastructure|fisheries|forestry|netball|cricket|rugby|football|basketball|hockey|swimming|cycling|athletics|legal)$/

/** What the words of a name alone say of its kind; undefined where they leave it open. */
export function kindOfForm(words: readonly string[]): NameKind | undefined {
  const text = words.join(' ')
  const last = words.at(-1)?.toLowerCase() ?? ''
  const first = words[0]?.toLowerCase() ?? ''
  const isLong = words.length > 1
  if (!isLong && (nationalities.has(last) || nationalities.has(last.replace(/s$/, '')))) return 'nationality'
  if (shortNames.has(text)) return shortBodies.has(text) ? 'organisation' : 'place'
  if (isKnownPlace(words)) return 'place'
  if (!isLong && bodies.has(last)) return 'organisation'
  // "Doctors Without Borders", "Radio Marra"
  if (words.slice(1, -1).some((word) => /^(?:Without|Against|Beyond|For|Across)$/.test(word))) return 'organisation'
  if (isLong && /^(?:radio|bank|hotel|university|hospital|club|channel|team|camp|studio)$/.test(first))
    return 'organisation'
  if (isLong && eventWords.has(last)) return 'event'
  if (isLong && otherWords.has(last)) return 'other'
  const isGiven = givenNames.has(first) && isLong && words.length <= 4 && !words.includes('of')
  if (isGiven && !(bodyWords.has(last) && !placeWords.has(last))) return 'person'
  const of = words.findIndex((word) => word === 'of' || word === 'for')
  const head = of > 0 ? (words[of - 1]?.toLowerCase() ?? '') : last
  if (of > 0 && /^(?:bay|gulf|isle|republic|kingdom|cape|strait|sea|city|state)$/.test(head)) return 'place'
  if (of > 0 && /^(?:battle|war|day)$/.test(head)) return 'event'
  if (of > 0 && /^(?:treaty|declaration|statue|bridge|bill)$/.test(head)) return 'other'
  if (
    isLong &&
    /^(?:lake|mount|mt\.?|port|cape|river|fort|point|st\.?|isle|glen|loch|upper|lower|south|north|east|west|central|great|new)$/.test(
      first,
    )
  ) {
    if (!bodyWords.has(head)) return 'place'
  }
  // "Education Queensland", "Netball England": a body of that place.
  if (words.length === 2 && stateBodies.test(first) && places.has(last)) return 'organisation'
  if (isLong && (bodyWords.has(head) || of > 0)) return 'organisation'
  if (isLong && (placeWords.has(last) || places.has(last) || last === 'republic')) return 'place'
  if (words.length > 2 && words.some((word) => places.has(word.toLowerCase()))) return 'organisation'
  if (isLong && (places.has(first) || nationalities.has(first))) return 'organisation'
  if (bodyWords.has(last) && !placeWords.has(last)) return 'organisation'
  if (
    /^\p{Lu}[\p{Lu}.]+s?$/u.test(text) ||
    /\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Mc|Mac|O['’]|De|Di|Le|La|Van|Fitz)/, ''))
  )
    return 'organisation'
  if (/['’]s$/.test(last)) return 'organisation'
  return undefined
}

/** What the company of a name says of its kind: each sign has a weight. */
export function votesFor({ sentence, start, end, title }: PlacedName): Votes {
  const { words } = sentence
  const votes: Votes = {}
  const add = (kind: NameKind, weight: number): void => {
    votes[kind] = (votes[kind] ?? 0) + weight
  }
  const own = words.slice(start, end)
  const head = own.find((word) => word.head < start || word.head >= end)
  const before = words[start - 1]
  const next = words[end]
  const afterNext = words[end + 1]
  const isLong = own.length > 1
  const beforeLemma = before?.lemma.toLowerCase() ?? ''
  // The treebanks join the parts of a person's name in this way, and those of other names as compounds.
  const isFlat = own.slice(1).some((word) => word.relation.startsWith('flat') && word.head === start)
  if (isFlat && own.length <= 4) add('person', 1.5)
  if (title !== undefined) add('person', courtesyTitles.has(title.toLowerCase().replace(/\.$/, '')) ? 6 : 4)

  // Beside it: "firm Hale Street", "his brother Emre", "the town of Brenica", "journal Learning and Policy".
  if (kinNouns.has(beforeLemma) && before?.upos === 'NOUN') add('person', 4)
  if (bodyNouns.has(beforeLemma) && before?.upos === 'NOUN') add('organisation', 4)
  if (workNouns.has(beforeLemma) && before?.upos === 'NOUN') add('work', 4)
  if (/^(?:call|name|dub)$/.test(beforeLemma) && before?.xpos === 'VBN') nounKind(calledNoun(words, start - 1), add, 4)
  if (beforeLemma === 'of' && placeNouns.has(words[start - 2]?.lemma ?? '')) add('place', 4)
  if (beforeLemma === 'of' && /^[,\d]/.test(words[start - 2]?.text ?? '')) add('place', 3)
  if (
    beforeLemma === 'of' &&
    /^(?:resident|people|mayor|outskirts|north|south|east|west|centre|coast)s?$/.test(words[start - 2]?.lemma ?? '')
  )
    add('place', 3)
  if (/^(?:in|at|near|around|outside|across|throughout|inside)$/.test(beforeLemma) && before?.upos === 'ADP')
    add('place', beforeLemma === 'at' ? 0.5 : isLong ? 1 : 2)
  if (/^(?:to|from|towards|through|via|between)$/.test(beforeLemma) && !isLong) add('place', 0.4)
  if (beforeLemma === 'the' && head !== undefined && !isLong) add('organisation', 0.5)

  // After it: "Tarlo Civil director", "Lower Selva valley", "Lisbon-based", "Ilett, 71,", "Verrall, who".
  const nextLemma = next?.lemma.toLowerCase() ?? ''
  const isLower = /^\p{Ll}/u.test(next?.text ?? '')
  if (isLower && bodyPosts.has(nextLemma) && next?.upos === 'NOUN')
    add('organisation', titleWords.has(nextLemma) ? 2.5 : 1)
  if (isLower && placeNouns.has(nextLemma) && next?.upos === 'NOUN') add('place', 2)
  if (isLower && /^(?:district|suburb|resident)s?$/.test(nextLemma)) add('place', 2)
  if (next?.text === '-' && /^(?:based|born|bound|wide)$/.test(afterNext?.text ?? '')) add('place', 3)
  if (next?.text === '-' && /^(?:backed|led|controlled|brokered|held)$/.test(afterNext?.text ?? '')) add('place', 1)
  if (/^['’]s?$/.test(next?.text ?? '')) {
    const had = words[next?.head ?? -1] === undefined ? undefined : words[own.at(-1)?.head ?? -1]
    if (had !== undefined && placeHas.has(had.lemma)) add('place', 1)
    if (had !== undefined && bodyPosts.has(had.lemma)) add('organisation', 0.5)
  }
  if (next?.text === ',' || next?.text === '(') {
    if (/^\d{1,3}$/.test(afterNext?.text ?? '') && /^[,)]$/.test(words[end + 2]?.text ?? ''))
      add('person', isLong ? 5 : 1)
    if (afterNext?.lemma === 'who' || afterNext?.text === 'whose') add('person', afterNext.lemma === 'who' ? 4 : 1)
    if (afterNext?.text === 'which') add('organisation', 1)
    if (next.text === ',' && places.has(afterNext?.text.toLowerCase() ?? '')) add('place', isLong ? 1 : 2)
    if (afterNext?.text === 'where') add('place', 4)
    // "Family First, a conservative lobby group,": what stands between commas says what it is.
    if (next.text === ',' && /^an?$/i.test(afterNext?.text ?? '')) {
      const close = words.findIndex((word, at) => at > end + 1 && !/^(?:NOUN|ADJ|PUNCT)$/.test(word.upos))
      const run = words.slice(end + 2, Math.min(close < 0 ? words.length : close, end + 8))
      const stop = run.findIndex((word) => word.text === ',')
      const noun = run.slice(0, stop < 0 ? run.length : stop).findLast((word) => word.upos === 'NOUN')
      if (noun !== undefined) nounKind(noun, add, 3)
    }
  }

  // Its apposition, or what it is the apposition of: "Highland Water" – operator, "Dao Pham" – executive.
  if (head !== undefined) {
    const at = start + own.indexOf(head)
    // An apposition stands near its name; looking no further keeps the cost linear.
    for (const other of words.slice(end, end + 40))
      if (other.head === at && other.relation === 'appos') nounKind(other, add, 3)
    const above = words[head.head]
    if (head.relation === 'appos' && above !== undefined) nounKind(above, add, 3)
    if (/^flat|^compound/.test(head.relation) && above !== undefined && above === before) nounKind(above, add, 2)
    if (/^nsubj/.test(head.relation) && above !== undefined) subjectVotes(above, isLong, beforeLemma === 'the', add)
  }
  return votes
}

/** The noun that is called by the name: "a rover, named Wattle". */
function calledNoun(words: readonly Word[], verb: number): Word | undefined {
  const above = words[words[verb]?.head ?? -1]
  return above?.upos === 'NOUN'
    ? above
    : words.slice(Math.max(0, verb - 12), verb).findLast(({ upos }) => upos === 'NOUN')
}

function nounKind(noun: Word | undefined, add: (kind: NameKind, weight: number) => void, weight: number): void {
  if (noun === undefined || !/^(?:NOUN|ADJ)$/.test(noun.upos)) return
  const lemma = noun.lemma.toLowerCase()
  const isTitle = titleWords.has(lemma) || lemma === 'executive' || lemma === 'graduate'
  if (bodyNouns.has(lemma)) add('organisation', weight)
  else if (placeNouns.has(lemma)) add('place', weight)
  else if (workNouns.has(lemma)) add('work', weight)
  else if (isTitle || kinNouns.has(lemma)) add('person', weight)
  // "a lobby group", "a team": people together are a body.
  else if (isOfClass(lemma, 'person') && isOfClass(lemma, 'body')) add('organisation', weight)
  else if (isOfClass(lemma, 'person')) add('person', weight)
  else if (isOfClass(lemma, 'body')) add('organisation', weight)
  else if (isOfClass(lemma, 'place')) add('place', weight)
  else if (isOfClass(lemma, 'event')) add('event', weight / 2)
  else add('other', weight / 1.5)
}

/** Who says, hopes or is hurt is a person or a body; "the" before the name speaks for a body. */
function subjectVotes(
  verb: Word,
  isLong: boolean,
  hasArticle: boolean,
  add: (kind: NameKind, weight: number) => void,
): void {
  if (
    /^(?:say|tell|add|ask|think|believe|want|hope|speak|explain|argue|urge|warn|call|deny|reject|admit)$/.test(
      verb.lemma,
    )
  ) {
    add(hasArticle ? 'organisation' : 'person', isLong ? 2 : 1)
    if (!hasArticle) add('organisation', 0.5)
  }
  if (/^(?:laugh|smile|cry|die|retire|marry|sleep|wake|grow|recall|remember)$/.test(verb.lemma)) add('person', 1)
  if (/^(?:launch|announce|publish|employ|own|operate|merge|acquire|sell|control|issue)$/.test(verb.lemma))
    add('organisation', 1)
}

/** The kind with the most votes; undefined where none reaches one. */
export function winner(votes: Votes): NameKind | undefined {
  // The keys of votes are kinds: they are written nowhere else.
  const sorted = (Object.entries(votes) as [NameKind, number][]).sort((a, b) => b[1] - a[1])
  const [best] = sorted
  return best !== undefined && best[1] >= 1 ? best[0] : undefined
}

/** "Tarvian" where the text speaks of "Tarvia": the adjective of a place. */
export function isAdjectiveOf(word: string, isPlace: (place: string) => boolean): boolean {
  if (!/^\p{Lu}\p{Ll}+(?:n|ese|ish|i)$/u.test(word)) return false
  const stems = [/n$/, /ian$/, /an$/, /ese$/, /ish$/, /i$/].flatMap((ending) =>
    ending.test(word) ? [word.replace(ending, '')] : [],
  )
  return stems.some((stem) => stem.length > 3 && ['', 'a', 'e', 'o', 'y'].some((end) => isPlace(stem + end)))
}
