import { places } from './name-words.ts'

const furthest = 16
const dash = /^(?:-|--|–|—)$/u

/**
 * How many tokens the dateline at the start of a paragraph has, with its dash: "SYDNEY (AAP) –" has five. 0 where there
 * is none: a place and a dash are not enough, what follows must begin a sentence.
 */
export function datelineLength(
  length: number,
  form: (at: number) => string,
  spaceBefore: (at: number) => boolean,
): number {
  let at = 0
  let hasAgency = false
  while (at < length && at < furthest && !dash.test(form(at))) {
    const here = form(at)
    if (here === '(' && /^\p{Lu}/u.test(form(at + 1)) && form(at + 2) === ')') {
      hasAgency = true
      at += 3
      continue
    }
    if (!/^(?:\p{Lu}[\p{L}.'’]*|,|\/|\d{1,2}|\d{4})$/u.test(here)) return 0
    at += 1
  }
  if (at === 0 || at + 1 >= length || !dash.test(form(at)) || !spaceBefore(at) || !spaceBefore(at + 1)) return 0
  const next = /^["“'‘]$/u.test(form(at + 1)) ? form(at + 2) : form(at + 1)
  if (!/^[\p{Lu}\d]/u.test(next)) return 0
  const first = form(0)
  const isCapital = /^\p{Lu}{3,}$/u.test(first) && !/^\p{Lu}{3,}$/u.test(next)
  const isPlace =
    places.has(first.toLowerCase()) || (at > 2 && form(1) === ',' && places.has(form(at - 1).toLowerCase()))
  return hasAgency || isCapital || isPlace ? at + 1 : 0
}
