import { createHash, randomInt } from 'node:crypto'
import { isNearCopy } from '../clean/near-copy.ts'
import type { Arrival, EditionState, Level } from '../document/article.ts'
import { type Document, freezeDocument } from '../document/document.ts'
import type { PreparedArticle, PreparedEdition } from '../edition/prepared.ts'
import type { Narration } from '../speech/timings.ts'
import type { Wrap } from '../wrap/wrap.ts'
import { type Database, number, type Row, text } from './database.ts'
import { searchStore } from './search.ts'
import { slugOf } from './slug.ts'
import type { ArticleQuery, SaveOutcome, Spoken, Store, StoredArticle } from './store.ts'

/** Hash of a text, for telling whether two are the same. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}

// Only this file writes these JSON columns, so they hold what it wrote.
const parsed = <Value>(row: Row, name: string): Value => JSON.parse(text(row, name)) as Value

/** The store on one SQLite database. `timeZone` decides on which day an article falls. */
export function createSqliteStore(database: Database, timeZone: string): Store {
  const { all, one, run, together } = database

  const articleOf = (row: Row): StoredArticle => {
    const problem = row.problem
    return {
      id: text(row, 'id'),
      date: text(row, 'date'),
      slug: text(row, 'slug'),
      version: number(row, 'version'),
      arrival: parsed<Arrival>(row, 'arrival'),
      received: text(row, 'received'),
      updated: text(row, 'updated'),
      // The state column is only ever written with these values.
      state: text(row, 'state') as StoredArticle['state'],
      ...(typeof problem === 'string' ? { problem } : {}),
    }
  }
  const byId = (id: string): StoredArticle | undefined => {
    const row = one('select * from articles where id = ?', id)
    return row === undefined ? undefined : articleOf(row)
  }
  // What was parsed last: an edition is large, is asked for by every page of its story, and never changes under its key.
  const remembered = new Map<string, unknown>()
  const remember = <Value>(key: string, make: () => Value): Value => {
    // Only values made under this very key are kept under it.
    const value = remembered.has(key) ? (remembered.get(key) as Value) : make()
    remembered.delete(key)
    remembered.set(key, value)
    const oldest = remembered.keys().next().value
    if (remembered.size > 60 && oldest !== undefined) remembered.delete(oldest)
    return value
  }
  const editionOf = (row: Row): PreparedEdition =>
    remember(`${text(row, 'article')}:${number(row, 'level')}:${hashOf(text(row, 'content'))}`, () => {
      const edition = parsed<PreparedEdition>(row, 'content')
      return { ...edition, edition: { ...edition.edition, document: freezeDocument(edition.edition.document) } }
    })
  const originalOf = (row: Row): Document =>
    remember(`original:${text(row, 'article')}:${hashOf(text(row, 'document'))}`, () =>
      freezeDocument(parsed<Document>(row, 'document')),
    )

  const freeSlug = (date: string, headline: string): string => {
    const base = slugOf(headline)
    for (let at = 1; ; at += 1) {
      const slug = at === 1 ? base : `${base}-${at}`
      if (
        one('select 1 from articles where date = ? and slug = ?', date, slug) === undefined &&
        one('select 1 from addresses where date = ? and slug = ?', date, slug) === undefined
      )
        return slug
    }
  }

  const nearCopyOf = (body: string, date: string, own: string): StoredArticle | undefined => {
    for (const row of all(
      "select * from articles where date >= date(?, '-7 days') and identity <> ? order by date desc limit 60",
      date,
      own,
    )) {
      const article = articleOf(row)
      if (isNearCopy(bodyText(article.arrival), body)) return article
    }
    return undefined
  }

  const saveArticle = (arrival: Arrival, now: string): SaveOutcome => {
    const body = bodyText(arrival)
    const bodyHash = hashOf(`${arrival.fields.headline}\n${body}`)
    const identity = arrival.fields.url === undefined ? `body:${hashOf(body)}` : `url:${plainUrl(arrival.fields.url)}`
    const known =
      one('select * from articles where identity = ?', identity) ??
      one('select * from articles where body_hash = ?', bodyHash)
    const json = JSON.stringify(arrival)
    if (known !== undefined) {
      const article = articleOf(known)
      if (text(known, 'body_hash') === bodyHash) return { kind: 'same', article }
      const version = article.version + 1
      run(
        'update articles set version = ?, body_hash = ?, arrival = ?, topic = ?, updated = ?, state = ? where id = ?',
        version,
        bodyHash,
        json,
        arrival.fields.topic ?? null,
        now,
        'waiting',
        article.id,
      )
      run('insert into versions (article, version, arrival, at) values (?, ?, ?, ?)', article.id, version, json, now)
      const path = `/news/${article.date.replaceAll('-', '/')}/${article.slug}`
      run(
        'insert into corrections (at, article, headline, path, what) values (?, ?, ?, ?, ?)',
        now,
        article.id,
        arrival.fields.headline,
        path,
        'The source changed its text.',
      )
      return { kind: 'changed', article: byId(article.id) ?? article }
    }
    const date = dayIn(timeZone, arrival.fields.published, now)
    const copy = nearCopyOf(body, date, identity)
    if (copy !== undefined) {
      run(
        "insert into refusals (at, origin, kind, reason, cause) values (?, ?, 'near-copy', ?, ?)",
        now,
        (arrival.fields.url ?? arrival.fields.headline).slice(0, 500),
        'This story is there already in almost the same words.',
        `${copy.id} ${copy.arrival.fields.headline}`.slice(0, 2000),
      )
      return { kind: 'same', article: copy }
    }
    const id = hashOf(identity).slice(0, 16)
    const slug = freeSlug(date, arrival.fields.headline)
    run(
      'insert into articles (id, identity, date, slug, version, body_hash, arrival, topic, sample, received, updated, state) values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)',
      id,
      identity,
      date,
      slug,
      bodyHash,
      json,
      arrival.fields.topic ?? null,
      arrival.fields.sample ? 1 : 0,
      now,
      now,
      'waiting',
    )
    run('insert into versions (article, version, arrival, at) values (?, 1, ?, ?)', id, json, now)
    run('insert into addresses (date, slug, article) values (?, ?, ?)', date, slug, id)
    const article = byId(id)
    if (article === undefined) throw new Error(`store: article ${id} was not kept`)
    return { kind: 'new', article }
  }

  const savePrepared = (id: string, version: number, prepared: PreparedArticle, now: string): void => {
    const article = byId(id)
    if (article === undefined || article.version !== version) return
    run(
      'insert into originals (article, version, document, scores) values (?, ?, ?, ?) on conflict (article) do update set version = excluded.version, document = excluded.document, scores = excluded.scores',
      id,
      version,
      JSON.stringify(prepared.original),
      JSON.stringify(prepared.originalScores),
    )
    run('delete from words where article = ?', id)
    for (const level of [1, 2] as const) {
      const edition = prepared.editions[level]
      const textHash = hashOf(edition.edition.document.text)
      const before = one(
        'select text_hash, state, checked_by, checked_at from editions where article = ? and level = ?',
        id,
        level,
      )
      // An approval is bound to one exact text.
      const isSame = before !== undefined && text(before, 'text_hash') === textHash
      const state = isSame ? text(before, 'state') : 'checked'
      run(
        'insert into editions (article, level, version, content, text_hash, state, checked_by, checked_at, made) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (article, level) do update set version = excluded.version, content = excluded.content, text_hash = excluded.text_hash, state = excluded.state, checked_by = excluded.checked_by, checked_at = excluded.checked_at, made = excluded.made',
        id,
        level,
        version,
        JSON.stringify(edition),
        textHash,
        state,
        isSame ? textOrNull(before, 'checked_by') : null,
        isSame ? textOrNull(before, 'checked_at') : null,
        now,
      )
      for (const word of edition.study.words)
        run(
          'insert into words (term, article, meaning, origin) values (?, ?, ?, ?) on conflict do nothing',
          word.term,
          id,
          word.meaning,
          word.origin,
        )
    }
    run('delete from search where article = ?', id)
    const easy = [1, 2].map((level) => prepared.editions[level as Level].edition.document.text).join('\n')
    const original = article.arrival.fields.permissions.mayShowOriginal ? prepared.original.text : ''
    run(
      'insert into search (article, headline, easy, original) values (?, ?, ?, ?)',
      id,
      article.arrival.fields.headline,
      easy,
      original,
    )
    run(
      "update articles set state = 'ready', problem = null, prepared_version = ?, updated = ? where id = ? and version = ?",
      version,
      now,
      id,
      version,
    )
  }

  const printCode = (id: string, level: Level, textHash: string): string => {
    const known = one('select code from codes where article = ? and level = ? and text_hash = ?', id, level, textHash)
    if (known !== undefined) return text(known, 'code')
    // Letters and digits that cannot be taken for each other on paper.
    const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
    for (;;) {
      const code = Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
      if (
        run(
          'insert into codes (code, article, level, text_hash) values (?, ?, ?, ?) on conflict do nothing',
          code,
          id,
          level,
          textHash,
        ) === 1
      )
        return code
    }
  }

  return {
    saveArticle: async (arrival, now) => together(() => saveArticle(arrival, now)),
    article: async (id) => byId(id),
    articleAt: async (date, slug) => {
      const row = one(
        'select articles.*, addresses.slug as asked from addresses join articles on articles.id = addresses.article where addresses.date = ? and addresses.slug = ?',
        date,
        slug,
      )
      if (row === undefined) return undefined
      const article = articleOf(row)
      return { article, moved: article.slug !== slug || article.date !== date }
    },
    articles: async (query) => {
      const { where, values } = conditions(query)
      return all(
        `select * from articles ${where} order by date desc, received desc, id limit ? offset ?`,
        ...values,
        query.limit ?? 100,
        query.offset ?? 0,
      ).map(articleOf)
    },
    countArticles: async (query) => {
      const { where, values } = conditions(query)
      return number(one(`select count(*) as count from articles ${where}`, ...values) ?? {}, 'count')
    },
    failArticle: async (id, problem) => {
      run("update articles set state = 'failed', problem = ? where id = ?", problem, id)
    },
    removeArticles: async (which) =>
      together(() => {
        const ids =
          'id' in which ? [which.id] : all('select id from articles where sample = 1').map((row) => text(row, 'id'))
        let count = 0
        for (const id of ids) {
          run('delete from search where article = ?', id)
          // A wrap tells its stories in its own text. The next sweep makes a new one of what is left of that day.
          const date = byId(id)?.date
          if (date !== undefined) {
            run('delete from wraps where date = ?', date)
            run('delete from narrations where spoken = ?', spokenKey({ kind: 'wrap', date }))
          }
          count += run('delete from articles where id = ?', id)
        }
        if ('samples' in which)
          run(
            "insert into settings (name, value) values ('samples', 'removed') on conflict (name) do update set value = excluded.value",
          )
        return count
      }),
    topics: async () =>
      all(
        "select topic, count(*) as articles from articles where topic is not null and state = 'ready' group by topic order by topic",
      ).map((row) => ({ topic: text(row, 'topic'), articles: number(row, 'articles') })),
    months: async () =>
      all(
        "select substr(date, 1, 7) as month, count(*) as articles from articles where state = 'ready' group by month order by month desc",
      ).map((row) => ({ month: text(row, 'month'), articles: number(row, 'articles') })),
    savePrepared: async (id, version, prepared, now) => together(() => savePrepared(id, version, prepared, now)),
    story: async (id) => {
      const article = byId(id)
      const original = one('select * from originals where article = ?', id)
      const rows = all('select * from editions where article = ? order by level', id)
      const [first, second] = rows.map(editionOf)
      if (article === undefined || original === undefined || first === undefined || second === undefined)
        return undefined
      return {
        article,
        prepared: {
          original: originalOf(original),
          originalScores: parsed(original, 'scores'),
          editions: { 1: first, 2: second },
        },
      }
    },
    edition: async (id, level) => {
      const row = one('select * from editions where article = ? and level = ?', id, level)
      return row === undefined ? undefined : editionOf(row)
    },
    editionStatus: async (id, level) => {
      const row = one(
        'select level, state, text_hash, checked_by, checked_at from editions where article = ? and level = ?',
        id,
        level,
      )
      if (row === undefined) return undefined
      const by = textOrNull(row, 'checked_by')
      const at = textOrNull(row, 'checked_at')
      // The state column is only ever written with these values.
      const state = text(row, 'state') as EditionState
      return {
        level,
        state,
        textHash: text(row, 'text_hash'),
        ...(by === null ? {} : { checkedBy: by }),
        ...(at === null ? {} : { checkedAt: at }),
      }
    },
    saveNarration: async (spoken, narration) => {
      run(
        'insert into narrations (spoken, article, content) values (?, ?, ?) on conflict (spoken) do update set content = excluded.content',
        spokenKey(spoken),
        spoken.kind === 'story' ? spoken.article : null,
        JSON.stringify(narration),
      )
    },
    narration: async (spoken) => {
      const row = one('select content from narrations where spoken = ?', spokenKey(spoken))
      return row === undefined ? undefined : parsed<Narration>(row, 'content')
    },
    narrationFiles: async () =>
      all('select content from narrations').flatMap((row) => {
        const { file, clips = [] } = parsed<Narration>(row, 'content')
        return [file, ...clips]
      }),
    saveWrap: async (wrap, now) => {
      run(
        'insert into wraps (date, content, made) values (?, ?, ?) on conflict (date) do update set content = excluded.content, made = excluded.made',
        wrap.date,
        JSON.stringify(wrap),
        now,
      )
    },
    wrap: async (date) => {
      const row = one('select content from wraps where date = ?', date)
      return row === undefined ? undefined : parsed<Wrap>(row, 'content')
    },
    wraps: async (limit) =>
      all('select content from wraps order by date desc limit ?', limit).map((row) => parsed<Wrap>(row, 'content')),
    search: async (query, limit, offset) => searchStore(database, query, limit, offset, articleOf),
    storiesWithWord: async (term, limit) =>
      all(
        'select articles.* from words join articles on articles.id = words.article where lower(words.term) = lower(?) order by date desc, received desc limit ?',
        term,
        limit,
      ).map(articleOf),
    words: async () =>
      // A bare column beside min() comes from the row that has the lowest: our own meaning goes before a dictionary's.
      all(
        "select term, meaning, origin, min((origin <> 'own') || meaning), count(*) as stories from words group by term order by term collate nocase",
      ).map((row) => ({
        term: text(row, 'term'),
        meaning: text(row, 'meaning'),
        origin: text(row, 'origin') === 'fallback' ? 'fallback' : 'own',
        stories: number(row, 'stories'),
      })),
    printCode: async (id, level, textHash) => together(() => printCode(id, level, textHash)),
    printed: async (code) => {
      const row = one('select * from codes where code = ?', code.toUpperCase())
      return row === undefined
        ? undefined
        : { article: text(row, 'article'), level: number(row, 'level') === 1 ? 1 : 2, textHash: text(row, 'text_hash') }
    },
    corrections: async (limit) =>
      all('select * from corrections order by id desc limit ?', limit).map((row) => ({
        at: text(row, 'at'),
        article: text(row, 'article'),
        headline: text(row, 'headline'),
        path: text(row, 'path'),
        what: text(row, 'what'),
      })),
    addRefusal: async ({ at, origin, kind, reason, cause }) => {
      run(
        'insert into refusals (at, origin, kind, reason, cause) values (?, ?, ?, ?, ?)',
        at,
        origin.slice(0, 500),
        kind,
        reason,
        cause?.slice(0, 2000) ?? null,
      )
    },
    refusals: async (limit) =>
      all('select * from refusals order by id desc limit ?', limit).map((row) => {
        const cause = textOrNull(row, 'cause')
        return {
          at: text(row, 'at'),
          origin: text(row, 'origin'),
          kind: text(row, 'kind'),
          reason: text(row, 'reason'),
          ...(cause === null ? {} : { cause }),
        }
      }),
    close: async () => database.close(),
  }
}

