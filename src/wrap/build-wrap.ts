import { textOf } from '../document/document.ts'
import type { PreparedEdition } from '../edition/prepared.ts'
import type { Reader, TextBlock } from '../language/analysis.ts'
import type { Wrap, WrapPart } from './wrap.ts'

/** A story that a wrap may tell. */
export interface WrapStory {
  readonly id: string
  readonly headline: string
  readonly edition: PreparedEdition
  /** More is more important; the lead is the first of the day's most important. */
  readonly weight: number
}

/** What a wrap is made of. */
export interface WrapInput {
  /** `2026-11-23`. */
  readonly date: string
  readonly stories: readonly WrapStory[]
  readonly siteName: string
  readonly reader: Reader
}

/** Words for each story in turn, and seconds for each kind of silence, at 115 words a minute. */
const budgets = [110, 95, 75, 75, 75]
const wordsPerMinute = 115
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')
const aboutDeath = /\b(?:die[sd]?|dead|death|deaths|kill(?:s|ed|ing)?|murder|funeral|fatal)\b/i

/** "Monday, 23 November". */
export function dateInWords(date: string): string {
  const [year = 2000, month = 1, day = 1] = date.split('-').map(Number)
  const weekday = days[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
  return `${weekday}, ${day} ${months[month - 1] ?? ''}`
}

/** The day's bulletin from up to five stories, as one document read from top to bottom; undefined without a story. */
export function buildWrap({ date, stories, siteName, reader }: WrapInput): Wrap | undefined {
  const chosen = choose(stories)
  if (chosen.length === 0) return undefined
  const blocks: TextBlock[] = []
  const marks: { readonly block: number; readonly part: Omit<WrapPart, 'from' | 'to'> }[] = []
  const open = (part: Omit<WrapPart, 'from' | 'to'>): void => {
    marks.push({ block: blocks.length, part })
  }
  open({ kind: 'greeting', title: 'Hello' })
  blocks.push({
    kind: 'paragraph',
    text: `Hello. This is the news in easy English from ${siteName}. It is ${dateInWords(date)}. A computer voice reads the news.`,
  })
  if (chosen.length > 1) {
    open({ kind: 'headlines', title: 'Headlines' })
    blocks.push({
      kind: 'paragraph',
      text: `Today: ${chosen.map((story) => headlineSentence(story.headline)).join(' ')}`,
    })
  }
  for (const [at, story] of chosen.entries()) {
    open({ kind: 'story', title: story.headline, article: story.id })
    blocks.push({ kind: 'heading', text: headlineSentence(story.headline) })
    for (const paragraph of shorten(story.edition, budgets[at] ?? 75))
      blocks.push({ kind: 'paragraph', text: paragraph })
  }
  const word = chosen.flatMap((story) => story.edition.study.words)[0]
  if (word !== undefined) {
    open({ kind: 'word-of-the-day', title: 'Word of the day' })
    blocks.push({
      kind: 'paragraph',
      text: `The word of the day is "${word.term}". ${word.meaning} Here is a sentence with the word. ${word.example}`,
    })
  }
  open({ kind: 'sign-off', title: 'Goodbye' })
  blocks.push({
    kind: 'paragraph',
    text: `That is the news in easy English. A computer helped to make this text. You can read every story on ${siteName}. The next news comes tomorrow. Goodbye.`,
  })

  const document = reader.read(`wrap-${date}`, blocks)
  const firstSentence = (block: number): number => {
    const span = document.blocks[block]?.span
    const found = span === undefined ? -1 : document.sentences.findIndex((sentence) => sentence.start >= span.start)
    return found < 0 ? document.sentences.length : found
  }
  const parts = marks.map(({ block, part }, at): WrapPart => {
    const next = marks[at + 1]
    return {
      ...part,
      from: firstSentence(block),
      to: next === undefined ? document.sentences.length : firstSentence(next.block),
    }
  })
  const words = document.tokens.filter((token) => token.kind !== 'punctuation').length
  return {
    date,
    level: 1,
    title: `The news in easy English, ${dateInWords(date)}`,
    document,
    parts,
    articles: chosen.map((story) => story.id),
    expectedSeconds: Math.round((words / wordsPerMinute) * 60),
  }
}

/** Up to five, most important first; the last one is not about death where another can stand there. */
function choose(stories: readonly WrapStory[]): readonly WrapStory[] {
  const ranked = [...stories].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, 5)
  const last = ranked.at(-1)
  if (last === undefined || !speaksOfDeath(last)) return ranked
  const other = ranked.findLastIndex((story) => !speaksOfDeath(story))
  if (other < 1) return ranked
  const [calm] = ranked.splice(other, 1)
  return calm === undefined ? ranked : [...ranked, calm]
}

function speaksOfDeath({ headline, edition }: WrapStory): boolean {
  return aboutDeath.test(`${headline} ${edition.edition.document.text.slice(0, 600)}`)
}

function headlineSentence(headline: string): string {
  return /[.!?]$/.test(headline) ? headline : `${headline}.`
}

/** A story in at most so many words: whole sentences in order, least important (the later ones) left out; explanations stay with what they explain. */
function shorten({ edition }: PreparedEdition, budget: number): readonly string[] {
  const { document, sentences } = edition
  const paragraphs: string[] = []
  let words = 0
  for (const block of document.blocks) {
    if (block.kind === 'headline') continue
    const own = document.sentences.flatMap((span, index) =>
      span.start >= block.span.start && span.end <= block.span.end ? [index] : [],
    )
    const kept: string[] = []
    for (const index of own) {
      const span = document.sentences[index]
      if (span === undefined) continue
      const text = textOf(document, span)
      const length = text.split(/\s+/).length
      const follows =
        sentences[index + 1]?.kind === 'explanation'
          ? (document.sentences[index + 1]?.end ?? 0) - (document.sentences[index + 1]?.start ?? 0)
          : 0
      if (words > 0 && words + length + follows > budget)
        return kept.length > 0 ? [...paragraphs, kept.join(' ')] : paragraphs
      words += length
      kept.push(text)
    }
    if (kept.length > 0) paragraphs.push(kept.join(' '))
  }
  return paragraphs
}
