import { sayFigure, sayNumber, sayOrdinal } from './numbers.ts'
import { isDash, type Place, type Said } from './place.ts'

const isSmall = (form: string): boolean => /^\d{1,3}$/.test(form)

/** Scores: Australian football "14.12 (96)", tennis "6-4, 7-5", "3-0", cricket "5/120" and "took 3-45". */
export function sayScore(place: Place): Said | undefined {
  return goalsAndBehinds(place) ?? wickets(place) ?? record(place) ?? pair(place)
}

function goalsAndBehinds({ form }: Place): Said | undefined {
  const found = /^(\d{1,2})\.(\d{1,2})$/.exec(form(0))
  if (found === null) return undefined
  const points = 6 * Number(found[1]) + Number(found[2])
  const words = `${sayNumber(Number(found[1]))} ${sayNumber(Number(found[2]))}`
  if (form(1) === '(' && form(3) === ')' && Number(form(2)) === points && isSmall(form(2)))
    return { words: `${words}, ${sayNumber(points)}`, length: 4 }
  return Number(form(1)) === points && isSmall(form(1)) && points > 9
    ? { words: `${words}, ${sayNumber(points)}`, length: 2 }
    : undefined
}

/** Wickets come first in Australia. */
function wickets({ form, glued }: Place): Said | undefined {
  const slashed = /^(\d{1,2})\/(\d{2,3})$/.exec(form(0))
  if (slashed !== null && isInnings(Number(slashed[1]), Number(slashed[2])))
    return { words: `${sayNumber(Number(slashed[1]))} for ${sayNumber(Number(slashed[2]))}`, length: 1 }
  const isTold =
    /^(?:took|taking|takes|claimed|claiming|snared|grabbed|bagged)$/.test(form(-1)) ||
    (/^(?:declared|slumped|reduced|collapsed|cruising|reached|stumps|crashed|recovered)$/.test(form(-2)) &&
      /^(?:at|to|on)$/.test(form(-1)))
  if (
    isTold &&
    isSmall(form(0)) &&
    Number(form(0)) <= 10 &&
    isDash(form(1)) &&
    glued(1) &&
    glued(2) &&
    /^\d{2,3}$/.test(form(2))
  )
    return { words: `${sayFigure(form(0))} for ${sayFigure(form(2))}`, length: 3 }
  return undefined
}

function isInnings(first: number, second: number): boolean {
  return (
    first <= 10 &&
    second > 10 &&
    !(first === 9 && second === 11) &&
    second % 100 !== 0 &&
    second !== 12 &&
    second !== 16
  )
}

/** Games won, lost and drawn: "10-2-1". */
function record({ form, glued }: Place): Said | undefined {
  const numbers = [form(0), form(2), form(4)]
  const isRow = [1, 2, 3, 4].every((at) => glued(at)) && isDash(form(1)) && isDash(form(3))
  if (!isRow || !numbers.every((number) => /^\d{1,2}$/.test(number)) || (isDash(form(5)) && glued(5))) return undefined
  return { words: numbers.map((number) => sayNumber(Number(number))).join(' '), length: 5 }
}

function pair(place: Place): Said | undefined {
  const { form, glued } = place
  if (!isSmall(form(0)) || !isDash(form(1)) || !glued(1) || !glued(2) || !isSmall(form(2))) return undefined
  if (isDash(form(3)) && glued(3)) return undefined
  if (isSet(place)) return { words: `${love(form(0))} ${love(form(2))}`, length: 3 }
  return form(2) === '0' ? { words: `${sayNumber(Number(form(0)))} nil`, length: 3 } : undefined
}

function love(form: string): string {
  return form === '0' ? 'love' : sayNumber(Number(form))
}

/** Sets of tennis come in rows: two or more pairs up to seven, one side with six or seven. */
function isSet({ sentence, form }: Place): boolean {
  const isPair = (first: string, second: string): boolean =>
    /^[0-7]$/.test(first) && /^[0-7]$/.test(second) && /[67]/.test(`${first}${second}`)
  if (!isPair(form(0), form(2))) return false
  const pairs = sentence.filter((each, at) => isDash(each) && isPair(sentence[at - 1] ?? '', sentence[at + 1] ?? ''))
  return pairs.length >= 2
}

const special = new Map<string, string>(
  Object.entries({
    '24/7': 'twenty four seven',
    '9/11': 'nine eleven',
    '7/7': 'seven seven',
    '50/50': 'fifty fifty',
    '20/20': 'twenty twenty',
  }),
)
const parts: Readonly<Record<number, readonly [string, string]>> = { 2: ['half', 'halves'], 4: ['quarter', 'quarters'] }

/** Two numbers with a slash: fractions, "17/20", "24/7". */
export function saySlashed({ form }: Place): Said | undefined {
  const known = special.get(form(0))
  if (known !== undefined) return { words: known, length: 1 }
  const found = /^(\d+)\/(\d+)$/.exec(form(0))
  if (found === null) return undefined
  const [over, under] = [Number(found[1]), Number(found[2])]
  if (over > under) return { words: `${sayNumber(over)} ${sayNumber(under)}`, length: 1 }
  if (over === 1 || (under <= 9 && over < under)) return { words: fraction(over, under), length: 1 }
  return { words: `${sayNumber(over)} out of ${sayNumber(under)}`, length: 1 }
}

function fraction(over: number, under: number): string {
  const [one, more] = parts[under] ?? [sayOrdinal(under), `${sayOrdinal(under)}s`]
  return `${sayNumber(over)} ${over === 1 ? one : more}`
}

const signs = new Map<string, string>(
  Object.entries({
    '½': 'half',
    '¼': 'quarter',
    '¾': 'three quarters',
    '⅓': 'third',
    '⅔': 'two thirds',
    '⅛': 'eighth',
  }),
)

/** "3½", "½". */
export function sayMixed({ form }: Place): Said | undefined {
  const found = /^(\d*)([½¼¾⅓⅔⅛])$/u.exec(form(0))
  if (found === null) return undefined
  const part = signs.get(found[2] ?? '') ?? ''
  const isMany = part.includes(' ')
  if (found[1] === '') return { words: isMany ? part : `one ${part}`, length: 1 }
  return {
    words: `${sayFigure(found[1] ?? '')} and ${isMany ? part : `${part === 'eighth' ? 'an' : 'a'} ${part}`}`,
    length: 1,
  }
}
