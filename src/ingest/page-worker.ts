// Runs in a worker thread: parses one page and answers with its parts. Killed from outside when it takes too long.
import { parentPort, workerData } from 'node:worker_threads'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { PlainBlock } from '../clean/blocks.ts'

/** What a page gives. */
export interface PageParts {
  readonly blocks: readonly PlainBlock[]
  readonly headline?: string
  readonly summary?: string
  readonly source?: string
  readonly author?: string
  readonly url?: string
  readonly published?: string
  readonly language?: string
  readonly topic?: string
  readonly paywalled: boolean
}

// linkedom's document has the parts of the DOM that are used here.
interface Element0 {
  readonly tagName: string
  readonly textContent: string
  readonly children: Iterable<Element0>
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string }>
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<Element0>
  querySelector(selector: string): Element0 | null
  remove(): void
  closest(selector: string): Element0 | null
}

const junk =
  'script,style,noscript,template,svg,iframe,object,embed,form,button,input,select,textarea,nav,aside,footer,dialog,figure,figcaption,video,audio,[hidden],[aria-hidden="true"],[role="dialog"],[role="navigation"],[role="complementary"],.ad,.ads,.advert,.advertisement,.share,.social,.newsletter,.related,.related-stories,.promo,.comments,#comments,.cookie,#cookie,.pull,.pullquote,.caption,.kicker,.byline,.tags,.sidebar,.subscribe,.most-read,.breadcrumb'

/** Reads one page. Called by the worker below and, with small texts made by feeds, in the same way. */
export function readPage(html: string): PageParts {
  const { document } = parseHTML(html) as unknown as { document: Element0 & { readonly documentElement: Element0 } }
  const meta = (name: string): string | undefined =>
    document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content')?.trim() ||
    undefined
  const linked = linkedData(document)
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url')
  const language = document.documentElement?.getAttribute('lang') ?? undefined
  const heading = document.querySelector('h1')?.textContent.trim()
  const standfirst = document
    .querySelector('.standfirst,.article-summary,.lede,.dek,.article__summary,[data-testid="standfirst"]')
    ?.textContent.trim()
  const headline = linked.headline ?? meta('og:title') ?? heading ?? document.querySelector('title')?.textContent.trim()
  const summary = standfirst ?? linked.summary ?? meta('description') ?? meta('og:description')
  const credit = creditLine(document)
  for (const node of [...document.querySelectorAll(junk)]) node.remove()
  const blocks = bodyBlocks(document, html)
  const source = meta('og:site_name') ?? linked.source
  const author = linked.author ?? meta('author')
  const url = canonical !== undefined && /^https?:\/\//i.test(canonical) ? canonical : undefined
  const published = linked.published ?? meta('article:published_time') ?? meta('date')
  const topic = meta('article:section') ?? linked.topic
  return {
    blocks:
      credit === undefined || blocks.some((block) => block.text === credit)
        ? blocks
        : [...blocks, { kind: 'paragraph', text: credit }],
    paywalled: linked.paywalled,
    ...(headline ? { headline } : {}),
    ...(summary ? { summary } : {}),
    ...(source ? { source } : {}),
    ...(author ? { author } : {}),
    ...(url ? { url } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
    ...(topic ? { topic } : {}),
  }
}

function creditLine(document: Element0): string | undefined {
  for (const node of document.querySelectorAll('.credit,.source,p,div')) {
    const text = node.textContent.trim()
    if (text.length < 60 && /^source:\s+\S/i.test(text)) return text
  }
  return undefined
}

/** The body by Readability; where that finds little, by the paragraphs of the page's article or main element. */
function bodyBlocks(document: Element0, html: string): readonly PlainBlock[] {
  const own =
    document.querySelector('article') ?? document.querySelector('main') ?? document.querySelector('body') ?? document
  const direct = blocksIn(own)
  const copy = parseHTML(html) as unknown as { document: never }
  const whole = copy.document as unknown as Element0
  for (const node of [...whole.querySelectorAll(junk)]) node.remove()
  const found = new Readability(copy.document, { charThreshold: 200 }).parse()
  if (found?.content === undefined || found.content === null) return direct
  const { document: inner } = parseHTML(`<html><body>${found.content}</body></html>`) as unknown as {
    document: Element0
  }
  const read = blocksIn(inner)
  const size = (blocks: readonly PlainBlock[]): number =>
    blocks.reduce((sum, block) => sum + (block.kind === 'heading' ? 0 : block.text.length), 0)
  // Readability may leave a paragraph out; the page's own article element, once cleaned, is the better witness.
  return size(direct) >= size(read) && size(direct) < size(read) * 1.6 ? direct : read
}

function blocksIn(root: Element0): readonly PlainBlock[] {
  const blocks: PlainBlock[] = []
  const nodes = [...root.querySelectorAll('p,h2,h3,h4,h5,li,blockquote')]
  for (const node of nodes) {
    const tag = node.tagName.toLowerCase()
    if (tag === 'blockquote' && node.querySelector('p') !== null) continue
    if (tag === 'li' && node.querySelector('p') !== null) continue
    if (tag === 'p' && node.closest('li') !== null && node.closest('li') !== node) {
      blocks.push({ kind: 'item', text: flat(node.textContent) })
      continue
    }
    const text = flat(node.textContent)
    if (text === '') continue
    // A paragraph that is one link leads away from the story.
    const link = node.querySelector('a')?.textContent
    if (link !== undefined && flat(link) === text) continue
    blocks.push({ kind: tag === 'p' || tag === 'blockquote' ? 'paragraph' : tag === 'li' ? 'item' : 'heading', text })
  }
  if (blocks.length > 0) return blocks
  const text = flat(root.textContent)
  return text === '' ? [] : [{ kind: 'paragraph', text }]
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

interface Linked {
  readonly headline?: string
  readonly summary?: string
  readonly source?: string
  readonly author?: string
  readonly published?: string
  readonly topic?: string
  readonly paywalled: boolean
}

/** The page's NewsArticle in JSON-LD (schema.org), if it has one that can be read. */
function linkedData(document: Element0): Linked {
  for (const node of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = article(parse(node.textContent))
    if (found === undefined) continue
    const text = (value: unknown): string | undefined =>
      typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    const name = (value: unknown): string | undefined => {
      const one: unknown = Array.isArray(value) ? value[0] : value
      return (
        text(one) ?? (one !== null && typeof one === 'object' ? text((one as Record<string, unknown>).name) : undefined)
      )
    }
    const parts = {
      headline: text(found.headline),
      summary: text(found.description),
      source: name(found.publisher),
      author: name(found.author),
      published: text(found.datePublished),
      topic: name(found.articleSection),
    }
    return {
      paywalled: found.isAccessibleForFree === false || found.isAccessibleForFree === 'False',
      ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
    }
  }
  return { paywalled: false }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Broken JSON-LD is common; the page is read without it.
    return undefined
  }
}

function article(value: unknown, depth = 0): Record<string, unknown> | undefined {
  if (depth > 4 || value === null || typeof value !== 'object') return undefined
  if (Array.isArray(value)) {
    for (const one of value) {
      const found = article(one, depth + 1)
      if (found !== undefined) return found
    }
    return undefined
  }
  const record = value as Record<string, unknown>
  const type = JSON.stringify(record['@type'] ?? '')
  if (/Article|Report|BlogPosting/.test(type)) return record
  return article(record['@graph'], depth + 1)
}

if (parentPort !== null && typeof workerData === 'object' && workerData !== null && 'html' in workerData) {
  const data = workerData as { readonly html: string }
  parentPort.postMessage(readPage(data.html))
}
