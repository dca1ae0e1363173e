import type { Note } from '../document/layer.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Quantity, Word } from './analysis.ts'
import { dayOf, isoOf, plusDays, weekdays } from './calendar.ts'
import { mapOf } from './map-of.ts'
import { type Numeral, numeralAt } from './numerals.ts'
import { type Place, type Reading, readDate, readOrdinal, readPeriod, readTime } from './times.ts'

const currency = /^(?:\p{Lu}{1,3})?[$€£¥](?:\p{Lu}{1,2})?$/u
const moneyWords = mapOf({
  dollar: '$',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: 'cent',
  c: 'cent',
  rupee: 'rupee',
  yuan: 'yuan',
})
const timeUnits = /^(?:second|minute|hour|day|week|fortnight|month|year|decade|century|night)$/
const dash = /^[-–—]$/u

/**
 * Numbers, money, percentages, ranges, ages, durations, dates and times of a sentence, in order, none inside another.
 * `published` (ISO date) gives a weekday its date and "last month" its days.
 */
export function findQuantities({ words, span }: AnalysedSentence, published?: string): readonly Note<Quantity>[] {
  const notes: Note<Quantity>[] = []
  for (let at = 0; at < words.length; ) {
    const found = readAt({ words, at, published, tense: () => tenseBefore(words, at) })
    if (found === undefined || found.end <= at) {
      at += 1
      continue
    }
    notes.push({ span: tokens(span.start + at, span.start + found.end), value: found.value })
    at = found.end
  }
  return notes
}

function readAt(place: Place): Reading | undefined {
  return (
    readDate(place) ??
    readWeekday(place) ??
    readAge(place) ??
    readTime(place) ??
    readPeriod(place) ??
    readMoney(place) ??
    readAmount(place) ??
    readOrdinal(place)
  )
}

/** "on Wednesday" in a story of 16 November: the last one where the tense is past, the next one where it is to come, else unknown. */
function readWeekday({ words, at, published, tense: tenseOf }: Place): Reading | undefined {
  const text = words[at]?.text ?? ''
  const day = weekdays.indexOf(text.toLowerCase())
  if (day < 0 || !/^\p{Lu}/u.test(text)) return undefined
  const base = dayOf(published)
  // "closed until Thursday": a past verb does not tell on which side of today that day is.
  const isBound = words.slice(Math.max(0, at - 4), at).some((word) => /^(?:until|till|by|from)$/i.test(word.text))
  const told = tenseOf()
  const tense = isBound && told === 'past' ? undefined : told
  const isOpen = /^(?:every|each|a|most|last|next|this)$/.test(words[at - 1]?.text.toLowerCase() ?? '')
  if (base === undefined || tense === undefined || isOpen) return { end: at + 1, value: { kind: 'date' } }
  const difference = (base.getUTCDay() - day + 7) % 7
  const offset = tense === 'past' ? -difference : (7 - difference) % 7
  return { end: at + 1, value: { kind: 'date', date: isoOf(plusDays(base, offset)) } }
}

/** "67-year-old", "aged 12 to 16", "52 years old", "Ilett, 71,". */
function readAge({ words, at }: Place): Reading | undefined {
  const number = numeralAt(words, at)
  if (number === undefined) return undefined
  const { end, value } = number
  const text = (place: number): string => words[place]?.text.toLowerCase() ?? ''
  const isOld =
    text(end) === '-' &&
    /^(?:years?|months?|weeks?|days?)$/.test(text(end + 1)) &&
    text(end + 2) === '-' &&
    /^olds?$/.test(text(end + 3))
  if (isOld) return { end: end + 4, value: { kind: 'age', value, unit: text(end + 1).replace(/s$/, '') } }
  if (/^(?:years?|months?)$/.test(text(end)) && text(end + 1) === 'old')
    return { end: end + 2, value: { kind: 'age', value, unit: text(end).replace(/s$/, '') } }
  const before = text(at - 1)
  if (before === 'aged' || (before === 'of' && text(at - 2) === 'age')) {
    const upper = upperEnd(words, end)
    return upper === undefined
      ? { end, value: { kind: 'age', value, unit: 'year' } }
      : { end: upper.end, value: { kind: 'age', value, upTo: upper.value, unit: 'year' } }
  }
  const isBeside = before === ',' && /^[,.;]$/.test(text(end)) && number.isDigits && value >= 1 && value < 120
  if (isBeside && words[at - 2]?.upos === 'PROPN' && Number.isInteger(value))
    return { end, value: { kind: 'age', value, unit: 'year' } }
  return undefined
}

