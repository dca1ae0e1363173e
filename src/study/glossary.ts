import type { Gloss } from '../document/article.ts'
import type { AnalysedSentence } from '../language/analysis.ts'

/** Easy meanings of hard words and terms. */
export interface Glossary {
  /**
   * The longest entry that starts at word `at` of the sentence and fits its sense there, with the number of words it covers;
   * undefined where there is none.
   */
  readonly find: (
    sentence: AnalysedSentence,
    at: number,
  ) => { readonly gloss: Gloss; readonly length: number } | undefined
  /** A meaning from a general dictionary for a word that has none of our own; absent where there is no such dictionary. */
  readonly fallback?: (lemma: string, upos: string) => Gloss | undefined
  /** The entry with exactly this term, for word lists and pages. */
  readonly entry: (term: string) => Gloss | undefined
}
