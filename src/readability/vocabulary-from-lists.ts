import type { Level } from '../document/article.ts'
import type { Cefr, Vocabulary } from './vocabulary.ts'

/** The word lists of the levels (a lemma, or a lemma in one part of speech: `accord/VERB`) and how often a word is heard (log10 of its count in subtitles; undefined: never). */
export interface VocabularyData {
  readonly level1: readonly string[]
  readonly level2: readonly string[]
  readonly newsCore: readonly string[]
  readonly frequency: (lemma: string) => number | undefined
}

const openClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'INTJ', 'X'])

/** Which words each level knows, from the lists; any other word's level is predicted from how often it is heard and its shape. */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const lists = new Map<string, Level | 'news'>()
  for (const word of data.newsCore) lists.set(word.toLowerCase(), 'news')
  for (const word of data.level2) lists.set(word.toLowerCase(), 2)
  for (const word of data.level1) lists.set(word.toLowerCase(), 1)

  const direct = (lemma: string): Level | 'news' | undefined => lists.get(lemma)
  const listOf = (lemma: string, upos: string): Level | 'news' | undefined => {
    const word = lemma.toLowerCase()
    if (!openClasses.has(upos)) return 1
    if (/^[\d.,:%$€£-]+$/u.test(word)) return 1
    return lists.get(`${word}/${upos.toLowerCase()}`) ?? direct(word) ?? related(word, upos, direct)
  }
  const isEasy = (lemma: string, upos: string, level: Level): boolean => {
    const list = listOf(lemma, upos)
    return list === 'news' || (list !== undefined && list <= level)
  }
  const cefr = (lemma: string, upos: string): Cefr => {
    const list = listOf(lemma, upos)
    const heard = data.frequency(lemma.toLowerCase()) ?? 0
    if (list === 1) return heard > 4.3 ? 'A1' : 'A2'
    if (list === 2) return 'B1'
    const length = lemma.length
    const score =
      heard - (length > 9 ? 0.4 : 0) - (/(?:tion|ity|ism|ous|ment|ance|ence|ive|ate|ify|ise)$/.test(lemma) ? 0.2 : 0)
    if (score > 3.5) return 'B1'
    if (score > 2.6) return 'B2'
    return score > 1.6 ? 'C1' : 'C2'
  }
  return { listOf, isEasy, cefr }
}

/** Words made from a known one by an ending that learners know: quickly, worker, unhappy, farming. */
function related(
  word: string,
  upos: string,
  direct: (lemma: string) => Level | 'news' | undefined,
): Level | 'news' | undefined {
  const stems: string[] = []
  // "recognize", "organization": the lists have Australian spelling.
  if (/iz(?:e|er|ation)$/.test(word)) stems.push(word.replace(/iz(?=e$|er$|ation$)/, 'is'))
  if (word.endsWith('ly') && upos === 'ADV')
    stems.push(word.slice(0, -2), `${word.slice(0, -3)}y`, `${word.slice(0, -2)}le`)
  if (word.endsWith('er') && upos === 'NOUN') stems.push(word.slice(0, -2), word.slice(0, -1))
  if (word.endsWith('ing') && (upos === 'NOUN' || upos === 'ADJ'))
    stems.push(word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4))
  if (word.endsWith('ed') && upos === 'ADJ')
    stems.push(word.slice(0, -2), word.slice(0, -1), word.slice(0, -3), `${word.slice(0, -3)}y`)
  if (word.startsWith('un') && (upos === 'ADJ' || upos === 'ADV')) stems.push(word.slice(2))
  if (word.endsWith('ness')) stems.push(word.slice(0, -4), `${word.slice(0, -5)}y`)
  for (const stem of stems) {
    const list = stem.length > 2 ? direct(stem) : undefined
    if (list !== undefined) return list === 1 ? (word.endsWith('ness') ? 2 : 1) : list
  }
  return undefined
}