/** "$1.2 million", "US$5bn", "$60 to $90", "45 cents", "two dollars". */
function readMoney({ words, at }: Place): Reading | undefined {
  const sign = words[at]?.text ?? ''
  if (!currency.test(sign)) return undefined
  const number = numeralAt(words, at + 1, true)
  if (number === undefined) return undefined
  const { end, value } = number
  const isTo = dash.test(words[end]?.text ?? '') || /^(?:to|and)$/.test(words[end]?.text ?? '')
  const second = isTo && currency.test(words[end + 1]?.text ?? '') ? numeralAt(words, end + 2, true) : undefined
  const isRange =
    second !== undefined && (words[end]?.text !== 'and' || words[at - 1]?.text.toLowerCase() === 'between')
  const isChange = words[at - 1]?.text.toLowerCase() === 'from'
  if (isRange && !isChange) return { end: second.end, value: { kind: 'range', value, upTo: second.value, unit: sign } }
  return { end, value: { kind: 'money', value, unit: sign } }
}

/** A number with what it counts: percent, money words, time, a plain number; and ranges of them. */
function readAmount({ words, at }: Place): Reading | undefined {
  const number = numeralAt(words, at)
  if (number === undefined) return undefined
  const upper =
    words[at - 1]?.text.toLowerCase() === 'from'
      ? undefined
      : (upperEnd(words, number.end) ?? between(words, at, number.end))
  const last = upper ?? number
  const unit = unitAt(words, last.end)
  if (upper !== undefined) {
    const value = { kind: 'range', value: number.value, upTo: upper.value } as const
    return unit === undefined ? { end: upper.end, value } : { end: unit.end, value: { ...value, unit: unit.unit } }
  }
  return unit === undefined
    ? plain(number)
    : { end: unit.end, value: { kind: unit.kind, value: number.value, unit: unit.unit } }
}

function plain({ end, value }: Numeral): Reading {
  return { end, value: { kind: 'number', value } }
}

/** The number after "to" or a dash: "10 to 20", "10–15"; it is higher, and no score ("3-1"). */
function upperEnd(words: readonly Word[], end: number): Numeral | undefined {
  const joint = words[end]?.text ?? ''
  if (!dash.test(joint) && joint !== 'to') return undefined
  const upper = numeralAt(words, end + 1)
  const lower = numeralAt(words, end - 1)
  return upper === undefined || (lower !== undefined && upper.value <= lower.value) ? undefined : upper
}

function between(words: readonly Word[], at: number, end: number): Numeral | undefined {
  const opens = words[at - 1]?.text.toLowerCase() === 'between' && words[end]?.text === 'and'
  return opens ? numeralAt(words, end + 1) : undefined
}

interface Unit {
  readonly end: number
  readonly kind: Quantity['kind']
  readonly unit: string
}

function unitAt(words: readonly Word[], end: number): Unit | undefined {
  const text = (at: number): string => words[at]?.text.toLowerCase() ?? ''
  if (/^(?:%|percent|pc)$/.test(text(end))) return { end: end + 1, kind: 'percent', unit: '%' }
  if (text(end) === 'per' && text(end + 1) === 'cent') return { end: end + 2, kind: 'percent', unit: '%' }
  const isPoint =
    text(end) === 'of' && /^an?$/.test(text(end + 1)) && text(end + 2) === 'percentage' && text(end + 3) === 'point'
  if (isPoint) return { end: end + 4, kind: 'percent', unit: 'point' }
  if (text(end) === 'percentage' && /^points?$/.test(text(end + 1)))
    return { end: end + 2, kind: 'percent', unit: 'point' }
  const joined = dash.test(text(end)) ? end + 1 : end
  const lemma = words[joined]?.lemma.toLowerCase() ?? ''
  if (timeUnits.test(lemma)) return { end: joined + 1, kind: 'duration', unit: lemma }
  const money = joined === end ? moneyWords.get(lemma) : undefined
  if (money !== undefined) return { end: end + 1, kind: 'money', unit: money }
  const from = nationalMoney(words, end)
  if (from !== undefined) return from
  return /^(?:km|km\/h|m|mm|cm|kg|g|mg|ml|l|kw|mw|gw|ha|°|degree|metre|kilometre|kilometer|millimetre|centimetre|kilogram|gram|litre|hectare|tonne|ton|mile|foot|knot)$/.test(
    lemma,
  )
    ? { end: joined + 1, kind: 'number', unit: lemma }
    : undefined
}

