import type { Alignment } from './alignment.ts'
import type { Document } from './document.ts'
import type { Layer } from './layer.ts'

/** `1` easiest (about CEFR A2), `2` easy (about B1). */
export type Level = 1 | 2

/** What may be done with a source's text. A missing licence allows all three on one's own machine. */
export interface Permissions {
  readonly mayAdapt: boolean
  readonly mayShowOriginal: boolean
  readonly mayMakeAudio: boolean
}

/** What stands above and around a body, as far as it was told. Dates are ISO 8601. */
export interface ArticleFields {
  readonly headline: string
  readonly summary?: string
  /** Who published it: "The Bay Courier". */
  readonly source?: string
  /** Whose text it is: "AAP" of "Source: AAP". */
  readonly credit?: string
  readonly author?: string
  readonly url?: string
  /** Date (`2026-11-17`) or date and time with offset. */
  readonly published?: string
  /** BCP 47. */
  readonly language: string
  readonly topic?: string
  readonly licence?: string
  readonly permissions: Permissions
  /** Made by this project to show how it works; `newsease remove --samples` takes it away. */
  readonly sample?: boolean
}

/** A cleaned article on its way in: fields and plain blocks. Not yet stored, so it has no id. */
export interface Arrival {
  readonly fields: ArticleFields
  /** Paragraphs, subheadings and list items in order, without headline and summary. No markup, no furniture. */
  readonly body: readonly { readonly kind: 'paragraph' | 'heading' | 'item'; readonly text: string }[]
}

/** A hard word or term with its easy meaning. */
export interface Gloss {
  /** The word or term as it is looked up: a lemma, or a phrase. */
  readonly term: string
  /** A whole easy sentence: "A ceasefire is when two sides in a war agree to stop fighting." */
  readonly meaning: string
  readonly partOfSpeech: string
  /** What it has to do with: law, health, sport …; none where a dictionary gave the meaning. */
  readonly topic?: string
  /** `own` is written for this project, `derived` made by rule from what is; `fallback` comes from a general dictionary. */
  readonly origin: 'own' | 'derived' | 'fallback'
}

/** What a sentence of an edition is. */
export type SentenceKind = 'headline' | 'story' | 'explanation'

/** One sentence of an edition: where it comes from and why it reads as it does. */
export interface EditionSentence {
  readonly kind: SentenceKind
  /** Indexes into the original's `sentences`; empty for an explanation. */
  readonly sources: readonly number[]
  /** Names of the rules that changed it, in order; empty where it was kept. */
  readonly rules: readonly string[]
}

/** Something the fidelity check saw. `problem` blocks approval; `note` is for information. */
export interface FidelityFinding {
  readonly kind:
    | 'number-added'
    | 'number-lost'
    | 'name-added'
    | 'name-lost'
    | 'quote-changed'
    | 'negation-lost'
    | 'hedge-lost'
    | 'attribution-lost'
    | 'direction-changed'
    | 'sentence-added'
    | 'sentence-left-out'
    | 'protected-lost'
  readonly weight: 'problem' | 'note'
  /** Easy words for the reader: `The number 14 is not in the source.` */
  readonly message: string
  /** Sentence index in the edition, where there is one. */
  readonly sentence?: number
  /** Sentence index in the original, where there is one. */
  readonly source?: number
}

/** Source against edition. */
export interface FidelityReport {
  readonly findings: readonly FidelityFinding[]
  /** Indexes of source sentences of which nothing was kept. */
  readonly leftOut: readonly number[]
  /** Indexes of edition sentences that were added (explanations). */
  readonly added: readonly number[]
  /** Share of source words that stand in the edition or in words made from them, 0–1. */
  readonly kept: number
}

/** An article at one level. Block 0 of the document is the headline. */
export interface Edition {
  readonly level: Level
  readonly document: Document
  /** One entry for each sentence of `document`. */
  readonly sentences: readonly EditionSentence[]
  /** From the original's tokens to this edition's tokens. */
  readonly alignment: Alignment
  /** Hard words left in the text, each at its first place. */
  readonly glosses: Layer<Gloss>
  readonly fidelity: FidelityReport
  /** Which rewriter made it: the embedded engine and its version, or an outside model's name. */
  readonly madeBy: string
}

/** States of an edition, in order of trust. */
export type EditionState = 'draft' | 'checked' | 'approved' | 'published' | 'corrected' | 'withdrawn'
