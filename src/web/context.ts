import type { Request, Response } from 'express'
import type { Level } from '../document/article.ts'
import type { StoredArticle } from '../store/store.ts'
import type { Catalogue } from './catalogue.ts'
import { isDay } from './pages/dates.ts'
import { type PlayerView, playerView } from './pages/player-view.ts'
import { problemPage } from './pages/problem-page.ts'
import type { WebParts } from './parts.ts'
import { storyPath } from './parts.ts'
import { preferredLevel, type ReaderSettings, settingsOfCookie } from './reader-settings.ts'

/** The five main choices of the navigation. */
export type Section = 'today' | 'listen' | 'words' | 'teachers' | 'search'

/** What stands in a page's head and around its content. */
export interface PageFrame {
  readonly title: string
  readonly description?: string
  readonly section?: Section
  /** Keeps a page out of search engines: pages made for one reader. */
  readonly hidden?: boolean
  /** Which stylesheet: screens, or sheets on paper. */
  readonly sheet?: boolean
  /** The page's scripts by file name. */
  readonly scripts?: readonly string[]
}

/** What every route is given. */
export interface WebContext {
  readonly parts: WebParts
  readonly catalogue: Catalogue
  /** The address of a file in `public/`, with a mark that changes when the file does. */
  readonly asset: (name: string) => string
}

/** Lays out a page. The layout is told only what it shows. */
export function show(
  { parts, asset }: WebContext,
  request: Request,
  response: Response,
  template: string,
  frame: PageFrame,
  page: object,
): void {
  const settings = settingsOf(request)
  response.vary('Cookie')
  if (!response.hasHeader('Cache-Control')) response.set('Cache-Control', 'private, no-cache')
  response.render(template, {
    page,
    asset,
    chrome: {
      ...frame,
      site: parts.site,
      settings,
      scripts: frame.scripts ?? [],
      path: request.path,
      canonical: parts.site.url + request.path,
    },
  })
}

/** Says in easy words why there is no page. Machines that asked for JSON get JSON. */
export function refuse(
  context: WebContext,
  request: Request,
  response: Response,
  status: number,
  detail?: string,
): void {
  const page = problemPage(status, detail)
  response.status(status).set('Cache-Control', 'no-store')
  if (request.path.startsWith('/api/') || request.path.endsWith('.json')) {
    response.json({ error: { status, message: `${page.heading}. ${page.text}` } })
    return
  }
  show(context, request, response, 'problem', { title: page.heading, hidden: true }, page)
}

/** The reader's settings, from their cookie. */
export function settingsOf(request: Request): ReaderSettings {
  return settingsOfCookie(request.headers.cookie)
}

/** The level asked for in the address, else the one the reader prefers. */
export function levelOf(request: Request): Level {
  const asked = request.params.level ?? request.query.level
  if (asked === '1') return 1
  if (asked === '2') return 2
  return preferredLevel(settingsOf(request))
}

/** A single text value of the query, at most so many characters. */
export function queryText(request: Request, name: string, longest: number): string {
  const value = request.query[name]
  return typeof value === 'string' ? value.slice(0, longest).trim() : ''
}

/** The page number of the query, from 1. */
export function pageNumber(request: Request): number {
  const number = Number(queryText(request, 'page', 6))
  return Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1
}

/**
 * The article that an address names. Where there is none to show, the answer is already sent:
 * 301 to the new address of an old slug, 404, or 410 for a withdrawn story.
 */
export async function articleOf(
  context: WebContext,
  request: Request,
  response: Response,
): Promise<StoredArticle | undefined> {
  const { year, month, day, slug } = request.params
  const date = `${year}-${month}-${day}`
  if (!isDay(date) || typeof slug !== 'string' || !/^[a-z0-9][a-z0-9-]{0,150}$/.test(slug)) {
    refuse(context, request, response, 404)
    return undefined
  }
  const found = await context.parts.store.articleAt(date, slug)
  if (found === undefined) {
    refuse(context, request, response, 404)
    return undefined
  }
  if (found.article.state === 'withdrawn') {
    refuse(context, request, response, 410)
    return undefined
  }
  if (found.moved) {
    const rest = request.path.split('/').slice(6).join('/')
    response.redirect(301, storyPath(found.article, rest === '' ? undefined : rest))
    return undefined
  }
  return found.article
}

/** The player of a story at a level. Asks the queue only while there is no sound. */
export async function storyPlayer(
  { parts }: WebContext,
  article: StoredArticle,
  level: Level,
  title: string,
): Promise<PlayerView> {
  const spoken = { kind: 'story', article: article.id, level } as const
  const narration = await parts.store.narration(spoken)
  return playerView({
    kind: 'story',
    title,
    base: storyPath(article, level),
    narration,
    progress: narration === undefined ? await parts.queue.progress({ kind: 'narrate', spoken }) : undefined,
    allowed: article.arrival.fields.permissions.mayMakeAudio,
  })
}

/** The player of a day's wrap. */
export async function wrapPlayer({ parts }: WebContext, date: string, title: string): Promise<PlayerView> {
  const spoken = { kind: 'wrap', date } as const
  const narration = await parts.store.narration(spoken)
  return playerView({
    kind: 'wrap',
    title,
    base: `/wrap/${date}`,
    narration,
    progress: narration === undefined ? await parts.queue.progress({ kind: 'narrate', spoken }) : undefined,
    allowed: true,
  })
}
