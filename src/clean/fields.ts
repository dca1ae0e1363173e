/** Facts about a story that stand in its text as lines of their own. */
export interface FoundFields {
  readonly credit?: string
  readonly author?: string
  readonly published?: string
  readonly topic?: string
  readonly readingMinutes?: number
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const shortMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What one line says of the story, or undefined for a line of the story itself. */
export function fieldsOf(line: string): FoundFields | undefined {
  const text = line.trim()
  const source = /^(?:source|sources|credit|with)\s*:?\s+(.{2,60})$/i.exec(text)
  if (source !== null && /^(?:source|sources|credit)s?\s*:/i.test(text)) return { credit: clean(source[1] ?? '') }
  const withAgency =
    /^(?:-+\s*)?with (AAP|AFP|AP|Reuters|ABC|BBC|PA|dpa|Southern Wire|[A-Z]{2,5})(?:,? (?:and )?[A-Z][\w]*)*\.?$/.exec(
      text,
    )
  if (withAgency !== null) return { credit: clean(text.replace(/^[-\s]*with /i, '')) }
  const reading = /^(\d{1,2})\s*(?:-| )?min(?:ute)?s?\.?(?: (?:read|listen|watch))?\.?$/i.exec(text)
  if (reading !== null) return { readingMinutes: Number(reading[1]) }
  const byline = /^[Bb][Yy]\s+((?:[\p{Lu}][\p{L}.'-]*\s?(?:and |, |& )?){1,6})(?:\s*[|,·•–-]\s*(.*))?$/u.exec(text)
  if (byline !== null && text.length <= 100) {
    const published = dateIn(byline[2] ?? '')
    return { author: clean(byline[1] ?? ''), ...(published === undefined ? {} : { published }) }
  }
  if (/^(?:staff writers?|staff reporters?|editorial team)$/i.test(text)) return { author: text }
  if (
    text.length <= 70 &&
    /^(?:(?:published|posted|updated|first published|last updated)\b[:\s]*(?:on )?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?[\d\p{L}]/iu.test(
      text,
    )
  ) {
    const published = dateIn(text)
    if (published !== undefined && rest(text) <= 14) return { published }
  }
  const topic = /^(?:topics?|section|category)\s*:\s*(.{2,40}?)(?:,.*)?$/i.exec(text)
  if (topic !== null) return { topic: clean(topic[1] ?? '').toLowerCase() }
  return undefined
}

/** Letters of a date line that are not its date: a line of a story has many. */
function rest(text: string): number {
  return text
    .replace(new RegExp(`\\b(?:${months}|${shortMonths.join('|')}|sept)\\b`, 'gi'), '')
    .replace(
      /\b(?:published|posted|updated|first|last|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|am|pm|aedt|aest|gmt|utc|edt|est|bst|min|read)\b/gi,
      '',
    )
    .replace(/[^\p{L}]/gu, '').length
}

function clean(text: string): string {
  return text.replace(/[\s.,|–-]+$/u, '').trim()
}

/** The first date of a text as `2026-11-06`; with its time and offset where they stand there. */
export function dateIn(text: string): string | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(text)
  if (iso !== null && valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))) return iso[0]
  const dayFirst = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months}|${shortMonths.join('|')}|sept)\\.?,? (\\d{4})\\b`,
    'i',
  ).exec(text)
  if (dayFirst !== null) return isoDate(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = new RegExp(
    `\\b(${months}|${shortMonths.join('|')}|sept)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`,
    'i',
  ).exec(text)
  if (monthFirst !== null) return isoDate(monthFirst[3], monthFirst[1], monthFirst[2])
  return undefined
}

function isoDate(year = '', month = '', day = ''): string | undefined {
  const number = shortMonths.indexOf(month.toLowerCase().slice(0, 3)) + 1
  if (!valid(Number(year), number, Number(day))) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function valid(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}
