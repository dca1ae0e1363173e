import { type Request, type Response, Router } from 'express'
import type { Level } from '../../document/article.ts'
import type { PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import { articleOf, levelOf, refuse, settingsOf, show, storyPlayer, type WebContext } from '../context.ts'
import { editionData } from '../pages/api-data.ts'
import { comparePage } from '../pages/compare-page.ts'
import { packPage, readPackOptions } from '../pages/pack-page.ts'
import { sheetPage } from '../pages/sheet-page.ts'
import { originalPage, storyPage } from '../pages/story-page.ts'
import { waitingPage } from '../pages/waiting-page.ts'
import { wordListFile } from '../pages/word-list-file.ts'
import { wordListPage } from '../pages/words-page.ts'
import { storyPath } from '../parts.ts'
import { preferredLevel } from '../reader-settings.ts'
import { open, sendAudio, sendAudioStatus, sendCaptions, sendTimings } from './sound.ts'

/** A story with all that a part of it may show. */
interface Opened {
  readonly article: StoredArticle
  readonly prepared: PreparedArticle
  readonly level: Level
  readonly status: EditionStatus
}

type Part = (context: WebContext, request: Request, response: Response, story: Opened) => Promise<void>

const address = '/news/:year/:month/:day/:slug'

/** The parts of a story. Each stands under a level (`…/1/print`) and without one (`…/print`: the reader's level). */
const storyParts: Readonly<Record<string, Part>> = {
  compare: showCompare,
  words: showWords,
  'words.csv': sendWordList,
  print: showSheet,
  pack: showPack,
  key: showKey,
  'story.json': sendData,
  'story.mp3': withSound(sendAudio),
  'story.vtt': withSound(sendCaptions),
  'timings.json': withSound(sendTimings),
  'audio-status': withSound(sendAudioStatus),
}

/** Everything under `/news/`. */
export function storyRoutes(context: WebContext): Router {
  const routes = Router()

  routes.get(address, async (request, response) => {
    const article = await articleOf(context, request, response)
    if (article !== undefined) response.redirect(302, storyPath(article, preferredLevel(settingsOf(request))))
  })

  routes.get(`${address}/original`, async (request, response) => {
    const story = await openStory(context, request, response)
    if (story === undefined) return
    const page = originalPage(story.article, story.prepared, story.status)
    show(context, request, response, 'original', { title: `${page.headline} (original)` }, page)
  })

  for (const [name, part] of Object.entries(storyParts)) {
    const answer = async (request: Request, response: Response): Promise<void> => {
      const story = await openStory(context, request, response)
      if (story !== undefined) await part(context, request, response, story)
    }
    routes.get(`${address}/${name}`, answer)
    routes.get(`${address}/:level/${name}`, answer)
  }

  routes.get(`${address}/:level`, async (request, response) => {
    const story = await openStory(context, request, response)
    if (story !== undefined) await showStory(context, request, response, story)
  })

  return routes
}

/** The story that an address names, at its level. Where it cannot be shown, the answer is already sent. */
async function openStory(context: WebContext, request: Request, response: Response): Promise<Opened | undefined> {
  const { level: named } = request.params
  if (named !== undefined && named !== '1' && named !== '2') {
    refuse(context, request, response, 404)
    return undefined
  }
  const article = await articleOf(context, request, response)
  if (article === undefined) return undefined
  const level = levelOf(request)
  if (article.state === 'waiting' && context.parts.site.review === 'off') {
    const progress = await context.parts.queue.progress({
      kind: 'prepare',
      article: article.id,
      version: article.version,
    })
    response.set('Cache-Control', 'no-store').set('Refresh', '5')
    show(
      context,
      request,
      response,
      'waiting',
      { title: 'Not ready yet', hidden: true },
      waitingPage(article, progress),
    )
    return undefined
  }
  const status = await context.catalogue.publicStatus(article, level)
  const prepared = await context.catalogue.prepared(article)
  if (status === undefined || prepared === undefined) {
    refuse(context, request, response, 404)
    return undefined
  }
  return { article, prepared, level, status }
}

async function showStory(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const { article, prepared, level, status } = story
  const title = prepared.editions[level].edition.document
  const player = await storyPlayer(context, article, level, article.arrival.fields.headline)
  const page = storyPage(article, prepared, level, status, player)
  show(
    context,
    request,
    response,
    'story',
    { title: page.headline, description: `${title.text.slice(0, 150)}…`, scripts: ['player.js'] },
    { ...page, player: { ...player, title: page.headline } },
  )
}

async function showCompare(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const page = comparePage(story.article, story.prepared, story.level, story.status)
  show(context, request, response, 'compare', { title: `What changed: ${page.headline}` }, page)
}

async function showWords(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const page = wordListPage(story.article, story.prepared, story.level, story.status)
  show(context, request, response, 'word-list', { title: `New words: ${page.headline}`, section: 'words' }, page)
}

async function sendWordList(context: WebContext, _request: Request, response: Response, story: Opened): Promise<void> {
  const file = wordListFile(
    context.parts.site.url,
    story.article,
    story.level,
    story.prepared.editions[story.level].study.words,
  )
  response
    .set('Content-Disposition', `attachment; filename="${story.article.slug}-level-${story.level}-words.csv"`)
    .type('text/csv')
    .send(file)
}

async function showSheet(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const page = sheetPage(story.article, story.prepared, story.level, story.status, await shortAddress(context, story))
  show(
    context,
    request,
    response,
    'print/sheet',
    { title: page.headline, sheet: true, hidden: true, scripts: ['print.js'] },
    page,
  )
}

async function showPack(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const options = readPackOptions(request.query, story.level)
  // The form may ask for the other level: then that level's own address answers.
  if (options.level !== story.level || request.params.level === undefined) {
    const query = request.originalUrl.split('?')[1]
    response.redirect(302, storyPath(story.article, `${options.level}/pack`) + (query === undefined ? '' : `?${query}`))
    return
  }
  const page = packPage(story.article, story.prepared, story.status, options, await shortAddress(context, story))
  show(
    context,
    request,
    response,
    'print/pack',
    { title: `Pack: ${page.headline}`, sheet: true, hidden: true, scripts: ['print.js'] },
    page,
  )
}

async function showKey(context: WebContext, request: Request, response: Response, story: Opened): Promise<void> {
  const options = readPackOptions(request.query, story.level)
  const asked = { ...options, level: story.level }
  const page = packPage(story.article, story.prepared, story.status, asked, await shortAddress(context, story))
  show(
    context,
    request,
    response,
    'print/key',
    { title: `Answers: ${page.headline}`, sheet: true, hidden: true, scripts: ['print.js'] },
    page,
  )
}

async function sendData(context: WebContext, _request: Request, response: Response, story: Opened): Promise<void> {
  const narration = await context.parts.store.narration({
    kind: 'story',
    article: story.article.id,
    level: story.level,
  })
  open(response)
  response
    .set('Cache-Control', 'public, no-cache')
    .json(
      editionData(context.parts.site.url, story.article, story.prepared.editions[story.level], story.status, narration),
    )
}

function withSound(send: typeof sendAudio): Part {
  return async (context, request, response, { article, prepared, level }) => {
    const { document } = prepared.editions[level].edition
    const player = await storyPlayer(context, article, level, article.arrival.fields.headline)
    await send(context, request, response, { spoken: { kind: 'story', article: article.id, level }, document, player })
  }
}

/** The short address printed on every sheet of this exact text: `http://localhost:3000/p/AB12`. */
async function shortAddress(context: WebContext, { article, level, status }: Opened): Promise<string> {
  const code = await context.parts.store.printCode(article.id, level, status.textHash)
  return `${context.parts.site.url}/p/${code}`
}
