import { type Document, textOf } from '../../document/document.ts'
import type { PreparedEdition } from '../../edition/prepared.ts'

/** A sentence with one word taken out. */
export interface GapView {
  readonly before: string
  readonly after: string
  readonly answer: string
}

/** A sentence out of its order, with the place where it belongs, from 1. */
export interface OrderView {
  readonly sentence: string
  readonly place: number
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, public domain). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A list in another order: every order is as likely (Fisher and Yates). The list itself stays. */
export function shuffled<Item>(items: readonly Item[], next: () => number): readonly Item[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(next() * left.length), 1))
}

/**
 * Sentences with a gap each, in the order of the text, at most one gap a sentence.
 * Gaps are words in small letters with four letters or more: never a name, never a number.
 * Words of the story's word list come first.
 */
export function gapsOf({ edition, study }: PreparedEdition, count: number, next: () => number): readonly GapView[] {
  const { document } = edition
  const wanted = new Set(study.words.map(({ term }) => term.toLowerCase()))
  const sentences = storySentences(edition).flatMap((index) => {
    const words = gapWords(document, index)
    return words.length === 0 ? [] : [{ index, words }]
  })
  const chosen = shuffled(sentences, next)
    .toSorted((a, b) => Number(hasWanted(b.words, wanted)) - Number(hasWanted(a.words, wanted)))
    .slice(0, count)
  const taken = new Set<string>()
  return chosen
    .flatMap(({ index, words }) => {
      const free = words.filter(({ text }) => !taken.has(text))
      const word = free.find(({ text }) => wanted.has(text)) ?? shuffled(free, next)[0]
      if (word === undefined) return []
      taken.add(word.text)
      const span = document.sentences[index] ?? { start: 0, end: 0 }
      const start = document.tokens[span.start]?.span.start ?? 0
      const end = document.tokens[span.end - 1]?.span.end ?? 0
      return [
        {
          index,
          before: document.text.slice(start, word.start),
          after: document.text.slice(word.end, end),
          answer: word.text,
        },
      ]
    })
    .toSorted((a, b) => a.index - b.index)
}

/** Some sentences that follow each other in the text, mixed up. Fewer than three make no exercise: empty. */
export function orderOf({ edition }: PreparedEdition, count: number, next: () => number): readonly OrderView[] {
  const sentences = storySentences(edition)
    .slice(0, count)
    .map((index, position) => ({
      sentence: textOf(edition.document, edition.document.sentences[index] ?? { start: 0, end: 0 }),
      place: position + 1,
    }))
  return sentences.length < 3 ? [] : shuffled(sentences, next)
}

/** Whole sentences of the story: no headline, no heading, no explanation. */
function storySentences({ document, sentences }: PreparedEdition['edition']): readonly number[] {
  const headings = document.blocks.filter(({ kind }) => kind === 'heading' || kind === 'headline')
  return document.sentences.flatMap((span, index) =>
    sentences[index]?.kind === 'story' &&
    !headings.some((block) => span.start >= block.span.start && span.end <= block.span.end)
      ? [index]
      : [],
  )
}

function gapWords(document: Document, sentence: number) {
  const span = document.sentences[sentence] ?? { start: 0, end: 0 }
  return document.tokens.slice(span.start + 1, span.end).flatMap((token) => {
    const text = document.text.slice(token.span.start, token.span.end)
    return token.kind === 'word' && /^\p{Ll}{4,}$/u.test(text) ? [{ text, ...token.span }] : []
  })
}

function hasWanted(words: readonly { readonly text: string }[], wanted: ReadonlySet<string>): boolean {
  return words.some(({ text }) => wanted.has(text))
}
