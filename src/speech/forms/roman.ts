import { sayNumber, sayOrdinal } from './numbers.ts'
import type { Place, Said } from './place.ts'

const rulers =
  /^(?:Abdullah|Albert|Alexander|Alfonso|Benedict|Carl|Carlos|Catherine|Charles|Christian|Clement|Constantine|Edward|Elizabeth|Felipe|Francis|Frederick|Frederik|George|Gregory|Gustaf|Haakon|Harald|Henry|Hussein|Innocent|Ivan|James|John|Juan|Leo|Louis|Margrethe|Mary|Mohammed|Napoleon|Nicholas|Olav|Paul|Peter|Philip|Philippe|Pius|Rama|Ramses|Richard|Selim|Tupou|Urban|Victor|Victoria|Wilhelm|Willem|William)$/
const counted =
  /^(?:War|Bowl|Act|Chapter|Part|Type|Phase|Class|Category|Volume|Book|Title|Stage|Group|Level|Mark|Article|Annex|Games|Olympiad|Vatican|Rocky|Division|Section|Grade|Tier|Apollo|Schedule|Scene|Appendix|Round)$/

/** Roman numerals behind a ruler ("Charles III" is the third), a counted word ("World War II") or a playing side ("first XI"). */
export function sayRoman({ form }: Place): Said | undefined {
  const here = form(0)
  if (!/^[IVXLC]+$/.test(here)) return undefined
  const value = romanValue(here)
  if (value === undefined) return undefined
  const before = form(-1)
  if (rulers.test(before)) return { words: `the ${sayOrdinal(value)}`, length: 1 }
  if (counted.test(before)) return { words: sayNumber(value), length: 1 }
  if (/^(?:XI|XV|XIII)$/.test(here)) return { words: sayNumber(value), length: 1 }
  if (
    here.length > 1 &&
    /^(?:II|III|IV|VI|VII|VIII|IX|XII|XIV|XVI|XX)$/.test(here) &&
    /^\p{Lu}\p{L}*\p{Ll}$/u.test(before)
  )
    return { words: sayNumber(value), length: 1 }
  return undefined
}

/** The number that a well-formed Roman numeral up to 399 writes. */
function romanValue(text: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const all = [...text].map((letter) => values[letter] ?? 0)
  return all.reduce((sum, value, at) => sum + (value < (all[at + 1] ?? 0) ? -value : value), 0)
}
