import type { Level } from '../document/article.ts'

/** Results of the published formulas on one text, rounded as `text-readability` does. Grades are United States school grades. */
export interface Formulas {
  readonly fleschReadingEase: number
  readonly fleschKincaid: number
  readonly smog: number
  readonly colemanLiau: number
  readonly automatedReadability: number
  readonly daleChall: number
  readonly linsearWrite: number
  readonly gunningFog: number
}

/** What was counted in one text, headline out. */
export interface Counts {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  /** Words of three or more syllables. */
  readonly polysyllables: number
  readonly letters: number
  /** Letters and digits. */
  readonly characters: number
  /** Words not on the Dale–Chall list. */
  readonly unfamiliar: number
  readonly longestSentence: number
  /** Words in each sentence, in order. */
  readonly sentenceLengths: readonly number[]
  readonly paragraphs: number
}

/** One T-rule of the house (T1–T21) on one edition. */
export interface RuleResult {
  readonly id: string
  /** Easy words: "Longest sentence: 15 words." */
  readonly name: string
  readonly passed: boolean
  /** What was measured, in words: "18 words". */
  readonly found: string
  /** What is asked, in words: "15 words or fewer". */
  readonly wanted: string
  /** Indexes of the sentences that fail it. */
  readonly sentences: readonly number[]
}

/** How hard a text is, in one word, and what that rests on. */
export interface Band {
  readonly name: 'Very easy' | 'Easy' | 'Not easy yet' | 'Quite hard' | 'Hard' | 'Very hard'
  readonly because: string
}

/** How hard one text is. */
export interface Scores {
  readonly counts: Counts
  readonly formulas: Formulas
  /** The same with every name replaced by an easy word: names cannot be made easier. */
  readonly withoutNames: Formulas
  /** Shares of running words, names and numbers out, 0–1. */
  readonly onLevel1List: number
  readonly onLevel2List: number
  readonly passiveShare: number
  readonly longSentences: number
  readonly band: Band
  /** Under 100 words the formulas are unsure. */
  readonly unsure: boolean
}

/** Scores of an edition with the rules of its level. */
export interface EditionScores extends Scores {
  readonly level: Level
  readonly rules: readonly RuleResult[]
}
