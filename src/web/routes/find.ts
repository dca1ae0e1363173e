import { Router } from 'express'
import { levelOf, pageNumber, queryText, refuse, show, type WebContext } from '../context.ts'
import { firstOfNextMonth, isDay, monthInWords } from '../pages/dates.ts'
import { archivePage, listPage, topicInWords } from '../pages/list-page.ts'
import { searchPage } from '../pages/search-page.ts'
import { meaningSource } from '../pages/text-view.ts'
import { dictionaryPage } from '../pages/words-page.ts'

const perPage = 20
const longestQuery = 200

/** Ways to find a story: archive, topics, search, and the words that stories use. */
export function findRoutes(context: WebContext): Router {
  const routes = Router()
  const { parts, catalogue } = context

  routes.get('/archive', async (request, response) => {
    const [months, topics, latest] = await Promise.all([
      parts.store.months(),
      parts.store.topics(),
      parts.store.articles({ limit: 5 }),
    ])
    const page = archivePage(months, topics, await catalogue.summaries(latest, levelOf(request)))
    show(context, request, response, 'archive', { title: 'All stories' }, page)
  })

  routes.get('/archive/:year/:month', async (request, response) => {
    const month = `${request.params.year}-${request.params.month}`
    const from = `${month}-01`
    if (!isDay(from)) return refuse(context, request, response, 404)
    const query = { from, to: firstOfNextMonth(month) }
    const total = await parts.store.countArticles(query)
    if (total === 0) return refuse(context, request, response, 404)
    const number = pageNumber(request)
    const articles = await parts.store.articles({ ...query, limit: perPage, offset: (number - 1) * perPage })
    const page = listPage({
      heading: `Stories of ${monthInWords(month)}`,
      stories: await catalogue.summaries(articles, levelOf(request)),
      address: request.path,
      page: number,
      pages: Math.ceil(total / perPage),
    })
    show(context, request, response, 'list', { title: page.heading }, page)
  })

  routes.get('/topic/:topic', async (request, response) => {
    const topic = request.params.topic.slice(0, 80)
    const total = await parts.store.countArticles({ topic })
    if (total === 0) return refuse(context, request, response, 404)
    const number = pageNumber(request)
    const articles = await parts.store.articles({ topic, limit: perPage, offset: (number - 1) * perPage })
    const page = listPage({
      heading: `Stories about: ${topicInWords(topic)}`,
      stories: await catalogue.summaries(articles, levelOf(request)),
      address: `/topic/${encodeURIComponent(topic)}`,
      page: number,
      pages: Math.ceil(total / perPage),
    })
    show(context, request, response, 'list', { title: page.heading }, page)
  })

  routes.get('/search', async (request, response) => {
    const query = queryText(request, 'q', longestQuery)
    const number = pageNumber(request)
    const found = query === '' ? undefined : await parts.store.search(query, perPage, (number - 1) * perPage)
    const visible = found && {
      total: found.total,
      hits: (
        await Promise.all(
          found.hits.map(async (hit) => {
            const status = await catalogue.publicStatus(hit.article, levelOf(request))
            return status === undefined ? [] : [hit]
          }),
        )
      ).flat(),
    }
    const page = searchPage(query, visible, number, perPage, levelOf(request))
    const title = query === '' ? 'Search' : `Search: ${query}`
    show(context, request, response, 'search', { title, section: 'search', hidden: query !== '' }, page)
  })

  routes.get('/words', async (request, response) => {
    const page = dictionaryPage(await parts.store.words())
    show(context, request, response, 'dictionary', { title: 'Words', section: 'words' }, page)
  })

  routes.get('/words/:term', async (request, response) => {
    const term = request.params.term.slice(0, 100).toLowerCase()
    const word = (await parts.store.words()).find((known) => known.term.toLowerCase() === term)
    if (word === undefined) return refuse(context, request, response, 404)
    const articles = await parts.store.storiesWithWord(word.term, perPage)
    const page = {
      term: word.term,
      meaning: word.meaning,
      source: meaningSource(word.origin),
      stories: await catalogue.summaries(articles, levelOf(request)),
    }
    show(context, request, response, 'word', { title: word.term, section: 'words', description: word.meaning }, page)
  })

  return routes
}
