import type { Level } from '../document/article.ts'
import type { AnalysedSentence } from '../language/analysis.ts'
import type { Cast } from './cast.ts'
import type { HiddenVerb } from './lexicon.ts'
import type { Rewrite } from './rewrite.ts'

/** What a rule may know besides the sentence. */
export interface RuleContext {
  readonly level: Level
  /** The article's people and things, and how to name them again. */
  readonly cast: Cast
  /** How many words of its speaker will stand before the sentence. */
  readonly before: number
  /** How the speaker will be named before a second sentence: "she said"; undefined where nobody speaks. */
  readonly speaker?: string
  /** Whether its speaker stood behind all of it, so that no part of it is the writer's. */
  readonly isAllSaid?: boolean
  /** For each word of the sentence, the original's token it comes from; undefined for a word that was put in. */
  readonly origin: (word: number) => number | undefined
  /** The verb that a noun hides, by the noun's dictionary form. */
  readonly hiddenVerb: (noun: string) => HiddenVerb | undefined
}

/** A way to make one sentence easier. Its examples are its tests and its documentation. */
export interface Rule {
  /** Stable, kebab-case; stored with every change that the rule makes. */
  readonly name: string
  /** One plain sentence for the reader's "What changed" page. */
  readonly because: string
  /** Levels that the rule serves; both where it says nothing. */
  readonly levels?: readonly Level[]
  /** Only asked where the sentence is longer than its level likes. */
  readonly whenLong?: boolean
  /**
   * Set where the words themselves show the part ("…, which took effect on Saturday, …"). Such a rewrite also stands if the
   * second reader sees nothing to do, as long as the first is sure of every arc that is cut.
   */
  readonly shows?: boolean
  /**
   * Set where the rule reads marks and word classes only, not the tree. Its rewrite stands if both readers see a whole main
   * clause in each new sentence and read it with ease.
   */
  readonly byMarks?: boolean
  /** Set where the words leave only one place to cut (", by which time"): its sentences need not read with more ease. */
  readonly certain?: boolean
  /** Set where the second sentence only tells more of something in the first: what leans on the first may stand between them. */
  readonly adds?: boolean
  /** Set where the second sentence tells what happens beside the first: inside a claim it may be the writer's own, as with `adds`. */
  readonly besides?: boolean
  /** Set where every new sentence of a claim names its speaker itself, or tells only who the speaker is. */
  readonly keepsSpeaker?: boolean
  /** Sentences before and after. */
  readonly examples: readonly (readonly [before: string, ...after: string[]])[]
  /** Sentences that look alike and must stay as they are. */
  readonly leavesAlone: readonly string[]
  /** The new sentences, or `undefined` where the rule has nothing to say. */
  readonly rewrite: (sentence: AnalysedSentence, context: RuleContext) => Rewrite | undefined
}
