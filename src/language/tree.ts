import { type TokenSpan, tokens } from '../document/span.ts'
import type { Word } from './analysis.ts'

/** Whether a relation is `name` or one of its subtypes: `is('nsubj:pass', 'nsubj')`. */
export function isRelation(relation: string, ...names: readonly string[]): boolean {
  return names.some((name) => relation === name || relation.startsWith(`${name}:`))
}

/** Indexes of the words whose head is `at`, ascending. */
export function childrenOf(words: readonly Word[], at: number): readonly number[] {
  return words.flatMap((word, index) => (word.head === at ? [index] : []))
}

/** The first child of `at` with one of the relations (subtypes count), or undefined. */
export function childOf(words: readonly Word[], at: number, ...relations: readonly string[]): number | undefined {
  const found = words.findIndex((word) => word.head === at && isRelation(word.relation, ...relations))
  return found < 0 ? undefined : found
}

/** All children of `at` with one of the relations, ascending. */
export function childrenBy(words: readonly Word[], at: number, ...relations: readonly string[]): readonly number[] {
  return childrenOf(words, at).filter((child) => isRelation(words[child]?.relation ?? '', ...relations))
}

/** Index of the root, or undefined in an empty sentence. */
export function rootOf(words: readonly Word[]): number | undefined {
  const found = words.findIndex((word) => word.head < 0)
  return found < 0 ? undefined : found
}

/** `at` and everything below it, ascending. Linear in the sentence. */
export function subtreeOf(words: readonly Word[], at: number): readonly number[] {
  const inside = new Array<boolean>(words.length).fill(false)
  inside[at] = true
  const children = words.map<number[]>(() => [])
  for (const [index, word] of words.entries()) children[word.head]?.push(index)
  const queue = [at]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const child of children[next] ?? []) {
      if (inside[child]) continue
      inside[child] = true
      queue.push(child)
    }
  }
  return inside.flatMap((yes, index) => (yes ? [index] : []))
}

/** From the first to the last word of the subtree of `at`. */
export function spanOf(words: readonly Word[], at: number): TokenSpan {
  const all = subtreeOf(words, at)
  return tokens(all[0] ?? at, (all.at(-1) ?? at) + 1)
}

/** Whether `at` is `ancestor` or stands below it. */
export function isBelow(words: readonly Word[], at: number, ancestor: number): boolean {
  let current = at
  for (let steps = 0; steps <= words.length && current >= 0; steps += 1) {
    if (current === ancestor) return true
    current = words[current]?.head ?? -1
  }
  return false
}

/** A verb with its own tense: said, says, will (of "will go"), is (of "is red"). Reads the word alone. */
export function isFiniteVerb(word: Word | undefined): boolean {
  return word !== undefined && ['VBD', 'VBZ', 'VBP', 'MD'].includes(word.xpos)
}

/** Whether the predicate `at` is finite: itself, or through an auxiliary or copula. */
export function hasFiniteVerb(words: readonly Word[], at: number): boolean {
  return isFiniteVerb(words[at]) || childrenBy(words, at, 'aux', 'cop').some((child) => isFiniteVerb(words[child]))
}

/** The subject of predicate `at`, passive and expletive ones too. */
export function subjectOf(words: readonly Word[], at: number): number | undefined {
  return childOf(words, at, 'nsubj', 'csubj', 'expl')
}
