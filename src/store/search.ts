import type { Database, Row } from './database.ts'
import { number, text } from './database.ts'
import type { SearchHit, StoredArticle } from './store.ts'

// Marks that no text holds: private-use characters.
const open = '\uE000'
const close = '\uE001'

/** Full-text search: every word must stand in the story, the last one may be a beginning. Raw text never reaches MATCH. */
export function searchStore(
  database: Database,
  query: string,
  limit: number,
  offset: number,
  articleOf: (row: Row) => StoredArticle,
): { readonly total: number; readonly hits: readonly SearchHit[] } {
  const words =
    query
      .slice(0, 200)
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 12) ?? []
  if (words.length === 0) return { total: 0, hits: [] }
  const match = words
    .map((word, at) => (at === words.length - 1 && word.length > 2 ? `"${word}"*` : `"${word}"`))
    .join(' ')
  const total = number(database.one('select count(*) as count from search where search match ?', match) ?? {}, 'count')
  const rows = database.all(
    `select articles.*, snippet(search, -1, '${open}', '${close}', '…', 28) as excerpt from search join articles on articles.id = search.article
     where search match ? order by bm25(search, 0, 4.0, 2.0, 1.0), articles.date desc limit ? offset ?`,
    match,
    limit,
    offset,
  )
  const hits = rows.map((row): SearchHit => {
    const article = articleOf(row)
    return { article, headline: article.arrival.fields.headline, ...marked(text(row, 'excerpt')) }
  })
  return { total, hits }
}

function marked(raw: string): Pick<SearchHit, 'excerpt' | 'marks'> {
  let excerpt = ''
  let start = 0
  const marks: { start: number; end: number }[] = []
  for (const sign of raw.replaceAll(/\s+/g, ' ')) {
    if (sign === open) start = excerpt.length
    else if (sign === close) marks.push({ start, end: excerpt.length })
    else excerpt += sign
  }
  return { excerpt, marks }
}
