import { tokens } from '../document/span.ts'
import type { Word } from '../language/analysis.ts'
import { bodyEnd, resumeAt } from '../language/clause-parts.ts'
import type { Insertion } from '../language/insertions.ts'
import { keep, type Piece } from './rewrite.ts'

/** The sentence without an insertion: the marks go with it where the sentence reads on. */
export function without(words: readonly Word[], { open, span }: Insertion): readonly Piece[] {
  const end = bodyEnd(words)
  const before = keep(tokens(0, open))
  if (span.end >= end) return end < words.length ? [before, keep(tokens(end, words.length))] : [before]
  const isDash = !/^,$/.test(words[span.end]?.text ?? '')
  return [before, keep(tokens(isDash ? span.end + 1 : resumeAt(words, span.end), words.length))]
}
