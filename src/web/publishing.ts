import type { Level } from '../document/article.ts'
import type { Document } from '../document/document.ts'
import type { PreparedEdition } from '../edition/prepared.ts'
import type { Narration } from '../speech/timings.ts'
import type { StoredArticle } from '../store/store.ts'
import type { Wrap } from '../wrap/wrap.ts'
import type { Site } from './parts.ts'

/** One story of a text feed. */
export interface FeedStory {
  readonly article: StoredArticle
  readonly edition: PreparedEdition
  readonly narration?: Narration
  /** Path of the story's page. */
  readonly path: string
}

/** A text feed: all stories of a level, or those of one topic. Newest first. */
export interface FeedContent {
  readonly site: Site
  readonly level: Level
  readonly topic?: string
  /** Path of the feed itself. */
  readonly path: string
  readonly stories: readonly FeedStory[]
}

/** The daily wraps that have sound. Newest first. */
export interface PodcastContent {
  readonly site: Site
  readonly path: string
  readonly episodes: readonly { readonly wrap: Wrap; readonly narration: Narration; readonly path: string }[]
}

/** One feed in the list of all. */
export interface FeedAddress {
  readonly name: string
  readonly path: string
}

/** Writes what is published beside the pages. Each answers the whole file as text. */
export interface Publishing {
  readonly captions: (document: Document, narration: Narration) => string
  readonly chapters: (narration: Narration, site: Site) => string
  readonly podcast: (content: PodcastContent) => string
  readonly rss: (content: FeedContent) => string
  readonly atom: (content: FeedContent) => string
  readonly jsonFeed: (content: FeedContent) => string
  readonly outlines: (site: Site, feeds: readonly FeedAddress[]) => string
}
