/** Where one token of the newer text comes from. */
export interface Origin {
  /** Tokens of the older text, ascending. Empty for a word that was added. */
  readonly tokens: readonly number[]
  /** The rules that wrote it, in order; empty for a word carried over. */
  readonly rules: readonly string[]
}

/** One origin for each token of the newer text. */
export type Alignment = readonly Origin[]

/** Every token comes from itself. */
export function unchanged(length: number): Alignment {
  return Array.from({ length }, (_, token) => ({ tokens: [token], rules: [] }))
}

/** Two steps, older to middle and middle to newer, as one from older to newer. */
export function compose(first: Alignment, second: Alignment): Alignment {
  return second.map(({ tokens, rules }) => {
    const earlier = tokens.flatMap((token) => first[token] ?? [])
    return {
      tokens: [...new Set(earlier.flatMap((origin) => origin.tokens))].sort((a, b) => a - b),
      rules: [...new Set([...earlier.flatMap((origin) => origin.rules), ...rules])],
    }
  })
}

/** Tokens of the older text that nothing in the newer one comes from, ascending. */
export function dropped(alignment: Alignment, olderLength: number): readonly number[] {
  const kept = new Set(alignment.flatMap((origin) => origin.tokens))
  return Array.from({ length: olderLength }, (_, token) => token).filter((token) => !kept.has(token))
}
