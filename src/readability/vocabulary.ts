import type { Level } from '../document/article.ts'
import type { WordFacts } from './difficulty.ts'

/** A CEFR level. */
export type Cefr = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2'

/** Which words a reader of each level is taken to know. Words are asked by lemma and universal part of speech. */
export interface Vocabulary {
  /** 1 or 2 for a word on that level's list, `news` for the news core (explained once, then free), else undefined. */
  readonly listOf: (lemma: string, upos: string) => Level | 'news' | undefined
  /** Whether a reader of a level knows the word: it is on the level's list or an easier one, or in the news core. */
  readonly isEasy: (lemma: string, upos: string, level: Level) => boolean
  /** The level of any word: from the lists where they have it, else predicted from its features. */
  readonly cefr: (lemma: string, upos: string) => Cefr
  /** How hard a word is, from about 0 (A1) upwards: finer than `cefr`, for ranking. */
  readonly difficulty: (lemma: string, upos: string) => number
  /** What `difficulty` is guessed from. */
  readonly facts: (lemma: string, upos: string) => WordFacts
}
