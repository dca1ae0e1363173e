import type { Word } from './analysis.ts'
import { childrenBy } from './tree.ts'

const on =
  /^(?:island|isle|road|street|highway|avenue|coast|beach|farm|ship|boat|ferry|train|bus|plane|platform|line|border|floor|field|oval|bridge|mountain|moon|planet|continent|peninsula|river|lake|site|stage|website|page|market)$/i
const at =
  /^(?:school|station|airport|port|university|college|summit|meeting|event|game|match|conference|hospital|court|hotel|stadium|church|mosque|temple|museum|festival|ceremony|funeral|wedding|checkpoint|inquiry|hearing|factory|plant|mine|company|bank|club|shop|store|restaurant|office|gate|end|edge|front|centre|camp|base|institute|headquarters)$/i

/**
 * The preposition that tells that something happens at the place that a noun names: "in" for towns and lands, "on" for islands
 * and roads, "at" for schools and meetings. One that stands before the noun and tells a place is kept.
 */
export function placeWord(words: readonly Word[], noun: number): 'in' | 'on' | 'at' {
  const own = childrenBy(words, noun, 'case').map((child) => words[child]?.text.toLowerCase() ?? '')
  const word = words[noun]
  const lemma = word?.lemma ?? ''
  if (own.includes('on')) return 'on'
  if (own.includes('at')) return 'at'
  if (own.includes('in')) return 'in'
  if (on.test(lemma)) return 'on'
  return at.test(lemma) ? 'at' : 'in'
}
