import type { Edition, Gloss, SentenceKind } from '../../document/article.ts'
import { type BlockKind, type Document, sentencesOf } from '../../document/document.ts'
import type { TokenSpan } from '../../document/span.ts'

/** A stretch of a sentence: plain text, or one token that can be marked while it is heard. */
export interface Piece {
  readonly text: string
  /** The token's index in the document; absent for spaces and marks. */
  readonly token?: number
}

/** Pieces that stand together: either loose, or one hard word with its meaning. */
export interface Run {
  readonly pieces: readonly Piece[]
  /** Index into the page's glosses. */
  readonly gloss?: number
}

/** One sentence as the page lays it out. */
export interface SentenceView {
  /** Index in the document. */
  readonly index: number
  readonly kind: SentenceKind
  readonly runs: readonly Run[]
  readonly text: string
}

/** One block as the page lays it out. */
export interface BlockView {
  readonly kind: BlockKind
  readonly sentences: readonly SentenceView[]
}

/** One hard word of the text with its meaning. */
export interface GlossView {
  readonly index: number
  readonly term: string
  readonly meaning: string
  readonly partOfSpeech: string
  /** Whose meaning it is, where it is not ours: "from a dictionary". */
  readonly source: string
  /** The word as it stands in the text. */
  readonly shown: string
  readonly path: string
}

/** Where the page of a word is. */
export function wordPath(term: string): string {
  return `/words/${encodeURIComponent(term.toLowerCase())}`
}

/** Whose a meaning is, in words for readers: nothing where it is ours. */
export function meaningSource(origin: Gloss['origin']): string {
  return origin === 'fallback' ? 'from a dictionary' : ''
}

/** The hard words of an edition, each once, in order of the text. */
export function glossViews(edition: Edition): readonly GlossView[] {
  return edition.glosses.notes.map(({ span, value }, index) => ({
    index,
    term: value.term,
    meaning: value.meaning,
    partOfSpeech: value.partOfSpeech,
    source: meaningSource(value.origin),
    shown: textOfTokens(edition.document, span),
    path: wordPath(value.term),
  }))
}

/** The blocks of an edition, with its kinds of sentence and its hard words. */
export function editionBlocks(edition: Edition): readonly BlockView[] {
  return documentBlocks(
    edition.document,
    edition.glosses.notes.map((note) => note.span),
    edition.sentences.map((sentence) => sentence.kind),
  )
}

/** The blocks of any document. `marked` are spans of hard words, in order and apart from each other. */
export function documentBlocks(
  document: Document,
  marked: readonly TokenSpan[] = [],
  kinds: readonly SentenceKind[] = [],
): readonly BlockView[] {
  return document.blocks.map((block) => ({
    kind: block.kind,
    sentences: sentencesOf(document, block).map((index) =>
      sentenceView(document, index, marked, kinds[index] ?? (block.kind === 'headline' ? 'headline' : 'story')),
    ),
  }))
}

function sentenceView(
  document: Document,
  index: number,
  marked: readonly TokenSpan[],
  kind: SentenceKind,
): SentenceView {
  const span = document.sentences[index] ?? { start: 0, end: 0 }
  const runs: Run[] = []
  let at = span.start
  while (at < span.end) {
    const gloss = marked.findIndex((mark) => mark.start === at && mark.end <= span.end)
    const next = gloss >= 0 ? (marked[gloss]?.end ?? at + 1) : nextMark(marked, at, span.end)
    const pieces = piecesOf(document, { start: at, end: next })
    runs.push(gloss >= 0 ? { pieces, gloss } : { pieces })
    const space = spaceAfter(document, next - 1, span.end)
    if (space !== '') runs.push({ pieces: [{ text: space }] })
    at = next
  }
  return { index, kind, runs, text: textOfTokens(document, span) }
}

/** Where the next hard word of a sentence starts; the sentence's end if there is none. */
function nextMark(marked: readonly TokenSpan[], at: number, end: number): number {
  const starts = marked.filter((mark) => mark.start > at && mark.end <= end).map((mark) => mark.start)
  return Math.min(end, ...starts)
}

function piecesOf(document: Document, span: TokenSpan): readonly Piece[] {
  const pieces: Piece[] = []
  for (let token = span.start; token < span.end; token += 1) {
    const text = textOfTokens(document, { start: token, end: token + 1 })
    // Signs that are said, such as "$", are marked with their number; sentence marks are silent.
    pieces.push(/[\p{L}\p{N}\p{S}%&@]/u.test(text) ? { text, token } : { text })
    const space = spaceAfter(document, token, span.end)
    if (space !== '') pieces.push({ text: space })
  }
  return joinLoose(pieces)
}

function joinLoose(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.token === undefined && piece.token === undefined) {
      joined[joined.length - 1] = { text: last.text + piece.text }
    } else joined.push(piece)
  }
  return joined
}

function spaceAfter(document: Document, token: number, end: number): string {
  const here = document.tokens[token]
  const next = document.tokens[token + 1]
  if (here === undefined || next === undefined || token + 1 >= end) return ''
  return document.text.slice(here.span.end, next.span.start)
}

function textOfTokens(document: Document, span: TokenSpan): string {
  const first = document.tokens[span.start]
  const last = document.tokens[span.end - 1]
  return first === undefined || last === undefined ? '' : document.text.slice(first.span.start, last.span.end)
}
