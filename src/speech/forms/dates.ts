import { sayNumber, sayOrdinal, sayYear } from './numbers.ts'
import { isDash, isFigure, monthName, monthOf, type Place, type Said } from './place.ts'

const isDay = (form: string): boolean => /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(form)
const isYearForm = (form: string): boolean => /^(?:1[0-9]|20)\d{2}$/.test(form)

/** Dates with the month as a word: "14 November 2026", "Nov 14", "6–7 May", "3rd of June". */
export function sayDate(place: Place): Said | undefined {
  return dayFirst(place) ?? monthFirst(place)
}

function dayFirst(place: Place): Said | undefined {
  const { form, glued } = place
  if (!isDay(form(0))) return undefined
  const the = /^the$/i.test(form(-1)) ? '' : 'the '
  if (isDash(form(1)) && isDay(form(2)) && monthOf(form(3)) !== undefined)
    return { words: `${the}${ordinal(form(0))} to`, length: 2 }
  if (/^(?:to|and|or|until)$/.test(form(1)) && isDay(form(2)) && monthOf(form(3)) !== undefined && !/^\d/.test(form(4)))
    return { words: `${the}${ordinal(form(0))}`, length: 1 }
  const of = form(1) === 'of' ? 1 : 0
  const month = monthOf(form(1 + of))
  // "3 May" is a date; "5 Mar" of "5 Mar del Plata" cannot be told apart and is rare.
  if (month === undefined || glued(1)) return undefined
  const year = yearAfter(place, 2 + of)
  return { words: `${the}${ordinal(form(0))} of ${month}${year.words}`, length: 2 + of + year.length }
}

function monthFirst(place: Place): Said | undefined {
  const { form, glued, saying } = place
  const month = monthOf(form(0))
  if (month === undefined) return undefined
  if (isYearForm(form(1))) return { words: `${month} ${sayYear(Number(form(1)))}`, length: 2 }
  if (!isDay(form(1)) || followedByUnit(place)) {
    // "Jan" may be a woman: a short form is a month only beside a number.
    return month === form(0) || !/^\d/.test(form(-1)) ? undefined : { words: month, length: 1 }
  }
  const the = saying.style === 'en-US' ? '' : 'the '
  if (isDash(form(2)) && glued(2) && isDay(form(3)))
    return {
      words: `${month} ${the}${ordinal(form(1))} to ${the}${ordinal(form(3))}${yearAfter(place, 4).words}`,
      length: 4 + yearAfter(place, 4).length,
    }
  const year = yearAfter(place, 2)
  return { words: `${month} ${the}${ordinal(form(1))}${year.words}`, length: 2 + year.length }
}

/** "May 5 per cent", "in May 20 people": no date. */
function followedByUnit({ form }: Place): boolean {
  return /^(?:per|percent|%|people|million|billion|thousand|points?|times)$/.test(form(2))
}

function yearAfter({ form }: Place, at: number): { readonly words: string; readonly length: number } {
  const comma = form(at) === ',' ? 1 : 0
  const year = form(at + comma)
  return isYearForm(year) ? { words: ` ${sayYear(Number(year))}`, length: 1 + comma } : { words: '', length: 0 }
}

function ordinal(day: string): string {
  return sayOrdinal(Number.parseInt(day, 10))
}

/** Dates in figures: "14/11/2026" (day first, in the United States month first), "2026-11-14". */
export function sayNumericDate({ form, saying }: Place): Said | undefined {
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(form(0))
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(form(0))
  const [first, second, year] =
    iso === null
      ? [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])]
      : [Number(iso[3]), Number(iso[2]), Number(iso[1])]
  const wantsMonth = saying.style === 'en-US' && iso === null
  const isSwapped = wantsMonth ? first <= 12 : second > 12
  const [day, month] = isSwapped ? [second, first] : [first, second]
  if (!(day >= 1 && day <= 31 && month >= 1 && month <= 12)) return undefined
  const full = year < 100 ? (year < 50 ? 2000 + year : 1900 + year) : year
  if (full < 1000 || full > 2100) return undefined
  const words =
    saying.style === 'en-US'
      ? `${monthName(month)} ${sayOrdinal(day)}`
      : `the ${sayOrdinal(day)} of ${monthName(month)}`
  return { words: `${words} ${sayYear(full)}`, length: 1 }
}

