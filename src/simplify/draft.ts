import type { Alignment, Origin } from '../document/alignment.ts'
import { textOf } from '../document/document.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Reader } from '../language/analysis.ts'
import type { Cast } from './cast.ts'
import type { Frame } from './frame.ts'
import type { Piece, Rewrite } from './rewrite.ts'

/** One sentence on its way from hard to easy. What it says stands in `sentence`; who says it, in `frame`. */
export interface Draft {
  readonly sentence: AnalysedSentence
  /** For each word of `sentence`, the tokens of the original and the rules it comes from. */
  readonly origins: Alignment
  /** Sentence indexes of the original. */
  readonly sources: readonly number[]
  /** Rules that worked on it, in order. */
  readonly rules: readonly string[]
  /** The speaker, if what is said is a claim. Printed before the sentence, so that no claim loses its speaker. */
  readonly frame?: Frame
}

/** A stretch of new text with where it comes from. */
export interface Segment {
  readonly text: string
  readonly origin: Origin
  /** Stands against the text before it: `, . 's n't`. */
  readonly glued: boolean
  /** What comes next stands against it: an opening quote or bracket. */
  readonly opens: boolean
}

/** A sentence of the original as a draft in which nothing was changed. */
export function draftOf(sentence: AnalysedSentence, index: number): Draft {
  return {
    sentence,
    origins: sentence.words.map((_, word) => ({ tokens: [sentence.span.start + word], rules: [] })),
    sources: [index],
    rules: [],
  }
}

/** The text of a draft without its speaker. */
export function contentOf(draft: Draft): string {
  return textOf(draft.sentence.document, draft.sentence.span)
}

/** How many words a reader counts in it, its speaker's too: "the 24-hour stoppage", "the union's offer" are three each. `isSpeakerKnown`: the speaker is only named again. */
export function readLength(draft: Draft, isSpeakerKnown = false): number {
  const own = contentOf(draft).split(/\s+/)
  const said = ((isSpeakerKnown ? draft.frame?.named : draft.frame?.full) ?? []).flatMap(({ text, glued }) =>
    glued ? [] : [text],
  )
  return [...own, ...said].filter((text) => /[\p{L}\p{N}]/u.test(text)).length
}

/** The drafts that a rewrite makes of a draft: text put together, read again, every word with its origin. */
export function applyRewrite(
  draft: Draft,
  rewrite: Rewrite,
  rule: string,
  reader: Reader,
  cast: Cast,
): readonly Draft[] {
  return rewrite.flatMap((pieces) => {
    const made = readSegments(finish(segmentsOf(draft, pieces, rule, cast)), reader)
    if (made === undefined) return []
    const { frame } = draft
    const next = { ...made, sources: draft.sources, rules: [...draft.rules, rule] }
    return [frame === undefined ? next : { ...next, frame }]
  })
}

/** Segments of some pieces of a draft, before capitals and the last mark are set. */
export function segmentsOf(draft: Draft, pieces: readonly Piece[], rule: string, cast: Cast): readonly Segment[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'keep') return keptSegments(draft, piece.span.start, piece.span.end, cast)
    const origin = originOf(draft, piece.standsFor.start, piece.standsFor.end, rule)
    return piece.text.split(/\s+/).flatMap((text) => (text === '' ? [] : [segment(text, origin, isClosing(text))]))
  })
}

function keptSegments(draft: Draft, start: number, end: number, cast: Cast): readonly Segment[] {
  const { words, document, span } = draft.sentence
  return words.slice(start, end).map((word, offset) => {
    const at = start + offset
    const place = document.tokens[span.start + at]?.span
    const before = document.tokens[span.start + at - 1]?.span
    const glued = at > start && place !== undefined && before !== undefined && before.end === place.start
    const isFirst = at === 0 || (at === 1 && words[0]?.text === '"')
    // "said Labor had promised": a capital that stood inside its sentence is the word's own.
    const from = draft.origins[at]?.tokens[0]
    const isOwn = from !== undefined && cast.capitalInside(from) === word.text
    const isLower = (from !== undefined && cast.isSmall(from, word.text)) || !cast.keepsCapital(word, words[at + 1])
    const text = isFirst && !isOwn && isLower ? lowerFirst(word.text) : word.text
    const after = document.tokens[span.start + at + 1]?.span
    const quote = word.text === '"' || word.text === "'"
    const opens = quote && after !== undefined && place !== undefined && after.start === place.end && !glued
    return {
      text,
      origin: draft.origins[at] ?? { tokens: [], rules: [] },
      glued: glued || (at === start && isClosing(word.text) && !opens),
      opens: opens || word.text === '(' || word.text === '“' || word.text === '[',
    }
  })
}

