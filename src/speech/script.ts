import type { Document } from '../document/document.ts'
import { say } from './say.ts'
import type { Saying } from './saying.ts'
import type { SpokenWord } from './voice.ts'

/** Silences after a sentence, a paragraph and a headline or part, in seconds (checklist A3). */
export const pauses = { sentence: 0.45, paragraph: 0.85, part: 1.6 } as const

/** One sentence to be said, and the silence after it. */
export interface ScriptLine {
  /** Index into the document's `sentences`. */
  readonly sentence: number
  readonly words: readonly SpokenWord[]
  /** What is sent to the voice: words, with commas where a breath is. */
  readonly text: string
  /** The same with names respelled, for voices that read by the letters. */
  readonly respelled: string
  readonly pause: number
}

/** Every sentence of a document once, in order. `partEnds` are sentences behind which a part ends. */
export function writeScript(
  document: Document,
  saying: Saying,
  partEnds: ReadonlySet<number> = new Set(),
): readonly ScriptLine[] {
  const blockEnds = new Map(document.blocks.map((block) => [block.span.end, block.kind]))
  return document.sentences.flatMap((span, sentence) => {
    const words = say(document, span, saying)
    if (words.length === 0) return []
    const kind = blockEnds.get(span.end)
    const pause =
      partEnds.has(sentence) || kind === 'headline'
        ? pauses.part
        : kind !== undefined
          ? pauses.paragraph
          : pauses.sentence
    const text = (respelled: boolean): string => spokenText(document, span.start, span.end, words, respelled)
    return [{ sentence, words, text: text(false), respelled: text(true), pause }]
  })
}

/** The words with the source's commas, colons and closing mark, which guide the voice. */
function spokenText(
  document: Document,
  start: number,
  end: number,
  words: readonly SpokenWord[],
  respelled: boolean,
): string {
  const parts: string[] = []
  let at = start
  for (const word of words) {
    for (; at < word.tokens.start; at += 1) {
      const token = document.tokens[at]
      if (
        token !== undefined &&
        /^[,;:–—]$/u.test(document.text.slice(token.span.start, token.span.end)) &&
        parts.length > 0
      )
        parts[parts.length - 1] = `${(parts.at(-1) ?? '').replace(/,$/, '')},`
    }
    parts.push(`${respelled ? (word.sounds ?? word.text) : word.text}${word.breath === true ? ',' : ''}`)
    at = Math.max(at, word.tokens.start)
  }
  const last = document.tokens[end - 1]
  const mark = last === undefined ? '.' : document.text.slice(last.span.start, last.span.end)
  return `${parts.join(' ').replace(/,$/, '')}${/^[?!]$/.test(mark) ? mark : '.'}`
}
