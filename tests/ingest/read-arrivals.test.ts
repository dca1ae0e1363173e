import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { watchInbox } from '../../src/ingest/inbox.ts'
import { readArrivals, type Told } from '../../src/ingest/read-arrivals.ts'

const story = [
  'The council has closed the town pool after a storm damaged its roof on Monday night, and it will not open again before May.',
  'Mayor Anna Reid said the repairs would cost about $240,000 and that the council did not have the money this year.',
  '"We know that families will miss it," she said.',
  'Share prices are not what the council thinks about, but the local swimming club said it may have to close.',
]

async function read(text: string, told: Told = {}) {
  return readArrivals(new TextEncoder().encode(text), told)
}
async function bodyOf(text: string, told: Told = {}) {
  const result = await read(text, told)
  if (!result.ok) throw new Error(result.failure.reason)
  const [arrival] = result.value
  return { fields: arrival?.fields, body: arrival?.body.map((block) => block.text) }
}

describe('plain text', () => {
  test('furniture goes, field lines become fields, the story stays whole', async () => {
    const text = [
      'Council closes pool',
      'By Jo Lee',
      '2 min read',
      'Share',
      story[0],
      'Advertisement',
      story[1],
      'Read more: Ten pools to visit',
      story[2],
      story[3],
      'Source: Our Town News',
      'Sign up for our daily newsletter',
      '© 2026 Our Town News',
    ].join('\n\n')
    const { fields, body } = await bodyOf(text)
    expect(body).toEqual(story)
    expect(fields).toMatchObject({ headline: 'Council closes pool', author: 'Jo Lee', credit: 'Our Town News' })
  })

  test('hard-wrapped lines are joined again', async () => {
    const wrapped = story.map((paragraph) => paragraph.replaceAll(/(.{50}\S*) /g, '$1\n')).join('\n\n')
    expect((await bodyOf(`Council closes pool\n\n${wrapped}`)).body).toEqual(story)
  })

  test('curly quotes and odd spaces become plain', async () => {
    const { body } = await bodyOf(
      `Council closes pool\r\n\r\n${story.join('\r\n\r\n').replaceAll('"', '”').replaceAll(' the ', '\u00a0the ')}`,
    )
    expect(body).toEqual(story)
  })
})

describe('pages, feeds and Markdown', () => {
  const html = `<!doctype html><html lang="en-AU"><head><title>Council closes pool | Our Town News</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council closes pool","datePublished":"2026-11-17T08:00:00+11:00","publisher":{"name":"Our Town News"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Council closes pool</h1>${story.map((paragraph) => `<p>${paragraph.replaceAll('"', '&ldquo;')}</p>`).join('<div class="ad">Advertisement</div>')}
<aside class="related"><h3>Related</h3><p>Ten pools to visit</p></aside><script>alert(1)</script></article><footer><p>© 2026</p></footer></body></html>`

  test('a page comes out as its clean paragraphs with its fields', async () => {
    const { fields, body } = await bodyOf(html, { name: 'pool.html' })
    expect(body).toEqual(story)
    expect(fields).toMatchObject({
      headline: 'Council closes pool',
      source: 'Our Town News',
      published: '2026-11-17T08:00:00+11:00',
    })
  })

  test('a feed item with its full text becomes an article', async () => {
    const item = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Our Town</title><link>https://town.example</link><description>x</description><item><title>Council closes pool</title><link>https://town.example/pool</link><content:encoded><![CDATA[${story.map((paragraph) => `<p>${paragraph}</p>`).join('')}<p>The post <a href="x">Council closes pool</a> appeared first on <a href="y">Our Town</a>.</p>]]></content:encoded></item></channel></rss>`
    const { fields, body } = await bodyOf(item, { name: 'feed.xml' })
    expect(body).toEqual(story)
    expect(fields).toMatchObject({ url: 'https://town.example/pool', headline: 'Council closes pool' })
  })

  test('Markdown loses its marks and keeps its fields', async () => {
    const { fields, body } = await bodyOf(
      `---\nheadline: Council closes pool\npublished: 2026-11-17\n---\n\n**${story[0]}**\n\n${story.slice(1).join('\n\n')}\n`,
      { name: 'pool.md' },
    )
    expect(body).toEqual(story)
    expect(fields).toMatchObject({ published: '2026-11-17' })
  })
})

