import { plainLetters } from '../saying.ts'
import { sayYearWord } from './dates.ts'
import { sayDigits, sayFigure, sayNumber } from './numbers.ts'
import { isFigure, type Place, type Said } from './place.ts'

/** Letters one by one, as voices say them: "A B C". */
export function sayLetters(letters: string): string {
  return [...letters.toUpperCase()].join(' ')
}

/** Short forms: "Dr", "No. 10", "George St", "Qld", "vs". */
export function sayShortForm(place: Place): Said | undefined {
  const { form, saying } = place
  const here = form(0)
  const bare = here.replace(/\.$/, '')
  if (/^Nos?\.?$/.test(here) && isFigure(form(1)) && (here.endsWith('.') || form(-1) !== ''))
    return { words: bare === 'Nos' ? 'numbers' : 'number', length: 1 }
  if (bare === 'v' && /^\p{Lu}/u.test(form(-1)) && /^\p{Lu}/u.test(form(1))) return { words: 'versus', length: 1 }
  const way = ways.get(bare)
  // A street has its name before it, a saint and a doctor have theirs behind.
  if (way !== undefined && /^\p{Lu}|^\d+(?:st|nd|rd|th)$/u.test(form(-1)) && !/^\p{Lu}/u.test(form(1)))
    return { words: way, length: 1 }
  if (/^(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?$/.test(here)) return weekday(place)
  if (/^(?:p|pp)\.?$/.test(here) && isFigure(form(1))) return { words: bare === 'pp' ? 'pages' : 'page', length: 1 }
  if (/^c(?:a|irca)?\.?$/.test(here) && /^1\d{3}$/.test(form(1))) return { words: 'about', length: 1 }
  if (here === 'c' && form(1) === '.' && /^1\d{3}$/.test(form(2))) return { words: 'about', length: 2 }
  const known = saying.shortForms.get(here) ?? saying.shortForms.get(bare)
  return known === undefined
    ? undefined
    : { words: known.said, length: 1, ...(known.sounds === undefined ? {} : { sounds: known.sounds }) }
}

const ways = new Map<string, string>(
  Object.entries({
    St: 'Street',
    Dr: 'Drive',
    Rd: 'Road',
    Ave: 'Avenue',
    Av: 'Avenue',
    Pde: 'Parade',
    Hwy: 'Highway',
    Cres: 'Crescent',
    Ct: 'Court',
    Pl: 'Place',
    Blvd: 'Boulevard',
    Ln: 'Lane',
    Tce: 'Terrace',
  }),
)
const days = new Map<string, string>(
  Object.entries({
    Mo: 'Monday',
    Tu: 'Tuesday',
    We: 'Wednesday',
    Th: 'Thursday',
    Fr: 'Friday',
    Sa: 'Saturday',
    Su: 'Sunday',
  }),
)

function weekday({ form }: Place): Said | undefined {
  const next = form(1) === ',' ? form(2) : form(1)
  const day = days.get(form(0).slice(0, 2))
  const isDay =
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(next) || /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(next)
  return day !== undefined && (isDay || (form(0).endsWith('.') && form(1) !== ''))
    ? { words: day, length: 1 }
    : undefined
}

/** One written word. Letters that no voice can say, as those of other scripts, stay silent. */
export function sayWord({ form, saying, sentence }: Place): Said {
  const here = form(0)
  const plain = plainLetters(here)
  const name = saying.names.get(plain) ?? saying.names.get(titled(plain)) ?? saying.names.get(plain.toLowerCase())
  if (name !== undefined) return { words: spoken(plain), length: 1, sounds: name }
  if (/^(?:\p{L}\.)+\p{L}?\.?$/u.test(plain)) return { words: sayLetters(plain.replaceAll('.', '')), length: 1 }
  if (/^\p{L}\.$/u.test(plain)) return { words: plain.slice(0, 1), length: 1 }
  if (/^\p{Lu}{1,3}&\p{Lu}{1,3}$/u.test(plain)) {
    const [first = '', second = ''] = plain.split('&')
    return { words: `${sayLetters(first)} and ${sayLetters(second)}`, length: 1 }
  }
  const letters = /^(\p{Lu}{2,})(s?)$/u.exec(plain)
  if (letters !== null && !shouts(sentence)) return sayCapitals(letters[1] ?? '', letters[2] === 's', saying.acronyms)
  const joined = /^([A-Za-z]+)-(\d{4})(s?)$/.exec(plain)
  if (joined !== null) return { words: `${joined[1]} ${sayYearWord(Number(joined[2]), joined[3] === 's')}`, length: 1 }
  if (/\d/.test(plain)) return { words: sayMixedWord(plain, saying.acronyms), length: 1 }
  return { words: spoken(shouts(sentence) ? plain.toLowerCase() : plain), length: 1 }
}

function titled(form: string): string {
  return form.length > 3 && form === form.toUpperCase() ? form.charAt(0) + form.slice(1).toLowerCase() : form
}

function spoken(form: string): string {
  return form
    .replaceAll('’', "'")
    .replaceAll(/[^A-Za-z' -]/g, ' ')
    .replaceAll('-', ' ')
    .replaceAll(/(^|\s)'+|'+(?=\s|$)/g, '$1')
    .trim()
}

/** "UN" by its letters, "NASA" as a word; "MPs" as "M P's", which voices say right. */
function sayCapitals(letters: string, isMany: boolean, acronyms: ReadonlySet<string>): Said {
  const isWord =
    acronyms.has(letters) || (letters.length > 4 && /[AEIOU]/.test(letters) && !/[^AEIOUY]{4}/.test(letters))
  if (isWord) return { words: `${letters.toLowerCase()}${isMany ? 's' : ''}`, length: 1 }
  if (letters.length > 6) return { words: letters.toLowerCase(), length: 1 }
  return { words: `${sayLetters(letters)}${isMany ? "'s" : ''}`, length: 1 }
}

/** Whether a sentence is in capitals, so that they tell nothing. */
function shouts(sentence: readonly string[]): boolean {
  const long = sentence.filter((form) => /^\p{L}{2,}$/u.test(form))
  return long.length >= 4 && long.filter((form) => form === form.toUpperCase()).length >= long.length * 0.8
}

/** Letters with figures: "G20", "H5N1", "MH370", "A380", "COP30". */
function sayMixedWord(form: string, acronyms: ReadonlySet<string>): string {
  return form
    .split(/(\d+)|[^\p{L}\p{N}]+/u)
    .filter((part) => part !== undefined && part !== '')
    .map((part, at) => {
      if (/^\d/.test(part)) return figures(part, form)
      if (/^\p{Lu}+$/u.test(part)) return acronyms.has(part) ? part.toLowerCase() : sayLetters(part)
      return part.length === 1 && at > 0 ? part.toUpperCase() : spoken(part)
    })
    .join(' ')
}

function figures(part: string, form: string): string {
  if (/^0\d/.test(part)) return sayDigits(part)
  // An A380 is "eighty", a B747 "seven four seven".
  if (/^A3\d0/.test(form)) return `three ${sayNumber(Number(part.slice(1)))}`
  if (part.length >= 3 && /^\p{Lu}{1,3}\d+$/u.test(form)) return sayDigits(part)
  return part.length === 4 && /^(?:19|20)/.test(part) ? sayYearWord(Number(part), false) : sayFigure(part)
}
