import { Router } from 'express'
import type { WebContext } from '../context.ts'
import { storyPath } from '../parts.ts'

const mostInSitemap = 5000

/** What machines ask: is it alive, is it ready, how is it, what may be indexed. */
export function technicalRoutes(context: WebContext): Router {
  const routes = Router()
  const { parts } = context

  routes.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n')
  })

  routes.get('/readyz', async (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain')
    try {
      await parts.store.articles({ limit: 1 })
      await parts.queue.counts()
      response.send('ready\n')
    } catch (error) {
      parts.report?.(error, '/readyz')
      response.status(503).send('not ready\n')
    }
  })

  routes.get('/metrics', async (_request, response) => {
    const [jobs, articles] = await Promise.all([parts.queue.counts(), parts.store.countArticles({})])
    const memory = process.memoryUsage()
    response
      .set('Cache-Control', 'no-store')
      .type('text/plain; version=0.0.4')
      .send(
        [
          gauge('newsease_articles', 'Articles that are kept.', articles),
          gauge('newsease_jobs_waiting', 'Tasks that wait.', jobs.waiting),
          gauge('newsease_jobs_running', 'Tasks at work.', jobs.running),
          gauge('newsease_jobs_failed', 'Tasks that were given up.', jobs.failed),
          gauge('process_resident_memory_bytes', 'Memory of the web process.', memory.rss),
          gauge('process_uptime_seconds', 'Age of the web process.', Math.round(process.uptime())),
        ].join(''),
      )
  })

  routes.get('/robots.txt', (_request, response) => {
    response
      .type('text/plain')
      .send(
        `User-agent: *\nDisallow: /search\nDisallow: /settings\nDisallow: /p/\nDisallow: /api/\n\nSitemap: ${parts.site.url}/sitemap.xml\n`,
      )
  })

  routes.get('/sitemap.xml', async (_request, response) => {
    const articles = await parts.store.articles({ limit: mostInSitemap })
    const visible = await Promise.all(
      articles.map(async (article) =>
        (await context.catalogue.publicStatus(article, 1)) === undefined ? [] : [article],
      ),
    )
    const wraps = await parts.store.wraps(100)
    const fixed = ['/', '/listen', '/words', '/teachers', '/archive', '/about', '/about/how-we-make-this', '/help']
    const places = [
      ...fixed.map((path) => ({ path, updated: undefined })),
      ...wraps.map(({ date }) => ({ path: `/wrap/${date}`, updated: date })),
      ...visible.flat().flatMap((article) =>
        ([1, 2] as const).map((level) => ({
          path: storyPath(article, level),
          updated: article.updated.slice(0, 10),
        })),
      ),
    ]
    const lines = places.map(
      ({ path, updated }) =>
        `<url><loc>${escapeXml(parts.site.url + path)}</loc>${updated === undefined ? '' : `<lastmod>${updated}</lastmod>`}</url>`,
    )
    response
      .type('application/xml')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`,
      )
  })

  return routes
}

function gauge(name: string, help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
