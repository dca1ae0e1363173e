import express, { Router } from 'express'
import { levelOf, queryText, refuse, settingsOf, show, type WebContext } from '../context.ts'
import { clockLength, dayInWords } from '../pages/dates.ts'
import { storyPath } from '../parts.ts'
import {
  readSettings,
  settingChoices,
  settingsCookie,
  settingsCookieOptions,
  settingsValue,
} from '../reader-settings.ts'

/** Pages about the site itself, and what a reader sets. */
export function siteRoutes(context: WebContext): Router {
  const routes = Router()
  const { parts, catalogue } = context

  routes.get('/listen', async (request, response) => {
    const wraps = await parts.store.wraps(14)
    const page = {
      feed: `${parts.site.url}/feeds/wrap.xml`,
      wraps: await Promise.all(
        wraps.map(async (wrap) => {
          const narration = await parts.store.narration({ kind: 'wrap', date: wrap.date })
          return {
            title: wrap.title,
            day: dayInWords(wrap.date),
            path: `/wrap/${wrap.date}`,
            stories: wrap.parts.filter((part) => part.kind === 'story').map((part) => part.title),
            ...(narration === undefined
              ? {}
              : { audio: `/wrap/${wrap.date}/wrap.mp3`, length: clockLength(narration.seconds) }),
          }
        }),
      ),
    }
    show(context, request, response, 'listen', { title: 'Listen', section: 'listen' }, page)
  })

  routes.get('/teachers', async (request, response) => {
    const articles = await parts.store.articles({ limit: 10 })
    const page = {
      stories: (await catalogue.summaries(articles, levelOf(request))).map((story) => ({
        ...story,
        packs: ([1, 2] as const).map((level) => ({
          level,
          pack: `${story.path.replace(/\/[12]$/, '')}/${level}/pack`,
          print: `${story.path.replace(/\/[12]$/, '')}/${level}/print`,
        })),
      })),
    }
    show(context, request, response, 'teachers', { title: 'For teachers', section: 'teachers' }, page)
  })

  routes.get('/settings', (request, response) => {
    const settings = settingsOf(request)
    const page = {
      choices: settingChoices.map((choice) => ({ ...choice, chosen: settings[choice.name] })),
      saved: request.query.saved === '1',
      back: samePath(queryText(request, 'back', 300)),
    }
    show(context, request, response, 'settings', { title: 'Settings', scripts: ['settings.js'] }, page)
  })

  routes.post(
    '/settings',
    express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 20 }),
    (request, response) => {
      const given: Record<string, unknown> = request.body ?? {}
      if (given.reset === '1') {
        response.clearCookie(settingsCookie, { path: '/' })
      } else {
        const settings = settingsValue(readSettings(given))
        response.cookie(settingsCookie, settings, settingsCookieOptions)
      }
      const back = samePath(typeof given.back === 'string' ? given.back : '')
      response.redirect(303, `/settings?saved=1${back === undefined ? '' : `&back=${encodeURIComponent(back)}`}`)
    },
  )

  routes.get('/corrections', async (request, response) => {
    const page = {
      corrections: (await parts.store.corrections(100)).map(({ at, headline, path, what }) => ({
        day: dayInWords(at.slice(0, 10)),
        headline,
        path,
        what,
      })),
    }
    show(context, request, response, 'corrections', { title: 'Corrections' }, page)
  })

  routes.get('/p/:code', async (request, response) => {
    const code = request.params.code
    const printed = /^[A-Za-z0-9]{2,16}$/.test(code) ? await parts.store.printed(code.toUpperCase()) : undefined
    const article = printed && (await parts.store.article(printed.article))
    if (printed === undefined || article === undefined) {
      return refuse(context, request, response, 404, 'We do not know this code. Please look at the sheet again.')
    }
    if (article.state === 'withdrawn') return refuse(context, request, response, 410)
    const status = await catalogue.publicStatus(article, printed.level)
    const page = {
      code: code.toUpperCase(),
      level: printed.level,
      current: status?.textHash === printed.textHash,
      available: status !== undefined,
      path: storyPath(article, printed.level),
      headline: (await catalogue.summary(article, printed.level))?.headline ?? article.arrival.fields.headline,
    }
    show(context, request, response, 'printed', { title: `Sheet ${page.code}`, hidden: true }, page)
  })

  for (const [path, template, title] of [
    ['/help', 'help', 'Help'],
    ['/about', 'about', 'About us'],
    ['/about/how-we-make-this', 'how', 'How we make this'],
    ['/accessibility', 'accessibility', 'Reading without barriers'],
  ] as const) {
    routes.get(path, (request, response) => {
      show(context, request, response, template, { title }, { voice: parts.voice, review: parts.site.review })
    })
  }

  return routes
}

/** A path on this site to go back to; undefined for anything that could lead away from it. */
function samePath(path: string): string | undefined {
  return /^\/(?![/\\])[A-Za-z0-9/_\-.%?=&]*$/.test(path) ? path : undefined
}
