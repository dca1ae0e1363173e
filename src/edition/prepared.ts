import type { Edition, Level } from '../document/article.ts'
import type { Document } from '../document/document.ts'
import type { EditionScores, Scores } from '../readability/scores.ts'
import type { StudySet } from '../study/study.ts'

/** How one piece of the text changed. A row may be of several kinds at once; this is the main one. */
export type ChangeKind = 'kept' | 'reworded' | 'split' | 'moved' | 'left-out' | 'added'

/** One row of "what changed": easy beside original. */
export interface ChangeRow {
  readonly kind: ChangeKind
  /** Sentence indexes in the original, ascending. */
  readonly sources: readonly number[]
  /** Sentence indexes in the edition, ascending. */
  readonly sentences: readonly number[]
  /** Why, in easy words, one for each rule that worked here. */
  readonly reasons: readonly string[]
}

/** An edition with all that is read beside it. */
export interface PreparedEdition {
  readonly edition: Edition
  readonly scores: EditionScores
  readonly changes: readonly ChangeRow[]
  readonly study: StudySet
}

/** One article made ready: the original as a document, and its editions. */
export interface PreparedArticle {
  readonly original: Document
  readonly originalScores: Scores
  readonly editions: Readonly<Record<Level, PreparedEdition>>
}
