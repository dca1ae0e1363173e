import type { SearchHit } from '../../store/store.ts'
import { storyPath } from '../parts.ts'
import { shortDay } from './dates.ts'

/** A stretch of an excerpt; `found` where it matches what was asked. */
export interface ExcerptPart {
  readonly text: string
  readonly found: boolean
}

/** What was asked and what was found. */
export interface SearchPage {
  readonly query: string
  readonly asked: boolean
  readonly result: string
  readonly hits: readonly {
    readonly headline: string
    readonly path: string
    readonly day: string
    readonly sample: boolean
    readonly excerpt: readonly ExcerptPart[]
  }[]
  readonly newer?: string
  readonly older?: string
}

/** The search page; before anything was asked it is only the form. */
export function searchPage(
  query: string,
  found: { readonly total: number; readonly hits: readonly SearchHit[] } | undefined,
  page: number,
  perPage: number,
  level: 1 | 2,
): SearchPage {
  const total = found?.total ?? 0
  const link = (number: number): string => `/search?q=${encodeURIComponent(query)}&page=${number}`
  return {
    query,
    asked: found !== undefined,
    result: resultInWords(query, total),
    hits: (found?.hits ?? []).map(({ article, headline, excerpt, marks }) => ({
      headline,
      path: storyPath(article, level),
      day: shortDay(article.date),
      sample: article.arrival.fields.sample === true,
      excerpt: partsOf(excerpt, marks),
    })),
    ...(page > 1 ? { newer: link(page - 1) } : {}),
    ...(page * perPage < total ? { older: link(page + 1) } : {}),
  }
}

function resultInWords(query: string, total: number): string {
  if (total === 0) return `No story has “${query}”. Try one short word.`
  return total === 1 ? `1 story has “${query}”.` : `${total} stories have “${query}”.`
}

function partsOf(
  excerpt: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at || end <= start) continue
    if (start > at) parts.push({ text: excerpt.slice(at, start), found: false })
    parts.push({ text: excerpt.slice(start, end), found: true })
    at = end
  }
  if (at < excerpt.length) parts.push({ text: excerpt.slice(at), found: false })
  return parts
}
