import type { Arrival, ArticleFields } from '../document/article.ts'
import { blocksOfText, type PlainBlock } from './blocks.ts'
import { plainCharacters } from './characters.ts'
import { type FoundFields, fieldsOf } from './fields.ts'
import { endsStory, isFurniture } from './furniture.ts'

const everything = { mayAdapt: true, mayShowOriginal: true, mayMakeAudio: true } as const

/** What was told about a text besides the text. */
export type KnownFields = Partial<Omit<ArticleFields, 'permissions'>>

/**
 * A plain text as an article: furniture goes, field lines become fields, the first line without a full stop is the
 * headline, a first line that the headline's block stands apart from and that is followed by a fuller lead is the summary.
 */
export function articleOfText(raw: string, known: KnownFields = {}): Arrival {
  return articleOfBlocks(blocksOfText(plainCharacters(raw)), known)
}

/** The same for blocks that come from a page or a feed. */
export function articleOfBlocks(blocks: readonly PlainBlock[], told: KnownFields = {}): Arrival {
  const known = plainFields(told)
  const plain = blocks.map((block) => ({ kind: block.kind, text: plainLine(block.text) }))
  const { kept, found } = sift(plain)
  const body = [...kept]
  let { headline, summary } = known
  if (headline === undefined || headline === '') headline = takeHeadline(body)
  else if (same(body[0]?.text, headline)) body.shift()
  if (summary !== undefined && same(body[0]?.text, summary)) body.shift()
  else if (summary === undefined) summary = takeSummary(body)
  while (body[0]?.kind === 'heading') body.shift()
  while (body.at(-1)?.kind === 'heading') body.pop()
  const fields: ArticleFields = {
    ...defined({ ...found, readingMinutes: undefined }),
    ...defined(known),
    headline: plainLine(headline ?? ''),
    language: known.language ?? 'en-AU',
    permissions: everything,
    ...(summary === undefined ? {} : { summary: plainLine(summary) }),
  }
  return { fields, body: withoutRepeats(body) }
}

function plainFields(told: KnownFields): KnownFields {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [name, typeof value === 'string' ? plainLine(value) : value]),
  )
}

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

function plainLine(text: string): string {
  return plainCharacters(text).replaceAll(/\s+/g, ' ').trim()
}

function same(a: string | undefined, b: string): boolean {
  const bare = (text: string): string =>
    plainCharacters(text)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return a !== undefined && bare(a) === bare(b) && bare(b) !== ''
}

/** Takes furniture out and reads field lines; stops where the story has ended. */
function sift(blocks: readonly PlainBlock[]): { readonly kept: readonly PlainBlock[]; readonly found: FoundFields } {
  const kept: PlainBlock[] = []
  let found: FoundFields = {}
  let words = 0
  let linkList = false
  for (const block of blocks) {
    const text = block.text.trim()
    if (text === '') continue
    const fields = fieldsOf(text)
    if (fields !== undefined) {
      found = { ...fields, ...found }
      continue
    }
    // A heading that ends stories ends this one only when a story has been told, and a source line can still follow.
    if (words >= 40 && endsStory(text)) {
      const rest = blocks.slice(blocks.indexOf(block) + 1)
      for (const later of rest) {
        const more = fieldsOf(later.text)
        if (more?.credit !== undefined && found.credit === undefined) found = { ...found, credit: more.credit }
      }
      if (!storyGoesOn(rest)) break
      linkList = true
      continue
    }
    if (isFurniture(text)) {
      linkList = /^(?:read more|related|see also|more|most)\b/i.test(text)
      continue
    }
    // Under "Related" stand headings without a full stop; the story goes on with a sentence.
    if (linkList && !/[.!?]["')\]]*$/.test(text)) continue
    linkList = false
    kept.push(block)
    words += text.split(' ').length
  }
  return { kept, found }
}

/** Whether at least two whole paragraphs of a story follow a heading that usually ends one. */
function storyGoesOn(rest: readonly PlainBlock[]): boolean {
  let sentences = 0
  for (const block of rest) {
    if (isFurniture(block.text) || fieldsOf(block.text) !== undefined) continue
    if (endsStory(block.text)) return false
    if (/[.!?]["')\]]*$/.test(block.text) && block.text.split(' ').length >= 14) sentences += 1
    else sentences -= 0.5
    if (sentences >= 2) return true
  }
  return false
}

function takeHeadline(body: PlainBlock[]): string | undefined {
  const first = body[0]
  if (first === undefined) return undefined
  const isLine = !/[.!]["')\]]*$/.test(first.text) && first.text.length <= 200
  // Page rubrics stand before a headline: "Courts", "Home".
  const second = body[1]
  if (
    isLine &&
    first.text.split(' ').length <= 2 &&
    second !== undefined &&
    !/[.!]["')\]]*$/.test(second.text) &&
    second.text.split(' ').length >= 4
  ) {
    body.shift()
    return takeHeadline(body)
  }
  if (!isLine) return firstWords(first.text)
  body.shift()
  return first.text
}

function firstWords(text: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
  const words = sentence.replace(/[.!?]$/, '').split(' ')
  return words.length <= 12 ? words.join(' ') : `${words.slice(0, 12).join(' ')} …`
}

/** A standfirst: one paragraph of one or two sentences that the next one tells again with more words. */
function takeSummary(body: PlainBlock[]): string | undefined {
  const [first, second] = body
  if (first === undefined || second === undefined || body.length < 4) return undefined
  if (first.text.split(' ').length > 45 || first.kind === 'item') return undefined
  const rest = body
    .slice(1)
    .map((block) => block.text)
    .join(' ')
  // Measured on news: a standfirst shares .29–.77 of its words with the lead, a lead .00–.14 with what follows it.
  if (shared(first.text, second.text) < 0.22 || shared(first.text, rest) < 0.55) return undefined
  // One that names who says so is the agency's own first paragraph: it is the summary and stays.
  if (!/,\s(?:according to\b.*|[^,]{2,40}\s(?:say|says|said))[.]$/.test(first.text)) body.shift()
  return first.text
}

const small = new Set(
  'the a an of to in on at for and or but with by from as is are was were has have had been be it its that this their his her they he she who which will would could not after before more than said says'.split(
    ' ',
  ),
)

function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !small.has(word) && word.length > 2)
    .map((word) => word.slice(0, 6))
}

function shared(a: string, b: string): number {
  const first = new Set(contentWords(a))
  const second = new Set(contentWords(b))
  if (first.size === 0) return 0
  return [...first].filter((word) => second.has(word)).length / first.size
}

/** A pull quote repeats a sentence of the story: it goes. */
function withoutRepeats(body: readonly PlainBlock[]): readonly PlainBlock[] {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} ]/gu, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  return body.filter((block, at) => {
    const own = bare(block.text)
    if (own.split(' ').length < 4) return true
    return !body.some(
      (other, index) =>
        index !== at && bare(other.text).includes(own) && (other.text.length > block.text.length || index < at),
    )
  })
}