function textOrNull(row: Row, name: string): string | null {
  const value = row[name]
  return typeof value === 'string' ? value : null
}

/** The words of an arrival's body. */
export function bodyText(arrival: Arrival): string {
  return arrival.body.map((block) => block.text).join('\n')
}

/** An address without what changes from visit to visit. */
function plainUrl(url: string): string {
  try {
    const parts = new URL(url)
    parts.hash = ''
    for (const name of [...parts.searchParams.keys()])
      if (/^(?:utm_|fbclid|gclid|mc_)/.test(name)) parts.searchParams.delete(name)
    return parts.href.replace(/\/$/, '')
  } catch {
    return url
  }
}

/** The day of publication in the site's time zone; a date without a time is that day; without a date, the day of arrival. */
export function dayIn(timeZone: string, published: string | undefined, now: string): string {
  if (published !== undefined && isDay(published)) return published
  // JavaScript reads 30 February as 2 March.
  const isWrong = published === undefined || (/^\d{4}-\d{2}-\d{2}/.test(published) && !isDay(published.slice(0, 10)))
  const time = new Date(isWrong ? now : published)
  const when = Number.isNaN(time.getTime()) ? new Date(now) : time
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(when)
}

/** Whether a text is a day that the calendar has, like 2026-11-23. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text)
}

function spokenKey(spoken: Spoken): string {
  return spoken.kind === 'story' ? `story:${spoken.article}:${spoken.level}` : `wrap:${spoken.date}`
}

function conditions(query: ArticleQuery): { readonly where: string; readonly values: readonly string[] } {
  const parts: string[] = []
  const values: string[] = []
  if (query.from !== undefined) {
    parts.push('date >= ?')
    values.push(query.from)
  }
  if (query.to !== undefined) {
    parts.push('date < ?')
    values.push(query.to)
  }
  if (query.topic !== undefined) {
    parts.push('topic = ?')
    values.push(query.topic)
  }
  if (query.state !== undefined) {
    parts.push('state = ?')
    values.push(query.state)
  }
  return { where: parts.length === 0 ? '' : `where ${parts.join(' and ')}`, values }
}
