import { splitSentences } from '../../../src/language/sentences.ts'
import { tokenise } from '../../../src/language/tokenise.ts'
import type { GoldText } from './raw-text.ts'

/** How many pieces stand in the gold text, were found, and are the same in both. */
export interface Counts {
  readonly gold: number
  readonly found: number
  readonly right: number
}

/** A piece that only one side has, with some text around it, for reading. */
export interface Miss {
  readonly kind: 'token' | 'sentence'
  readonly side: 'gold' | 'found'
  readonly text: string
}

/** Tokens and sentences of raw texts against the gold ones, as the CoNLL 2018 shared task counts them. */
export function measureSplitting(texts: readonly GoldText[]): {
  readonly tokens: Counts
  readonly sentences: Counts
  readonly misses: readonly Miss[]
} {
  const tokens = { gold: 0, found: 0, right: 0 }
  const sentences = { gold: 0, found: 0, right: 0 }
  const misses: Miss[] = []
  for (const { text, ...gold } of texts) {
    const own = tokenise(text)
    const found = {
      tokens: own.map(({ span }) => [span.start, span.end] as const),
      sentences: splitSentences(text, own).map(
        ({ start, end }) => [own[start]?.span.start ?? 0, own[end - 1]?.span.end ?? 0] as const,
      ),
    }
    for (const [kind, counts] of [
      ['tokens', tokens],
      ['sentences', sentences],
    ] as const) {
      const right = new Set(gold[kind].map(String))
      const answered = new Set(found[kind].map(String))
      counts.gold += right.size
      counts.found += answered.size
      counts.right += [...right].filter((piece) => answered.has(piece)).length
      const missed = (side: Miss['side'], pieces: readonly (readonly [number, number])[], other: Set<string>): void => {
        for (const piece of pieces) {
          if (other.has(String(piece))) continue
          const [from, to] = piece
          const around = kind === 'tokens' ? text.slice(Math.max(0, from - 20), from) : ''
          misses.push({
            kind: kind === 'tokens' ? 'token' : 'sentence',
            side,
            text: `${around}[${text.slice(from, to)}]${text.slice(to, to + 20)}`,
          })
        }
      }
      missed('gold', gold[kind], answered)
      missed('found', found[kind], right)
    }
  }
  return { tokens, sentences, misses }
}

/** F1 in per cent. */
export function f1({ gold, found, right }: Counts): number {
  return (200 * right) / Math.max(1, gold + found)
}
