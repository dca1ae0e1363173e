import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/web/app.ts'
import type { WebParts } from '../../src/web/parts.ts'
import { fixtureParts } from './fixture.ts'
import { hostileStory, stories } from './stories.ts'

const bridge = '/news/2026/11/23/new-bridge-opens'

/** A running site and how to ask it. */
interface Running {
  readonly get: (path: string, options?: RequestInit) => Promise<Response>
  readonly close: () => Promise<void>
}

async function run(changes: Partial<WebParts> = {}): Promise<Running> {
  const parts = await fixtureParts([...stories, hostileStory], changes)
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = buildApp(parts).listen(0, '127.0.0.1', () => resolve(listening))
  })
  const { port } = server.address() as AddressInfo // A listening TCP server has a port.
  return {
    get: (path, options) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...options }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

let site: Running
beforeAll(async () => {
  site = await run({ apiToken: 'a-long-secret' })
})
afterAll(() => site.close())

describe('addresses', () => {
  test.each([
    ['/', 200],
    ['/wrap/2026-11-23', 200],
    ['/wrap/2026-11-22', 404],
    ['/wrap/2026-13-45', 404],
    [`${bridge}/1`, 200],
    [`${bridge}/2`, 200],
    [`${bridge}/3`, 404],
    [`${bridge}/original`, 200],
    [`${bridge}/compare`, 200],
    [`${bridge}/2/compare`, 200],
    [`${bridge}/words`, 200],
    [`${bridge}/words.csv`, 200],
    [`${bridge}/print`, 200],
    [`${bridge}/1/pack`, 200],
    [`${bridge}/1/key`, 200],
    [`${bridge}/story.json`, 200],
    [`${bridge}/story.vtt`, 200],
    [`${bridge}/1/timings.json`, 200],
    [`${bridge}/2/story.mp3`, 404],
    [`${bridge}/nothing`, 404],
    ['/news/2026/11/23/never-written/1', 404],
    ['/news/2026/10/05/taken-away/1', 410],
    ['/news/2026/02/30/new-bridge-opens', 404],
    ['/news/2026/11/23/..%2F..%2Fetc%2Fpasswd/1', 404],
    ['/news/2026/11/23/%00/1', 400],
    ['/..%2f..%2fpackage.json', 404],
    ['/%2e%2e/package.json', 404],
    ['/archive', 200],
    ['/archive/2026/11', 200],
    ['/archive/2026/99', 404],
    ['/archive/1999/01', 404],
    ['/topic/health', 200],
    ['/topic/nothing', 404],
    ['/search', 200],
    ['/search?q=flood', 200],
    ['/search?q=a&q=b', 200],
    [`/search?q=${'x'.repeat(3000)}`, 400],
    ['/words', 200],
    ['/words/flood', 200],
    ['/words/never', 404],
    ['/p/ZZ99', 404],
    ['/p/%3Cscript%3E', 404],
    ['/feeds', 200],
    ['/feeds/wrap.xml', 200],
    ['/feeds/level-1.xml', 200],
    ['/feeds/level-2.json', 200],
    ['/feeds/level-1.atom', 200],
    ['/feeds/level-3.xml', 404],
    ['/feeds/topic/health/level-1.xml', 200],
    ['/feeds.opml', 200],
    ['/api/v1/articles', 200],
    ['/api/v1/articles?from=yesterday', 400],
    ['/api/v1/articles/bridge', 200],
    ['/api/v1/articles/gone', 410],
    ['/api/v1/articles/nobody', 404],
    ['/api/v1/articles/bridge/editions/1', 200],
    ['/api/v1/articles/bridge/editions/9', 404],
    ['/api/v1/editions?level=2', 200],
    ['/api/v1/wraps', 200],
    ['/api/v1/wraps/2026-11-23', 200],
    ['/api/v1/wraps/nonsense', 404],
    ['/api/v1/openapi.json', 200],
    ['/api/v2', 404],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/robots.txt', 200],
    ['/sitemap.xml', 200],
    ['/styles.css', 200],
    ['/artwork.png', 200],
  ])('%s answers %d', async (path, status) => {
    expect((await site.get(path)).status).toBe(status)
  })

  test.each([
    [bridge, 302, `${bridge}/1`],
    ['/news/2026/11/23/old-new-bridge-opens/2/print', 301, `${bridge}/2/print`],
    [`${bridge}/pack?level=2`, 302, `${bridge}/2/pack?level=2`],
  ])('%s leads with %d to %s', async (path, status, target) => {
    const answer = await site.get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Location')).toBe(target)
  })

  test('the bare address leads to the level that the reader chose', async () => {
    const answer = await site.get(bridge, { headers: { Cookie: 'settings=level=2_theme=dark' } })
    expect(answer.headers.get('Location')).toBe(`${bridge}/2`)
  })
})

