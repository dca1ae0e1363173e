/**
 * Why a piece of work could not be done, as a value: one article can fail and the run goes on.
 *
 * `reason` is for readers: one plain sentence. `cause` is for operators and may hold details.
 */
export interface Failure {
  readonly kind: FailureKind
  readonly reason: string
  readonly cause?: string
}

export type FailureKind =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'binary'
  | 'wrong-encoding'
  | 'not-english'
  | 'no-article'
  | 'too-deep'
  | 'too-slow'
  | 'paywall'
  | 'advert'
  | 'puzzle'
  | 'live-blog'
  | 'link-list'
  | 'cut-off'
  | 'near-copy'
  | 'not-allowed'
  | 'not-found'
  | 'invalid'
  | 'unreachable'
  | 'voice-missing'
  | 'voice-failed'
  | 'media-failed'

/** A value, or why there is none. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

/** A result that holds a value. */
export function done<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

/** A result that says why there is no value. */
export function failed(kind: FailureKind, reason: string, cause?: string): Result<never> {
  return { ok: false, failure: cause === undefined ? { kind, reason } : { kind, reason, cause } }
}
