import { textOf } from '../../document/document.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import type { EngineParts } from '../engine.ts'
import { hedges, negations } from '../guards.ts'
import { numberValue } from '../numbers.ts'
import type { SimplifyParts } from '../simplify.ts'

/** A sentence of the source with the words that may stand for its words. */
export interface SourceSentence {
  readonly sentence: AnalysedSentence
  /** Index in the original's `sentences`. */
  readonly index: number
  /** Lemmas that the lexicon or the glossary puts for some of its words, with these words. */
  readonly related: ReadonlyMap<string, readonly number[]>
}

/** A sentence made elsewhere; for each of its words the source words that it comes from, none where it is new. */
export interface MadeSentence {
  readonly sentence: AnalysedSentence
  readonly from: readonly (readonly number[])[]
}

const contentClasses = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV', 'NUM'])

/** Whether a word says something of its own: no article, preposition, auxiliary or mark. */
export function isContent(word: Word): boolean {
  return contentClasses.has(word.upos) && /[\p{L}\p{N}]/u.test(word.text)
}

/** Reads a source sentence for aligning: which easier words of the lexicon and which words of meanings may stand in it. */
export function sourceSentence(sentence: AnalysedSentence, index: number, parts: SimplifyParts): SourceSentence {
  const related = new Map<string, number[]>()
  const relate = (lemma: string, at: number): void => {
    const known = related.get(lemma)
    if (known === undefined) related.set(lemma, [at])
    else if (!known.includes(at)) known.push(at)
  }
  for (const [at, word] of sentence.words.entries()) {
    if (word.text === '%') for (const other of ['per', 'cent', 'percent']) relate(other, at)
    if (word.text.toLowerCase() === 'cent' && sentence.words[at - 1]?.text.toLowerCase() === 'per') relate('%', at)
    if (!isContent(word) || word.upos === 'PROPN' || word.upos === 'NUM') continue
    for (const level of [1, 2] as const) {
      for (const { span, text } of parts.lexicon.candidates(sentence, at, level))
        for (const lemma of contentLemmas(text, parts))
          for (let from = span.start; from < span.end; from += 1) relate(lemma, from)
    }
    const entry = parts.glossary.find(sentence, at)
    if (entry === undefined) continue
    for (const lemma of contentLemmas(entry.gloss.meaning, parts)) relate(lemma, at)
  }
  return { sentence, index, related }
}

function contentLemmas(text: string, parts: EngineParts): readonly string[] {
  const found = parts.reader.parse(text).words.filter((word) => isContent(word))
  return found.map((word) => word.lemma.toLowerCase())
}

/** Which words a made sentence takes over from a source sentence: content words first, then the small words beside them. */
export function alignSentence(made: AnalysedSentence, source: SourceSentence): MadeSentence {
  const from: number[][] = made.words.map(() => [])
  let last = -1
  for (const [at, word] of made.words.entries()) {
    if (!isContent(word) && !isKeptSmallWord(word)) continue
    const found = candidates(word, source)
    const best = found.find((one) => one === last + 1) ?? nearest(found, last)
    if (best === undefined) continue
    from[at] = [best]
    last = best
  }
  const beside = (at: number, step: 1 | -1): void => {
    const word = made.words[at]
    const neighbour = from[at - step]?.[0]
    if (word === undefined || neighbour === undefined || from[at]?.length !== 0) return
    const place = neighbour + step
    if (source.sentence.words[place]?.text.toLowerCase() === word.text.toLowerCase()) from[at] = [place]
  }
  for (let at = 0; at < made.words.length; at += 1) beside(at, 1)
  for (let at = made.words.length - 1; at >= 0; at -= 1) beside(at, -1)
  return { sentence: made, from }
}

/** Small words that carry a fact: "not", "may", "he". */
function isKeptSmallWord(word: Word): boolean {
  const text = word.text.toLowerCase()
  return negations.has(text) || hedges.has(text) || word.upos === 'PRON' || word.xpos === 'MD' || word.text === '%'
}

function candidates(word: Word, { sentence, related }: SourceSentence): readonly number[] {
  const same = sentence.words.flatMap((other, at) => (isSameWord(word, other) ? [at] : []))
  if (same.length > 0) return same
  if (word.upos === 'PROPN' || word.upos === 'NUM') return []
  const put = related.get(word.lemma.toLowerCase()) ?? related.get(word.text.toLowerCase())
  return put ?? sentence.words.flatMap((other, at) => (isSameFamily(word, other) ? [at] : []))
}

