import type { AnalysedSentence, Analysis } from '../language/analysis.ts'

const contentClasses = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])
/** What an accused person answers, and what nobody has proved: it stays in. */
const answers =
  /\b(?:den(?:y|ies|ied)|not guilty|pleaded|no (?:criminal )?record|not been (?:charged|convicted)|has not|rejects?|rejected|disput(?:e|es|ed)|says? (?:he|she|they) did not|refus(?:e|es|ed))\b/i

/** Content lemmas of a sentence. */
function lemmasOf(sentence: AnalysedSentence): readonly string[] {
  return sentence.words.filter((word) => contentClasses.has(word.upos)).map((word) => word.lemma.toLowerCase())
}

/**
 * Sentences that say again what was said: at least nine in ten of their content words stand in one earlier sentence.
 * Answers indexes, ascending.
 */
export function findRepeats(analysis: Analysis): readonly number[] {
  const seen: ReadonlySet<string>[] = []
  return analysis.sentences.flatMap((sentence, index) => {
    const lemmas = lemmasOf(sentence)
    const isRepeat =
      lemmas.length >= 4 &&
      seen.some((earlier) => lemmas.filter((lemma) => earlier.has(lemma)).length / lemmas.length >= 0.9)
    seen.push(new Set(lemmas))
    return isRepeat ? [index] : []
  })
}

/**
 * How much each sentence matters to the story, 0–1: early ones, ones that share the headline's and the story's
 * commonest words, ones with names and numbers; an answer by the accused always matters.
 */
export function importance(analysis: Analysis, headline: string): readonly number[] {
  const counts = new Map<string, number>()
  for (const sentence of analysis.sentences)
    for (const lemma of new Set(lemmasOf(sentence))) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
  const top = new Set(headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const total = Math.max(1, analysis.sentences.length)
  return analysis.sentences.map((sentence, index) => {
    const lemmas = [...new Set(lemmasOf(sentence))]
    const size = Math.max(6, lemmas.length)
    const shared = lemmas.reduce((sum, lemma) => sum + Math.min(4, (counts.get(lemma) ?? 1) - 1), 0) / (size * 2)
    const inHeadline = lemmas.filter((lemma) => top.has(lemma)).length / Math.max(3, top.size)
    const position = index === 0 ? 1 : index < 3 ? 0.6 : 0.35 * (1 - index / total)
    const text = sentence.words.map((word) => word.text).join(' ')
    const answer = answers.test(text) ? 0.35 : 0
    const isQuote = sentence.words[0]?.text === '"' ? -0.2 : 0
    // A sentence that leans on the one before cannot stand alone.
    const leans = /^(?:He|She|It|They|That|This|These|Those|Both|But he|But she)$/.test(sentence.words[0]?.text ?? '')
      ? -0.12
      : 0
    return Math.max(0, position + shared + inHeadline + answer + isQuote + leans)
  })
}
