import type { Word } from './analysis.ts'
import { tenseOf } from './clause-parts.ts'
import { governorOf } from './insertions.ts'
import { childrenBy, isFiniteVerb } from './tree.ts'

/** Whether a predicate stands in the present perfect: "has landed", "have been opened". */
export function isPerfect(words: readonly Word[], predicate: number): boolean {
  return childrenBy(words, predicate, 'aux').some((at) => {
    const word = words[at]
    return word?.lemma === 'have' && (word.xpos === 'VBZ' || word.xpos === 'VBP')
  })
}

/** When a clause is: the perfect tells of now. Undefined where its verb has no tense of its own. */
export function timeOf(words: readonly Word[], predicate: number | undefined): 'past' | 'present' | undefined {
  if (predicate === undefined) return undefined
  if (isPerfect(words, predicate)) return 'present'
  const tense = tenseOf(words, predicate)
  if (tense !== undefined) return tense
  const modal = childrenBy(words, predicate, 'aux').find((at) => words[at]?.xpos === 'MD')
  if (modal !== undefined) return /^(?:would|could|might)$/i.test(words[modal]?.text ?? '') ? undefined : 'present'
  return isFiniteVerb(words[predicate]) ? 'past' : undefined
}

/** The form of "be" for what is said more of a noun: in the time of its own clause. */
export function beFor(words: readonly Word[], noun: number, plural: boolean): string | undefined {
  const time = timeOf(words, governorOf(words, noun))
  return time === undefined ? undefined : beIn(time, plural)
}

/** The form of "be" of a time and number. */
export function beIn(time: 'past' | 'present', plural: boolean): 'was' | 'were' | 'is' | 'are' {
  if (time === 'past') return plural ? 'were' : 'was'
  return plural ? 'are' : 'is'
}
