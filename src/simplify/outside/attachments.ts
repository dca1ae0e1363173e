import type { Word } from '../../language/analysis.ts'
import { childOf, childrenBy, isRelation } from '../../language/tree.ts'
import { isContent, type MadeSentence, type SourceSentence } from './align.ts'

/** Relations by which a word says more about another. Subjects have a check of their own. */
const attaching = [
  'nmod',
  'obl',
  'obj',
  'iobj',
  'amod',
  'nummod',
  'compound',
  'flat',
  'acl',
  'advmod',
  'ccomp',
  'xcomp',
] as const
/** Prepositions that may stand for each other. */
const samePrepositions = [
  ['in', 'at', 'on'],
  ['about', 'on', 'over'],
  ['near', 'beside', 'by'],
].map((row) => new Set(row))
/** Prepositions that say when, which way or against whom: never new beside a word. */
const telling = new Set(
  'above across after against along as before behind below beyond despite down except from inside into like off onto out outside over since than through till toward towards under until up upon versus with without'.split(
    ' ',
  ),
)
/** Words that join clauses; those of a row may stand for each other. */
const joints = [
  ['because'],
  ['after'],
  ['before'],
  ['since'],
  ['until', 'till'],
  ['if'],
  ['unless'],
  ['so'],
  ['when', 'as', 'while'],
  ['although', 'though', 'but', 'while', 'however', 'despite', 'yet'],
].map((row) => new Set(row))

/** Why words that hang together in a made sentence do not in the source, or undefined where all do. */
export function otherAttachment(source: SourceSentence, made: readonly MadeSentence[]): string | undefined {
  const { words } = source.sentence
  for (const { sentence, from } of made) {
    const own = sentence.words
    for (const [at, word] of own.entries()) {
      const place = from[at]?.[0]
      const head = from[word.head]?.[0]
      const headWord = own[word.head]
      if (place === undefined) continue
      if (
        head !== undefined &&
        headWord !== undefined &&
        isContent(word) &&
        isContent(headWord) &&
        isRelation(word.relation, ...attaching) &&
        !hangTogether(words, place, head)
      )
        return `"${word.text}" belongs to "${headWord.text}"`
      const preposition = otherPreposition(own, at, words, place)
      if (preposition !== undefined) return `"${preposition}" before "${word.text}"`
    }
    const joint = otherJoint(own, from, words)
    if (joint !== undefined) return `"${joint}" joins something else`
  }
  return undefined
}

/** Whether one word is the other's head, or both stand one word apart that joins no two clauses or things of equal rank. */
function hangTogether(words: readonly Word[], a: number, b: number): boolean {
  const headOf = (at: number): number => words[at]?.head ?? -1
  const isEqual = (at: number): boolean => isRelation(words[at]?.relation ?? '', 'conj', 'parataxis')
  if (a === b || headOf(a) === b || headOf(b) === a) return true
  if (headOf(a) >= 0 && headOf(a) === headOf(b) && !isEqual(a) && !isEqual(b)) return true
  // The second of two equal things stands where the first does.
  let first = a
  for (let steps = 0; steps < words.length && isRelation(words[first]?.relation ?? '', 'conj'); steps += 1)
    first = headOf(first)
  const over = headOf(first)
  if (over === b || (over >= 0 && !isEqual(over) && headOf(over) === b)) return true
  const above = headOf(b)
  return above >= 0 && headOf(above) === a && !isEqual(above) && !isEqual(b)
}

function otherPreposition(own: readonly Word[], at: number, words: readonly Word[], place: number): string | undefined {
  const now = caseOf(own, at)
  const then = caseOf(words, place)
  if (now === undefined || now === then) return undefined
  if (then === undefined) return telling.has(now) ? now : undefined
  return samePrepositions.some((row) => row.has(now) && row.has(then)) ? undefined : now
}

function caseOf(words: readonly Word[], at: number): string | undefined {
  const found = childOf(words, at, 'case')
  const text = found === undefined ? undefined : words[found]?.text.toLowerCase()
  return text === "'s" || text === '’s' || text === "'" ? undefined : text
}

/** A joining word must join what it joins in the source, or be no stronger than what joins there. */
function otherJoint(
  own: readonly Word[],
  from: readonly (readonly number[])[],
  words: readonly Word[],
): string | undefined {
  for (const word of own) {
    const text = word.text.toLowerCase()
    const rows = joints.filter((row) => row.has(text))
    const isJoint = isRelation(word.relation, 'mark', 'advmod', 'cc') && rows.length > 0
    if (!isJoint) continue
    const there = words.flatMap((other, place) =>
      rows.some((row) => row.has(other.text.toLowerCase())) ? [place] : [],
    )
    if (there.length === 0) return word.text
    if (!isRelation(word.relation, 'mark')) continue
    const head = from[word.head]?.[0]
    const joined = there.map((place) => words[place]?.head ?? -1)
    const near = joined.flatMap((one) => [one, ...childrenBy(words, one, 'conj', 'cop', 'aux', 'xcomp')])
    if (head !== undefined && !near.includes(head)) return word.text
  }
  return undefined
}
