import type { Document } from '../document/document.ts'
import type { Layer } from '../document/layer.ts'
import type { TokenSpan } from '../document/span.ts'

/** What generation needs to know of a word's form. A feature that does not apply is absent. */
export interface Features {
  readonly number?: 'singular' | 'plural'
  readonly tense?: 'past' | 'present'
  readonly person?: 1 | 2 | 3
  readonly form?: 'finite' | 'infinitive' | 'participle' | 'gerund'
  readonly degree?: 'comparative' | 'superlative'
}

/** One token as the parser reads it. Index in `words` + `span.start` of its sentence = its token index. */
export interface Word {
  readonly text: string
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly upos: string
  /** Penn tag: NN, VBD … */
  readonly xpos: string
  readonly features: Features
  /** Index of the head in `words`; -1 for the root. */
  readonly head: number
  /** Universal dependency relation with its subtype: `nsubj`, `nsubj:pass`, `acl:relcl` … */
  readonly relation: string
  /** Calibrated probabilities, 0–1. */
  readonly confidence: { readonly tag: number; readonly arc: number; readonly label: number }
}

/** One sentence with its words read. */
export interface AnalysedSentence {
  readonly document: Document
  readonly span: TokenSpan
  readonly words: readonly Word[]
}

/** What a name is of. */
export type NameKind = 'person' | 'organisation' | 'place' | 'nationality' | 'event' | 'work' | 'other'

/** A name as it stands in the text. `entity` is the same for all mentions of one thing. */
export interface Name {
  readonly kind: NameKind
  readonly entity: number
  /** The fullest form in the article: "Barack Obama". */
  readonly full: string
  /** "US President", "Mr": what stands before the name as title. */
  readonly title?: string
}

/** A number, amount, or time as it stands in the text. */
export interface Quantity {
  readonly kind: 'number' | 'money' | 'percent' | 'ordinal' | 'range' | 'date' | 'time' | 'duration' | 'age'
  /** Plain value where there is one; of a range the lower end, of a time the minutes since midnight. */
  readonly value?: number
  /** The upper end of a range. */
  readonly upTo?: number
  /** What is counted: `$`, `US$`, `%`, `year`, `km` … as a lemma or sign. */
  readonly unit?: string
  /** For a day that is named and could be resolved against the article's own: `2026-11-18`. */
  readonly date?: string
  /** First and last day of what is told less exactly: "yesterday", "last month", "in 2024". */
  readonly from?: string
  readonly to?: string
}

/** All that was read off one document. */
export interface Analysis {
  readonly document: Document
  readonly sentences: readonly AnalysedSentence[]
  readonly names: Layer<Name>
  readonly quantities: Layer<Quantity>
}

/** A block of text to be read as a document. */
export interface TextBlock {
  readonly kind: 'headline' | 'summary' | 'heading' | 'paragraph' | 'item'
  readonly text: string
}

/** Reads English. The same text gives the same analysis on every machine. */
export interface Reader {
  /** Splits blocks into sentences and tokens: the document that all else points into. Never throws on text. */
  readonly read: (id: string, blocks: readonly TextBlock[]) => Document
  /** Tags, parses and names a document. `published` (ISO date) resolves "on Wednesday". */
  readonly analyse: (document: Document, published?: string) => Analysis
  /** Parses one sentence on its own, as `analyse` would, without names: for text made on the way. */
  readonly parse: (sentence: string) => AnalysedSentence
  /** Parses with given tokens, for CoNLL-U in and out. */
  readonly parseForms: (forms: readonly string[]) => readonly Word[]
}
