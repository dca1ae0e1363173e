import type { Level } from '../document/article.ts'
import type { PreparedArticle } from '../edition/prepared.ts'
import type { EditionStatus, Store, StoredArticle } from '../store/store.ts'
import { type StorySummary, summaryOf } from './pages/story-summary.ts'

/** Stories as readers may see them. Keeps the last ones read, because a page is asked for far more often than it changes. */
export interface Catalogue {
  /** What was made from an article; undefined while nothing is ready. */
  readonly prepared: (article: StoredArticle) => Promise<PreparedArticle | undefined>
  /** An edition's status, or undefined where readers may not see the edition yet. */
  readonly publicStatus: (article: StoredArticle, level: Level) => Promise<EditionStatus | undefined>
  /** One line of a list; undefined where readers may not see the edition yet. */
  readonly summary: (article: StoredArticle, level: Level) => Promise<StorySummary | undefined>
  /** The lines of a list, in the given order, without the hidden ones. */
  readonly summaries: (articles: readonly StoredArticle[], level: Level) => Promise<readonly StorySummary[]>
}

const kept = 60

/** A catalogue over a store. With `review` required only approved texts are public. */
export function createCatalogue(store: Store, review: 'off' | 'required'): Catalogue {
  const stories = new Map<string, PreparedArticle>()

  async function prepared(article: StoredArticle): Promise<PreparedArticle | undefined> {
    if (article.state !== 'ready') return undefined
    const key = `${article.id}:${article.version}:${article.updated}`
    const known = stories.get(key)
    if (known !== undefined) {
      stories.delete(key)
      stories.set(key, known)
      return known
    }
    const story = await store.story(article.id)
    if (story === undefined) return undefined
    stories.set(key, story.prepared)
    for (const oldest of stories.keys()) {
      if (stories.size <= kept) break
      stories.delete(oldest)
    }
    return story.prepared
  }

  async function publicStatus(article: StoredArticle, level: Level): Promise<EditionStatus | undefined> {
    if (article.state !== 'ready') return undefined
    const status = await store.editionStatus(article.id, level)
    return status !== undefined && isPublic(status, review) ? status : undefined
  }

  async function summary(article: StoredArticle, level: Level): Promise<StorySummary | undefined> {
    if ((await publicStatus(article, level)) === undefined) return undefined
    const story = await prepared(article)
    if (story === undefined) return undefined
    const narration = await store.narration({ kind: 'story', article: article.id, level })
    return summaryOf(article, story.editions[level], narration)
  }

  async function summaries(articles: readonly StoredArticle[], level: Level): Promise<readonly StorySummary[]> {
    const found = await Promise.all(articles.map((article) => summary(article, level)))
    return found.filter((line) => line !== undefined)
  }

  return { prepared, publicStatus, summary, summaries }
}

function isPublic(status: EditionStatus, review: 'off' | 'required'): boolean {
  if (status.state === 'withdrawn') return false
  if (review === 'off') return true
  return status.state === 'approved' || status.state === 'published' || status.state === 'corrected'
}
