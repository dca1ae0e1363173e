import type { TokenSpan } from '../document/span.ts'

/** A word worth learning from one edition. */
export interface WordEntry {
  readonly term: string
  readonly partOfSpeech: string
  readonly meaning: string
  /** The story's sentence that uses it. */
  readonly example: string
  /** Where it first stands in the edition. */
  readonly span: TokenSpan
  /** Predicted level, A1–C2. */
  readonly level: string
  readonly origin: 'own' | 'derived' | 'fallback'
}

/** A question with its answer, drawn from the edition's own sentences. */
export interface Question {
  readonly kind: 'open' | 'true-false' | 'choice'
  readonly question: string
  readonly answer: string
  readonly choices?: readonly string[]
  /** Index of the edition's sentence that holds the answer. */
  readonly sentence: number
}

/** What a learner and a teacher get with one edition. */
export interface StudySet {
  readonly words: readonly WordEntry[]
  readonly questions: readonly Question[]
}
