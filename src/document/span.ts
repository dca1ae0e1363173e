/**
 * A half-open range `[start, end)`.
 *
 * The unit is part of the type: characters of a text and tokens of a document
 * are both counted with numbers, and a range of one must never pass for the other.
 */
export interface Span<Unit extends 'character' | 'token'> {
  readonly start: number
  readonly end: number
  /** Never set; it only keeps the two kinds apart for the compiler. */
  readonly unit?: Unit
}

/** A range of UTF-16 code units of one text. */
export type CharacterSpan = Span<'character'>
/** A range of token indexes of one document. */
export type TokenSpan = Span<'token'>

/** The tokens from `start` up to, not including, `end`. */
export function tokens(start: number, end: number): TokenSpan {
  return { start, end }
}

/** The characters from `start` up to, not including, `end`. */
export function characters(start: number, end: number): CharacterSpan {
  return { start, end }
}
