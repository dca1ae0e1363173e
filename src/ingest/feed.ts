import { parseFeed } from 'feedsmith'
import type { Arrival } from '../document/article.ts'
import { done, failed, type Result } from '../failure.ts'
import { articleOfPage } from './page.ts'

/** Most items of one feed that are taken. */
const mostItems = 50

interface Item {
  readonly title?: string
  readonly link?: string
  readonly html?: string
  readonly summary?: string
  readonly published?: string
  readonly topic?: string
  readonly author?: string
}

/** Every item of an RSS, Atom or JSON feed that carries its full text, as articles. One bad item never stops another. */
export async function articlesOfFeed(text: string): Promise<Result<readonly Arrival[]>> {
  let parsed: unknown
  try {
    parsed = parseFeed(text)
  } catch (error) {
    return failed('no-article', 'This feed could not be read.', String(error))
  }
  const { source, language, items } = itemsOf(parsed)
  const arrivals: Arrival[] = []
  const causes: string[] = []
  for (const item of items.slice(0, mostItems)) {
    const summary = item.summary === undefined ? undefined : plainSummary(item.summary)
    const page = await articleOfPage(`<html><body><article>${item.html ?? ''}</article></body></html>`, {
      ...(item.title === undefined ? {} : { headline: stripTags(item.title) }),
      ...(summary === undefined ? {} : { summary }),
      ...(item.link !== undefined && /^https?:\/\//i.test(item.link) ? { url: item.link } : {}),
      ...(item.published === undefined ? {} : { published: isoTime(item.published) }),
      ...(item.topic === undefined ? {} : { topic: item.topic.toLowerCase() }),
      ...(item.author === undefined ? {} : { author: item.author }),
      ...(source === undefined ? {} : { source }),
      ...(language === undefined ? {} : { language }),
    })
    if (page.ok) arrivals.push(page.value)
    else causes.push(`${item.title ?? 'item'}: ${page.failure.cause ?? page.failure.reason}`)
  }
  if (arrivals.length === 0) return failed('no-article', 'This feed has no whole stories.', causes.join('; '))
  return done(arrivals)
}

function isoTime(text: string): string {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}

/** Plain text of a small piece of HTML: tags go, numeric and the common named entities are read. */
function stripTags(text: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    rsquo: "'",
    lsquo: "'",
    ldquo: '"',
    rdquo: '"',
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
      (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined
        if (code !== undefined)
          return code > 0 && code < 0x11_00_00 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
        return named[name?.toLowerCase() ?? ''] ?? whole
      },
    )
    .trim()
}

/** A feed's own summary, unless it is cut off. */
function plainSummary(html: string): string | undefined {
  const text = stripTags(html)
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*\[(?:…|\.\.\.|&#8230;)\]\s*$/u, '')
    .trim()
  return /[.!?]["')]?$/.test(text) && text.length < 400 ? text : undefined
}

function itemsOf(parsed: unknown): {
  readonly source?: string
  readonly language?: string
  readonly items: readonly Item[]
} {
  const feed = record(record(parsed).feed)
  const source = string(feed.title)?.split(/\s+[»|–-]\s+/u)[0]
  const language = string(feed.language)
  const raw = array(feed.items).length > 0 ? array(feed.items) : array(feed.entries)
  const items = raw.map((value): Item => {
    const item = record(value)
    const content =
      string(record(item.content).encoded) ??
      string(item.content_html) ??
      string(record(item.content).value) ??
      string(item.content)
    const description = string(item.description) ?? string(item.summary)
    const link = string(item.link) ?? string(item.url) ?? string(record(array(item.links)[0]).href)
    const category = record(array(item.categories)[0])
    const topic = string(category.name) ?? string(category.term) ?? string(array(item.tags)[0])
    const author =
      string(record(item.dc).creator) ??
      string(array(record(item.dc).creators)[0]) ??
      string(array(item.authors)[0]) ??
      string(record(array(item.authors)[0]).name)
    const published =
      string(item.pubDate) ?? string(item.published) ?? string(item.date_published) ?? string(item.updated)
    const parts = {
      title: string(item.title),
      link,
      html: content ?? description,
      summary: content === undefined ? undefined : description,
      published,
      topic,
      author,
    }
    return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined))
  })
  return { items, ...(source === undefined ? {} : { source }), ...(language === undefined ? {} : { language }) }
}

function record(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
