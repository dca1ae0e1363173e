import type { Quantity, Word } from './analysis.ts'
import { dayOf, exactDay, isoOf, monthOf, nearestYear, periodOf, plusDays, weekdays } from './calendar.ts'
import { numeralAt, ordinalOf } from './numerals.ts'

/** Something that was read from a word on: where it ends, and what it is. */
export interface Reading {
  readonly end: number
  readonly value: Quantity
}

/** What a reader of quantities looks at. `published` is the article's own day. */
export interface Place {
  readonly words: readonly Word[]
  readonly at: number
  readonly published: string | undefined
  /** Whether the words around `at` tell of what is past or to come. */
  readonly tense: () => 'past' | 'future' | undefined
}

const dash = /^[-–—]$/u

/** "26 November 2026", "the 5th of May", "Nov. 5", "7 and 8 December", "Tuesday 3 March", "18/11/2026". */
export function readDate(place: Place): Reading | undefined {
  const { words, at } = place
  const text = textAt(words, at)
  const numeric = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (numeric !== null) return dated(at + 1, exactDay(Number(numeric[1]), Number(numeric[2]) - 1, Number(numeric[3])))
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (slashed !== null) return dated(at + 1, exactDay(Number(slashed[3]), Number(slashed[2]) - 1, Number(slashed[1])))
  if (weekdays.includes(text.toLowerCase()) && /^\p{Lu}/u.test(text)) {
    const next = textAt(words, at + 1) === ',' ? at + 2 : at + 1
    const own = readDayAndMonth({ ...place, at: /^the$/i.test(textAt(words, next)) ? next + 1 : next })
    // With a comma between them, day and date are two notes: the first one names no date a second time.
    return own !== undefined && next > at + 1 ? { end: at + 1, value: { kind: 'date' } } : own
  }
  return readDayAndMonth(place)
}

function readDayAndMonth(place: Place): Reading | undefined {
  const { words, at } = place
  const day = dayNumber(textAt(words, at))
  if (day !== undefined) {
    const joint =
      dash.test(textAt(words, at + 1)) || /^(?:and|to|or)$/.test(textAt(words, at + 1))
        ? dayNumber(textAt(words, at + 2))
        : undefined
    const after = joint === undefined ? at + 1 : at + 3
    const monthAt = textAt(words, after).toLowerCase() === 'of' ? after + 1 : after
    const month = namedMonth(words, monthAt)
    if (month === undefined) return undefined
    return joint === undefined
      ? fullDate(place, day, month, monthAt + 1)
      : spanOfDays(place, day, joint, month, monthAt + 1)
  }
  const month = namedMonth(words, at)
  if (month === undefined) return undefined
  const later = dayNumber(textAt(words, at + 1))
  if (later === undefined) return undefined
  const joint = dash.test(textAt(words, at + 2)) ? dayNumber(textAt(words, at + 3)) : undefined
  return joint === undefined ? fullDate(place, later, month, at + 2) : spanOfDays(place, later, joint, month, at + 4)
}

function dayNumber(text: string): number | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)
  const day = found === null ? undefined : Number(found[1])
  return day !== undefined && day >= 1 && day <= 31 ? day : undefined
}

/** "may" the verb is no month, "mar" and "sun" are none without a capital. */
function namedMonth(words: readonly Word[], at: number): number | undefined {
  const text = textAt(words, at)
  return /^\p{Lu}/u.test(text) && words[at]?.upos !== 'AUX' ? monthOf(text) : undefined
}

function yearAt(words: readonly Word[], at: number): { readonly year: number; readonly end: number } | undefined {
  const place = textAt(words, at) === ',' ? at + 1 : at
  const text = textAt(words, place)
  return /^(?:1[5-9]|20)\d{2}$/.test(text) ? { year: Number(text), end: place + 1 } : undefined
}

function fullDate(place: Place, day: number, month: number, end: number): Reading {
  const named = yearAt(place.words, end)
  const base = dayOf(place.published)
  const year = named?.year ?? (base === undefined ? undefined : likelyYear(place, month, day, base))
  return dated(named?.end ?? end, year === undefined ? undefined : exactDay(year, month, day))
}

/** The year of a day without one: a weekday beside it decides, then the tense, then which is nearest. */
function likelyYear({ words, at, tense }: Place, month: number, day: number, base: Date): number {
  const nearest = nearestYear(month, day, base)
  const named = [at - 1, at - 2]
    .map((place) => weekdays.indexOf(textAt(words, place).toLowerCase()))
    .find((it) => it >= 0)
  if (named !== undefined) {
    const fits = [nearest, nearest - 1, nearest + 1].find(
      (year) => new Date(Date.UTC(year, month, day)).getUTCDay() === named,
    )
    if (fits !== undefined) return fits
  }
  const distance = Date.UTC(nearest, month, day) - base.getTime()
  const told = tense()
  if (told === 'past' && distance > 0 && distance > 60 * 86_400_000) return nearest - 1
  return told === 'future' && distance < -60 * 86_400_000 ? nearest + 1 : nearest
}

