import type { Level } from '../document/article.ts'
import type { TokenSpan } from '../document/span.ts'
import type { AnalysedSentence } from '../language/analysis.ts'

/** Easier words for some words of a sentence, in the right form. */
export interface Substitution {
  /** Words of the sentence that it takes the place of. */
  readonly span: TokenSpan
  readonly text: string
  /** Name of the entry, for "what changed". */
  readonly entry: string
  /** Easy words for the reader. */
  readonly because: string
}

/** A verb that a noun hides: "arrest" of "the arrest of two men". */
export interface HiddenVerb {
  /** Dictionary form; may be more than one word ("look into", "be angry"). */
  readonly verb: string
  /** What "of X" is to the verb; `-` where the noun takes no "of". */
  readonly of: 'object' | 'subject' | 'either' | '-'
  /** What other prepositions become: `object`, `subject`, or a preposition. */
  readonly links: ReadonlyMap<string, string>
  /** Verbs that say no more than the noun itself: "carry out an attack on" is "attack". */
  readonly light: ReadonlySet<string>
}

/** What an easy-English editor knows about words. Made from data files; answers the same for the same sentence. */
export interface Lexicon {
  /** Easier words that fit sense and grammar at word `at`, best first. Never for names, protected or guilt words. */
  readonly candidates: (sentence: AnalysedSentence, at: number, level: Level) => readonly Substitution[]
  /** The long form of an abbreviation, and whether readers know the short one better. */
  readonly expansion: (short: string) => { readonly long: string; readonly betterShort: boolean } | undefined
  /** Who is meant when a place acts: "Canberra" → "the Australian government". */
  readonly actor: (place: string) => { readonly actor: string; readonly plural: boolean } | undefined
  /** The verb that a noun hides, by the noun's dictionary form. */
  readonly hiddenVerb: (noun: string) => HiddenVerb | undefined
}
