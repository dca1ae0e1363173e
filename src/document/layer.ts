import type { TokenSpan } from './span.ts'

/** Something said about a stretch of tokens. */
export interface Note<Value> {
  readonly span: TokenSpan
  readonly value: Value
}

/** Things said about one document: glosses, names, timings. It names the document that it is about. */
export interface Layer<Value> {
  readonly document: string
  /** In order of `span.start`. */
  readonly notes: readonly Note<Value>[]
}

/** A layer whose notes are put in order. */
export function layer<Value>(document: string, notes: readonly Note<Value>[]): Layer<Value> {
  return { document, notes: [...notes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) }
}
