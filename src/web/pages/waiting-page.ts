import type { Progress } from '../../jobs/queue.ts'
import type { StoredArticle } from '../../store/store.ts'

/** A story that came in but is not yet made easy. */
export interface WaitingPage {
  readonly headline: string
  readonly message: string
}

/** What to tell a reader who is early. */
export function waitingPage(article: StoredArticle, progress: Progress | undefined): WaitingPage {
  const percent = Math.round((progress?.share ?? 0) * 100)
  return {
    headline: article.arrival.fields.headline,
    message:
      percent > 0
        ? `The easy text is being made. ${percent} per cent is done.`
        : 'The easy text is being made. This takes a few seconds.',
  }
}
