import type { Note } from '../document/layer.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Quantity } from './analysis.ts'

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/** Numbers, money, percentages and dates of a sentence. `published` (ISO date) gives a weekday its date. */
export function findQuantities({ words, span }: AnalysedSentence, published?: string): readonly Note<Quantity>[] {
  const notes: Note<Quantity>[] = []
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? ''
    const lower = text.toLowerCase()
    const next = words[at + 1]?.text.toLowerCase() ?? ''
    if (/^\d{1,2}$/.test(text) && months.includes(next) && /^\p{Lu}/u.test(words[at + 1]?.text ?? '')) {
      const date = dayAndMonth(Number(text), months.indexOf(next), words[at + 2]?.text, published)
      notes.push({
        span: tokens(span.start + at, span.start + at + 2),
        value: { kind: 'date', ...(date === undefined ? {} : { date }) },
      })
      at += 1
      continue
    }
    if (days.includes(lower) && /^\p{Lu}/u.test(text)) {
      const date = weekday(days.indexOf(lower), words[at - 1]?.text.toLowerCase(), tenseBefore(words, at), published)
      notes.push({
        span: tokens(span.start + at, span.start + at + 1),
        value: { kind: 'date', ...(date === undefined ? {} : { date }) },
      })
      continue
    }
    if (!/^[\d]/.test(text)) continue
    const plain = Number(text.replaceAll(',', ''))
    const scale = scales[next]
    const end = scale === undefined ? at + 1 : at + 2
    const value = Number.isFinite(plain) ? plain * (scale ?? 1) : undefined
    const isMoney = /[$€£¥]$/u.test(words[at - 1]?.text ?? '')
    const after = words[end]?.text.toLowerCase() ?? ''
    const isPercent =
      after === '%' || after === 'percent' || (after === 'per' && words[end + 1]?.text.toLowerCase() === 'cent')
    const kind = isMoney ? 'money' : isPercent ? 'percent' : /(?:st|nd|rd|th)$/.test(text) ? 'ordinal' : 'number'
    notes.push({
      span: tokens(span.start + (isMoney ? at - 1 : at), span.start + end),
      value: { kind, ...(value === undefined ? {} : { value }) },
    })
    at = end - 1
  }
  return notes
}

function utc(date: string | undefined): Date | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '')
  return found === null ? undefined : new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])))
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function dayAndMonth(
  day: number,
  month: number,
  year: string | undefined,
  published: string | undefined,
): string | undefined {
  const base = utc(published)
  const named = year !== undefined && /^\d{4}$/.test(year) ? Number(year) : undefined
  if (named === undefined && base === undefined) return undefined
  const date = new Date(Date.UTC(named ?? base?.getUTCFullYear() ?? 0, month, day))
  return date.getUTCDate() === day ? iso(date) : undefined
}

/** Whether the sentence tells of what is past, to come, or cannot be told. */
function tenseBefore(words: AnalysedSentence['words'], at: number): 'past' | 'future' | undefined {
  let head = words[at]?.head ?? -1
  for (let steps = 0; steps < 6 && head >= 0; steps += 1) {
    const word = words[head]
    if (word === undefined) return undefined
    const helpers = words.filter((other) => other.head === head && other.relation.startsWith('aux'))
    if (word.upos === 'VERB' || word.upos === 'AUX' || helpers.length > 0) {
      if (helpers.some((helper) => /^(?:will|shall|may|could|might|would)$/.test(helper.lemma))) return 'future'
      if (/^(?:expect|forecast|due|schedule|plan|set)$/.test(word.lemma)) return 'future'
      if (word.xpos === 'VBD' || helpers.some((helper) => helper.xpos === 'VBD' || helper.lemma === 'have'))
        return 'past'
      if (word.xpos === 'VBZ' || word.xpos === 'VBP' || word.xpos === 'VB')
        return word.xpos === 'VB' ? 'future' : undefined
    }
    head = word.head
  }
  return undefined
}

/** "on Wednesday" in a story of 16 November: the last one where the tense is past, the next one where it is to come, else unknown. */
function weekday(
  day: number,
  before: string | undefined,
  tense: 'past' | 'future' | undefined,
  published: string | undefined,
): string | undefined {
  const base = utc(published)
  if (base === undefined || tense === undefined) return undefined
  if (before === 'every' || before === 'each' || before === 'a' || before === 'most') return undefined
  if (before === 'last' || before === 'next' || before === 'this') return undefined
  const difference = (base.getUTCDay() - day + 7) % 7
  const offset = tense === 'past' ? -difference : (7 - difference) % 7
  return iso(new Date(base.getTime() + offset * 86_400_000))
}