/** The same word in any form, or the same number however it is written. */
export function isSameWord(word: Word, other: Word): boolean {
  if (word.text.toLowerCase() === other.text.toLowerCase()) return true
  const value = numberValue(word.text)
  if (value !== undefined || numberValue(other.text) !== undefined) return value === numberValue(other.text)
  if (word.upos === 'PROPN' || other.upos === 'PROPN') return false
  return word.lemma.toLowerCase() === other.lemma.toLowerCase()
}

/** "decide" and "decision", "increase" and "increasing": a long common beginning and two ordinary endings. */
function isSameFamily(word: Word, other: Word): boolean {
  if (!isContent(word) || !isContent(other) || other.upos === 'PROPN') return false
  const [a, b] = [word.lemma.toLowerCase(), other.lemma.toLowerCase()]
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  return same >= 5 && ordinaryEnding.test(a.slice(same)) && ordinaryEnding.test(b.slice(same))
}

const ordinaryEnding = /^(?:|e|s|d|ed|de|ing|er|or|y|al|ally|ly|ion|ation|tion|sion|ment|ance|ence|ity|t)$/

function nearest(found: readonly number[], last: number): number | undefined {
  return [...found].sort((a, b) => distance(a, last) - distance(b, last) || a - b)[0]
}

/** Going back costs more than going on. */
function distance(at: number, last: number): number {
  return at > last ? at - last : 2 * (last - at) + 1
}

/**
 * Which source sentence each made sentence comes from: the assignment in reading order that shares the most words, names
 * and numbers counting double. One place in `sources` for each made sentence.
 */
export function assignSentences(
  made: readonly AnalysedSentence[],
  sources: readonly SourceSentence[],
): readonly number[] {
  if (sources.length === 0) return []
  // best[j] is the worth of the made sentences so far when the last of them stands at source j.
  let best = sources.map(() => 0)
  const cameFrom: number[][] = []
  for (const sentence of made) {
    const worths = sources.map((source) => sharedWorth(sentence, source))
    let top = 0
    const from: number[] = []
    const next = sources.map((_, at) => {
      if ((best[at] ?? 0) > (best[top] ?? 0)) top = at
      from.push(top)
      return (best[top] ?? 0) + (worths[at] ?? 0)
    })
    cameFrom.push(from)
    best = next
  }
  let at = best.indexOf(Math.max(...best))
  const places: number[] = []
  for (const from of cameFrom.toReversed()) {
    places.push(at)
    at = from[at] ?? 0
  }
  return places.reverse()
}

function sharedWorth(sentence: AnalysedSentence, source: SourceSentence): number {
  let worth = 0
  let all = 0
  for (const word of sentence.words) {
    if (!isContent(word)) continue
    const weight = word.upos === 'PROPN' || word.upos === 'NUM' ? 2 : 1
    all += weight
    if (candidates(word, source).length > 0) worth += weight
  }
  return all === 0 ? 0 : worth / all
}

/** The sentences of an answer, each read on its own; undefined where it is no plain text of sensible length. */
export function readAnswer(
  answer: string,
  source: string,
  parts: EngineParts,
): readonly AnalysedSentence[] | undefined {
  const text = answer.trim()
  if (text === '' || text.length > 3 * source.length + 200) return undefined
  // Markup, addresses and lists are no story; brackets and signs that the source has may stand.
  if (/<\/?[a-z!]|&[a-z]+;|https?:|www\.|```|^\s*(?:[-*#>]|\d+\.)\s/im.test(text)) return undefined
  const signs: readonly string[] = text.match(/[^\p{L}\p{M}\p{N}\s.,;:!?'"’‘“”()–—-]/gu) ?? []
  if (signs.some((sign) => !source.includes(sign))) return undefined
  const blocks = text.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const document = parts.reader.read(
    'answer',
    blocks.map((block) => ({ kind: 'paragraph', text: straight(block, source) })),
  )
  return document.sentences.map((span) => parts.reader.parse(textOf(document, span)))
}

/** Marks as the source writes them, so that quotes can be compared. */
function straight(text: string, source: string): string {
  return /[“”’]/.test(source) ? text : text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'")
}
