import { monthInWords } from './dates.ts'
import type { StorySummary } from './story-summary.ts'

/** Stories day by day, with links to more pages. */
export interface ListPage {
  readonly heading: string
  readonly days: readonly { readonly day: string; readonly stories: readonly StorySummary[] }[]
  readonly newer?: string
  readonly older?: string
}

/** Where old stories are: months and topics. */
export interface ArchivePage {
  readonly months: readonly { readonly words: string; readonly path: string; readonly stories: string }[]
  readonly topics: readonly { readonly words: string; readonly path: string; readonly stories: string }[]
  readonly latest: readonly StorySummary[]
}

/** One page of a longer list. `address` is the list's own, without a page number. */
export function listPage(given: {
  readonly heading: string
  readonly stories: readonly StorySummary[]
  readonly address: string
  readonly page: number
  readonly pages: number
}): ListPage {
  const { heading, stories, address, page, pages } = given
  const days = [...new Set(stories.map((story) => story.day))]
  return {
    heading,
    days: days.map((day) => ({ day, stories: stories.filter((story) => story.day === day) })),
    ...(page > 1 ? { newer: `${address}?page=${page - 1}` } : {}),
    ...(page < pages ? { older: `${address}?page=${page + 1}` } : {}),
  }
}

/** The archive's front page. */
export function archivePage(
  months: readonly { readonly month: string; readonly articles: number }[],
  topics: readonly { readonly topic: string; readonly articles: number }[],
  latest: readonly StorySummary[],
): ArchivePage {
  return {
    months: months.map(({ month, articles }) => ({
      words: monthInWords(month),
      path: `/archive/${month.replace('-', '/')}`,
      stories: countStories(articles),
    })),
    topics: topics.map(({ topic, articles }) => ({
      words: topicInWords(topic),
      path: `/topic/${encodeURIComponent(topic)}`,
      stories: countStories(articles),
    })),
    latest,
  }
}

/** "1 story", "12 stories". */
export function countStories(stories: number): string {
  return stories === 1 ? '1 story' : `${stories} stories`
}

/** A topic as a heading: its first letter large. */
export function topicInWords(topic: string): string {
  return topic.charAt(0).toUpperCase() + topic.slice(1)
}
