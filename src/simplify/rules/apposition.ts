import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkBefore } from '../../language/chunks.ts'
import { holdsNewPart, isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { hostsBefore, insertionsOf, lengthOf } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { childOf, childrenBy, isRelation } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { without } from '../without.ts'

export const splitApposition: Rule = {
  name: 'split-apposition',
  because: 'What a person or thing is now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'Mr Rossi, a former teacher from Wagga Wagga, said the town needed a new bridge before the next flood.',
      'Mr Rossi said the town needed a new bridge before the next flood.',
      'Mr Rossi is a former teacher from Wagga Wagga.',
    ],
    [
      'Ms Vaka, of the Blue Horizon Network, told reporters the money would not be enough for the islands.',
      'Ms Vaka told reporters the money would not be enough for the islands.',
      'Ms Vaka is from the Blue Horizon Network.',
    ],
  ],
  leavesAlone: [
    'Mr Rossi, a former teacher from Wagga Wagga, died on Monday after a long illness at his home.',
    'She visited Rome, Paris, Berlin and Vienna with her mother before she went home to Perth.',
    'A sign of hope, a letter from the family, came on Friday after eleven days of silence.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || speaksOfDeath(words)) return undefined
    for (const found of insertionsOf(words)) {
      const { open, span, top } = found
      const first = words[span.start]?.text ?? ''
      const isFrom = first === 'of'
      if (!isFrom && first !== 'a' && first !== 'an' && first !== 'the') continue
      if (span.end - span.start < 2 || words[top]?.upos === 'VERB' || words[top]?.upos === 'AUX') continue
      if (childOf(words, top, 'nsubj', 'cop') !== undefined) continue
      if (holdsNewPart(words, span.start, span.end)) continue
      if (words.slice(span.start, span.end).some((part) => /^(?:then|later|whom|which)$/i.test(part.text))) continue
      // "a gap she described as …" tells what the whole clause is; see this-is.
      const host = hostsBefore(words, open).find((at) => words[at]?.upos === 'PROPN')
      if (host === undefined || childrenBy(words, host, 'conj').length > 0 || isListed(words, host, top)) continue
      if (!isFrom && (words[top]?.upos !== 'NOUN' || /^\p{Lu}/u.test(words[top]?.text ?? ''))) continue
      const isWhole =
        words[span.end - 1]?.upos === 'PROPN' &&
        words.slice(span.start, span.start + 6).some((word) => word.upos === 'PROPN')
      if (isFrom && (!isWhole || !isOfSubject(words, host))) continue
      // "a club in Stockwell, south London, an area with …": of which of the two?
      const nameStart = chunkBefore(words, host + 1)?.start ?? host
      if (
        words[nameStart - 1]?.text === ',' &&
        words[nameStart - 2]?.upos === 'PROPN' &&
        context.cast.nameAt(context.origin(host) ?? -1)?.kind === 'place'
      )
        continue
      // "Ann Lee – the president who freed him, shared the prize and … – said": a dash closes what a dash opened.
      if (/^(?:-|--|–|—)$/.test(words[open]?.text ?? '') && words[span.end]?.text === ',') continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || (naming.plural && !isFrom)) continue
      const isNamed = naming.isPerson || context.cast.nameAt(context.origin(host) ?? -1) !== undefined
      if (isFrom ? !naming.isPerson : !isNamed) continue
      // Inside a claim "it said Velin is the capital" reads oddly: only where the sentence is much too long.
      if (context.before > 0 && lengthOf(words) + context.before < 22) continue
      // "met in Minsk, a decision the federation called wrong": a place is a town or a state.
      const kindOf = context.cast.nameAt(context.origin(host) ?? -1)?.kind
      if (
        !isFrom &&
        kindOf === 'place' &&
        !isOfClass(words[top]?.lemma ?? '', 'place') &&
        !isOfClass(words[top]?.lemma ?? '', 'body')
      )
        continue
      // "a win for Grimsby over Woking, a match at level 5": an event is no team and no town.
      const sort = words[top]?.lemma ?? ''
      if (!isFrom && (isOfClass(sort, 'event') || isOfClass(sort, 'time') || isOfClass(sort, 'money'))) continue
      // "Dr Ann Lee of the University of Leiden, the study's author": no university writes a study.
      if (
        !isFrom &&
        /^(?:place|organisation)$/.test(kindOf ?? '') &&
        isOfClass(sort, 'person') &&
        !mayBeBody.test(sort)
      )
        continue
      // "Ann Lee of White, the architects firm": the firm is White, not she.
      const name = context.cast.nameAt(context.origin(host) ?? -1)
      const isBody = name !== undefined && isOfClass(sort, 'body') && naming.text.endsWith(` of ${name.full}`)
      if (!isFrom && naming.isPerson && isOfClass(sort, 'body') && !isOfClass(sort, 'person')) continue
      const who = words.findIndex(
        (part, at) => at > top && at < span.end && /^(?:who|which|that|whose)$/i.test(part.text),
      )
      const isYears = !isFrom && words.slice(top, who < 0 ? span.end : who).some((part) => part.text === 'years')
      const isLongAgo = tellsOfThePast(words) && kindOf !== 'place'
      const be = isYears ? 'has been' : isLongAgo ? (naming.plural ? 'were' : 'was') : naming.plural ? 'are' : 'is'
      // "a nurse for 22 years": it began in the past and goes on.
      const verb = isFrom ? (isLongAgo ? 'was from' : 'is from') : be
      const rest = isFrom ? tokens(span.start + 1, span.end) : span
      return [
        without(words, found),
        [
          put(isBody ? name.full : naming.text, tokens(host, host + 1)),
          put(verb, tokens(span.start, span.start)),
          keep(rest),
        ],
      ]
    }
    return undefined
  },
}

/** What people are called and bodies too. */
const mayBeBody =
  /^(?:leader|maker|producer|host|partner|owner|winner|champion|rival|member|employer|supplier|provider|buyer|seller|manufacturer|operator|lender|insurer|developer|retailer|carrier|publisher|broadcaster|competitor|sponsor|importer|exporter|landlord|donor|opponent|neighbour|ally|creator|builder|grower|miner|giant|contender|favourite|runner|team|group|family|staff|crew|police)$/

/** "He was a son of Rev" and years before 1990: who is spoken of may be long dead. */
function tellsOfThePast(words: readonly Word[]): boolean {
  const root = words.findIndex((word) => word.head < 0)
  const isPastState = childrenBy(words, root, 'cop').some((at) => /^(?:was|were)$/i.test(words[at]?.text ?? ''))
  return isPastState || words.some((word) => /^1\d{3}s?$/.test(word.text) && Number.parseInt(word.text, 10) < 1990)
}

/** Whether a name is the subject, or stands beside it. */
function isOfSubject(words: readonly Word[], host: number): boolean {
  const head = words[host]?.head ?? -1
  const own = words[host]?.relation ?? ''
  return (
    isRelation(own, 'nsubj') ||
    (isRelation(own, 'flat', 'appos', 'nmod') && isRelation(words[head]?.relation ?? '', 'nsubj'))
  )
}

/** "the mayor, a farmer and two nurses": a list, not one thing said twice. */
function isListed(words: readonly Word[], host: number, top: number): boolean {
  return (
    isRelation(words[top]?.relation ?? '', 'conj') ||
    childrenBy(words, top, 'cc', 'conj').some((at) => at > top && words[at]?.upos === 'PROPN') ||
    childrenBy(words, host, 'cc').length > 0
  )
}
