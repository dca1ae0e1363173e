import type { TokenSpan } from '../document/span.ts'

/** A part of a speaker's own clause in its easy order: words as they stand, or a word that takes the place of some. */
export type SpeakerPart =
  | { readonly kind: 'keep'; readonly span: TokenSpan }
  | { readonly kind: 'put'; readonly text: string; readonly standsFor: TokenSpan }

/** Words of the speaker's clause as they stand. */
export const keptPart = (span: TokenSpan): SpeakerPart => ({ kind: 'keep', span })

/** A word in the place of some. */
export const madePart = (text: string, standsFor: TokenSpan): SpeakerPart => ({ kind: 'put', text, standsFor })

/** Where the claim of a sentence stands and who makes it. All spans are in the sentence's own words. */
export interface Attribution {
  readonly kind: 'front' | 'end' | 'middle' | 'according-to'
  /** Head word of the speaker. */
  readonly speaker: number
  readonly speakerSpan: TokenSpan
  /** The reporting verb; undefined for "according to". */
  readonly verb: number | undefined
  /** What is said, in one or two runs. */
  readonly content: readonly TokenSpan[]
  /** The words of the frame in reading order: before, subject, verb, rest. */
  readonly frame: readonly SpeakerPart[]
}

/** Verbs that take the person who is told before the claim. */
export const toSomebody = /^(?:tell|assure|warn|inform|remind|promise|advise)$/
