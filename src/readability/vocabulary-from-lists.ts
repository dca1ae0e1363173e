import type { Level } from '../document/article.ts'
import { difficultyOf, type SenseCounts, type WordFacts } from './difficulty.ts'
import type { Cefr, Vocabulary } from './vocabulary.ts'

/** A row of a list: a lemma and the parts of speech in which it is listed; none: in all of them. */
export interface ListedWord {
  readonly lemma: string
  readonly partsOfSpeech: readonly string[]
}

/** The word lists of the levels, and what is known of any word. */
export interface VocabularyData {
  readonly level1: readonly ListedWord[]
  readonly level2: readonly ListedWord[]
  readonly newsCore: readonly ListedWord[]
  /** The lists' spelling of a word in United States spelling. */
  readonly spellings: ReadonlyMap<string, string>
  /** log10 of 1 + the count of a form in subtitles; undefined: never heard. */
  readonly frequency: (form: string) => number | undefined
  readonly syllables: (word: string) => number
  readonly isSimple: (word: string) => boolean
  /** The vector of a word, `vectorWidth` numbers. */
  readonly vector: (word: string) => readonly number[] | undefined
  readonly senses: (word: string, upos: string) => SenseCounts
  /** Weights of `featuresOf`, by name. */
  readonly weights: ReadonlyMap<string, number>
}

type List = Level | 'news'

const openClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'INTJ', 'X'])
const partsOfSpeech = ['NOUN', 'VERB', 'ADJ', 'ADV']
/** From the easiest. */
const order: readonly List[] = [1, 2, 'news']

/** Which words each level knows, from the lists; any other word's level is predicted from how often it is heard and its shape. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const lists = new Map<string, List>()
  const easiest = new Map<string, List>()
  for (const [list, words] of [
    ['news', data.newsCore],
    [2, data.level2],
    [1, data.level1],
  ] as const) {
    for (const { lemma, partsOfSpeech: listed } of words) {
      const word = lemma.toLowerCase()
      easiest.set(word, list)
      for (const upos of listed.length === 0 ? partsOfSpeech : listed) lists.set(`${word}/${upos}`, list)
    }
  }
  const spelled = (lemma: string): string => {
    const word = lemma.toLowerCase()
    const known = data.spellings.get(word)
    if (known !== undefined) return known
    // "recognize", "organization": the lists have Australian spelling.
    const british = word.replace(/(?<=.{3})([iy])z(?=(?:e|er|ed|ing|ation)$)/, '$1s')
    return british !== word && easiest.has(british) ? british : word
  }
  const direct = (word: string, upos: string): List | undefined =>
    partsOfSpeech.includes(upos) ? lists.get(`${word}/${upos}`) : easiest.get(word)
  const listOf = (lemma: string, upos: string): List | undefined => {
    if (!openClasses.has(upos)) return 1
    const word = spelled(lemma)
    if (/^[\d.,:%$€£-]+$/u.test(word)) return 1
    return direct(word, upos) ?? related(word, upos, direct)
  }
  const isEasy = (lemma: string, upos: string, level: Level): boolean => {
    const list = listOf(lemma, upos)
    return list === 'news' || (list !== undefined && list <= level)
  }
  const facts = (lemma: string, upos: string): WordFacts => {
    const word = spelled(lemma)
    const others = partsOfSpeech.map((part) => lists.get(`${word}/${part}`))
    return {
      word,
      upos,
      list: openClasses.has(upos) ? direct(word, upos) : 1,
      base: related(word, upos, direct),
      other: order.find((list) => others.includes(list)),
      syllables: data.syllables(word),
      isSimple: data.isSimple(word),
      heard: (form) => data.frequency(form) ?? 0,
      vector: data.vector(word),
      senses: data.senses(word, upos),
    }
  }
  const known = new Map<string, number>()
  const difficulty = (lemma: string, upos: string): number => {
    const key = `${lemma}/${upos}`
    const value = known.get(key) ?? difficultyOf(facts(lemma, upos), data.weights)
    known.set(key, value)
    return value
  }
  const cefr = (lemma: string, upos: string): Cefr => {
    const list = listOf(lemma, upos)
    const value = difficulty(lemma, upos)
    if (list === 1) return value < 0.69 ? 'A1' : 'A2'
    if (list === 2) return 'B1'
    if (list === undefined && value < 2.95) return 'B1'
    if (value < 3.67) return 'B2'
    return value < 4.12 ? 'C1' : 'C2'
  }
  return { listOf, isEasy, cefr, difficulty, facts }
}

/** Words made from a known one by an ending that learners know: quickly, worker, unhappy, farming. */
function related(
  word: string,
  upos: string,
  direct: (lemma: string, upos: string) => List | undefined,
): List | undefined {
  const stems: (readonly [string, string])[] = []
  const add = (part: string, ...ways: readonly string[]): void => {
    for (const way of ways) if (way.length > 2) stems.push([way, part])
  }
  if (word.endsWith('ly') && upos === 'ADV')
    add('ADJ', word.slice(0, -2), `${word.slice(0, -3)}y`, `${word.slice(0, -2)}le`, word.slice(0, -4))
  if (/[^e]er$/.test(word) && upos === 'NOUN') add('VERB', word.slice(0, -2), word.slice(0, -1), word.slice(0, -3))
  if (word.endsWith('ing') && (upos === 'NOUN' || upos === 'ADJ'))
    add('VERB', word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4))
  if (word.endsWith('ed') && upos === 'ADJ') {
    const ways = [word.slice(0, -2), word.slice(0, -1), word.slice(0, -3), `${word.slice(0, -3)}y`]
    add('VERB', ...ways)
    add('NOUN', ...ways.slice(0, 2))
  }
  if (word.startsWith('un') && (upos === 'ADJ' || upos === 'ADV')) add(upos, word.slice(2))
  if (word.endsWith('ness')) add('ADJ', word.slice(0, -4), `${word.slice(0, -5)}y`)
  for (const [stem, part] of stems) {
    const list = direct(stem, part) ?? (word.startsWith('un') ? related(stem, part, direct) : undefined)
    if (list !== undefined) return list === 1 ? (word.endsWith('ness') ? 2 : 1) : list
  }
  return undefined
}