function spanOfDays(place: Place, first: number, last: number, month: number, end: number): Reading {
  const opening = fullDate(place, first, month, end)
  const closing = fullDate(place, last, month, end)
  const { date: from } = opening.value
  const { date: to } = closing.value
  return { end: opening.end, value: { kind: 'date', ...(from === undefined || to === undefined ? {} : { from, to }) } }
}

function dated(end: number, date: string | undefined): Reading {
  return { end, value: { kind: 'date', ...(date === undefined ? {} : { date }) } }
}

/** "in September 2025", "since 2019", "the 1990s", "last month", "yesterday", "three days ago", "last Tuesday". */
export function readPeriod(place: Place): Reading | undefined {
  const { words, at, published } = place
  const base = dayOf(published)
  const text = textAt(words, at)
  const lower = text.toLowerCase()
  const month = namedMonth(words, at)
  if (month !== undefined && (text.length > 3 || text === 'May')) {
    const named = yearAt(words, at + 1)
    if (named !== undefined) return period(named.end, periodOf(named.year, month))
    const isTime =
      /^(?:in|since|by|until|till|from|to|of|during|before|after|last|next|this|early|late|mid|between)$/.test(
        textAt(words, at - 1).toLowerCase(),
      )
    if (!isTime && text === 'May') return undefined
    const tense = base === undefined ? undefined : place.tense()
    if (base === undefined || tense === undefined) return period(at + 1)
    const passed = month <= base.getUTCMonth()
    const year = base.getUTCFullYear() + (tense === 'past' ? (passed ? 0 : -1) : month >= base.getUTCMonth() ? 0 : 1)
    return period(at + 1, periodOf(year, month))
  }
  if (/^(?:1[5-9]|20)\d{2}$/.test(text) && isYear(words, at)) return period(at + 1, periodOf(Number(text)))
  const decade = /^(?:mid-)?(1[5-9]\d0|20\d0|['’]?\d0)['’]?s$/.exec(text)?.[1]
  if (decade !== undefined) {
    const digits = decade.replace(/^['’]/, '')
    const year =
      digits.length === 4 ? Number(digits) : Number(digits) >= 30 ? 1900 + Number(digits) : 2000 + Number(digits)
    return period(at + 1, { from: periodOf(year).from, to: periodOf(year + 9).to })
  }
  const midYear = /^mid-((?:1[5-9]|20)\d{2})$/i.exec(text)?.[1]
  if (midYear !== undefined) return period(at + 1, periodOf(Number(midYear)))
  if (lower === 'today' || lower === 'tonight') return period(at + 1, base && sameDay(base))
  if (lower === 'yesterday') return period(at + 1, base && sameDay(plusDays(base, -1)))
  if (lower === 'tomorrow') return period(at + 1, base && sameDay(plusDays(base, 1)))
  return readRelative(place) ?? readAgo(place)
}

/** "in 2024", "the 2024 law", "of 2019": four digits that are no count of things. */
function isYear(words: readonly Word[], at: number): boolean {
  const before = textAt(words, at - 1).toLowerCase()
  const word = words[at]
  const counted = word?.relation === 'nummod' && words[word.head]?.xpos === 'NNS'
  if (/^(?:in|since|during|until|till|late|early|mid|year)$/.test(before)) return true
  if (/^(?:by|before|after)$/.test(before)) return !counted
  const isYears = (one: string, other: string): boolean =>
    /^(?:1[5-9]|20)\d{2}$/.test(one) && /^(?:1[5-9]|20)\d{2}$/.test(other)
  if (before === 'from' && textAt(words, at + 1) === 'to' && isYears(word?.text ?? '', textAt(words, at + 2)))
    return true
  if (
    before === 'to' &&
    textAt(words, at - 3).toLowerCase() === 'from' &&
    isYears(textAt(words, at - 2), word?.text ?? '')
  )
    return true
  if (/^[.,;)]?$/.test(textAt(words, at + 1)) && /^(?:from|of|to|for|and|-|–)$/.test(before))
    return word?.relation !== 'nummod'
  return /^(?:the|a|this|its|his|her|their)$/.test(before) && !counted && words[word?.head ?? -1]?.upos === 'NOUN'
}

/** "last week", "this year", "next month", "last night", "this morning", "last Tuesday". */
function readRelative({ words, at, published }: Place): Reading | undefined {
  const base = dayOf(published)
  const which = textAt(words, at).toLowerCase()
  if (!/^(?:last|next|this)$/.test(which)) return undefined
  const unit = textAt(words, at + 1).toLowerCase()
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0
  const named = weekdays.indexOf(unit)
  if (named >= 0) {
    if (base === undefined || which === 'next') return dated(at + 2, undefined)
    const back = (base.getUTCDay() - named + 7) % 7
    return dated(at + 2, isoOf(plusDays(base, which === 'last' ? -(back === 0 ? 7 : back) : (7 - back) % 7)))
  }
  const month = monthOf(unit)
  if (month !== undefined && /^\p{Lu}/u.test(textAt(words, at + 1)) && unit.length >= 3) {
    if (base === undefined) return period(at + 2)
    const passed = month < base.getUTCMonth()
    const shift = which === 'last' ? (passed ? 0 : -1) : which === 'next' ? (month > base.getUTCMonth() ? 0 : 1) : 0
    return period(at + 2, periodOf(base.getUTCFullYear() + shift, month))
  }
  if (/^(?:night|evening|morning|afternoon)$/.test(unit)) return period(at + 2, base && sameDay(plusDays(base, step)))
  if (unit === 'week') {
    const monday = base && plusDays(base, -((base.getUTCDay() + 6) % 7) + step * 7)
    return period(at + 2, monday && { from: isoOf(monday), to: isoOf(plusDays(monday, 6)) })
  }
  if (unit === 'month') {
    const first = base && new Date(Date.UTC(base.getUTCFullYear(), base.getUTCMonth() + step, 1))
    return period(at + 2, first && periodOf(first.getUTCFullYear(), first.getUTCMonth()))
  }
  if (unit === 'year') return period(at + 2, base && periodOf(base.getUTCFullYear() + step))
  return /^(?:weekend|summer|winter|autumn|spring|quarter|season|decade|century)$/.test(unit)
    ? period(at + 2)
    : undefined
}

/** "three days ago", "a year ago", "six weeks ago". */
function readAgo({ words, at, published }: Place): Reading | undefined {
  const count = numeralAt(words, at) ?? (/^an?$/i.test(textAt(words, at)) ? { end: at + 1, value: 1 } : undefined)
  if (count === undefined || textAt(words, count.end + 1).toLowerCase() !== 'ago') return undefined
  const base = dayOf(published)
  const unit = words[count.end]?.lemma ?? ''
  if (!/^(?:second|minute|hour|day|week|fortnight|month|year|decade|century)$/.test(unit)) return undefined
  const end = count.end + 2
  // "Four billion years ago" has no date.
  if (base === undefined || count.value > 1500) return period(end)
  if (unit === 'day') return period(end, sameDay(plusDays(base, -count.value)))
  if (/^(?:second|minute)$/.test(unit)) return period(end, sameDay(base))
  if (unit === 'year') return period(end, periodOf(base.getUTCFullYear() - count.value))
  const first = new Date(Date.UTC(base.getUTCFullYear(), base.getUTCMonth() - count.value, 1))
  if (unit === 'month') return period(end, periodOf(first.getUTCFullYear(), first.getUTCMonth()))
  if (unit === 'week' || unit === 'fortnight') {
    const about = plusDays(base, -count.value * (unit === 'week' ? 7 : 14))
    return period(end, { from: isoOf(plusDays(about, -3)), to: isoOf(plusDays(about, 3)) })
  }
  return period(end)
}

function sameDay(day: Date): { readonly from: string; readonly to: string } {
  return { from: isoOf(day), to: isoOf(day) }
}

function period(end: number, days?: { readonly from: string; readonly to: string }): Reading {
  return { end, value: { kind: 'date', ...days } }
}

/** "5pm", "4.52am", "17:30", "9 a.m.", "five o'clock", "noon", "midnight": minutes since midnight. */
export function readTime({ words, at }: Place): Reading | undefined {
  const text = textAt(words, at)
  const lower = text.toLowerCase()
  if (/^(?:noon|midday)$/.test(lower)) return time(at + 1, 720)
  if (lower === 'midnight') return time(at + 1, 0)
  const clock = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text)
  const half = /^([ap])\.?m\.?$/i.exec(textAt(words, at + 1))?.[1]?.toLowerCase()
  const hour = clock === null ? (numeralAt(words, at)?.value ?? Number.NaN) : Number(clock[1])
  const minute = Number(clock?.[2] ?? 0)
  if (half !== undefined && hour >= 1 && hour <= 12 && minute < 60)
    return time(at + 2, ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute)
  if (/^o['’]clock$/i.test(textAt(words, at + 1)) && hour >= 1 && hour <= 12) return time(at + 2, hour * 60)
  return clock !== null && text.includes(':') && hour < 24 && minute < 60 ? time(at + 1, hour * 60 + minute) : undefined
}

function time(end: number, value: number): Reading {
  return { end, value: { kind: 'time', value } }
}

/** "the third", "21st": with a noun after it; "a third of" is no place in a row. */
export function readOrdinal({ words, at }: Place): Reading | undefined {
  const value = ordinalOf(textAt(words, at))
  if (value === undefined) return undefined
  const isDigits = /^\d/.test(textAt(words, at))
  if (!isDigits && !/^(?:ADJ|NUM)$/.test(words[at]?.upos ?? '')) return undefined
  return { end: at + 1, value: { kind: 'ordinal', value } }
}

function textAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? ''
}
