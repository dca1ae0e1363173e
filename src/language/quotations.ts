import { type TokenSpan, tokens } from '../document/span.ts'
import type { Analysis } from './analysis.ts'
import { findAttribution } from './attribution.ts'

/** A quotation as it stands between its marks, over as many sentences and paragraphs as it runs. */
export interface Quotation {
  /** Tokens of the document from the opening mark to the closing one, both with it. */
  readonly span: TokenSpan
  /** The sentences it touches. */
  readonly sentences: readonly number[]
  /** Whether its closing mark was found. */
  readonly isClosed: boolean
  /** Tokens that name who says it, where the text tells: in its own sentence, or right before or behind it. */
  readonly speaker?: TokenSpan
}

const either = /^["]$/u
const opening = /^[“]$/u
const closing = /^[”]$/u

/**
 * Pairs the double quotation marks of a document. A quotation that runs over several paragraphs has an opening mark at the
 * head of each and a closing one only at its end; single marks stand inside it, and an apostrophe is no mark. Linear in the text.
 */
export function quotationsOf(analysis: Analysis): readonly Quotation[] {
  const { document, sentences } = analysis
  const blockStarts = new Set(document.blocks.map((block) => block.span.start))
  const found: { start: number; end: number; isClosed: boolean }[] = []
  let open: number | undefined
  for (const [at, token] of document.tokens.entries()) {
    const text = document.text.slice(token.span.start, token.span.end)
    const isMark = either.test(text) || opening.test(text) || closing.test(text)
    if (!isMark) {
      // A paragraph that does not take the quotation up again shows that its end was forgotten.
      if (open !== undefined && blockStarts.has(at)) {
        found.push({ start: open, end: at, isClosed: false })
        open = undefined
      }
      continue
    }
    if (open === undefined) {
      if (!closing.test(text)) open = at
    } else if (!(blockStarts.has(at) && !closing.test(text))) {
      found.push({ start: open, end: at + 1, isClosed: true })
      open = undefined
    }
  }
  if (open !== undefined) found.push({ start: open, end: document.tokens.length, isClosed: false })
  return found.map(({ start, end, isClosed }) => {
    const touched = sentences.flatMap(({ span }, index) => (span.start < end && span.end > start ? [index] : []))
    const speaker = speakerOf(analysis, touched)
    return { span: tokens(start, end), sentences: touched, isClosed, ...(speaker === undefined ? {} : { speaker }) }
  })
}

function speakerOf({ sentences }: Analysis, touched: readonly number[]): TokenSpan | undefined {
  for (const index of touched) {
    const sentence = sentences[index]
    const claim = sentence === undefined ? undefined : findAttribution(sentence)
    if (sentence !== undefined && claim !== undefined)
      return tokens(sentence.span.start + claim.speakerSpan.start, sentence.span.start + claim.speakerSpan.end)
  }
  return undefined
}