function originOf(draft: Draft, start: number, end: number, rule: string): Origin {
  const from = draft.origins.slice(start, end)
  return {
    tokens: [...new Set(from.flatMap((origin) => origin.tokens))].sort((a, b) => a - b),
    rules: [...new Set([...from.flatMap((origin) => origin.rules), rule])],
  }
}

/** One segment; marks stand against the word before. */
export function segment(text: string, origin: Origin, glued = isClosing(text)): Segment {
  return { text, origin, glued, opens: text === '(' || text === '“' || text === '[' }
}

function isClosing(text: string): boolean {
  return /^(?:[,.;:!?%)\]”]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|\.{3}|…)/u.test(text)
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

const loose = /^(?:[,;:]|--?|–|—|\.{3}|…)$/u

/** Takes away marks that hang at the ends, sets the first capital and the last mark. */
export function finish(segments: readonly Segment[]): readonly Segment[] {
  let start = 0
  let end = segments.length
  while (start < end && loose.test(segments[start]?.text ?? '')) start += 1
  while (end > start && loose.test(segments[end - 1]?.text ?? '')) end -= 1
  const kept: Segment[] = []
  for (const part of segments.slice(start, end)) {
    // Two commas meet where something between them was taken out.
    if (part.text === ',' && (kept.at(-1)?.text === ',' || kept.length === 0)) continue
    if (/^[.!?]$/.test(part.text) && kept.at(-1)?.text === ',') kept.pop()
    // `"…,".`: the full stop takes the place of the comma inside the marks.
    if (part.text === '.' && /^["”]$/u.test(kept.at(-1)?.text ?? '') && /^[,.]$/.test(kept.at(-2)?.text ?? '')) continue
    kept.push(part)
  }
  const first = kept[0]
  if (first === undefined) return kept
  const opening = kept.findIndex((part) => /[\p{L}\p{N}]/u.test(part.text))
  const word = kept[opening]
  if (word !== undefined && opening <= 1) kept[opening] = { ...word, text: upperFirst(word.text) }
  // "…," closes a quote whose speaker stood behind it; in front of the speaker nothing follows.
  if (/^["”]$/u.test(kept.at(-1)?.text ?? '') && kept.at(-2)?.text === ',') {
    const comma = kept.at(-2)
    if (comma !== undefined) kept[kept.length - 2] = { ...comma, text: '.' }
  }
  const closing = kept.at(-1)
  const beforeQuote = kept.at(-2)
  const ended =
    /[.!?…]["”]?$/u.test(closing?.text ?? '') ||
    (/^["”'’]$/u.test(closing?.text ?? '') && /[.!?…]$/u.test(beforeQuote?.text ?? ''))
  if (!ended) kept.push(segment('.', { tokens: [], rules: [] }, true))
  return kept
}

function upperFirst(text: string): string {
  // iPhone and eBay keep their form.
  return /^[a-z][A-Z]/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

/** The text that segments make, with the characters each covers. */
export function assemble(segments: readonly Segment[]): {
  readonly text: string
  readonly ranges: readonly { readonly start: number; readonly end: number; readonly origin: Origin }[]
} {
  let text = ''
  const ranges: { start: number; end: number; origin: Origin }[] = []
  let opened = true
  for (const part of segments) {
    if (!opened && !part.glued) text += ' '
    ranges.push({ start: text.length, end: text.length + part.text.length, origin: part.origin })
    text += part.text
    opened = part.opens
  }
  return { text, ranges }
}

/** Reads assembled segments as one sentence; each word gets the origins of the characters it covers. */
export function readSegments(
  segments: readonly Segment[],
  reader: Reader,
): Pick<Draft, 'sentence' | 'origins'> | undefined {
  if (segments.length === 0) return undefined
  const { text, ranges } = assemble(segments)
  const sentence = reader.parse(text)
  if (sentence.words.length === 0) return undefined
  let next = 0
  const origins = sentence.words.map((_, word) => {
    const place = sentence.document.tokens[sentence.span.start + word]?.span ?? { start: 0, end: 0 }
    while (next < ranges.length && (ranges[next]?.end ?? 0) <= place.start) next += 1
    const from: Origin[] = []
    for (let at = next; at < ranges.length && (ranges[at]?.start ?? 0) < place.end; at += 1) {
      const range = ranges[at]
      if (range !== undefined) from.push(range.origin)
    }
    return {
      tokens: [...new Set(from.flatMap((origin) => origin.tokens))].sort((a, b) => a - b),
      rules: [...new Set(from.flatMap((origin) => origin.rules))],
    }
  })
  return { sentence, origins }
}

/** All words of a draft as segments, as they stand: for putting a frame before them. */
export function allSegments(draft: Draft, cast: Cast): readonly Segment[] {
  return segmentsOf(draft, [{ kind: 'keep', span: tokens(0, draft.sentence.words.length) }], '', cast)
}
