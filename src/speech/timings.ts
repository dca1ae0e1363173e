import type { TokenSpan } from '../document/span.ts'

/** When one spoken word sounds, in seconds from the start of the file, and which tokens it says. */
export interface WordTime {
  readonly tokens: TokenSpan
  readonly start: number
  readonly end: number
}

/** When one sentence sounds. */
export interface SentenceTime {
  /** Index into the spoken document's `sentences`. */
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly words: readonly WordTime[]
}

/** A part of a longer narration: a story in a wrap. */
export interface Chapter {
  readonly title: string
  readonly start: number
  readonly end: number
  /** Path on the site that the chapter is about, if any. */
  readonly path?: string
}

/** A made sound file, measured after it was made. */
export interface Narration {
  /** Hash of the spoken text, voice and pace: equal to the edition's own when the sound is current (checklist A1). */
  readonly textHash: string
  readonly voice: string
  /** The voice that was wanted and did not work, where another one speaks instead. */
  readonly insteadOf?: string
  readonly pace: number
  readonly seconds: number
  readonly bytes: number
  /** Integrated loudness in LUFS, measured on the made samples. */
  readonly loudness: number
  readonly sentences: readonly SentenceTime[]
  readonly chapters: readonly Chapter[]
  /** Name of the MP3 in the media store. */
  readonly file: string
  /** Names of the clips that it was made of; older narrations do not tell them. */
  readonly clips?: readonly string[]
}
