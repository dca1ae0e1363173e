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

/** What comes next is what readers need to know: a date to come, a vote, a court day. */
const nextSteps = /\b(?:will|is due|are due|is expected|are expected|next (?:week|month|year))\b/i

/**
 * How much each sentence matters to the story, 0–1 and a little over: the first ones, those that share words with the headline
 * and with many other sentences (a centre of the text, after Erkan and Radev 2004), those that tell what comes next; an answer
 * by the accused always matters. A quote that only colours the story, and a sentence that leans on the one before, matter less.
 */
export function importance(analysis: Analysis, headline: string): readonly number[] {
  const all = analysis.sentences.map((sentence) => new Set(lemmasOf(sentence)))
  const spread = new Map<string, number>()
  for (const lemmas of all) for (const lemma of lemmas) spread.set(lemma, (spread.get(lemma) ?? 0) + 1)
  const total = Math.max(1, all.length)
  const weight = (lemma: string): number => Math.log(1 + total / (spread.get(lemma) ?? 1))
  const top = new Set(headline.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const centres = all.map((lemmas) => centrality(lemmas, spread, weight))
  const most = Math.max(...centres, 0.001)
  return analysis.sentences.map((sentence, index) => {
    const lemmas = [...(all[index] ?? [])]
    const inHeadline = lemmas.filter((lemma) => top.has(lemma)).length / Math.max(3, top.size)
    const position = index === 0 ? 1 : index < 3 ? 0.6 : 0.4 * (1 - index / total)
    const text = sentence.words.map((word) => word.text).join(' ')
    const answer = answers.test(text) ? 0.3 : 0
    const next = nextSteps.test(text) && index > total / 2 ? 0.2 : 0
    const isQuote = /["“]/u.test(sentence.words[0]?.text ?? '') || /\b(?:I|we|my|our)\b/.test(text) ? -0.3 : 0
    const leans = /^(?:He|She|It|They|That|This|These|Those|Both|But he|But she)$/.test(sentence.words[0]?.text ?? '')
      ? -0.12
      : 0
    const centre = (0.4 * (centres[index] ?? 0)) / most
    return Math.max(0, position + centre + 0.5 * inHeadline + answer + next + isQuote + leans)
  })
}

/** How much a sentence shares with the others: the weights of its words that stand in others too, for its length. */
function centrality(
  lemmas: ReadonlySet<string>,
  spread: ReadonlyMap<string, number>,
  weight: (lemma: string) => number,
): number {
  let shared = 0
  for (const lemma of lemmas) {
    const others = (spread.get(lemma) ?? 1) - 1
    shared += Math.min(4, others) * weight(lemma)
  }
  return shared / Math.sqrt(Math.max(4, lemmas.size))
}
