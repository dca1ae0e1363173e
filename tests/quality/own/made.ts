import type { Level } from '../../../src/document/article.ts'
import type { Pair } from '../../pairs/read-pairs.ts'
import { sentencesOf, toldSentences, wordCount } from '../../pairs/sentences.ts'
import { tokens13a } from '../simplify/tokens-13a.ts'

/** One pair with what the engine made of its source at a level. */
export interface Made {
  readonly pair: Pair
  readonly level: Level
  readonly output: string
  /** Our version of that level. */
  readonly ours: string
}

/** Most words of a sentence at each level. */
export const mostWords: Readonly<Record<Level, number>> = { 1: 15, 2: 20 }

/** Whether we told the source in more sentences than it has; explanations do not count. */
export function isPartedByUs({ pair, ours }: Made): boolean {
  return toldSentences(ours, pair.operations).length > sentencesOf(pair.source).length
}

/** Whether we parted the source and the engine did not. */
export function isLeftWhole(made: Made): boolean {
  return isPartedByUs(made) && sentencesOf(made.output).length <= sentencesOf(made.pair.source).length
}

/** The lengths of all sentences of some texts, in words. */
export function lengthsOf(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) => sentencesOf(text).map(wordCount))
}

/** Whether an output has more or fewer sentences than its source, or says the words that it keeps in another order. */
export function changesStructure(source: string, output: string): boolean {
  if (sentencesOf(source).length !== sentencesOf(output).length) return true
  const before = onlyOnce(source)
  const after = onlyOnce(output)
  const kept = after.filter((word) => before.includes(word))
  const places = kept.map((word) => before.indexOf(word))
  return places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0))
}

/** The words of a text that stand in it once. */
function onlyOnce(text: string): readonly string[] {
  const words = tokens13a(text).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return words.filter((word) => words.indexOf(word) === words.lastIndexOf(word))
}
