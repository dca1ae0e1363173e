import type { TokenSpan } from '../document/span.ts'

/** Part of a new sentence: source tokens carried over, or new words standing for some. */
export type Piece =
  | { readonly kind: 'keep'; readonly span: TokenSpan }
  | { readonly kind: 'put'; readonly text: string; readonly standsFor: TokenSpan }

/** The sentences that take the place of one sentence. Spans are indexes of the sentence's own words. */
export type Rewrite = readonly (readonly Piece[])[]

/** Source words as they stand. */
export function keep(span: TokenSpan): Piece {
  return { kind: 'keep', span }
}

/** New words in the place of some source words; the span is empty where words are only added. */
export function put(text: string, standsFor: TokenSpan): Piece {
  return { kind: 'put', text, standsFor }
}
