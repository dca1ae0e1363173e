import type { Level } from '../../document/article.ts'
import type { Result } from '../../failure.ts'

/** One paragraph that another rewriter is asked to make easier. */
export interface RewriteRequest {
  readonly level: Level
  readonly paragraph: string
  /** Names of the paragraph, as they must stay. */
  readonly names: readonly string[]
}

/** A rewriter outside the engine, such as a language model. What it answers is never trusted: it must pass the judge. */
export interface Rewriter {
  /** The name that readers are told. */
  readonly name: string
  /** Plain text for the paragraph, or why there is none. Never throws for what a server does. */
  readonly rewrite: (request: RewriteRequest) => Promise<Result<string>>
}

/** What an outside rewriter wrote for one article: for each level, texts by the index of their paragraph in `blocks`. */
export interface Suggestions {
  readonly name: string
  readonly texts: Readonly<Record<Level, ReadonlyMap<number, string>>>
}
