import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Arrival } from '../../src/document/article.ts'
import { tokens } from '../../src/document/span.ts'
import { prepareArticle } from '../../src/edition/prepare.ts'
import type { Store } from '../../src/store/store.ts'
import { knowledge } from '../support/knowledge.ts'

const now = '2026-11-23T01:00:00.000Z'
const paragraphs = [
  'The council has closed the town pool after a storm damaged its roof on Monday night.',
  'Mayor Anna Reid said the pool would stay closed until at least May because of the cost.',
  'About 340 homes lost power, but nobody was hurt, the emergency service said on Tuesday.',
]

function arrival(fields: Partial<Arrival['fields']> = {}, body: readonly string[] = paragraphs): Arrival {
  return {
    fields: {
      headline: 'Council closes pool after storm',
      language: 'en-AU',
      permissions: { mayAdapt: true, mayShowOriginal: true, mayMakeAudio: true },
      ...fields,
    },
    body: body.map((text) => ({ kind: 'paragraph', text })),
  }
}

/** What every store must do. `open` answers a new, empty one in the time zone of Sydney. */
export function storeContract(open: () => Store): void {
  let store: Store
  beforeEach(() => {
    store = open()
  })
  afterEach(() => store.close())

  describe('articles', () => {
    test('the same text twice is one article', async () => {
      const first = await store.saveArticle(arrival(), now)
      const second = await store.saveArticle(arrival(), now)
      expect([first.kind, second.kind]).toEqual(['new', 'same'])
      expect(await store.countArticles({})).toBe(1)
    })

    test('a changed text at the same address is a new version, and a correction is listed', async () => {
      const url = 'https://news.example/pool'
      await store.saveArticle(arrival({ url }), now)
      const changed = await store.saveArticle(
        arrival({ url: `${url}?utm_source=feed` }, [
          ...paragraphs,
          'The pool will open again in June, the council said on Friday.',
        ]),
        now,
      )
      expect(changed.kind).toBe('changed')
      expect(changed.article.version).toBe(2)
      expect(await store.corrections(5)).toHaveLength(1)
    })

    test('a near copy of a story that is there already is the same story', async () => {
      const first = await store.saveArticle(arrival({ url: 'https://one.example/a' }), now)
      const copy = await store.saveArticle(arrival({ url: 'https://two.example/b', headline: 'Pool closes' }), now)
      expect(copy).toMatchObject({ kind: 'same', article: { id: first.article.id } })
    })

    test('two stories with one headline have two addresses', async () => {
      const other = [
        'A quite different story with the same headline tells of another pool in another town by the sea.',
        'Nothing in it is like the first one, and so it has an address of its own in the paper.',
      ]
      const first = await store.saveArticle(arrival(), now)
      const second = await store.saveArticle(arrival({}, other), now)
      expect(first.article.slug).toBe('council-closes-pool-after-storm')
      expect(second.article.slug).toBe('council-closes-pool-after-storm-2')
    })

    test("the day of a story is its day in the site's time zone", async () => {
      const { article } = await store.saveArticle(arrival({ published: '2026-11-22T20:00:00Z' }), now)
      expect(article.date).toBe('2026-11-23')
    })

    test('samples go together and do not come back by themselves', async () => {
      await store.saveArticle(arrival({ sample: true }), now)
      expect(await store.removeArticles({ samples: true })).toBe(1)
      expect(await store.articles({})).toEqual([])
    })
  })

  describe('what is made from an article', () => {
    test('it is found again as it was, frozen, with its words and its search entry', async () => {
      const { article } = await store.saveArticle(arrival(), now)
      const prepared = prepareArticle(article.arrival, knowledge)
      await store.savePrepared(article.id, 1, prepared, now)
      const story = await store.story(article.id)
      expect(story?.article.state).toBe('ready')
      expect(JSON.stringify(story?.prepared)).toBe(JSON.stringify(prepared))
      expect(Object.isFrozen(story?.prepared.original)).toBe(true)
      expect((await store.search('pool', 10, 0)).hits[0]?.article.id).toBe(article.id)
      expect((await store.search('storms', 10, 0)).total).toBe(1)
    })

    test('a word keeps whose meaning it has; where stories differ, ours goes first', async () => {
      const { article } = await store.saveArticle(arrival(), now)
      const prepared = prepareArticle(article.arrival, knowledge)
      const withWord = (meaning: string, origin: 'own' | 'fallback'): typeof prepared => {
        const word = {
          term: 'pool',
          partOfSpeech: 'noun',
          meaning,
          example: '',
          span: tokens(0, 1),
          level: 'A2',
          origin,
        }
        const { 1: first, 2: second } = prepared.editions
        const study = { words: [word], questions: [] }
        return { ...prepared, editions: { 1: { ...first, study }, 2: { ...second, study } } }
      }
      await store.savePrepared(article.id, 1, withWord('A pool is a hole.', 'fallback'), now)
      expect(await store.words()).toEqual([
        { term: 'pool', meaning: 'A pool is a hole.', origin: 'fallback', stories: 1 },
      ])
      const { article: other } = await store.saveArticle(
        arrival({ headline: 'Other pool', url: 'https://news.example/other' }, [
          'A pool opened in the next town today.',
        ]),
        now,
      )
      await store.savePrepared(other.id, 1, withWord('People swim in a pool.', 'own'), now)
      expect(await store.words()).toEqual([
        { term: 'pool', meaning: 'People swim in a pool.', origin: 'own', stories: 2 },
      ])
    })

    test('an older version never replaces a newer one', async () => {
      const { article } = await store.saveArticle(arrival(), now)
      await store.savePrepared(article.id, 7, prepareArticle(article.arrival, knowledge), now)
      expect(await store.story(article.id)).toBeUndefined()
    })

    test('a print code is made once for one exact text', async () => {
      const { article } = await store.saveArticle(arrival(), now)
      const code = await store.printCode(article.id, 1, 'hash')
      expect(code).toMatch(/^[A-Z2-9]{5}$/)
      expect(await store.printCode(article.id, 1, 'hash')).toBe(code)
      expect(await store.printed(code.toLowerCase())).toEqual({ article: article.id, level: 1, textHash: 'hash' })
    })
  })

  test.each([
    '',
    '"',
    '*',
    'OR AND NOT',
    'pool" OR 1',
    "'; drop table articles; --",
    '\u0000',
    '()',
    'near/3',
    'x'.repeat(5000),
    '日本語',
  ])('searching for %j never throws', async (query) => {
    expect((await store.search(query, 10, 0)).hits).toEqual([])
  })

  test('refusals are kept for the operator', async () => {
    await store.addRefusal({ at: now, origin: 'inbox', kind: 'empty', reason: 'The file is empty.' })
    expect(await store.refusals(5)).toEqual([{ at: now, origin: 'inbox', kind: 'empty', reason: 'The file is empty.' }])
  })

  test('a near copy is kept as a refusal that names the story', async () => {
    await store.saveArticle(arrival({ url: 'https://one.example/a' }), now)
    await store.saveArticle(arrival({ url: 'https://two.example/b', headline: 'Pool closes' }), now)
    expect(await store.refusals(5)).toMatchObject([{ origin: 'https://two.example/b', kind: 'near-copy' }])
  })

  test('an article that goes takes the wrap of its day with it', async () => {
    const { article } = await store.saveArticle(arrival({ published: '2026-11-20' }), now)
    const { original } = prepareArticle(article.arrival, knowledge)
    const wrap = {
      title: 'The news',
      level: 1,
      document: original,
      parts: [],
      articles: [article.id],
      expectedSeconds: 0,
    } as const
    await store.saveWrap({ ...wrap, date: '2026-11-20' }, now)
    await store.saveWrap({ ...wrap, date: '2026-11-19' }, now)
    await store.removeArticles({ id: article.id })
    expect((await store.wraps(5)).map(({ date }) => date)).toEqual(['2026-11-19'])
  })

  test('articles can be listed by their state', async () => {
    const { article } = await store.saveArticle(arrival(), now)
    expect(await store.articles({ state: 'ready' })).toEqual([])
    await store.failArticle(article.id, 'No.')
    expect(await store.articles({ state: 'failed' })).toMatchObject([{ id: article.id, problem: 'No.' }])
  })

  test.each([
    ['2026-13-45', '2026-11-23'],
    ['2026-02-30T09:00:00Z', '2026-11-23'],
    ['soon', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['Fri, 20 Nov 2026 20:00:00 GMT', '2026-11-21'],
  ])(
    'a story published "%s" stands under %s: a date that no calendar has counts as not given',
    async (published, date) => {
      expect((await store.saveArticle(arrival({ published }), now)).article.date).toBe(date)
    },
  )
}