describe('JSON, as the API takes it', () => {
  const body = `${story.join('\n\n')}\n\nThe mayor <script>alert(1)</script> will speak again on Friday.`
  test('fields and flags are kept; markup in them is only text', async () => {
    const { fields, body: paragraphs } = await bodyOf(
      JSON.stringify({
        headline: '<script>alert(2)</script> Pool',
        body,
        url: 'https://town.example/p',
        mayMakeAudio: false,
      }),
      { contentType: 'application/json' },
    )
    expect(paragraphs?.slice(0, 4)).toEqual(story)
    expect(fields).toMatchObject({
      headline: '<script>alert(2)</script> Pool',
      permissions: { mayMakeAudio: false, mayAdapt: true },
    })
  })

  test.each(['{', '{}', '{"headline":"x"}', '{"headline":"x","body":"y","url":"javascript:alert(1)"}'])(
    '%s is refused with the reason',
    async (text) => {
      const result = await read(text, { contentType: 'application/json' })
      expect(result.ok ? 'taken' : result.failure.kind).toBe('invalid')
    },
  )
})

describe('what is refused', () => {
  const long = story.join('\n\n')
  test.each<[string, Uint8Array | string, string]>([
    ['empty', '', 'empty'],
    ['too short', 'Council closes pool\n\nIt is closed.', 'too-short'],
    ['binary', new Uint8Array([0, 1, 2, 3, 0, 255]), 'binary'],
    ['wrong encoding', new Uint8Array([...new TextEncoder().encode(long), 0xc3, 0x28, 0xe9]), 'wrong-encoding'],
    ['10 MB', 'x'.repeat(10_000_000), 'too-long'],
    [
      'not English',
      Array.from({ length: 60 }, () => 'Der Rat hat gestern das alte Freibad der kleinen Stadt geschlossen.').join(' '),
      'not-english',
    ],
    [
      'a paywall stub',
      `Council closes pool\n\n${story[0]}\n\n${story[1]}\n\nAlready a subscriber? Log in to continue reading.`,
      'paywall',
    ],
    [
      'an advert',
      'The softest towels in town\n\nOur new summer towels are soft, thick and dry very fast, and families all over the country love them, so order today and feel the difference after your very next swim at the beach.\n\nUse the promo code POOL when you order now and you will get free shipping on every towel in the shop until the last day of the month.',
      'advert',
    ],
    ['a live blog', `Storm live updates\n\n10:15am\n\n${long}`, 'live-blog'],
    ['20,000 nested tags', `<html><body>${'<div>'.repeat(20_000)}x`, 'too-deep'],
  ])('%s', async (_, input, kind) => {
    const result = await readArrivals(typeof input === 'string' ? new TextEncoder().encode(input) : input)
    expect(result.ok ? 'taken' : result.failure.kind).toBe(kind)
    if (!result.ok) expect(result.failure.reason).toMatch(/^[A-Z][^<]*\.$/)
  })
})

test('a dropped file becomes an article and moves to done; a bad one moves to failed with the reason', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsease-inbox-'))
  const taken: string[] = []
  const inbox = watchInbox({
    folder,
    milliseconds: 3_600_000,
    receive: async (bytes, name) => {
      const result = await readArrivals(bytes, { name })
      if (result.ok) taken.push(name)
      return result
    },
  })
  writeFileSync(path.join(folder, 'good.txt'), `Council closes pool\n\n${story.join('\n\n')}\n`)
  writeFileSync(path.join(folder, 'bad.txt'), 'short')
  await inbox.look()
  await inbox.look()
  inbox.stop()
  expect(taken).toEqual(['good.txt'])
  expect(readdirSync(path.join(folder, 'done'))).toHaveLength(1)
  const failed = readdirSync(path.join(folder, 'failed')).sort()
  expect(failed).toHaveLength(2)
  expect(readFileSync(path.join(folder, 'failed', failed[1] ?? ''), 'utf8')).toContain('There is no text here.')
  rmSync(folder, { recursive: true })
})
