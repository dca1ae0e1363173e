import { type Request, type Response, Router } from 'express'
import { levelOf, refuse, settingsOf, show, type WebContext, wrapPlayer } from '../context.ts'
import { dayIn, isDay } from '../pages/dates.ts'
import type { StorySummary } from '../pages/story-summary.ts'
import { todayPage, wrapPage } from '../pages/today-page.ts'
import { readSettings, settingsCookie, settingsCookieOptions, settingsValue } from '../reader-settings.ts'
import { sendAudio, sendAudioStatus, sendCaptions, sendTimings } from './sound.ts'

/** Today's news and the wrap of any day. */
export function todayRoutes(context: WebContext): Router {
  const routes = Router()
  const { parts, catalogue } = context

  routes.get('/', async (request, response) => {
    const level = levelOf(request)
    if (request.query.level === '1' || request.query.level === '2') {
      const settings = readSettings({ ...settingsOf(request), level: String(level) })
      response.cookie(settingsCookie, settingsValue(settings), settingsCookieOptions)
    }
    const today = dayIn(parts.site.timeZone, parts.clock())
    const wrap = (await parts.store.wraps(1))[0]
    const newest = await parts.store.articles({ limit: 12 })
    const newestDay = newest[0]?.date
    // A wrap of an older day than the newest story would hide that story.
    const current = wrap !== undefined && (newestDay === undefined || wrap.date >= newestDay) ? wrap : undefined
    const date = current?.date ?? newestDay ?? today
    const listed =
      current === undefined
        ? await catalogue.summaries(newest, level)
        : await wrapStories(context, current.articles, level)
    const player = current === undefined ? undefined : await wrapPlayer(context, current.date, current.title)
    const page = todayPage({ date, today, level, stories: listed, player })
    show(
      context,
      request,
      response,
      'today',
      {
        title: 'Today',
        section: 'today',
        description: 'The news in easy English. Read it, hear it, print it.',
        scripts: ['player.js'],
      },
      page,
    )
  })

  routes.get('/wrap', (_request, response) => response.redirect(302, '/listen'))

  routes.get('/wrap/:date', async (request, response) => {
    const wrap = await wrapOf(context, request, response)
    if (wrap === undefined) return
    const narration = await parts.store.narration({ kind: 'wrap', date: wrap.date })
    const player = await wrapPlayer(context, wrap.date, wrap.title)
    const page = wrapPage(wrap, narration, player, await wrapStories(context, wrap.articles, wrap.level))
    show(
      context,
      request,
      response,
      'wrap',
      {
        title: page.title,
        section: 'listen',
        description: `The news of ${page.day} in easy English.`,
        scripts: ['player.js'],
      },
      page,
    )
  })

  for (const [file, send] of [
    ['wrap.mp3', sendAudio],
    ['wrap.vtt', sendCaptions],
    ['timings.json', sendTimings],
    ['audio-status', sendAudioStatus],
  ] as const) {
    routes.get(`/wrap/:date/${file}`, async (request, response) => {
      const wrap = await wrapOf(context, request, response)
      if (wrap === undefined) return
      const player = await wrapPlayer(context, wrap.date, wrap.title)
      await send(context, request, response, {
        spoken: { kind: 'wrap', date: wrap.date },
        document: wrap.document,
        player,
      })
    })
  }

  return routes
}

/** The wrap that an address names; where there is none, 404 is already sent. */
export async function wrapOf(context: WebContext, request: Request, response: Response) {
  const { date } = request.params
  const wrap = typeof date === 'string' && isDay(date) ? await context.parts.store.wrap(date) : undefined
  if (wrap === undefined) refuse(context, request, response, 404)
  return wrap
}

async function wrapStories(
  { parts, catalogue }: WebContext,
  ids: readonly string[],
  level: 1 | 2,
): Promise<readonly StorySummary[]> {
  const articles = await Promise.all(ids.map((id) => parts.store.article(id)))
  return catalogue.summaries(
    articles.filter((article) => article !== undefined),
    level,
  )
}
