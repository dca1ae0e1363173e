import type { Level } from '../document/article.ts'
import type { Document } from '../document/document.ts'

/** What a part of the wrap is. */
export type WrapPartKind = 'greeting' | 'headlines' | 'story' | 'word-of-the-day' | 'sign-off'

/** One part of a wrap: a run of sentences of the wrap's document. */
export interface WrapPart {
  readonly kind: WrapPartKind
  readonly title: string
  /** Sentence indexes `[from, to)` in the wrap's document. */
  readonly from: number
  readonly to: number
  /** The story that this part tells. */
  readonly article?: string
}

/** The five-minute bulletin of a day: one document, read from top to bottom. */
export interface Wrap {
  /** `2026-11-23` in the site's time zone. */
  readonly date: string
  readonly level: Level
  readonly title: string
  readonly document: Document
  readonly parts: readonly WrapPart[]
  /** Article ids in order. */
  readonly articles: readonly string[]
  /** Length that the script should have at its pace, seconds. The made file is measured on its own. */
  readonly expectedSeconds: number
}
