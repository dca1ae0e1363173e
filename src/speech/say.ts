import type { Document } from '../document/document.ts'
import { type TokenSpan, tokens } from '../document/span.ts'
import { sayDigits, sayFigure, sayNumber, sayOrdinal, sayYear } from './numbers-said.ts'
import { abbreviationsSaid, lettersSaidAsWord, respelled, symbolsSaid, unitsSaid } from './said-words.ts'
import type { SpokenWord } from './voice.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const isMonth = (text: string | undefined): boolean => text !== undefined && months.includes(text)

/**
 * What is said for each token of a span: plain words, each with the tokens it says. Marks are silent;
 * every other token is said. Numbers, money, dates, times, units and short forms are said as an Australian reads them.
 */
export function say(document: Document, span: TokenSpan): readonly SpokenWord[] {
  const said: SpokenWord[] = []
  for (let at = span.start; at < span.end; ) {
    const { words, next } = sayAt(document, at, span.end)
    for (const text of words.split(' ')) if (text !== '') said.push({ text, tokens: tokens(at, next) })
    at = next
  }
  return said
}

function sayAt(document: Document, at: number, end: number): { readonly words: string; readonly next: number } {
  const form = (place: number): string => {
    const token = place >= 0 && place < end ? document.tokens[place] : undefined
    return token === undefined ? '' : document.text.slice(token.span.start, token.span.end)
  }
  const touches = (place: number): boolean =>
    document.tokens[place - 1]?.span.end === document.tokens[place]?.span.start
  const here = form(at)
  const next = form(at + 1)

  const currency = /^((?:US|AU|NZ|HK|[ACS])?)([$€£¥])$/u.exec(here)
  if (currency !== null && /^\d/.test(next)) return money(currency[1] ?? '', currency[2] ?? '$', at, form)
  if (/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(here)) return figure(here, at, form, touches)
  if (/^\d+(?:st|nd|rd|th)$/.test(here)) return { words: sayOrdinal(Number.parseInt(here, 10)), next: at + 1 }
  if (/^\d{2,4}s$/.test(here)) return { words: decade(here), next: at + 1 }
  if (/^\d{1,2}:\d{2}$/.test(here)) return { words: clock(here.replace(':', '.')), next: at + 1 }
  if (/^\d+\/\d+$/.test(here))
    return {
      words: here
        .split('/')
        .map((part) => sayFigure(part))
        .join(' '),
      next: at + 1,
    }
  if (/^[\d.:/]+$/.test(here))
    return {
      words: here
        .split(/[.:/]+/)
        .map((part) => sayFigure(part))
        .join(' '),
      next: at + 1,
    }
  if (/^(?:https?:\/\/|www\.)|@\w/.test(here))
    return {
      words: here
        .replace(/^https?:\/\//, '')
        .replaceAll('.', ' dot ')
        .replaceAll('@', ' at ')
        .replaceAll(/[/:_-]+/g, ' slash ')
        .replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
        .trim(),
      next: at + 1,
    }
  // 's, n't and the like are heard with the word before.
  if (/^['’]|^n['’]t$/u.test(here)) return { words: '', next: at + 1 }
  if (touches(at + 1) && /^(?:['’](?:s|S|re|ve|ll|d|m)|n['’]t|['’])$/u.test(next) && /\p{L}$/u.test(here)) {
    const joined =
      here.toLowerCase() === 'ca' && /^n/.test(next)
        ? "can't"
        : here.toLowerCase() === 'wo' && /^n/.test(next)
          ? "won't"
          : `${word(here)}${next.replaceAll('’', "'")}`
    return { words: joined, next: at + 2 }
  }
  if (/[\p{L}\p{N}]/u.test(here)) return { words: word(here), next: at + 1 }
  return { words: symbolsSaid.get(here) ?? '', next: at + 1 }
}

const scales = /^(?:hundred|thousand|million|billion|trillion)$/
const shortScales: Readonly<Record<string, string>> = {
  m: 'million',
  bn: 'billion',
  b: 'billion',
  tn: 'trillion',
  k: 'thousand',
}
const currencies: Readonly<Record<string, readonly [string, string]>> = {
  $: ['dollar', 'cent'],
  '€': ['euro', 'cent'],
  '£': ['pound', 'pence'],
  '¥': ['yen', 'sen'],
}
const countries: Readonly<Record<string, string>> = {
  US: 'US ',
  AU: 'Australian ',
  A: 'Australian ',
  NZ: 'New Zealand ',
  HK: 'Hong Kong ',
  C: 'Canadian ',
  S: 'Singapore ',
}

function money(
  country: string,
  sign: string,
  at: number,
  form: (place: number) => string,
): { readonly words: string; readonly next: number } {
  const amount = form(at + 1)
  const after = form(at + 2)
  const scale = scales.test(after) ? after : shortScales[after.toLowerCase()]
  const [unit, small] = currencies[sign] ?? ['dollar', 'cent']
  const prefix = country === 'US' ? 'U S ' : (countries[country] ?? '')
  if (scale !== undefined) return { words: `${sayFigure(amount)} ${scale} ${prefix}${unit}s`, next: at + 3 }
  const [whole = '0', cents] = amount.replaceAll(',', '').split('.')
  const dollars = Number(whole)
  const main = `${sayFigure(whole)} ${prefix}${dollars === 1 ? unit : unit === 'yen' ? unit : `${unit}s`}`
  if (cents === undefined || cents.length !== 2 || Number(cents) === 0)
    return {
      words: cents === undefined || Number(cents) === 0 ? main : `${sayFigure(amount)} ${prefix}${unit}s`,
      next: at + 2,
    }
  const rest = `${sayNumber(Number(cents))} ${small === 'pence' ? small : Number(cents) === 1 ? small : `${small}s`}`
  return { words: dollars === 0 ? rest : `${main} and ${rest}`, next: at + 2 }
}

function figure(
  here: string,
  at: number,
  form: (place: number) => string,
  touches: (place: number) => boolean,
): { readonly words: string; readonly next: number } {
  const next = form(at + 1)
  const lower = next.toLowerCase()
  const glued = touches(at + 1)
  if (/^(?:am|pm|a\.m\.|p\.m\.)$/i.test(next))
    return { words: `${clock(here)} ${lower.startsWith('a') ? 'a m' : 'p m'}`, next: at + 2 }
  if (next === '%') return { words: `${sayFigure(here)} per cent`, next: at + 2 }
  if (glued && shortScales[lower] !== undefined && lower !== 'm' && lower !== 'b')
    return { words: `${sayFigure(here)} ${shortScales[lower]}`, next: at + 2 }
  const unit = unitsSaid.get(next) ?? (glued ? unitsSaid.get(lower) : undefined)
  if (unit !== undefined && (glued || next.length > 1 || next === '°')) {
    if (next === '°' && /^[CF]$/.test(form(at + 2))) return { words: `${sayFigure(here)} degrees`, next: at + 3 }
    return {
      words: `${sayFigure(here)} ${Number(here.replaceAll(',', '')) === 1 ? unit.replace(/s( |$)/, '$1') : unit}`,
      next: at + 2,
    }
  }
  const day = Number(here)
  if (/^\d{1,2}$/.test(here) && isMonth(next)) {
    const year = form(at + 2)
    const date = `the ${sayOrdinal(day)} of ${next}`
    return /^\d{4}$/.test(year)
      ? { words: `${date} ${sayYear(Number(year))}`, next: at + 3 }
      : { words: date, next: at + 2 }
  }
  if (/^\d{1,2}$/.test(here) && isMonth(form(at - 1))) return { words: `the ${sayOrdinal(day)}`, next: at + 1 }
  // 3-2 and 2025-26.
  if (/^[-–]$/u.test(next) && glued && touches(at + 2) && /^\d+$/.test(form(at + 2))) {
    const second = form(at + 2)
    const isYear = /^(?:19|20)\d{2}$/.test(here)
    if (isYear && second.length === 2) return { words: `${sayYear(day)} to ${sayNumber(Number(second))}`, next: at + 3 }
    if (isYear && second.length === 4) return { words: `${sayYear(day)} to ${sayYear(Number(second))}`, next: at + 3 }
    return { words: `${sayFigure(here)} to ${sayFigure(second)}`, next: at + 3 }
  }
  if (/^(?:1[1-9]|20)\d{2}$/.test(here) && isYearHere(form(at - 1), next)) return { words: sayYear(day), next: at + 1 }
  if (/^0\d+$/.test(here)) return { words: sayDigits(here), next: at + 1 }
  return { words: sayFigure(here), next: at + 1 }
}

/** A four-digit number is a year after "in", "since", a month … unless a counted thing follows. */
function isYearHere(before: string, next: string): boolean {
  if (
    /^(?:in|since|until|by|from|of|during|to|late|early|mid|and|before|after|for|the|year)$/i.test(before) ||
    isMonth(before)
  )
    return !/^(?:people|homes|hectares|jobs|metres|kilometres|workers|children|per|dollars)$/i.test(next)
  return false
}

function clock(text: string): string {
  const [hour = '', minute] = text.split('.')
  if (minute === undefined || minute === '00') return sayNumber(Number(hour))
  return `${sayNumber(Number(hour))} ${minute.startsWith('0') ? `oh ${sayNumber(Number(minute))}` : sayNumber(Number(minute))}`
}

function decade(text: string): string {
  const year = Number.parseInt(text, 10)
  const base = text.length > 4 ? sayYear(year) : sayNumber(year)
  return base.endsWith('y') ? `${base.slice(0, -1)}ies` : `${base}s`
}

/** One written word as it is said. */
function word(form: string): string {
  const known = respelled.get(form) ?? abbreviationsSaid.get(form) ?? abbreviationsSaid.get(form.replace(/\.$/, ''))
  if (known !== undefined) return known
  if (/^(?:\p{L}\.)+\p{L}?\.?$/u.test(form)) return [...form.replaceAll('.', '')].join(' ')
  if (/^\p{Lu}{2,6}$/u.test(form))
    return lettersSaidAsWord.has(form) || (form.length > 4 && /[AEIOU]/.test(form))
      ? form.toLowerCase()
      : [...form].join(' ')
  if (/^\p{Lu}{2,5}s$/u.test(form)) return `${[...form.slice(0, -1)].join(' ')}s`
  if (/\d/.test(form))
    return form
      .split(/(\d+)/)
      .map((part) => (/\d/.test(part) ? sayFigure(part) : part.length <= 3 ? [...part].join(' ') : part))
      .join(' ')
      .trim()
  return form
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}' -]/gu, ' ')
    .replaceAll('-', ' ')
}
