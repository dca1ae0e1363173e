import type { AnalysedSentence } from '../../language/analysis.ts'
import type { Vocabulary } from '../../readability/vocabulary.ts'
import type { Lexicon } from '../lexicon.ts'

/** Easier words for one word of a sentence, best first, in the form that its place asks for. Empty where none is sure. */
export function easierWords(
  sentence: AnalysedSentence,
  word: string,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): readonly string[] {
  const first = word.trim().split(/\s+/)[0]?.toLowerCase()
  const at = sentence.words.findIndex((one) => one.text.toLowerCase() === first)
  if (at < 0) return []
  const found: string[] = []
  for (const level of [1, 2] as const) {
    for (const candidate of lexicon.candidates(sentence, at, level)) {
      const text = candidate.text.replace(/^(?:a|an) /, '')
      if (!found.includes(text) && text.toLowerCase() !== word.toLowerCase()) found.push(text)
    }
  }
  const rank = (text: string): number => (vocabulary.isEasy(text.split(' ')[0] ?? text, 'VERB', 1) ? 0 : 1)
  return found.sort((a, b) => rank(a) - rank(b))
}
