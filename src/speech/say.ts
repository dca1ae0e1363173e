import type { Document } from '../document/document.ts'
import { type TokenSpan, tokens } from '../document/span.ts'
import { sayAddress } from './forms/addresses.ts'
import { sayTime } from './forms/clock.ts'
import { sayDate, sayDecade, sayNumericDate, sayYears } from './forms/dates.ts'
import { sayMark } from './forms/marks.ts'
import { sayMeasure } from './forms/measures.ts'
import { sayMoney } from './forms/money.ts'
import { sayDigits, sayFigure, sayOrdinal } from './forms/numbers.ts'
import { sayPhone } from './forms/phones.ts'
import { isDash, isFigure, moved, type Place, placeOf, type Said, type SayForm } from './forms/place.ts'
import { sayRoman } from './forms/roman.ts'
import { sayMixed, sayScore, saySlashed } from './forms/scores.ts'
import { sayShortForm, sayWord } from './forms/words.ts'
import type { Saying } from './saying.ts'
import type { SpokenWord } from './voice.ts'

/** Kinds of written forms. The first that knows what stands at a place says it: "14/11/2026" is asked before "1/2". */
const forms: readonly SayForm[] = [
  sayAddress,
  sayPhone,
  sayMoney,
  sayNumericDate,
  sayDate,
  sayTime,
  sayScore,
  sayYears,
  sayDecade,
  saySlashed,
  sayMixed,
  sayMeasure,
  sayPlainNumber,
  sayRoman,
  sayShortForm,
]

/**
 * What is said for each token of a span: plain words, each with the tokens it says. Every token is said, or silent on
 * purpose: marks that only guide the voice, and letters of other scripts.
 */
export function say(document: Document, span: TokenSpan, saying: Saying): readonly SpokenWord[] {
  const sentence = document.tokens
    .slice(span.start, span.end)
    .map((token) => document.text.slice(token.span.start, token.span.end))
  const said: SpokenWord[] = []
  for (let at = span.start; at < span.end; ) {
    const here = sayAt(placeOf(document, span, at, saying, sentence))
    said.push(...wordsOf(here, tokens(at, Math.min(span.end, at + here.length)), saying))
    at += here.length
  }
  return said
}

function wordsOf({ words, sounds }: Said, span: TokenSpan, saying: Saying): readonly SpokenWord[] {
  const text = saying.style === 'en-US' ? withoutAnd(words) : words
  const parts = text.split(' ').filter((part) => /[A-Za-z]/.test(part))
  // A respelling belongs to the whole, so the whole is one word to it.
  if (sounds !== undefined) return [{ text: parts.join(' '), sounds, tokens: span }]
  return parts.map((part) => {
    const word = part.replace(/,$/, '')
    const respelled = saying.names.get(word)
    return {
      text: word,
      ...(respelled === undefined ? {} : { sounds: respelled }),
      ...(word === part ? {} : { breath: true as const }),
      tokens: span,
    }
  })
}

function withoutAnd(words: string): string {
  return words.replaceAll(
    /\b(hundred|thousand|million|billion|trillion) and (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)/g,
    '$1 ',
  )
}

function sayAt(place: Place): Said {
  const { form, glued } = place
  const first = firstOf(place)
  const isNumeric = /^[\d$€£¥.½¼¾⅓⅔⅛]/u.test(form(0)) || /^(?:US|AU|NZ|HK|CA|[ACSR])[$€£¥]$/u.test(form(0))
  const after = first.length
  // "10-15km", "$50–$100": the second number is said at its own place.
  if (
    isNumeric &&
    isDash(form(after)) &&
    glued(after) &&
    glued(after + 1) &&
    /^[$€£¥]?\d|^[$€£¥]/u.test(form(after + 1))
  )
    return { words: `${first.words} to`, length: after + 1 }
  return withClitic(place, first)
}

