import { type Document, textOf } from '../document/document.ts'
import type { Analysis } from '../language/analysis.ts'
import type { Gap } from './study.ts'

/** Numbers 0–1 that depend on the seed alone (mulberry32): same story, same options, same seed, same sheet. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The same things in an order that the seed gives (Fisher–Yates). */
export function shuffled<Thing>(things: readonly Thing[], seed: number): readonly Thing[] {
  const random = seeded(seed)
  const order = [...things]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [order[at], order[other]]
    if (a !== undefined && b !== undefined) {
      order[at] = b
      order[other] = a
    }
  }
  return order
}

/** Up to `count` sentences with one content word taken out; never a name or a number, and no word twice. */
export function makeGaps(analysis: Analysis, storySentences: readonly number[], count: number, seed: number): readonly Gap[] {
  const used = new Set<string>()
  const found: Gap[] = []
  for (const index of shuffled(storySentences, seed)) {
    if (found.length >= count) break
    const sentence = analysis.sentences[index]
    if (sentence === undefined || sentence.words.length < 5) continue
    const choices = sentence.words.flatMap((word, at) =>
      ['NOUN', 'VERB', 'ADJ'].includes(word.upos) && /^\p{Ll}{4,}$/u.test(word.text) && !used.has(word.lemma) && word.lemma !== 'say' ? [at] : [],
    )
    const at = choices[Math.floor(seeded(seed + index)() * choices.length)]
    const word = at === undefined ? undefined : sentence.words[at]
    if (at === undefined || word === undefined) continue
    used.add(word.lemma)
    const { document, span } = sentence
    found.push({
      before: textOf(document, { start: span.start, end: span.start + at }),
      answer: word.text,
      after: textOf(document, { start: span.start + at + 1, end: span.end }),
      sentence: index,
    })
  }
  return found.sort((a, b) => a.sentence - b.sentence)
}

/** Up to five sentences of the story for "put in order": in their true order, and mixed by the seed. */
export function makeOrder(document: Document, storySentences: readonly number[], seed: number): { readonly right: readonly string[]; readonly mixed: readonly string[] } {
  const step = Math.max(1, Math.floor(storySentences.length / 5))
  const right = storySentences.filter((_, at) => at % step === 0).slice(0, 5).flatMap((index) => {
    const span = document.sentences[index]
    return span === undefined ? [] : [textOf(document, span)]
  })
  const mixed = shuffled(right, seed)
  return { right, mixed: mixed.every((text, at) => text === right[at]) ? [...mixed].reverse() : mixed }
}
