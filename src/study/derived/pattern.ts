import type { Bases } from './bases.ts'

/** A word of the news that may be made from another: its form or lemma in small letters, and its part of speech. */
export interface MadeWord {
  readonly form: string
  readonly upos: string
}

/** One sure way of making a word from another, with what the new word means. */
export interface Pattern {
  readonly name: string
  /** Word, part of speech, meaning. */
  readonly examples: readonly (readonly [string, string, string])[]
  /** Look-alikes that get no meaning from this pattern. */
  readonly leavesAlone: readonly (readonly [string, string])[]
  /** The meaning as a sentence without its full stop; undefined where the word is not made this way. */
  readonly meaning: (word: MadeWord, bases: Bases) => string | undefined
}
