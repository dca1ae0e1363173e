import type { Document } from '../../document/document.ts'
import type { TokenSpan } from '../../document/span.ts'
import type { Saying } from '../saying.ts'

/** A token of a sentence that is to be said, with what stands around it. Offsets count from it. */
export interface Place {
  readonly saying: Saying
  /** The written form; `''` outside the sentence. */
  readonly form: (offset: number) => string
  /** Whether the token touches the one before it. */
  readonly glued: (offset: number) => boolean
  /** All forms of the sentence, for what only the whole tells. */
  readonly sentence: readonly string[]
}

/** What is said for some tokens. A comma behind a word is a breath. */
export interface Said {
  readonly words: string
  /** How many tokens this says, one or more. */
  readonly length: number
  /** The same, respelled for voices that read by the letters. */
  readonly sounds?: string
}

/** Says what stands at a place, or answers that it is something else. */
export type SayForm = (place: Place) => Said | undefined

/** The place of a token in a span of a document. */
export function placeOf(
  document: Document,
  span: TokenSpan,
  at: number,
  saying: Saying,
  sentence: readonly string[],
): Place {
  return {
    saying,
    sentence,
    form: (offset) => sentence[at - span.start + offset] ?? '',
    glued: (offset) =>
      at + offset > span.start &&
      at + offset < span.end &&
      document.tokens[at + offset - 1]?.span.end === document.tokens[at + offset]?.span.start,
  }
}

/** The same sentence seen from another token. */
export function moved(place: Place, by: number): Place {
  return { ...place, form: (offset) => place.form(offset + by), glued: (offset) => place.glued(offset + by) }
}

/** A mark that joins two numbers. */
export const isDash = (form: string): boolean => /^[-–—−‑]$/u.test(form)

/** A number as figures: "4,200", "3.75", ".5". */
export const isFigure = (form: string): boolean => /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/.test(form)

const months = 'January February March April May June July August September October November December'.split(' ')

/** The full name of a month that is written in full or short; undefined for other words. */
export function monthOf(form: string): string | undefined {
  if (months.includes(form)) return form
  const short = /^(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/.exec(form)?.[1]
  return short === undefined ? undefined : months.find((month) => month.startsWith(short.slice(0, 3)))
}

/** The name of a month by its number. */
export function monthName(number: number): string {
  return months[number - 1] ?? ''
}

const notThings = /^(?:was|has|is|its|as|this|us|plus|versus|always|perhaps|thus|across|towards|besides|does|yes)$/

/** Whether a word names things that can be counted: "people", "homes". */
export function countsThings(form: string): boolean {
  if (/^(?:people|men|women|children|police|staff|per|sheep|cattle|fish)$/.test(form)) return true
  return /^[a-z]{3,}s$/.test(form) && !notThings.test(form)
}

const noNoun =
  /^(?:and|or|of|in|on|to|for|by|from|at|with|than|that|which|who|when|as|is|was|were|are|has|had|have|will|would|more|less|away|long|wide|high|deep|tall|ago|later|each|per|every|under|over|above|below|into|but|because|after|before|since|during|while|if|it|he|she|they|north|south|east|west|off|out|up|down|the)$/

/** Whether a quantity stands before its noun as one thing: "a $50 fine", "a 20km run". `length` tokens are the quantity. */
export function isBeforeNoun({ form }: Place, length: number): boolean {
  return (
    /^(?:an?|another|each|every)$/i.test(form(-1)) && /^[a-z]{3,}$/.test(form(length)) && !noNoun.test(form(length))
  )
}
