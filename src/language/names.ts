import type { Note } from '../document/layer.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Name, NameKind } from './analysis.ts'
import {
  bodyWords,
  calendar,
  courtesyTitles,
  givenNames,
  nationalities,
  places,
  placeWords,
  titleWords,
} from './name-words.ts'
import { isRelation } from './tree.ts'

interface Run {
  readonly start: number
  readonly end: number
  readonly words: readonly string[]
  readonly title: string | undefined
  readonly kind: NameKind | undefined
}

/**
 * The names of a document: the longest runs of proper nouns, each with its kind and the thing it names.
 * Mentions of one person share an entity ("Barack Obama", "President Obama", "Obama").
 */
export function findNames(sentences: readonly AnalysedSentence[]): readonly Note<Name>[] {
  const runs = sentences.flatMap(runsOf)
  const persons = personsByFamily(runs)
  const entities = new Map<string, number>()
  const entityOf = (key: string): number => {
    const known = entities.get(key)
    if (known !== undefined) return known
    const next = entities.size
    entities.set(key, next)
    return next
  }
  const kinds = new Map<string, NameKind>()
  for (const run of runs)
    if (run.kind !== undefined && !kinds.has(run.words.join(' '))) kinds.set(run.words.join(' '), run.kind)
  return runs.map((run) => {
    const text = textOfRun(run.words)
    const last = run.words.at(-1) ?? ''
    const full = persons.get(last)
    const isShort =
      full !== undefined &&
      (run.words.length === 1 || text === full) &&
      run.kind !== 'place' &&
      run.kind !== 'organisation' &&
      run.kind !== 'nationality'
    const kind: NameKind = isShort ? 'person' : (run.kind ?? kinds.get(run.words.join(' ')) ?? guess(run))
    const whole = kind === 'person' ? (full ?? text) : text
    const value: Name = {
      kind,
      entity: entityOf(`${kind}:${whole}`),
      full: whole,
      ...(run.title === undefined ? {} : { title: run.title }),
    }
    return { span: tokens(run.start, run.end), value }
  })
}

/** Family name → fullest form, for people who are once named in full or with a courtesy title. */
function personsByFamily(runs: readonly Run[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const run of runs) {
    if (run.kind !== 'person') continue
    const last = run.words.at(-1) ?? ''
    const text = textOfRun(run.words)
    if (text.length > (found.get(last)?.length ?? 0)) found.set(last, text)
  }
  return found
}

function textOfRun(words: readonly string[]): string {
  return words.join(' ').replaceAll(' - ', '-').replaceAll(" 's", "'s")
}

function runsOf(sentence: AnalysedSentence): readonly Run[] {
  const { words, span } = sentence
  const runs: Run[] = []
  let at = 0
  while (at < words.length) {
    if (!isNameWord(sentence, at)) {
      at += 1
      continue
    }
    let end = at + 1
    while (end < words.length && continues(sentence, end)) end += 1
    const first = firstOfName(sentence, at, end)
    const forms = words.slice(first, end).map((word) => word.text)
    const title =
      first > at
        ? words
            .slice(at, first)
            .map((word) => word.text)
            .join(' ')
        : titleBefore(sentence, first)
    if (forms.length > 0) {
      runs.push({
        start: span.start + first,
        end: span.start + end,
        words: forms,
        title,
        kind: kindOf(sentence, first, end, title),
      })
    }
    at = end
  }
  return runs
}

function isNameWord({ words }: AnalysedSentence, at: number): boolean {
  const word = words[at]
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false
  const lower = word.text.toLowerCase()
  if (calendar.has(lower)) return false
  if (nationalities.has(lower)) return true
  if (word.upos === 'PROPN') return true
  if (places.has(lower)) return true
  return (
    at > 0 &&
    word.upos !== 'PRON' &&
    word.upos !== 'ADP' &&
    word.upos !== 'DET' &&
    /^\p{Lu}\p{L}+$/u.test(word.text) &&
    isNameWord({ words } as AnalysedSentence, at - 1) &&
    word.upos === 'ADJ'
  )
}