/** Years and pairs of years: "in 1999", "2025-26", "2025/26". */
export function sayYears(place: Place): Said | undefined {
  const { form, glued } = place
  const slashed = /^((?:19|20)\d{2})\/(\d{2})$/.exec(form(0))
  if (slashed !== null)
    return { words: `${sayYear(Number(slashed[1]))} to ${sayNumber(Number(slashed[2]))}`, length: 1 }
  if (!isYearForm(form(0))) return undefined
  const first = Number(form(0))
  if (isDash(form(1)) && glued(1) && glued(2) && /^(?:19|20)\d{2}$/.test(form(0))) {
    const second = form(2)
    if (/^\d{2}$/.test(second) && Number(second) > first % 100)
      return { words: `${sayYear(first)} to ${sayNumber(Number(second))}`, length: 3 }
    if (isYearForm(second)) return { words: `${sayYear(first)} to ${sayYear(Number(second))}`, length: 3 }
  }
  return isYear(place) ? { words: sayYear(first), length: 1 } : undefined
}

const yearWords =
  /^(?:in|since|until|till|by|from|of|during|to|late|early|mid|and|before|after|for|the|year|circa|ca|c|between|through|around|back|his|her|their|its|our|'s|’s)$/i

/** Whether four figures are a year and not a count. Modern ones are, unless something is counted. */
function isYear({ form, glued }: Place): boolean {
  const [before, next] = [form(-1), form(1)]
  if (
    /^(?:people|homes|hectares|jobs|metres|kilometres|workers|children|per|dollars|%|million|kg|km|mm|m|ha|degrees|points|votes|tonnes|litres)$/.test(
      next,
    )
  )
    return false
  if (/^(?:about|than|nearly|almost|some|least|most|approximately|roughly|another|only)$/i.test(before)) return false
  if (isDash(next) && glued(1) && /^[a-z]/.test(form(2))) return false
  const inContext = yearWords.test(before) || monthOf(before) !== undefined || /^[,(.]$/.test(before)
  if (Number(form(0)) < 1900) return inContext && Number(form(0)) >= 1100 && !/^(?:for|to|by)$/.test(before)
  if (/^[a-z]{3,}s$/.test(next) && !/^(?:was|is|has|as|its)$/.test(next)) return inContext
  return !isFigure(next)
}

/** "the 1990s", "the '90s", "20s", "under-19s", "in '98". */
export function sayDecade({ form, glued }: Place): Said | undefined {
  const apart = /^['’‘]$/.test(form(0)) && glued(1) && /^\d0s$/.test(form(1))
  const short = /^['’‘](\d\d)(s?)$/u.exec(form(0))
  if (short !== null)
    return { words: short[2] === 's' ? many(sayNumber(Number(short[1]))) : sayNumber(Number(short[1])), length: 1 }
  const found = /^(\d{1,4})['’]?s$/u.exec(apart ? form(1) : form(0))
  if (found === null) return undefined
  const number = Number(found[1])
  const length = apart ? 2 : 1
  if (number >= 1100 && number < 2100 && number % 10 === 0) return { words: sayYearWord(number, true), length }
  return { words: many(sayNumber(number)), length }
}

/** A year, or the decade that begins with it. */
export function sayYearWord(year: number, isDecade: boolean): string {
  return isDecade ? many(sayYear(year)) : sayYear(year)
}

function many(words: string): string {
  return words.endsWith('y') ? `${words.slice(0, -1)}ies` : /(?:x|six)$/.test(words) ? `${words}es` : `${words}s`
}
