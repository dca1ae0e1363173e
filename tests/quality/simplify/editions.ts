import type { Level } from '../../../src/document/article.ts'
import { textOf } from '../../../src/document/document.ts'
import { prepareEdition, readArrival } from '../../../src/edition/prepare.ts'
import { readArrivals } from '../../../src/ingest/read-arrivals.ts'
import { scoreText } from '../../../src/readability/score.ts'
import { type SimplifyParts, simplifyLine } from '../../../src/simplify/simplify.ts'
import type { FactArticle, StoryPair } from './sets.ts'

/** A text with its school grade, names replaced by an easy one. */
export interface Graded {
  readonly text: string
  readonly grade: number
}

const levels: readonly Level[] = [1, 2]

/** An article as it arrives (page furniture and all), at both levels: headline, paragraphs, explanations. */
export async function easyArticle(
  article: FactArticle,
  parts: SimplifyParts,
): Promise<Readonly<Record<Level, Graded>>> {
  const read = await readArrivals(article.bytes, {
    name: article.file,
    fields: { published: article.facts.published },
  })
  const arrival = read.ok ? read.value[0] : undefined
  if (arrival === undefined) throw new Error(`quality: ${article.file} was not taken as an article`)
  const original = readArrival(arrival, parts.reader)
  const [first, second] = levels.map((level): Graded => {
    const { edition, scores } = prepareEdition(original, level, parts)
    const blocks = edition.document.blocks.map((block) => textOf(edition.document, block.span))
    return { text: blocks.join('\n\n'), grade: scores.withoutNames.fleschKincaid }
  })
  if (first === undefined || second === undefined) throw new Error(`quality: ${article.file} has no editions`)
  return { 1: first, 2: second }
}

/** A whole story without its headline: the source's grade and the text at a level. */
export function easyStory(
  pair: StoryPair,
  parts: SimplifyParts,
): { readonly source: number; readonly easy: Readonly<Record<Level, Graded>> } {
  const original = readArrival(
    {
      fields: {
        headline: pair.name,
        language: 'en',
        permissions: { mayAdapt: true, mayShowOriginal: true, mayMakeAudio: true },
      },
      body: pair.hard
        .split('\n')
        .flatMap((text) => (text.trim() === '' ? [] : [{ kind: 'paragraph' as const, text: text.trim() }])),
    },
    parts.reader,
  )
  const at = (level: Level): Graded => {
    const { edition, scores } = prepareEdition(original, level, parts)
    const blocks = edition.document.blocks.slice(1).map((block) => textOf(edition.document, block.span))
    return { text: blocks.join('\n'), grade: scores.withoutNames.fleschKincaid }
  }
  return {
    source: scoreText(original, parts.vocabulary).withoutNames.fleschKincaid,
    easy: { 1: at(1), 2: at(2) },
  }
}

/** The school grade of any text, names replaced; a first line without a mark at its end is its headline. */
export function gradeOf(text: string, parts: SimplifyParts): number {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const hasHeadline = !/[.!?:]["'”’)\]]*$/.test(lines[0] ?? '')
  const document = parts.reader.read(
    'graded',
    lines.map((line, at) => ({ kind: hasHeadline && at === 0 ? 'headline' : 'paragraph', text: line })),
  )
  return scoreText(parts.reader.analyse(document), parts.vocabulary).withoutNames.fleschKincaid
}

/** `simplifyLine` that remembers: two of the sets have the same sources. */
export function lineWriter(parts: SimplifyParts): (line: string, level: Level) => string {
  const known = new Map<string, string>()
  return (line, level) => {
    const key = `${level} ${line}`
    const written = known.get(key) ?? simplifyLine(line, level, parts).replaceAll(/\s+/g, ' ')
    known.set(key, written)
    return written
  }
}

/** The first 80 % of the words: what a text gains by being cut off. */
export function firstWords(text: string): string {
  const words = [...text.matchAll(/\S+/g)]
  const last = words[Math.floor(words.length * 0.8) - 1]
  return last === undefined ? text : text.slice(0, last.index + last[0].length)
}
