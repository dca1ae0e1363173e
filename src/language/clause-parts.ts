import type { Word } from './analysis.ts'
import { childrenBy, isFiniteVerb, rootOf, subjectOf, subtreeOf } from './tree.ts'

/** One past the last word that is not the closing mark. */
export function bodyEnd(words: readonly Word[]): number {
  let end = words.length
  const strip = (marks: RegExp): void => {
    while (end > 0 && marks.test(words[end - 1]?.text ?? '')) end -= 1
  }
  strip(/^[.!?]$/)
  // A quote that runs over the whole sentence ends it; one that began inside belongs to the words before it.
  const isWhole =
    /^["“]$/u.test(words[0]?.text ?? '') && words.filter((word) => /^["“”]$/u.test(word.text)).length === 2
  if (isWhole) strip(/^(?:[.!?]|"|”)$/u)
  return end
}

/** Whether a sentence asks something. */
export function isQuestion(words: readonly Word[]): boolean {
  return words.some((word) => word.text === '?')
}

/** Whether nothing but `top` ties the run `[start, end)` to the rest of the sentence; marks do not count. */
export function isClosed(words: readonly Word[], start: number, end: number, top: number): boolean {
  if (top < start || top >= end) return false
  return words.every((word, at) => {
    if (word.upos === 'PUNCT') return true
    const isInside = at >= start && at < end
    const headInside = word.head >= start && word.head < end
    if (isInside) return headInside || at === top
    return !headInside
  })
}

/** Whether a verb is denied: "did not find", "never went". */
export function isNegated(words: readonly Word[], verb: number): boolean {
  return words.some(
    (word, at) => word.head === verb && /^(?:not|n['’]t|never|no|hardly|barely)$/i.test(word.text) && at !== verb,
  )
}

/** Whether a predicate is only possible, planned or asked for: under may, could, will, would, should, must. */
export function isModal(words: readonly Word[], verb: number): boolean {
  return childrenBy(words, verb, 'aux').some((at) => words[at]?.xpos === 'MD')
}

/** The tense of a predicate by its first finite word; undefined where it has none. */
export function tenseOf(words: readonly Word[], verb: number): 'past' | 'present' | undefined {
  const finite = [...childrenBy(words, verb, 'aux', 'cop'), verb].map((at) => words[at]).find(isFiniteVerb)
  if (finite === undefined) return undefined
  if (finite.xpos === 'VBD') return 'past'
  if (finite.lemma === 'have' && words[verb]?.xpos === 'VBN') return 'past'
  return finite.xpos === 'MD' ? undefined : 'present'
}

/** The main predicate with its subject, or undefined where the sentence has not both. */
export function mainClause(words: readonly Word[]): { readonly verb: number; readonly subject: number } | undefined {
  const verb = rootOf(words)
  const subject = verb === undefined ? undefined : subjectOf(words, verb)
  return verb === undefined || subject === undefined ? undefined : { verb, subject }
}

/** Whether a condition or contrast stands before the main clause and rules all of it: "If A, B and C". */
export function hasLeadingClause(words: readonly Word[], verb: number): boolean {
  return childrenBy(words, verb, 'advcl').some((at) => at < verb)
}

/** Verbs of dying: what is said of the dead is said in the past. */
const death = new Set([
  'die',
  'kill',
  'murder',
  'drown',
  'bury',
  'mourn',
  'remember',
  'funeral',
  'death',
  'body',
  'late',
  'dead',
  'grave',
])

/** Whether somebody in the sentence may be dead, so that "is" could be false. */
export function speaksOfDeath(words: readonly Word[]): boolean {
  return words.some((word) => death.has(word.lemma))
}

const sameForms = /^(?:cost|put|cut|hit|set|let|shut|hurt|beat|spread|quit|burst|cast|bid|split|read)$/

/** Whether the verb group of a relative clause fits its antecedent's number; true where the form tells nothing. */
export function agrees(words: readonly Word[], verb: number, plural: boolean): boolean {
  // "which cost $9 million": past and present are one form.
  if (words[verb]?.xpos === 'VBP' && sameForms.test(words[verb]?.text ?? '')) return true
  const finite = [...childrenBy(words, verb, 'aux', 'cop'), verb]
    .sort((a, b) => a - b)
    .map((at) => words[at])
    .find(isFiniteVerb)
  if (finite === undefined || finite.xpos === 'MD') return true
  const text = finite.text.toLowerCase()
  if (text === 'were') return plural
  if (text === 'was') return !plural
  if (finite.xpos === 'VBZ') return !plural
  if (finite.xpos === 'VBP') return plural
  return true
}

/** The first word of what hangs on `at`; the comma that opens it does not count. */
export function firstWordOf(words: readonly Word[], at: number): number {
  return subtreeOf(words, at).find((index) => words[index]?.upos !== 'PUNCT') ?? at
}

/**
 * Where the main clause goes on behind an insertion that ends at the comma `comma`: behind it where the verb follows
 * ("The truce, which …, has held"), at it where something else does ("…, the owner said").
 */
export function resumeAt(words: readonly Word[], comma: number): number {
  const next = words[comma + 1]
  return next !== undefined && (/^(?:VERB|AUX|ADV|ADP|CCONJ|PART)$/.test(next.upos) || /^that$/i.test(next.text))
    ? comma + 1
    : comma
}

/** Whether a run holds a comma behind which a new part begins ("…, to make room", "…, cutting the road"): the parse of its end is then unsure. */
export function holdsNewPart(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start; at < end - 1; at += 1) {
    if (words[at]?.text !== ',') continue
    const next = words[at + 1]
    if (next !== undefined && (/^(?:TO|VBG|VBN|IN|WRB|WP|WDT)$/.test(next.xpos) || next.text.toLowerCase() === 'to'))
      return true
  }
  return false
}