describe('what a page says', () => {
  test.each([
    [`${bridge}/1`, 'Mira Okafor checked it on 23 November 2026.'],
    [`${bridge}/1`, 'Source: The Larkfield Post'],
    ['/news/2026/11/22/later-school-start/1', 'Nobody has checked it yet.'],
    ['/news/2026/11/22/later-school-start/1', 'Not easy yet: 3 sentences are too long.'],
    ['/news/2026/11/22/later-school-start/1', 'Sample story: this is not real news'],
    [`${bridge}/2`, 'The audio is being made. 40 per cent is done.'],
    [`${bridge}/1/compare`, 'Made shorter'],
    ['/corrections', 'There are no corrections yet.'],
  ])('%s: %s', async (path, words) => {
    expect(await (await site.get(path)).text()).toContain(words)
  })

  test.each([`${bridge}/1`, `${bridge}/1/words`, `${bridge}/1/print`, `${bridge}/1/pack`, '/words', '/words/drive'])(
    "%s says that a meaning is a dictionary's, and of ours nothing",
    async (path) => {
      const text = (await (await site.get(path)).text()).replaceAll(/<[^>]*>/g, '')
      expect(text).toContain('To drive is to travel in a car. (from a dictionary)')
      expect(text).not.toContain('dry at other times. (from')
    },
  )

  test('the file of words says it too', async () => {
    const csv = await (await site.get(`${bridge}/1/words.csv`)).text()
    expect(csv).toContain('"To drive is to travel in a car. (from a dictionary)"')
    expect(csv).toContain('dry at other times."')
  })

  test('a text that misses a rule is never called easy', async () => {
    const html = await (await site.get('/news/2026/11/22/later-school-start/1')).text()
    expect(html).not.toContain('Very easy.')
  })

  test('the key is not in the sheet for students', async () => {
    const sheet = await (await site.get(`${bridge}/1/pack?sent=1&exercise=gaps&exercise=right&gaps=4`)).text()
    const key = await (await site.get(`${bridge}/1/key?sent=1&exercise=gaps&exercise=right&gaps=4`)).text()
    expect(key).toContain('<strong>Wrong. It is open.</strong>')
    expect(sheet).not.toContain('Wrong. It is open.')
    expect(sheet).not.toContain('<strong>')
  })

  test('the same story, options and seed make the same bytes, another seed other ones', async () => {
    const ask = async (seed: number) => (await site.get(`${bridge}/1/pack?seed=${seed}`)).text()
    expect(await ask(5)).toBe(await ask(5))
    expect(await ask(5)).not.toBe(await ask(6))
  })

  test('a printed code says whether the sheet is current', async () => {
    const sheet = await (await site.get(`${bridge}/1/print`)).text()
    const code = /\/p\/([A-Z0-9]+)/.exec(sheet)?.[1]
    expect(await (await site.get(`/p/${code?.toLowerCase()}`)).text()).toContain('Your sheet is still right.')
  })

  test('a hostile story is text in every page, feed and file', async () => {
    for (const part of ['1', '2', 'original', '1/compare', '1/words', '1/print', '1/pack', '1/key']) {
      const html = await (await site.get(`/news/2026/11/23/hostile/${part}`)).text()
      expect(html).toContain('&lt;script&gt;')
      expect(html).not.toMatch(/<script>|<img src=x|href="javascript:/)
    }
  })

  test('cells of the word list that a spreadsheet would run are made safe', async () => {
    const risky = {
      ...stories[0],
      id: 'risky',
      slug: 'risky',
      date: '2026-11-20',
      original: [{ kind: 'headline', sentences: ['Risk'] }],
      easy: [
        { kind: 'headline', sentences: ['Risk'] },
        { kind: 'paragraph', sentences: ['The flood came.'] },
      ],
      glosses: [{ term: 'flood', meaning: '=HYPERLINK("http://x")', partOfSpeech: '@noun', origin: 'own' }],
    } as const
    const parts = await fixtureParts([risky])
    const server = await new Promise<Server>((resolve) => {
      const listening: Server = buildApp(parts).listen(0, '127.0.0.1', () => resolve(listening))
    })
    const { port } = server.address() as AddressInfo // A listening TCP server has a port.
    const csv = await (await fetch(`http://127.0.0.1:${port}/news/2026/11/20/risky/1/words.csv`)).text()
    server.closeAllConnections()
    server.close()
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain(`"'@noun"`)
  })
})

// Without it, Node's fetch says `no-cache` and always gets the whole answer.
const asBrowser = { 'Cache-Control': 'max-age=0' }

describe('how it is sent', () => {
  test('no page allows anything inline or from other sites', async () => {
    const answer = await site.get(`${bridge}/1`)
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
    const html = await answer.text()
    expect(html).not.toMatch(/ style="|<style|<script(?! type="module" src="\/)| on[a-z]+="/)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })

  test.each(['/', `${bridge}/1`, '/feeds/level-1.xml', '/api/v1/articles', '/styles.css'])(
    '%s answers 304 to the one who has it',
    async (path) => {
      const first = await site.get(path)
      const tag = first.headers.get('ETag') ?? ''
      expect(tag).not.toBe('')
      expect((await site.get(path, { headers: { ...asBrowser, 'If-None-Match': tag } })).status).toBe(304)
    },
  )

  test('a feed answers 304 by its time too', async () => {
    const first = await site.get('/feeds/level-1.xml')
    const since = first.headers.get('Last-Modified') ?? ''
    expect(
      (await site.get('/feeds/level-1.xml', { headers: { ...asBrowser, 'If-Modified-Since': since } })).status,
    ).toBe(304)
  })

  test('sound comes whole, in ranges and as HEAD, with its true length', async () => {
    const whole = await site.get(`${bridge}/1/story.mp3`)
    const bytes = (await whole.arrayBuffer()).byteLength
    expect(whole.headers.get('Content-Type')).toBe('audio/mpeg')
    expect(Number(whole.headers.get('Content-Length'))).toBe(bytes)
    const range = await site.get(`${bridge}/1/story.mp3`, { headers: { Range: 'bytes=100-199' } })
    expect(range.status).toBe(206)
    expect(range.headers.get('Content-Range')).toBe(`bytes 100-199/${bytes}`)
    const head = await site.get(`${bridge}/1/story.mp3`, { method: 'HEAD' })
    expect(Number(head.headers.get('Content-Length'))).toBe(bytes)
    const outside = await site.get(`${bridge}/1/story.mp3`, { headers: { Range: `bytes=${bytes + 5}-` } })
    expect(outside.status).toBe(416)
  })

  test('too many requests are told to wait', async () => {
    const small = await run({ requestsPerMinute: 2 })
    await small.get('/about')
    await small.get('/about')
    const answer = await small.get('/about')
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('Please wait one minute.')
    expect((await small.get('/healthz')).status).toBe(200)
    await small.close()
  })

  test('a mistake of ours is a page in easy words, without its details', async () => {
    const told: unknown[] = []
    const parts = await fixtureParts(stories)
    const broken = await run({
      store: {
        ...parts.store,
        months: async () => {
          throw new Error('secret detail')
        },
      },
      report: (error) => told.push(error),
    })
    const answer = await broken.get('/archive')
    expect(answer.status).toBe(500)
    const html = await answer.text()
    expect(html).toContain('Something went wrong')
    expect(html).not.toContain('secret detail')
    expect(told).toHaveLength(1)
    await broken.close()
  })
})

describe('review', () => {
  test('where review is required, only approved stories are public anywhere', async () => {
    const parts = await fixtureParts(stories)
    const strict = await run({ site: { ...parts.site, review: 'required' } })
    expect((await strict.get(`${bridge}/1`)).status).toBe(200)
    for (const path of ['1', 'original', '1/print', '1/story.mp3', 'story.json', '1/audio-status']) {
      expect((await strict.get(`/news/2026/11/22/later-school-start/${path}`)).status).toBe(404)
    }
    expect((await strict.get('/api/v1/articles/sleep')).status).toBe(404)
    for (const path of ['/', '/archive', '/search?q=sleep', '/teachers', '/sitemap.xml', '/api/v1/articles']) {
      expect(await (await strict.get(path)).text()).not.toContain('later-school-start')
    }
    await strict.close()
  })

  test('an original that may not be shown is not shown', async () => {
    const secret = {
      ...stories[0],
      id: 'closed',
      slug: 'closed',
      date: '2026-11-21',
      fields: { permissions: { mayAdapt: true, mayShowOriginal: false, mayMakeAudio: false } },
      original: [
        { kind: 'headline', sentences: ['Closed'] },
        { kind: 'paragraph', sentences: ['A secret sentence stands here.'] },
      ],
      easy: stories[0]?.easy ?? [],
    } as const
    const parts = await fixtureParts([secret])
    const closed = await run({ store: parts.store, media: parts.media })
    for (const part of ['original', '1/compare', '1', 'story.json']) {
      expect(await (await closed.get(`/news/2026/11/21/closed/${part}`)).text()).not.toContain('secret sentence')
    }
    expect((await closed.get('/news/2026/11/21/closed/1/story.mp3')).status).toBe(404)
    await closed.close()
  })
})

describe('writing', () => {
  const send = (where: Running, headers: Record<string, string>, body: string) =>
    where.get('/api/v1/articles', { method: 'POST', headers: { 'Content-Type': 'text/plain', ...headers }, body })
  const token = { Authorization: 'Bearer a-long-secret' }

  test('without a token set, the door does not exist', async () => {
    const closed = await run()
    expect((await send(closed, token, 'A text that is long enough.')).status).toBe(404)
    const described = await (await closed.get('/api/v1/openapi.json')).json()
    expect(described).not.toHaveProperty(['paths', '/articles', 'post'])
    await closed.close()
  })

  test.each([
    ['no token', {}, 'A text that is long enough.', 401],
    ['a wrong token', { Authorization: 'Bearer wrong' }, 'A text that is long enough.', 401],
    ['the token', token, 'A text that is long enough.', 201],
    ['a text that is no story', token, 'Too short.', 422],
    ['nothing', token, '', 400],
    ['too much', token, 'x'.repeat(3_000_000), 413],
  ])('%s answers %4$d', async (_case, headers, body, status) => {
    expect((await send(site, headers as Record<string, string>, body)).status).toBe(status)
  })

  test('settings keep only what can be chosen, and lead back only to this site', async () => {
    const answer = await site.get('/settings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'theme=dark&size=9&width=%0d%0aevil&back=//evil.example/',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/settings?saved=1')
    const cookie = answer.headers.get('Set-Cookie') ?? ''
    expect(cookie).toContain('theme=dark')
    expect(cookie).toContain('size=2')
    expect(cookie).not.toContain('evil')
  })

  test('other methods are refused', async () => {
    expect((await site.get('/about', { method: 'DELETE' })).status).toBe(405)
  })
})
