import type { AnalysedSentence, Reader } from './analysis.ts'

/** Sentences that are kept; rewriting one article at both levels reads a few hundred different ones. */
const mostKept = 2000

/**
 * The same reader, which keeps the sentences that it parsed last: rewriting reads many of them again, for another rule or the
 * other level. What it answers is never changed, so that it may be shared. Holds at most 2,000 short sentences.
 */
export function rememberSentences(reader: Reader): Reader {
  const known = new Map<string, AnalysedSentence>()
  return {
    ...reader,
    parse: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      const sentence = reader.parse(text)
      if (text.length < 1000) {
        const [oldest] = known.keys()
        if (known.size >= mostKept && oldest !== undefined) known.delete(oldest)
        known.set(text, sentence)
      }
      return sentence
    },
  }
}
