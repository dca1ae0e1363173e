import type { TokenSpan } from '../document/span.ts'
import type { Result } from '../failure.ts'

/** One word as it is said: plain letters only, no digits and no marks. A name that has a respelling may be two of them. */
export interface SpokenWord {
  readonly text: string
  /** Respelled for voices that read by the letters and get this name wrong. */
  readonly sounds?: string
  /** A short silence follows, as between the groups of a telephone number. */
  readonly breath?: true
  /** The tokens of the shown text that this word says. One token may be several spoken words and the other way round. */
  readonly tokens: TokenSpan
}

/** One sentence to be said. */
export interface Utterance {
  readonly words: readonly SpokenWord[]
  /** What is sent to a voice that knows names: the words with the commas that guide its breath. */
  readonly text: string
  /** What is sent to a voice that reads by the letters: the same with names respelled. */
  readonly respelled: string
  /** Words a minute that the finished sound should have, pauses between sentences included. */
  readonly pace: number
}

/** One said sentence: mono sound, silence trimmed at both ends. */
export interface Clip {
  readonly sampleRate: number
  readonly samples: Float32Array
  /** One entry for each spoken word of the utterance, in seconds from the start of the clip. */
  readonly words: readonly { readonly start: number; readonly end: number }[]
}

/** Something that can say a sentence. Adapters live in `src/voices`. */
export interface Voice {
  /** Stable; part of every clip's cache key: `flite-slt-1`. */
  readonly name: string
  readonly availability: () => Promise<
    { readonly available: true } | { readonly available: false; readonly reason: string }
  >
  readonly speak: (utterance: Utterance, signal?: AbortSignal) => Promise<Result<Clip>>
  readonly close: () => Promise<void>
}
