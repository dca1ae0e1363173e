import type { Level } from '../../document/article.ts'
import { type Block, textOf } from '../../document/document.ts'
import type { Analysis } from '../../language/analysis.ts'
import type { Rewriter, Suggestions } from './rewriter.ts'

/** How much one article may cost. */
export interface AskingLimits {
  /** Most paragraphs that are asked for, each at two levels. */
  readonly paragraphs: number
  /** Most tokens to and from the rewriter, guessed from the number of characters. */
  readonly tokens: number
  /** After so many failures one behind the other nothing more is asked. */
  readonly failures: number
}

/** Limits that suit a long article and a model on the same machine. */
export const usualLimits: AskingLimits = { paragraphs: 40, tokens: 40_000, failures: 2 }

/** The fixed part of a request, and what a token is worth, both roughly. */
const promptTokens = 250
const charactersToToken = 4
/** A longer paragraph is not asked for: the answer would be cut. */
const longestParagraph = 2500

/**
 * Asks a rewriter for every paragraph of an analysed article at both levels, one by one, within the limits.
 * Paragraphs without an answer are simply missing. Undefined where nothing came. `told` hears the share that is done, 0–1.
 */
export async function askRewriter(
  original: Analysis,
  rewriter: Rewriter,
  limits: AskingLimits = usualLimits,
  told: (share: number) => Promise<void> = async () => undefined,
): Promise<Suggestions | undefined> {
  const texts: Readonly<Record<Level, Map<number, string>>> = { 1: new Map(), 2: new Map() }
  let tokens = 0
  let failures = 0
  const paragraphs = paragraphsOf(original).slice(0, limits.paragraphs)
  for (const [done, { block, at }] of paragraphs.entries()) {
    const paragraph = textOf(original.document, block.span)
    const names = namesIn(original, block)
    for (const level of [2, 1] as const) {
      // An answer is about as long as its paragraph.
      tokens += promptTokens + (2 * paragraph.length) / charactersToToken
      if (tokens > limits.tokens || failures >= limits.failures) continue
      await told(done / paragraphs.length)
      const answer = await rewriter.rewrite({ level, paragraph, names })
      failures = answer.ok ? 0 : failures + 1
      if (answer.ok) texts[level].set(at, answer.value)
    }
  }
  return texts[1].size + texts[2].size === 0 ? undefined : { name: rewriter.name, texts }
}

function paragraphsOf({ document }: Analysis): readonly { readonly block: Block; readonly at: number }[] {
  return document.blocks.flatMap((block, at) => {
    const length = textOf(document, block.span).length
    const isStory = block.kind === 'paragraph' || block.kind === 'item'
    return isStory && length > 0 && length <= longestParagraph ? [{ block, at }] : []
  })
}

function namesIn({ document, names }: Analysis, block: Block): readonly string[] {
  const own = names.notes.filter(({ span }) => block.span.start <= span.start && span.end <= block.span.end)
  return [...new Set(own.map(({ span }) => textOf(document, span)))]
}
