import { tokens } from '../document/span.ts'
import type { Word } from '../language/analysis.ts'
import { chunkBefore } from '../language/chunks.ts'
import { bodyEnd, resumeAt } from '../language/clause-parts.ts'
import type { Insertion } from '../language/insertions.ts'
import { isFiniteVerb } from '../language/tree.ts'
import { keep, type Piece, put } from './rewrite.ts'

/** The sentence without an insertion: the marks go with it where the sentence reads on. */
export function without(words: readonly Word[], { open, span }: Insertion): readonly Piece[] {
  const end = bodyEnd(words)
  const before = keep(tokens(0, open))
  if (span.end >= end) return end < words.length ? [before, keep(tokens(end, words.length))] : [before]
  const isDash = !/^,$/.test(words[span.end]?.text ?? '')
  // "At the castle, Highclere – a stately home – the outlook is bright": what stands in front keeps a comma.
  const isFront = words[0]?.upos === 'ADP' && !words.slice(0, open).some(isFiniteVerb)
  const goesOn = words[span.end + 1]
  if (
    isDash &&
    isFront &&
    words[span.end]?.text === words[open]?.text &&
    /^(?:DET|PRON|NOUN|PROPN)$/.test(goesOn?.upos ?? '')
  )
    return [before, put(',', tokens(open, open + 1)), keep(tokens(span.end + 1, words.length))]
  // "The captain, Ann Lee, who was new, was hurt": one comma closes what the first opened.
  const name = chunkBefore(words, open)
  const isInApposition =
    name !== undefined &&
    words[name.head]?.upos === 'PROPN' &&
    words[name.start - 1]?.text === ',' &&
    (words[name.start - 2]?.upos === 'NOUN' ||
      /^(?:executive|representative|elect|general)$/.test(words[name.start - 2]?.text ?? '')) &&
    !isPlacePhrase(words, name.start - 1)
  // "Rebecca Stannard, 34, who worked there, died"
  const isBehindAge =
    /^\d{1,3}$/.test(words[open - 1]?.text ?? '') &&
    words[open - 2]?.text === ',' &&
    /^(?:PROPN|NOUN)$/.test(words[open - 3]?.upos ?? '')
  const isInRole = isInsideRole(words, open, span.end)
  if ((isInApposition || isBehindAge || isInRole) && words[span.end]?.text === ',' && !isDash)
    return [before, keep(tokens(span.end, words.length))]
  return [before, keep(tokens(isDash ? span.end + 1 : resumeAt(words, span.end), words.length))]
}

/** "Outside court, resident Ann Lee": before the comma stands a place, not who she is. */
function isPlacePhrase(words: readonly Word[], comma: number): boolean {
  const start = chunkBefore(words, comma)?.start ?? 0
  return words[start - 1]?.upos === 'ADP' || /^(?:outside|inside)$/i.test(words[start]?.text ?? '')
}

/** "Valter Lisi, the mayor of Elmas, a small town, wants": the comma that closes the mayor must stay. */
export function isInsideRole(words: readonly Word[], open: number, close: number): boolean {
  const opened = words.slice(0, open).findLastIndex((word) => word.text === ',')
  return (
    opened > 0 &&
    words[opened - 1]?.upos === 'PROPN' &&
    /^(?:the|a|an)$/.test(words[opened + 1]?.text ?? '') &&
    !words.slice(opened, open).some(isFiniteVerb) &&
    isFiniteVerb(words[close + 1])
  )
}
