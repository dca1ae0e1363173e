import type { Word } from './analysis.ts'

/** A number that begins at a word: where it ends, and its value where that can be told. */
export interface Numeral {
  readonly end: number
  readonly value: number
  /** Written in digits. */
  readonly isDigits: boolean
}

const ones = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, at) => [word, (at + 2) * 10]),
)
const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
])
const shortScales = new Map<string, number>([
  ['k', 1000],
  ['m', 1e6],
  ['mn', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
])
const glyphs = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅛', 0.125],
])
const fractions = new Map<string, number>([
  ['half', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['eighth', 8],
  ['tenth', 10],
])
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  )

/** The number that begins at `at`: "1,200", "3.5 m" after a currency, "two hundred and five", "half a million", "2½". */
export function numeralAt(words: readonly Word[], at: number, isMoney = false): Numeral | undefined {
  const text = words[at]?.text ?? ''
  const digits = digitValue(text)
  if (digits !== undefined) return scaled(words, at + 1, digits, isMoney)
  return fractionAt(words, at) ?? wordsAt(words, at)
}

/** Place in a row: "3rd", "third", "twenty-first"; undefined for other words. */
export function ordinalOf(text: string): number | undefined {
  const digits = /^([\d,]+)(?:st|nd|rd|th)$/i.exec(text)?.[1]
  if (digits !== undefined) return Number(digits.replaceAll(',', ''))
  const place = ordinals.indexOf(text.toLowerCase())
  return place > 0 ? place : undefined
}

function digitValue(text: string): number | undefined {
  const parts = /^(\d[\d,]*(?:\.\d+)?|\.\d+)([½¼¾⅓⅔⅛])?$/u.exec(text)
  if (parts !== null) return Number((parts[1] ?? '').replaceAll(',', '')) + (glyphs.get(parts[2] ?? '') ?? 0)
  const alone = glyphs.get(text)
  if (alone !== undefined) return alone
  const ratio = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  return ratio !== null && Number(ratio[2]) > 0 && Number(ratio[1]) < Number(ratio[2])
    ? Number(ratio[1]) / Number(ratio[2])
    : undefined
}

/** A scale behind the digits: "million" always, "m" and "bn" where the number is money or the short form can be nothing else. */
function scaled(words: readonly Word[], at: number, value: number, isMoney: boolean): Numeral {
  let end = at
  let total = value
  for (let scale = scales.get(lowerAt(words, end)); scale !== undefined; scale = scales.get(lowerAt(words, end))) {
    total *= scale
    end += 1
  }
  const short = shortScales.get(lowerAt(words, end))
  if (end === at && short !== undefined && (isMoney || /^(?:bn|tn|mn)$/i.test(words[end]?.text ?? ''))) {
    total *= short
    end += 1
  }
  return { end, value: rounded(total), isDigits: true }
}

/** 1.2 × 1,000,000 is 1200000 and not 1199999.9999999998. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

/** "half a million", "a quarter", "two thirds", "three-quarters": fractions that "of", "a" or a noun follows. */
function fractionAt(words: readonly Word[], at: number): Numeral | undefined {
  const first = lowerAt(words, at)
  if (first === 'half') {
    const article = /^an?$/.test(lowerAt(words, at + 1)) ? at + 2 : at + 1
    const scale = article > at + 1 ? scales.get(lowerAt(words, article)) : undefined
    if (scale !== undefined) return { end: article + 1, value: scale / 2, isDigits: false }
    return lowerAt(words, at + 1) === 'of' ? { end: at + 1, value: 0.5, isDigits: false } : undefined
  }
  const count = /^(?:an?|one)$/.test(first) ? 1 : ones.get(first)
  if (count === undefined) return undefined
  const place = lowerAt(words, at + 1) === '-' ? at + 2 : at + 1
  const name = lowerAt(words, place)
  const part = fractions.get(count === 1 ? name : name.replace(/s$/, '').replace('halve', 'half'))
  if (part === undefined || (count > 1 && !name.endsWith('s'))) return undefined
  if (count === 1 && lowerAt(words, place + 1) !== 'of' && first !== 'one') return undefined
  return { end: place + 1, value: rounded(count / part), isDigits: false }
}

/** "twenty-one", "two hundred and five", "a dozen", "one million". */
function wordsAt(words: readonly Word[], start: number): Numeral | undefined {
  let at = start
  let total = 0
  let group = 0
  let seen = false
  if (/^an?$/.test(lowerAt(words, at)) && scales.has(lowerAt(words, at + 1))) {
    group = 1
    at += 1
  }
  for (; at < words.length; ) {
    const word = lowerAt(words, at)
    const scale = scales.get(word)
    if (ones.has(word) && isCounting(words, at)) group += ones.get(word) ?? 0
    else if (tens.has(word)) {
      group += tens.get(word) ?? 0
      if (lowerAt(words, at + 1) === '-' && ones.has(lowerAt(words, at + 2))) {
        group += ones.get(lowerAt(words, at + 2)) ?? 0
        at += 2
      }
    } else if (scale !== undefined && (seen || group > 0)) {
      if (scale < 1000) group = Math.max(1, group) * scale
      else {
        total += Math.max(1, group) * scale
        group = 0
      }
    } else if (word === 'and' && seen && scales.has(lowerAt(words, at - 1)) && isSmall(lowerAt(words, at + 1))) {
      at += 1
      continue
    } else break
    seen = true
    at += 1
    // "one two": two numbers, not one.
    if (isSmall(lowerAt(words, at)) && !scales.has(lowerAt(words, at - 1))) break
  }
  return seen ? { end: at, value: total + group, isDigits: false } : undefined
}

function isSmall(word: string): boolean {
  return ones.has(word) || tens.has(word)
}

/** "one" is a number in "one man" and not in "the one who". */
function isCounting(words: readonly Word[], at: number): boolean {
  return lowerAt(words, at) !== 'one' || /^(?:NUM)$/.test(words[at]?.upos ?? '')
}

function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.text.toLowerCase() ?? ''
}
