import { Worker } from 'node:worker_threads'
import { articleOfBlocks, type KnownFields } from '../clean/plain-article.ts'
import type { Arrival } from '../document/article.ts'
import { done, failed, type Result } from '../failure.ts'
import type { PageParts } from './page-worker.ts'

/** Most bytes, nested tags and milliseconds that one page may take. */
const limits = { bytes: 5_000_000, depth: 400, tags: 60_000, milliseconds: 8_000 } as const

/** An HTML page as an article. The page is parsed in a worker of its own, which is killed when it takes too long. */
export async function articleOfPage(html: string, known: KnownFields = {}): Promise<Result<Arrival>> {
  const tooMuch = checkShape(html)
  if (tooMuch !== undefined) return tooMuch
  const parts = await inWorker(html)
  if (!parts.ok) return parts
  const { blocks, paywalled, headline, summary, ...rest } = parts.value
  if (blocks.length === 0) return failed('no-article', 'There is no story on this page.')
  const fields: KnownFields = {
    ...rest,
    ...(headline === undefined ? {} : { headline: withoutSite(headline, rest.source) }),
    ...(summary === undefined ? {} : { summary }),
    ...known,
  }
  const arrival = articleOfBlocks(blocks, fields)
  const words = arrival.body
    .map((block) => block.text)
    .join(' ')
    .split(/\s+/).length
  if (paywalled && words < 150)
    return failed(
      'paywall',
      'This page shows only the start of the story. The rest is for people who pay.',
      'isAccessibleForFree is false',
    )
  return done(arrival)
}

/** "Rain stops play | The Bay Courier" → "Rain stops play". */
function withoutSite(headline: string, source: string | undefined): string {
  const cut = headline.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/u, (tail) => {
    const name = tail
      .replace(/^\s+[|–—-]\s+/u, '')
      .trim()
      .toLowerCase()
    return tail.includes('|') || name === source?.toLowerCase() ? '' : tail
  })
  return cut.trim()
}

/** Refuses a page that is too large or too deep before any parser sees it. */
function checkShape(html: string): Result<never> | undefined {
  if (html.length > limits.bytes) return failed('too-long', 'This page is too long.', `${html.length} characters`)
  let depth = 0
  let deepest = 0
  let tags = 0
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(\/?)>/g)) {
    tags += 1
    if (tags > limits.tags) return failed('too-deep', 'This page has too many parts.', `more than ${limits.tags} tags`)
    const name = (match[2] ?? '').toLowerCase()
    if (
      match[3] === '/' ||
      /^(?:br|hr|img|input|meta|link|source|wbr|area|base|col|embed|param|track|p|li|td|tr|th|dd|dt|option)$/.test(name)
    )
      continue
    depth += match[1] === '/' ? -1 : 1
    depth = Math.max(0, depth)
    deepest = Math.max(deepest, depth)
    if (deepest > limits.depth)
      return failed('too-deep', 'This page has too many parts inside each other.', `more than ${limits.depth} levels`)
  }
  return undefined
}

function inWorker(html: string): Promise<Result<PageParts>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: { html },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const timer = setTimeout(
      () => finish(failed('too-slow', 'This page took too long to read.', `${limits.milliseconds} ms`)),
      limits.milliseconds,
    )
    const finish = (result: Result<PageParts>): void => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    worker.once('message', (parts: PageParts) => finish(done(parts)))
    worker.once('error', (error) => finish(failed('no-article', 'This page could not be read.', String(error))))
    worker.once('exit', () =>
      finish(failed('no-article', 'This page could not be read.', 'the page worker ended early')),
    )
  })
}