/** "63.4 US cents", "five Australian dollars". */
function nationalMoney(words: readonly Word[], end: number): Unit | undefined {
  const money = moneyWords.get(words[end + 1]?.lemma.toLowerCase() ?? '')
  const name = words[end]?.text ?? ''
  return money !== undefined && /^\p{Lu}/u.test(name)
    ? { end: end + 2, kind: 'money', unit: `${name} ${money}` }
    : undefined
}

/** Whether what is told of a day is past or to come; unknown where the tree and the verb right before it do not agree. */
function tenseBefore(words: readonly Word[], at: number): 'past' | 'future' | undefined {
  const own = tenseAbove(words, at)
  const verb = words.slice(0, at).findLastIndex((word) => word.upos === 'VERB')
  const beside = verb < 0 ? own : tenseAbove(words, verb, verb)
  return own !== undefined && beside !== undefined && own !== beside ? undefined : own
}

/** Whether the clause above a word tells of what is past, to come, or cannot be told. */
function tenseAbove(words: readonly Word[], at: number, start?: number): 'past' | 'future' | undefined {
  const isPredicate = words.slice(Math.max(0, at - 12), at).some((word) => word.head === at && word.relation === 'cop')
  let head = start ?? (isPredicate ? at : (words[at]?.head ?? -1))
  for (let steps = 0; steps < 6 && head >= 0; steps += 1) {
    const word = words[head]
    if (word === undefined) return undefined
    const own = head
    const helpers = words
      .slice(Math.max(0, own - 12), own + 4)
      .filter((other) => other.head === own && /^(?:aux|cop)/.test(other.relation))
    if (word.upos === 'VERB' || word.upos === 'AUX' || helpers.length > 0) {
      if (helpers.some((helper) => /^(?:will|shall|may|could|might|would)$/.test(helper.lemma))) return 'future'
      // "is expected on Friday", "was due on Friday" look ahead; "set a target on Monday" does not, "planned a raid on Friday" may.
      if (/^(?:expect|forecast|due|schedule|plan|set)$/.test(word.lemma)) {
        if (word.xpos !== 'VBD' && !helpers.some((helper) => helper.lemma === 'have')) return 'future'
        return word.lemma === 'set' ? 'past' : undefined
      }
      // "let the man go on Friday", "to watch and act on Tuesday": the time of the verb above.
      const over = words[word.head]
      const isUnder =
        word.xpos === 'VB' &&
        helpers.length === 0 &&
        (/^conj/.test(word.relation) || /^(?:let|make|help|see|hear|watch)$/.test(over?.lemma ?? ''))
      if (isUnder) {
        head = word.head
        continue
      }
      // "the deal, signed on Tuesday, will …": what was done, not what will be.
      if (word.xpos === 'VBN' && helpers.length === 0 && /^(?:acl|advcl)/.test(word.relation)) return 'past'
      if (word.xpos === 'VBD' || helpers.some((helper) => helper.xpos === 'VBD' || helper.lemma === 'have'))
        return 'past'
      // "kicked a goal to win the match on Saturday": an aim may be reached by now, or not.
      // "appeared close to collapse on Monday" tells of the first verb's time.
      if (word.xpos === 'VB' && words[word.head]?.upos === 'ADJ' && words[word.head]?.text.toLowerCase() === 'close') {
        head = word.head
        continue
      }
      const above = words[word.head]
      const isLeft = above?.xpos === 'VBN' && /^(?:advcl|acl)/.test(above.relation)
      if (word.xpos === 'VB' && (isLeft || /^(?:advcl|acl)/.test(word.relation))) return undefined
      if (word.xpos === 'VBZ' || word.xpos === 'VBP' || word.xpos === 'VB')
        return word.xpos === 'VB' ? 'future' : undefined
    }
    head = word.head
  }
  return undefined
}
