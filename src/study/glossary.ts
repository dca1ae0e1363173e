import type { Gloss } from '../document/article.ts'
import type { AnalysedSentence } from '../language/analysis.ts'

/** Easy meanings of hard words and terms. */
export interface Glossary {
  /**
   * The longest entry that starts at word `at` of the sentence and fits its sense there, with the number of words it covers;
   * undefined where there is none.
   */
  readonly find: (sentence: AnalysedSentence, at: number) => FoundEntry | undefined
  /**
   * A meaning by rule for word `at` where `find` has none: from a known word that it is made of, or from the entry for
   * another part of speech with the same sense. To look at, not to stand in a story.
   */
  readonly derived?: (sentence: AnalysedSentence, at: number) => Gloss | undefined
  /** A meaning from a general dictionary for a word that has none of our own; absent where there is no such dictionary. */
  readonly fallback?: (lemma: string, upos: string) => Gloss | undefined
  /** The entry with exactly this term, for word lists and pages. */
  readonly entry: (term: string) => Gloss | undefined
  /** The entries whose terms have these letters, spaces and hyphens left out. */
  readonly sameLetters: (word: string) => readonly SpelledEntry[]
}

/** An entry that fits a place of a sentence. */
export interface FoundEntry {
  readonly gloss: Gloss
  /** How many words it covers. */
  readonly length: number
  /** `only`: the glossary has no other meaning; `special`: something in the sentence shows this one; else the usual one. */
  readonly sense: 'only' | 'special' | 'usual'
}

/** An entry, and whether it holds in any sentence. */
export interface SpelledEntry {
  readonly gloss: Gloss
  readonly isAlways: boolean
}
