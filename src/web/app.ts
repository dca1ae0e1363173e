import path from 'node:path'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { assetNames } from './assets.ts'
import { createCatalogue } from './catalogue.ts'
import { refuse, type WebContext } from './context.ts'
import type { WebParts } from './parts.ts'
import { apiRoutes } from './routes/api.ts'
import { feedRoutes } from './routes/feeds.ts'
import { findRoutes } from './routes/find.ts'
import { siteRoutes } from './routes/site.ts'
import { storyRoutes } from './routes/story.ts'
import { technicalRoutes } from './routes/technical.ts'
import { todayRoutes } from './routes/today.ts'

const projectFolder = path.join(import.meta.dirname, '..', '..')
const publicFolder = path.join(projectFolder, 'public')
const oneYear = 365 * 86_400_000
const longestAddress = 2000

/** The site: every page, file, feed and the API. It keeps nothing at module level, so tests can build many. */
export function buildApp(parts: WebParts): Express {
  const app = express()
  const context: WebContext = {
    parts,
    catalogue: createCatalogue(parts.store, parts.site.review),
    asset: assetNames(publicFolder),
  }

  app.disable('x-powered-by')
  app.set('views', path.join(projectFolder, 'views'))
  app.set('view engine', 'ejs')
  app.set('view cache', parts.production)
  app.set('query parser', 'simple')

  app.use(securityHeaders(parts.site.url))
  app.use(compression())
  app.use((request, response, next) => {
    if (request.url.length > longestAddress || /%00/i.test(request.url)) refuse(context, request, response, 400)
    else next()
  })
  app.use(
    express.static(publicFolder, {
      index: false,
      dotfiles: 'ignore',
      setHeaders: (response) => {
        const marked = response.req.url?.includes('?v=') === true
        response.setHeader(
          'Cache-Control',
          marked ? `public, max-age=${oneYear / 1000}, immutable` : 'public, max-age=3600',
        )
        response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
      },
    }),
  )
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: parts.requestsPerMinute ?? 600,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: (request) => request.path === '/healthz' || request.path === '/readyz',
      handler: (request, response) => refuse(context, request, response, 429),
    }),
  )

  app.use(todayRoutes(context))
  app.use(storyRoutes(context))
  app.use(findRoutes(context))
  app.use(siteRoutes(context))
  app.use(feedRoutes(context))
  app.use('/api/v1', apiRoutes(context))
  app.use(technicalRoutes(context))

  app.use((request, response) => {
    refuse(context, request, response, request.method === 'GET' || request.method === 'HEAD' ? 404 : 405)
  })
  app.use(errorPage(context))
  return app
}

/** Nothing from other sites, nothing inline, and nobody frames the pages. */
function securityHeaders(siteUrl: string) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // A promise of HTTPS would lock readers out of a site that has none.
    strictTransportSecurity: siteUrl.startsWith('https://'),
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** The last place an error comes to. What a client did wrong keeps its status; all else is our mistake. */
function errorPage(context: WebContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = statusOf(error)
    if (status >= 500) context.parts.report?.(error, request.path)
    if (response.headersSent) {
      response.destroy()
      return
    }
    refuse(context, request, response, status)
  }
}

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
  return status >= 400 && status < 600 ? status : 500
}
