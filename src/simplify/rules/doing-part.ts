import { type TokenSpan, tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { finiteVerbAt } from '../../language/chunks.ts'
import { inflect } from '../../language/inflect.ts'
import { isDefinite } from '../../language/insertions.ts'
import { isReporting } from '../../language/reporting.ts'
import { beIn, timeOf } from '../../language/tenses.ts'
import { rootOf } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put } from '../rewrite.ts'
import { isState } from './noun-participle.ts'

/** What sets a rule for others: what it does, it does as long as it stands. */
const ruling =
  /^(?:bill|law|clause|rule|deal|agreement|compromise|plan|treaty|order|ban|decision|ruling|amendment|change|reform|resolution|motion)$/

/** "X, carrying flour, was …", "X, playing with a broken thumb, kicked …": the -ing part of a noun between two commas, as a sentence. */
export function doing(
  words: readonly Word[],
  span: TokenSpan,
  host: number,
  naming: Naming,
): readonly Piece[] | undefined {
  const word = words[span.start]
  const root = rootOf(words)
  if (word === undefined || root === undefined || isReporting(word.lemma)) return undefined
  if (finiteVerbAt(words, span.end + 1) === undefined) return undefined
  const who = put(naming.text, tokens(host, host + 1))
  const as = (text: string): readonly Piece[] => [
    who,
    put(text, tokens(span.start, span.start + 1)),
    keep(tokens(span.start + 1, span.end)),
  ]
  const isOpen = words.some((other) => other.xpos === 'MD')
  const present = naming.plural ? 'VBP' : 'VBZ'
  const time = timeOf(words, root)
  if (word.text === 'ranging' && words[span.start + 1]?.text === 'from')
    return as(inflect('range', time === 'present' ? 'VBP' : 'VBD'))
  if (ruling.test(words[host]?.lemma ?? '') && !isState(word.lemma))
    return as(inflect(word.lemma, isOpen || time === 'present' ? present : 'VBD'))
  // "Winds, averaging 60km/h, are possible": no more sure than the winds.
  if (/^(?:possible|likely|unlikely|forecast|expect|predict)$/.test(words[root]?.lemma ?? ''))
    return as(`would ${word.lemma}`)
  if (time === undefined) return undefined
  const be = put(beIn(time, naming.plural), tokens(span.start, span.start))
  // "average" and "total" read as nouns too.
  if (/^(?:average|total)$/.test(word.lemma)) return [who, be, keep(span)]
  if (isState(word.lemma)) return as(inflect(word.lemma, time === 'past' ? 'VBD' : present))
  // What somebody is doing meanwhile: only of one certain person or thing.
  return naming.isPerson || isDefinite(words, host) ? [who, be, keep(span)] : undefined
}
