import { type Response, Router } from 'express'
import type { Level } from '../../document/article.ts'
import { refuse, show, type WebContext } from '../context.ts'
import { topicInWords } from '../pages/list-page.ts'
import { storyPath } from '../parts.ts'
import type { FeedContent, FeedStory, PodcastContent } from '../publishing.ts'
import { open } from './sound.ts'
import { wrapOf } from './today.ts'

const storiesInFeed = 30

const formats = {
  xml: { name: 'RSS', type: 'application/rss+xml' },
  atom: { name: 'Atom', type: 'application/atom+xml' },
  json: { name: 'JSON', type: 'application/feed+json' },
} as const
type Format = keyof typeof formats

/** Podcast and text feeds, their list for people and for feed readers, and the chapters of a wrap. */
export function feedRoutes(context: WebContext): Router {
  const routes = Router()
  const { site, publishing, store } = context.parts

  routes.get('/feeds', async (request, response) => {
    const groups = (await feedGroups(context)).map(({ name, feeds }) => ({
      name,
      feeds: feeds.map((feed) => ({ ...feed, address: site.url + feed.path })),
    }))
    show(context, request, response, 'feeds', { title: 'Feeds and podcast' }, { groups })
  })

  routes.get('/feeds.opml', async (_request, response) => {
    const feeds = (await feedGroups(context)).flatMap((group) => group.feeds)
    send(response, 'text/x-opml', publishing.outlines(site, feeds))
  })

  routes.get('/feeds/wrap.xml', async (_request, response) => {
    const content = await podcastContent(context)
    modified(response, content.episodes[0]?.wrap.date)
    send(response, formats.xml.type, publishing.podcast(content))
  })

  routes.get('/wrap/:date/chapters.json', async (request, response) => {
    const wrap = await wrapOf(context, request, response)
    if (wrap === undefined) return
    const narration = await store.narration({ kind: 'wrap', date: wrap.date })
    if (narration === undefined) return refuse(context, request, response, 404)
    send(response, 'application/json+chapters', publishing.chapters(narration, site))
  })

  routes.get(['/feeds/:name.:format', '/feeds/topic/:topic/:name.:format'], async (request, response) => {
    const name = text(request.params.name)
    const format = text(request.params.format)
    const topic = text(request.params.topic).slice(0, 80)
    if (!/^level-[12]$/.test(name) || !isFormat(format)) return refuse(context, request, response, 404)
    const level = name === 'level-2' ? 2 : 1
    const content = await feedContent(context, level, topic === '' ? undefined : topic, request.path)
    if (topic !== '' && content.stories.length === 0) return refuse(context, request, response, 404)
    modified(response, content.stories[0]?.article.updated)
    send(response, formats[format].type, writer(context, format)(content))
  })

  return routes
}

function writer({ parts }: WebContext, format: Format): (content: FeedContent) => string {
  switch (format) {
    case 'xml':
      return parts.publishing.rss
    case 'atom':
      return parts.publishing.atom
    case 'json':
      return parts.publishing.jsonFeed
  }
}

async function feedGroups({ parts }: WebContext) {
  const textFeeds = (start: string, words: string) =>
    ([1, 2] as const).flatMap((level) =>
      Object.entries(formats).map(([ending, { name }]) => ({
        name: `${words}, level ${level} (${name})`,
        path: `${start}/level-${level}.${ending}`,
      })),
    )
  const topics = await parts.store.topics()
  return [
    { name: 'Podcast', feeds: [{ name: 'The daily wrap', path: '/feeds/wrap.xml' }] },
    { name: 'All stories', feeds: textFeeds('/feeds', 'All stories') },
    ...topics.map(({ topic }) => ({
      name: topicInWords(topic),
      feeds: textFeeds(`/feeds/topic/${encodeURIComponent(topic)}`, topicInWords(topic)),
    })),
    { name: 'All feeds in one file', feeds: [{ name: 'List of all feeds (OPML)', path: '/feeds.opml' }] },
  ]
}

async function podcastContent({ parts }: WebContext): Promise<PodcastContent> {
  const wraps = await parts.store.wraps(storiesInFeed)
  const episodes = await Promise.all(
    wraps.map(async (wrap) => {
      const narration = await parts.store.narration({ kind: 'wrap', date: wrap.date })
      return narration === undefined ? [] : [{ wrap, narration, path: `/wrap/${wrap.date}` }]
    }),
  )
  return { site: parts.site, path: '/feeds/wrap.xml', episodes: episodes.flat() }
}

async function feedContent(
  { parts, catalogue }: WebContext,
  level: Level,
  topic: string | undefined,
  path: string,
): Promise<FeedContent> {
  const articles = await parts.store.articles({ limit: storiesInFeed, ...(topic === undefined ? {} : { topic }) })
  const stories = await Promise.all(
    articles.map(async (article): Promise<readonly FeedStory[]> => {
      const status = await catalogue.publicStatus(article, level)
      const prepared = await catalogue.prepared(article)
      if (status === undefined || prepared === undefined) return []
      const narration = await parts.store.narration({ kind: 'story', article: article.id, level })
      const story = { article, edition: prepared.editions[level], path: storyPath(article, level) }
      return [narration === undefined ? story : { ...story, narration }]
    }),
  )
  return { site: parts.site, level, path, stories: stories.flat(), ...(topic === undefined ? {} : { topic }) }
}

/** Feed readers ask again with the ETag or with this time, and get 304 while nothing is new. */
function modified(response: Response, instant: string | undefined): void {
  if (instant !== undefined) response.set('Last-Modified', new Date(instant).toUTCString())
}

function send(response: Response, type: string, body: string): void {
  open(response)
  response.set('Cache-Control', 'public, max-age=300').set('Content-Type', `${type}; charset=utf-8`).send(body)
}

function text(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}

function isFormat(format: string): format is Format {
  return Object.hasOwn(formats, format)
}