function firstOf(place: Place): Said {
  const { form, glued } = place
  const here = form(0)
  // What is left of a word whose beginning was in front of the span.
  if (/^n['’]t$/iu.test(here)) return { words: "n't", length: 1 }
  if (/^['’](?:s|re|ve|ll|d|m)$/iu.test(here)) return { words: '', length: 1 }
  if (/^['’‘](?:em|til)$/iu.test(here)) return { words: here.slice(1), length: 1 }
  if (/^['’‘]n['’]$/iu.test(here)) return { words: 'and', length: 1 }
  for (const sayForm of forms) {
    const said = sayForm(place)
    if (said !== undefined) return said
  }
  if (!/[\p{L}\p{N}]/u.test(here)) return sayMark(place)
  // "can|not", "gon|na", "do|nt": one word that was cut.
  if (
    /^\p{L}+$/u.test(here) &&
    glued(1) &&
    /^(?:not|na|ta|me|nt)$/i.test(form(1)) &&
    cutWords.test(`${here}${form(1)}`)
  )
    return { words: `${here}${form(1)}`.replace(/nt$/i, "n't"), length: 2 }
  return sayWord(place)
}

const cutWords =
  /^(?:cannot|gonna|wanna|gotta|lemme|gimme|(?:do|does|did|is|was|are|were|has|had|have|could|would|should|ai)nt)$/i

/** 's, n't and the like are heard with the word before. */
function withClitic(place: Place, said: Said): Said {
  const after = moved(place, said.length)
  const here = after.form(0)
  if (!after.glued(0) || said.words === '' || said.words.endsWith(',')) return said
  const isNot = /^n['’]t$/iu.test(here)
  if (!isNot && !/^['’](?:s|re|ve|ll|d|m)$/iu.test(here)) {
    // A bare apostrophe of many owners is not heard.
    return said
  }
  const clitic = here.replaceAll('’', "'").toLowerCase()
  if (isNot) {
    const whole = irregularNot.get(said.words.toLowerCase())
    return {
      words: whole === undefined ? `${said.words}${clitic}` : matchCase(whole, said.words),
      length: said.length + 1,
    }
  }
  const words = /'s$/.test(said.words) && clitic === "'s" ? said.words : `${said.words}${clitic}`
  return {
    words,
    length: said.length + 1,
    ...(said.sounds === undefined ? {} : { sounds: `${said.sounds}${clitic}` }),
  }
}

const irregularNot = new Map<string, string>(Object.entries({ ca: "can't", wo: "won't", sha: "shan't" }))

function matchCase(text: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** Ordinals, figures, "10 000", "007", "3.2.1". */
function sayPlainNumber({ form, glued }: Place): Said | undefined {
  const here = form(0)
  const ordinal = /^([\d,]+)(?:st|nd|rd|th)$/i.exec(here)
  if (ordinal !== null) return { words: sayOrdinal(Number(ordinal[1]?.replaceAll(',', ''))), length: 1 }
  if (/^\d{1,3}$/.test(here) && here !== '0' && !glued(1) && form(1) === '000') {
    const millions = form(2) === '000' ? 1 : 0
    return { words: sayFigure(`${here}000${millions === 1 ? '000' : ''}`), length: 2 + millions }
  }
  if (/^0\d+$/.test(here)) return { words: sayDigits(here), length: 1 }
  if (/^7[0-8]7$/.test(here) && form(-1) === 'Boeing') return { words: sayDigits(here), length: 1 }
  if (isFigure(here))
    return { words: here.startsWith('.') ? `point ${sayDigits(here.slice(1))}` : sayFigure(here), length: 1 }
  if (!/^\d/.test(here) || /\p{L}/u.test(here)) return undefined
  const parts = here.split(/([.:/])/)
  return {
    words: parts
      .map((part) => (part === '.' ? 'point' : /\d/.test(part) ? sayFigure(part.replaceAll(/\D/g, '')) : ''))
      .filter((part) => part !== '')
      .join(' '),
    length: 1,
  }
}
