import type { Word } from './analysis.ts'

/** "not only A but also B" denies nothing: the places of "not", "only" and "but", or undefined. */
export interface NotOnly {
  readonly not: number
  readonly but: number
}

/** The first "not only … but" of a sentence. */
export function notOnlyIn(words: readonly Word[]): NotOnly | undefined {
  const not = words.findIndex(
    (word, at) => /^not$/i.test(word.text) && /^(?:only|just|merely|simply)$/i.test(words[at + 1]?.text ?? ''),
  )
  if (not < 0) return undefined
  const but = words.findIndex((word, at) => at > not + 2 && /^but$/i.test(word.text))
  return but < 0 ? undefined : { not, but }
}

/** Whether the word at `at` is the "not" or "only" of such a pair. */
export function isOfNotOnly(words: readonly Word[], at: number): boolean {
  const found = notOnlyIn(words)
  return found !== undefined && (at === found.not || at === found.not + 1)
}
