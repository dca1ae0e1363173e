import type { EditionScores, Scores } from '../../readability/scores.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import { shortDay } from './dates.ts'

/** Whether every rule of its level holds. A text that misses one is never called easy. */
export function isEasy(scores: EditionScores): boolean {
  return scores.rules.every((rule) => rule.passed)
}

/** The one reading line under a headline: "Easy. 8 words a sentence." */
export function readingLine(scores: EditionScores): string {
  const pace = `${Math.round(meanSentence(scores))} words a sentence.`
  if (isEasy(scores)) return `${scores.level === 1 ? 'Very easy' : 'Easy'}. ${pace}`
  return `Not easy yet: ${shortfall(scores)} ${pace}`
}

/** What keeps a text from being easy, in one easy sentence. Only for a text that misses a rule. */
export function shortfall(scores: EditionScores): string {
  const missed = scores.rules.filter((rule) => !rule.passed)
  const long = missed.find((rule) => rule.id === 'T1')
  if (long !== undefined && long.sentences.length > 0) {
    return long.sentences.length === 1 ? '1 sentence is too long.' : `${long.sentences.length} sentences are too long.`
  }
  if (missed.some((rule) => rule.id === 'T4' || rule.id === 'T5')) return 'some words are still hard.'
  return missed.length === 1 ? '1 check did not pass.' : `${missed.length} checks did not pass.`
}

/** Mean words in a sentence, headline out. */
export function meanSentence(scores: Scores): number {
  return scores.counts.sentences === 0 ? 0 : scores.counts.words / scores.counts.sentences
}

/** Who stands behind a text: the machine label that every page and sheet carries. */
export function checkedLine(status: EditionStatus | undefined): string {
  if (status?.checkedBy === undefined) return 'A computer made this easy text. Nobody has checked it yet.'
  const when = status.checkedAt === undefined ? '' : ` on ${shortDay(status.checkedAt.slice(0, 10))}`
  return `A computer helped to make this easy text. ${status.checkedBy} checked it${when}.`
}

/** Whose story it is: "Source: AAP". Undefined where nothing was told. */
export function creditLine(article: StoredArticle): string | undefined {
  const { credit, source, author } = article.arrival.fields
  const names = [...new Set([credit, source].filter((name) => name !== undefined && name !== ''))]
  if (names.length === 0 && author === undefined) return undefined
  return names.length === 0 ? `Source: ${author}` : `Source: ${names.join(', ')}`
}

/** One bar of the chart "How hard is this text?". */
export interface Bar {
  readonly name: string
  readonly words: string
  /** Length in per cent of the longest bar that the chart can show. */
  readonly share: number
  readonly here: boolean
}

/** One line of the table of scores. */
export interface ScoreRow {
  readonly name: string
  readonly here: string
  readonly original: string
  readonly means: string
}

/** Everything that the panel "How hard is this text?" shows. */
export interface DifficultyView {
  readonly verdict: string
  readonly because: string
  readonly unsure: boolean
  readonly bars: readonly Bar[]
  readonly rows: readonly ScoreRow[]
  readonly passed: number
  readonly total: number
  readonly missed: readonly { readonly name: string; readonly found: string; readonly wanted: string }[]
}

/** Compares an edition with the original it was made from; `others` are further editions for the chart. */
export function difficultyView(
  scores: EditionScores,
  original: Scores,
  editions: readonly EditionScores[],
): DifficultyView {
  const texts = [
    ...editions.map((edition) => ({
      name: `Level ${edition.level}`,
      scores: edition,
      here: edition.level === scores.level,
    })),
    { name: 'Original', scores: original, here: false },
  ]
  const hardest = Math.max(12, ...texts.map((text) => text.scores.withoutNames.fleschKincaid))
  return {
    verdict: isEasy(scores) ? (scores.level === 1 ? 'Very easy.' : 'Easy.') : `Not easy yet: ${shortfall(scores)}`,
    because: scores.band.because,
    unsure: scores.unsure,
    bars: texts.map((text) => ({
      name: text.name,
      words: grade(text.scores),
      share: Math.max(2, Math.round((100 * Math.max(0, text.scores.withoutNames.fleschKincaid)) / hardest)),
      here: text.here,
    })),
    rows: rowsOf(scores, original),
    passed: scores.rules.filter((rule) => rule.passed).length,
    total: scores.rules.length,
    missed: scores.rules.filter((rule) => !rule.passed).map(({ name, found, wanted }) => ({ name, found, wanted })),
  }
}

function rowsOf(scores: EditionScores, original: Scores): readonly ScoreRow[] {
  const row = (name: string, means: string, say: (of: Scores) => string): ScoreRow => ({
    name,
    means,
    here: say(scores),
    original: say(original),
  })
  const list = scores.level === 1 ? 'level 1' : 'level 2'
  return [
    row('Words in a sentence', 'Short sentences are easier.', (of) => one(meanSentence(of))),
    row('Longest sentence', 'Counted in words.', (of) => `${of.counts.longestSentence} words`),
    row('School grade', 'Flesch–Kincaid, names left out. Lower is easier.', (of) => one(of.withoutNames.fleschKincaid)),
    row('Reading ease', 'Flesch, names left out. From 0 to 100. Higher is easier.', (of) =>
      String(Math.round(of.withoutNames.fleschReadingEase)),
    ),
    row('Easy words', `Words on the list of ${list}. Names and numbers are not counted.`, (of) =>
      percent(scores.level === 1 ? of.onLevel1List : of.onLevel2List),
    ),
    row('Words in the text', 'All words, without the headline.', (of) => String(of.counts.words)),
  ]
}

function grade(scores: Scores): string {
  return `grade ${one(Math.max(0, scores.withoutNames.fleschKincaid))}`
}

function one(value: number): string {
  return value.toFixed(1)
}

function percent(share: number): string {
  return `${Math.round(share * 100)} per cent`
}
