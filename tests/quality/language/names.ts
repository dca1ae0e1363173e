import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { charactersOf } from '../../../src/document/document.ts'
import type { Reader, TextBlock } from '../../../src/language/analysis.ts'

const goldFile = join(import.meta.dirname, '../names-gold.tsv')

/** A name in an article: where it stands, what it is of, and whose name it is. */
interface Mention {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly entity: string
}

/** How well names are found in the sample articles of `folder`; undefined where they are not there. */
export function measureNames(reader: Reader, folder: string): NameFigures | undefined {
  const gold = readGold()
  const sums = { articles: 0, gold: 0, found: 0, right: 0, kind: 0, precise: 0, recalled: 0 }
  const misses: string[] = []
  for (const [id, rows] of gold) {
    const blocks = readArticle(folder, id)
    if (blocks === undefined) continue
    sums.articles += 1
    const document = reader.read(id, blocks)
    const expected = rows.flatMap((row) => mentionsOf(document.text, row))
    const answered = reader.analyse(document).names.notes.map(({ span, value }): Mention => {
      const { start, end } = charactersOf(document, span)
      return { start, end, kind: value.kind === 'work' ? 'other' : value.kind, entity: String(value.entity) }
    })
    const pairs = expected.flatMap((mention) => {
      const found = answered.find(({ start, end }) => start === mention.start && end === mention.end)
      return found === undefined ? [] : [{ mention, found }]
    })
    sums.gold += expected.length
    sums.found += answered.length
    sums.right += pairs.length
    sums.kind += pairs.filter(({ mention, found }) => mention.kind === found.kind).length
    // B-cubed: for each mention, how much of its own group is right and how much of the true one is there.
    for (const { mention, found } of pairs) {
      const own = pairs.filter((other) => other.found.entity === found.entity)
      const truth = pairs.filter((other) => other.mention.entity === mention.entity)
      const both = own.filter((other) => other.mention.entity === mention.entity).length
      sums.precise += both / own.length
      sums.recalled += both / truth.length
    }
    const text = ({ start, end }: Mention): string => document.text.slice(start, end)
    for (const mention of expected)
      if (!pairs.some((pair) => pair.mention === mention))
        misses.push(`${id}: missed ${mention.kind} "${text(mention)}"`)
    for (const found of answered)
      if (!pairs.some((pair) => pair.found === found)) misses.push(`${id}: not a name: ${found.kind} "${text(found)}"`)
    for (const { mention, found } of pairs)
      if (mention.kind !== found.kind) misses.push(`${id}: ${mention.kind} read as ${found.kind}: "${text(mention)}"`)
  }
  if (sums.articles === 0) return undefined
  const precision = sums.precise / Math.max(1, sums.right)
  const recall = sums.recalled / Math.max(1, sums.right)
  return {
    articles: sums.articles,
    mentions: sums.gold,
    spans: (200 * sums.right) / (sums.gold + sums.found),
    kinds: (100 * sums.kind) / Math.max(1, sums.right),
    joined: (200 * precision * recall) / Math.max(Number.EPSILON, precision + recall),
    misses,
  }
}

/** F1 of spans, share of right kinds among right spans, B-cubed F1 of names that are one thing; in per cent. */
export interface NameFigures {
  readonly articles: number
  readonly mentions: number
  readonly spans: number
  readonly kinds: number
  readonly joined: number
  /** What went wrong, one line each. */
  readonly misses: readonly string[]
}

type Row = readonly string[]

function readGold(): ReadonlyMap<string, readonly Row[]> {
  const articles = new Map<string, Row[]>()
  for (const line of readFileSync(goldFile, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const row = line.split('\t')
    const [id = ''] = row
    articles.set(id, [...(articles.get(id) ?? []), row])
  }
  return articles
}

function mentionsOf(text: string, [, kind = '', entity = '', name = '', places = '']: Row): readonly Mention[] {
  const wanted = new Set(places.split(',').map(Number))
  const found: Mention[] = []
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'gu')
  for (const [at, match] of [...text.matchAll(whole)].entries())
    if (wanted.has(at + 1)) found.push({ start: match.index, end: match.index + name.length, kind, entity })
  return found
}

/** An article as blocks: from its JSON file, or from plain text up to the line "Share". */
function readArticle(folder: string, id: string): readonly TextBlock[] | undefined {
  const path = join(folder, 'dev', `${id}.json`)
  if (existsSync(path)) {
    // The sample files are our own and have these fields.
    const article = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly headline: string
      readonly standfirst: string
      readonly paragraphs: readonly string[]
    }
    return [
      { kind: 'headline', text: article.headline },
      { kind: 'summary', text: article.standfirst },
      ...article.paragraphs.map((text): TextBlock => ({ kind: 'paragraph', text })),
    ]
  }
  const plain = join(folder, `${id}.txt`)
  if (!existsSync(plain)) return undefined
  const [body = ''] = readFileSync(plain, 'utf8').split('\nShare\n')
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text, at): TextBlock => ({ kind: at === 0 ? 'headline' : 'paragraph', text }))
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
