import { isDash, isFigure, type Place, type Said } from './place.ts'

const always = new Map<string, string>(
  Object.entries({
    '&': 'and',
    '%': 'per cent',
    '=': 'equals',
    '@': 'at',
    '°': 'degrees',
    '±': 'plus or minus',
    '÷': 'divided by',
    '×': 'times',
    '≈': 'about',
    '≥': 'at least',
    '≤': 'at most',
    '©': 'copyright',
    '§': 'section',
    $: 'dollars',
    '€': 'euros',
    '£': 'pounds',
    '¥': 'yen',
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    Ω: 'ohms',
    µ: 'micro',
  }),
)
const beforeNumber = new Map<string, string>(
  Object.entries({
    '#': 'number',
    '~': 'about',
    '<': 'less than',
    '>': 'more than',
    '×': 'times',
  }),
)

/** Marks that are heard: signs of reckoning, "&", "-5", "he/she". All others guide the voice and are silent. */
export function sayMark({ form, glued }: Place): Said {
  const here = form(0)
  const isNumberNext = /^[\d.$€£¥]/u.test(form(1)) && glued(1)
  const isNumberBefore = isFigure(form(-1))
  if (isNumberNext && !glued(0) && (isDash(here) || here === '-') && !isSpacedRange(form))
    return { words: 'minus', length: 1 }
  if (isDash(here) && !glued(0) && isSpacedRange(form)) return { words: 'to', length: 1 }
  if (here === '+' && (isNumberNext || isNumberBefore)) return { words: 'plus', length: 1 }
  const counting = isNumberNext ? beforeNumber.get(here) : undefined
  if (counting !== undefined) return { words: counting, length: 1 }
  if (here === '/' && /^(?:he|she|him|his|her|s|men|women|and)$/i.test(form(-1)) && glued(1) && form(1) !== 'or')
    return { words: 'or', length: 1 }
  return { words: always.get(here) ?? '', length: 1 }
}

/** "10 – 15 kilometres". */
function isSpacedRange(form: Place['form']): boolean {
  return /^\d{1,3}$/.test(form(-1)) && /^\d{1,3}$/.test(form(1))
}
