import type { Level } from '../document/article.ts'
import type { Result } from '../failure.ts'
import type { Queue } from '../jobs/queue.ts'
import type { Media } from '../media/media.ts'
import type { SaveOutcome, Store } from '../store/store.ts'
import type { Publishing } from './publishing.ts'

/** What the pages say about the site itself. */
export interface Site {
  readonly name: string
  /** Without a slash at the end: `http://localhost:3000`. */
  readonly url: string
  /** BCP 47, of the pages: `en-AU`. */
  readonly language: string
  /** IANA name: `Australia/Sydney`. */
  readonly timeZone: string
  /** `required`: nothing is public before a named person approved that exact text. */
  readonly review: 'off' | 'required'
}

/** A file offered through the API, as it came. */
export interface Offered {
  readonly bytes: Uint8Array
  readonly contentType?: string
  readonly url?: string
}

/** All that the pages need. Built by `main.ts`, and by tests with parts in memory. */
export interface WebParts {
  readonly site: Site
  readonly store: Store
  readonly queue: Queue
  readonly media: Media
  readonly publishing: Publishing
  readonly clock: () => Date
  /** Without a token the writing part of the API does not exist. */
  readonly apiToken?: string
  /** Takes in one offered file; answers what became of each article in it. */
  readonly receive: (offered: Offered) => Promise<Result<readonly SaveOutcome[]>>
  /** The voice that reads, in words: "flite slt". Absent when there is none. */
  readonly voice?: string
  /** Keeps templates compiled. */
  readonly production: boolean
  /** Requests that one address may make in a minute; 600 unless told. */
  readonly requestsPerMinute?: number
  /** Told of every mistake of ours that a request met. */
  readonly report?: (error: unknown, path: string) => void
}

/** A story's address: `/news/2026/11/23/slug`, with a level or a part after it. */
export function storyPath(article: { readonly date: string; readonly slug: string }, part?: Level | string): string {
  const base = `/news/${article.date.replaceAll('-', '/')}/${article.slug}`
  return part === undefined ? base : `${base}/${part}`
}
