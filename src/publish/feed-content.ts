import type { ArticleFields, Edition, Level } from '../document/article.ts'
import type { Narration } from '../speech/timings.ts'
import type { Wrap } from '../wrap/wrap.ts'

/** What a feed says of its site. */
export interface FeedSite {
  readonly name: string
  readonly url: string
  readonly language: string
}

/** One story of a text feed. */
export interface FeedStory {
  readonly article: {
    readonly id: string
    readonly received: string
    readonly updated: string
    readonly arrival: { readonly fields: ArticleFields }
  }
  readonly edition: { readonly edition: Edition }
  readonly narration?: Narration
  readonly path: string
}

/** A text feed: all stories of a level, or those of one topic. */
export interface FeedContent {
  readonly site: FeedSite
  readonly level: Level
  readonly topic?: string
  readonly path: string
  readonly stories: readonly FeedStory[]
}

/** One feed in the list of all. */
export interface FeedAddress {
  readonly name: string
  readonly path: string
}

/** The wraps of a podcast. */
export interface PodcastContent {
  readonly site: FeedSite
  readonly path: string
  readonly episodes: readonly { readonly wrap: Wrap; readonly narration: Narration; readonly path: string }[]
}
