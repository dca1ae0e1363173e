import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { pageNumber, queryText, refuse, type WebContext } from '../context.ts'
import { openApi } from '../openapi.ts'
import { articleData, editionData, wrapData } from '../pages/api-data.ts'
import { isDay } from '../pages/dates.ts'
import { open } from './sound.ts'

const perPage = 50
const largestArticle = '2mb'

/** `/api/v1`: everything can be read; with a token articles can be sent. */
export function apiRoutes(context: WebContext): Router {
  const routes = Router()
  const { parts, catalogue } = context
  const { url } = parts.site

  routes.use((_request, response, next) => {
    open(response)
    response.set('Cache-Control', 'public, no-cache')
    next()
  })

  routes.get('/openapi.json', (_request, response) => {
    response.json(openApi(parts.site.name, url, parts.apiToken !== undefined))
  })

  routes.get('/articles', async (request, response) => {
    const from = queryText(request, 'from', 10)
    const to = queryText(request, 'to', 10)
    const topic = queryText(request, 'topic', 80)
    if ((from !== '' && !isDay(from)) || (to !== '' && !isDay(to))) {
      return refuse(context, request, response, 400, 'A day is written like this: 2026-11-23.')
    }
    const query = {
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      ...(topic === '' ? {} : { topic }),
    }
    const page = pageNumber(request)
    const total = await parts.store.countArticles(query)
    const articles = await parts.store.articles({ ...query, limit: perPage, offset: (page - 1) * perPage })
    const visible = await Promise.all(
      articles.map(async (article) => ((await catalogue.publicStatus(article, 1)) === undefined ? [] : [article])),
    )
    response.json({
      total,
      page,
      pages: Math.ceil(total / perPage),
      articles: visible.flat().map((article) => articleData(url, article)),
    })
  })

  routes.get('/articles/:id', async (request, response) => {
    const article = await publicArticle(context, request, response)
    if (article !== undefined) response.json(articleData(url, article))
  })

  routes.get('/articles/:id/editions/:level', async (request, response) => {
    const { level: named } = request.params
    if (named !== '1' && named !== '2') return refuse(context, request, response, 404)
    const level = named === '1' ? 1 : 2
    const article = await publicArticle(context, request, response)
    if (article === undefined) return
    const status = await catalogue.publicStatus(article, level)
    const prepared = await catalogue.prepared(article)
    if (status === undefined || prepared === undefined) return refuse(context, request, response, 404)
    const narration = await parts.store.narration({ kind: 'story', article: article.id, level })
    response.json(editionData(url, article, prepared.editions[level], status, narration))
  })

  routes.get('/editions', async (request, response) => {
    const level = queryText(request, 'level', 1) === '2' ? 2 : 1
    const page = pageNumber(request)
    const articles = await parts.store.articles({ limit: perPage, offset: (page - 1) * perPage })
    const summaries = await catalogue.summaries(articles, level)
    response.json({
      level,
      page,
      editions: summaries.map(({ article, headline, summary, path, date }) => ({
        article,
        level,
        headline,
        summary,
        date,
        url: url + path,
        data: `${url}/api/v1/articles/${article}/editions/${level}`,
      })),
    })
  })

  routes.get('/wraps', async (_request, response) => {
    const wraps = await parts.store.wraps(30)
    response.json({
      wraps: wraps.map(({ date, title }) => ({
        date,
        title,
        url: `${url}/wrap/${date}`,
        data: `${url}/api/v1/wraps/${date}`,
      })),
    })
  })

  routes.get('/wraps/:date', async (request, response) => {
    const { date } = request.params
    const wrap = isDay(date) ? await parts.store.wrap(date) : undefined
    if (wrap === undefined) return refuse(context, request, response, 404)
    response.json(wrapData(url, wrap, await parts.store.narration({ kind: 'wrap', date })))
  })

  routes.post(
    '/articles',
    (request, response, next) => checkToken(context, request, response, next),
    express.raw({ type: () => true, limit: largestArticle, inflate: false }),
    async (request, response) => {
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
        return refuse(context, request, response, 400, 'Send the text of one article.')
      }
      const contentType = request.get('Content-Type')
      const result = await parts.receive({ bytes, ...(contentType === undefined ? {} : { contentType }) })
      if (!result.ok) {
        response.status(422).json({ error: { status: 422, kind: result.failure.kind, message: result.failure.reason } })
        return
      }
      const outcomes = result.value.map(({ kind, article }) => ({ outcome: kind, article: articleData(url, article) }))
      response.status(outcomes.some(({ outcome }) => outcome !== 'same') ? 201 : 200).json({ articles: outcomes })
    },
  )

  routes.use((request, response) => refuse(context, request, response, 404))
  return routes
}

async function publicArticle(context: WebContext, request: Request, response: Response) {
  const { id } = request.params
  const article = typeof id === 'string' && id.length <= 100 ? await context.parts.store.article(id) : undefined
  if (article?.state === 'withdrawn') {
    refuse(context, request, response, 410)
    return undefined
  }
  if (article === undefined || (await context.catalogue.publicStatus(article, 1)) === undefined) {
    refuse(context, request, response, 404)
    return undefined
  }
  return article
}

/** Without a token set this door does not exist; with one, only its holder comes in. */
function checkToken(context: WebContext, request: Request, response: Response, next: NextFunction): void {
  const { apiToken } = context.parts
  if (apiToken === undefined || apiToken === '') {
    refuse(context, request, response, 404)
    return
  }
  const given = /^Bearer (.{1,500})$/.exec(request.get('Authorization') ?? '')?.[1] ?? ''
  // Digests have one length, so the comparison tells nothing about the token's own.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (timingSafeEqual(digest(given), digest(apiToken))) {
    next()
    return
  }
  response.set('WWW-Authenticate', 'Bearer')
  refuse(context, request, response, 401)
}
