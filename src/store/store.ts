import type { Arrival, EditionState, Gloss, Level } from '../document/article.ts'
import type { PreparedArticle, PreparedEdition } from '../edition/prepared.ts'
import type { Narration } from '../speech/timings.ts'
import type { Wrap } from '../wrap/wrap.ts'

/** An article as it is kept. */
export interface StoredArticle {
  readonly id: string
  /** `2026-11-23` in the site's time zone: day of publication, or of arrival. With the slug it is the address. */
  readonly date: string
  readonly slug: string
  /** 1 for the first text; a changed text of the same article is the next version. */
  readonly version: number
  readonly arrival: Arrival
  /** ISO 8601 times. */
  readonly received: string
  readonly updated: string
  /** `withdrawn` answers 410. */
  readonly state: 'waiting' | 'ready' | 'failed' | 'withdrawn'
  /** For operators, when `state` is `failed`. */
  readonly problem?: string
}

/** An article with what was made from it. */
export interface StoredStory {
  readonly article: StoredArticle
  readonly prepared: PreparedArticle
}

/** An edition's place between machine and reader. */
export interface EditionStatus {
  readonly level: Level
  readonly state: EditionState
  /** Hash of the edition's text; an approval is bound to it. */
  readonly textHash: string
  readonly checkedBy?: string
  readonly checkedAt?: string
}

/** What is spoken: a story at a level, or a wrap. */
export type Spoken =
  | { readonly kind: 'story'; readonly article: string; readonly level: Level }
  | { readonly kind: 'wrap'; readonly date: string }

/** One hit of a search: `excerpt` is plain text, `marks` are ranges in it that match. */
export interface SearchHit {
  readonly article: StoredArticle
  readonly headline: string
  readonly excerpt: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** A published change of a published text. */
export interface Correction {
  readonly at: string
  readonly article: string
  readonly headline: string
  readonly path: string
  readonly what: string
}

/** Something that did not become an article, kept for the operator. */
export interface Refusal {
  readonly at: string
  readonly origin: string
  readonly kind: string
  readonly reason: string
  readonly cause?: string
}

/** What an offered article became. */
export interface SaveOutcome {
  readonly kind: 'new' | 'changed' | 'same'
  readonly article: StoredArticle
}

/** Which articles to list. Newest first. `to` is exclusive. */
export interface ArticleQuery {
  readonly from?: string
  readonly to?: string
  readonly topic?: string
  readonly state?: StoredArticle['state']
  readonly limit?: number
  readonly offset?: number
}

/** A glossed term with its meaning and how many stories use it. */
export interface StoredWord {
  readonly term: string
  /** Our own where any story has one, else a dictionary's. */
  readonly meaning: string
  readonly origin: Gloss['origin']
  readonly stories: number
}

/** All that lasts. Adapters pass `tests/store/contract.ts`. */
export interface Store {
  /** By URL if there is one, else by body hash: the same is the same, a changed text is a new version. `now` is ISO 8601. */
  readonly saveArticle: (arrival: Arrival, now: string) => Promise<SaveOutcome>
  readonly article: (id: string) => Promise<StoredArticle | undefined>
  /** `moved` is set when `slug` is an old one: answer 301. */
  readonly articleAt: (
    date: string,
    slug: string,
  ) => Promise<{ readonly article: StoredArticle; readonly moved: boolean } | undefined>
  readonly articles: (query: ArticleQuery) => Promise<readonly StoredArticle[]>
  readonly countArticles: (query: ArticleQuery) => Promise<number>
  readonly failArticle: (id: string, problem: string) => Promise<void>
  /** Removes for good, with editions, narrations, search entries and the wraps of their days. Answers how many went. */
  readonly removeArticles: (which: { readonly id: string } | { readonly samples: true }) => Promise<number>
  readonly topics: () => Promise<readonly { readonly topic: string; readonly articles: number }[]>
  /** Months with stories, newest first: `2026-11`. */
  readonly months: () => Promise<readonly { readonly month: string; readonly articles: number }[]>

  /** Replaces what was made from this version of the article and makes it `ready`; does nothing if a newer version is there. */
  readonly savePrepared: (id: string, version: number, prepared: PreparedArticle, now: string) => Promise<void>
  readonly story: (id: string) => Promise<StoredStory | undefined>
  readonly edition: (id: string, level: Level) => Promise<PreparedEdition | undefined>
  readonly editionStatus: (id: string, level: Level) => Promise<EditionStatus | undefined>

  readonly saveNarration: (spoken: Spoken, narration: Narration) => Promise<void>
  readonly narration: (spoken: Spoken) => Promise<Narration | undefined>
  /** All files that some narration names: sound and clips. */
  readonly narrationFiles: () => Promise<readonly string[]>

  readonly saveWrap: (wrap: Wrap, now: string) => Promise<void>
  readonly wrap: (date: string) => Promise<Wrap | undefined>
  /** Newest first. */
  readonly wraps: (limit: number) => Promise<readonly Wrap[]>

  readonly search: (
    query: string,
    limit: number,
    offset: number,
  ) => Promise<{ readonly total: number; readonly hits: readonly SearchHit[] }>
  /** Stories that gloss a term, newest first. */
  readonly storiesWithWord: (term: string, limit: number) => Promise<readonly StoredArticle[]>
  /** All glossed terms with how many stories use each, by alphabet. */
  readonly words: () => Promise<readonly StoredWord[]>

  /** The short code printed on a sheet for this exact text: letters and digits, made once. */
  readonly printCode: (id: string, level: Level, textHash: string) => Promise<string>
  readonly printed: (
    code: string,
  ) => Promise<{ readonly article: string; readonly level: Level; readonly textHash: string } | undefined>

  readonly corrections: (limit: number) => Promise<readonly Correction[]>
  readonly addRefusal: (refusal: Refusal) => Promise<void>
  readonly refusals: (limit: number) => Promise<readonly Refusal[]>
  readonly close: () => Promise<void>
}