/** Whether the word at `at` goes on with a name: a further name word, a hyphen between two, "of" between two. */
function continues(sentence: AnalysedSentence, at: number): boolean {
  const { words, document, span } = sentence
  const word = words[at]
  const before = words[at - 1]
  const next = words[at + 1]
  if (word === undefined || before === undefined) return false
  const tokenHere = document.tokens[span.start + at]?.span
  const tokenBefore = document.tokens[span.start + at - 1]?.span
  if (nationalities.has(before.text.toLowerCase()) && !bodyWords.has(word.text.toLowerCase()) && word.upos !== 'PROPN')
    return false
  if (word.text === '-' || before.text === '-')
    return tokenHere?.start === tokenBefore?.end && isNameWord(sentence, word.text === '-' ? at + 1 : at)
  if (word.text === 'of' || word.text === '&' || (word.text === 'and' && bodyWords.has(next?.text.toLowerCase() ?? '')))
    return (
      next !== undefined &&
      isNameWord(sentence, at + 1) &&
      (bodyWords.has(before.text.toLowerCase()) || placeWords.has(before.text.toLowerCase()) || word.text === '&') &&
      !places.has(before.text.toLowerCase())
    )
  return isNameWord(sentence, at)
}

/** Where the name begins after its capitalised title: "US President Barack Obama" → Barack. */
function firstOfName({ words }: AnalysedSentence, start: number, end: number): number {
  let first = start
  for (let at = start; at < end - 1; at += 1)
    if (titleWords.has(words[at]?.text.toLowerCase().replace('.', '') ?? '')) first = at + 1
  return first
}

function titleBefore({ words }: AnalysedSentence, first: number): string | undefined {
  const before = words[first - 1]?.text
  return before !== undefined && titleWords.has(before.toLowerCase().replace('.', '')) ? before : undefined
}

function kindOf(
  sentence: AnalysedSentence,
  first: number,
  end: number,
  title: string | undefined,
): NameKind | undefined {
  const { words } = sentence
  const last = words[end - 1]?.text.toLowerCase() ?? ''
  const opening = words[first]?.text.toLowerCase() ?? ''
  const length = end - first
  if (length === 1 && nationalities.has(last)) return 'nationality'
  if (bodyWords.has(last) && length > 1) return 'organisation'
  if (placeWords.has(last) && length > 1) return 'place'
  if (title !== undefined && titleWords.has(title.toLowerCase().split(' ').at(-1)?.replace('.', '') ?? ''))
    return 'person'
  if (givenNames.has(opening) && length > 1) return 'person'
  if (places.has(last) || (length > 1 && places.has(opening))) return 'place'
  if (bodyWords.has(last) && /^\p{Lu}/u.test(words[end - 1]?.text ?? '')) return 'organisation'
  if (length === 1 && /^\p{Lu}{2,}s?$/u.test(words[first]?.text ?? '')) return 'organisation'
  if (words.slice(first, end).some((word) => bodyWords.has(word.text.toLowerCase()))) return 'organisation'
  const head = words.slice(first, end).find((word) => word.head < first || word.head >= end)
  const next = words[end]
  // "Rosa Imlay, 52, said", "Kim Rasmussen, who".
  if (length >= 2 && next?.text === ',' && /^(?:\d{1,3}|who|whose)$/.test(words[end + 1]?.text ?? '')) return 'person'
  if (words[first - 1]?.text.toLowerCase() === 'the')
    return length > 1 && head?.relation === 'nsubj' ? 'organisation' : undefined
  if (
    head !== undefined &&
    isRelation(head.relation, 'nsubj') &&
    /^(?:say|tell|add|ask|think|believe|want|hope|speak|explain|argue)$/.test(words[head.head]?.lemma ?? '')
  ) {
    if (length >= 2) return 'person'
  }
  const before = words[first - 1]
  if (
    before !== undefined &&
    before.upos === 'ADP' &&
    /^(?:in|at|near|from|to|towards|around|outside|through)$/.test(before.text.toLowerCase()) &&
    length === 1
  )
    return 'place'
  return undefined
}

/** Two or three capitalised words that nothing speaks against are most often a person. */
function guess(run: Run): NameKind {
  if (run.title !== undefined && courtesyTitles.has(run.title.toLowerCase())) return 'person'
  return 'other'
}
