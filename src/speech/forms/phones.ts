import { sayDigits, sayNumber } from './numbers.ts'
import { isDash, type Place, type Said } from './place.ts'

/** Telephone numbers, digit by digit with a breath between the groups: "1800 737 732", "(02) 9999 1234", "13 11 14", "000". */
export function sayPhone(place: Place): Said | undefined {
  const { form } = place
  if (form(0) === '000') return { words: 'triple zero', length: 1 }
  if (/^(?:911|999|112)$/.test(form(0)) && isAsked(place)) return { words: sayDigits(form(0)), length: 1 }
  const single = /^(?:\d-)?\d{3}-(?:\d{3}-)?\d{4}$/.test(form(0))
  if (single) return { words: form(0).split('-').map(sayDigits).join(', '), length: 1 }
  const { groups, length } = groupsAt(place)
  if (groups.length === 0) return undefined
  const digits = groups.join('')
  const lettered = /^1[38]00$/.test(groups[0] ?? '') && groups.length === 1 && /^[A-Z]{4,}$/.test(form(1))
  if (lettered) return { words: `${sayGroup(groups[0] ?? '')} ${form(1).toLowerCase()}`, length: 2 }
  const isNumber =
    form(0) === '+' ||
    (/^(?:1[38]00)/.test(digits) && digits.length === 10 && groups.length > 1) ||
    (/^13\d{4}$/.test(digits) && groups.length > 1 && (groups.length === 3 || isAsked(place))) ||
    (/^0[2-57-9]/.test(digits) && digits.length === 10 && groups.length > 1) ||
    /^04\d{8}$/.test(digits) ||
    (isAsked(place) && digits.length >= 8 && digits.length <= 11)
  if (!isNumber) return undefined
  const words = groups.map(sayGroup).join(', ')
  return { words: form(0) === '+' ? `plus ${words}` : words, length }
}

/** The run of digit groups that starts here, with its brackets and hyphens. */
function groupsAt({ form }: Place): { readonly groups: readonly string[]; readonly length: number } {
  const groups: string[] = []
  let at = form(0) === '+' || (form(0) === '(' && /^0\d$/.test(form(1)) && form(2) === ')') ? 1 : 0
  if (at === 1 && !/^\d/.test(form(1))) return { groups, length: 0 }
  while (/^\d{1,10}$/.test(form(at))) {
    groups.push(form(at))
    at += 1
    if (form(at) === ')' && groups.length === 1 && form(0) === '(') at += 1
    if (isDash(form(at)) && /^\d{3,4}$/.test(form(at + 1))) at += 1
  }
  return { groups, length: at }
}

function isAsked({ form }: Place): boolean {
  return [-1, -2, -3].some((offset) =>
    /^(?:call|called|calls|calling|phone|phoned|ring|rang|dial|dialled|dialed|contact|on|number|tel|tel\.|ph|text|hotline|line|lifeline)$/i.test(
      form(offset),
    ),
  )
}

function sayGroup(group: string): string {
  if (group === '1800') return 'one eight hundred'
  if (group === '1300') return 'one three hundred'
  if (/^1[1-9]$/.test(group)) return sayNumber(Number(group))
  return group === '000' ? 'triple zero' : sayDigits(group)
}
