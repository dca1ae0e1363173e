import type { AnalysedSentence, Analysis } from '../language/analysis.ts'
import { countText, runningWords } from './counts.ts'
import { fleschKincaid, formulasOf } from './formulas.ts'
import type { Band, Scores } from './scores.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A word that every reader knows: it stands for a name when names should not count. */
const plainName = 'Tom'
/** Fewer words than this give an unsure score. */
const enoughWords = 100

/** The sentences of an analysis that are not the headline's. */
export function storySentences(analysis: Analysis): readonly AnalysedSentence[] {
  const headline = analysis.document.blocks.find((block) => block.kind === 'headline')
  return analysis.sentences.filter((sentence) => headline === undefined || sentence.span.start >= headline.span.end)
}

/** How hard an analysed text is. The headline does not count. */
export function scoreText(analysis: Analysis, vocabulary: Vocabulary): Scores {
  const sentences = storySentences(analysis)
  const paragraphs = analysis.document.blocks.filter((block) => block.kind !== 'headline').length
  const counts = countText(sentences, paragraphs)
  const unnamed = countText(sentences, paragraphs, plainName)
  const shares = listShares(sentences, vocabulary)
  const grade = fleschKincaid(unnamed)
  const mean = counts.sentences === 0 ? 0 : counts.words / counts.sentences
  return {
    counts,
    formulas: formulasOf(counts),
    withoutNames: formulasOf(unnamed),
    onLevel1List: shares.level1,
    onLevel2List: shares.level2,
    passiveShare: share(sentences, isPassive),
    longSentences: counts.sentenceLengths.filter((length) => length > 20).length,
    band: bandOf(grade, mean, shares.level2),
    unsure: counts.words < enoughWords,
  }
}

/** Running words on each level's list, names and numbers out. */
function listShares(
  sentences: readonly AnalysedSentence[],
  vocabulary: Vocabulary,
): { readonly level1: number; readonly level2: number } {
  const words = sentences.flatMap(runningWords).filter(({ isName, text }) => !isName && !/\d/.test(text))
  if (words.length === 0) return { level1: 0, level2: 0 }
  const on = (level: 1 | 2): number =>
    words.filter(({ word }) => vocabulary.isEasy(word.lemma, word.upos, level)).length / words.length
  return { level1: on(1), level2: on(2) }
}

/** Whether a sentence has a passive verb. */
export function isPassive(sentence: AnalysedSentence): boolean {
  return sentence.words.some((word) => word.relation === 'aux:pass' || word.relation === 'nsubj:pass')
}

function share(sentences: readonly AnalysedSentence[], test: (sentence: AnalysedSentence) => boolean): number {
  return sentences.length === 0 ? 0 : sentences.filter(test).length / sentences.length
}

/** The band in words, from grade, sentence length and known words: the worst of the three speaks. */
export function bandOf(grade: number, wordsPerSentence: number, known: number): Band {
  const steps = [
    { name: 'Very easy', grade: 4, words: 8.5, known: 0.95 },
    { name: 'Easy', grade: 7, words: 12.5, known: 0.9 },
    { name: 'Not easy yet', grade: 9, words: 16, known: 0.85 },
    { name: 'Quite hard', grade: 12, words: 21, known: 0.8 },
    { name: 'Hard', grade: 15, words: 27, known: 0.7 },
  ] as const
  const found = steps.find((step) => grade <= step.grade && wordsPerSentence <= step.words && known >= step.known)
  const because = `${wordsPerSentence.toFixed(1)} words a sentence, school grade ${Math.max(0, grade).toFixed(1)}, ${Math.round(known * 100)} in 100 words are on the easy list.`
  return { name: found?.name ?? 'Very hard', because }
}
