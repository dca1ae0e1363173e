import { daleChall } from 'dale-chall'
import type { AnalysedSentence, Word } from '../language/analysis.ts'
import type { Counts } from './scores.ts'
import { syllablesOf } from './syllables.ts'

const familiar = new Set(daleChall.map((word) => word.toLowerCase()))

/** A running word as the formulas count it: "don't" and "well-known" are one. */
export interface RunningWord {
  readonly text: string
  readonly isName: boolean
  /** First of the words that make it, for its lemma and tag. */
  readonly word: Word
}

/** The running words of a sentence: tokens that touch are joined again, marks are passed over. */
export function runningWords(sentence: AnalysedSentence): readonly RunningWord[] {
  const { document, span, words } = sentence
  const found: RunningWord[] = []
  let open = false
  for (const [at, word] of words.entries()) {
    const place = document.tokens[span.start + at]?.span
    const before = document.tokens[span.start + at - 1]?.span
    const touches = at > 0 && place !== undefined && before?.end === place.start
    const isWord = /[\p{L}\p{N}]/u.test(word.text)
    const last = found.at(-1)
    if (isWord && touches && open && last !== undefined) {
      found[found.length - 1] = { ...last, text: last.text + word.text }
    } else if (isWord) {
      found.push({ text: word.text, isName: word.upos === 'PROPN', word })
      open = true
    } else if (touches && open && /^[-'’]$/u.test(word.text) && last !== undefined) {
      found[found.length - 1] = { ...last, text: last.text + word.text }
    } else open = false
  }
  return found.map((one) => ({ ...one, text: one.text.replace(/[-'’]+$/u, '') }))
}

/** Whether a word is on the Dale–Chall list, in any common form. */
function isFamiliar({ text, word }: RunningWord): boolean {
  const lower = text.toLowerCase().replaceAll('’', "'")
  if (/^\d/.test(lower)) return true
  return [lower, word.lemma.toLowerCase(), lower.replace(/'s$/, '')].some((form) => familiar.has(form))
}

/** Counts what the formulas need. `namesAs` stands for every name where it is given. */
export function countText(sentences: readonly AnalysedSentence[], paragraphs: number, namesAs?: string): Counts {
  const lines = sentences.map(runningWords).filter((words) => words.length > 0)
  const all = lines.flat().map((word) => (namesAs !== undefined && word.isName ? { ...word, text: namesAs } : word))
  const syllables = all.map((word) => syllablesOf(word.text))
  const lengths = lines.map((words) => words.length)
  return {
    sentences: lines.length,
    words: all.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    polysyllables: syllables.filter((count) => count >= 3).length,
    letters: all.reduce((sum, { text }) => sum + text.replaceAll(/[^\p{L}]/gu, '').length, 0),
    characters: all.reduce((sum, { text }) => sum + text.replaceAll(/[^\p{L}\p{N}]/gu, '').length, 0),
    unfamiliar: all.filter((word) => (namesAs !== undefined && word.isName ? false : !isFamiliar(word))).length,
    longestSentence: Math.max(0, ...lengths),
    sentenceLengths: lengths,
    paragraphs,
  }
}
