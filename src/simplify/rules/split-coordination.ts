import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows } from '../../language/chunks.ts'
import { firstWordOf, hasLeadingClause, isClosed, isQuestion, mainClause } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isReporting } from '../../language/reporting.ts'
import { childOf, childrenBy, hasFiniteVerb, subjectOf } from '../../language/tree.ts'
import { keep, type Piece } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitCoordination: Rule = {
  name: 'split-coordination',
  because: 'Each sentence now says one thing.',
  whenLong: true,
  examples: [
    [
      'The storm closed four roads near the coast and the council opened a hall for people who lost power.',
      'The storm closed four roads near the coast.',
      'The council opened a hall for people who lost power.',
    ],
    [
      'The union wants a pay rise of 5 per cent this year, but the company has offered only 3 per cent.',
      'The union wants a pay rise of 5 per cent this year.',
      'But the company has offered only 3 per cent.',
    ],
  ],
  leavesAlone: [
    'If the river rises again tonight, the road will close and the school will send the children home.',
    'The study found that the cost of milk had risen since the summer, but there was no sign that shops made more money.',
    'The minister met farmers, teachers and nurses from three towns on Monday afternoon.',
  ],

  rewrite({ words }, { before }) {
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb } = main
    // "Under the bill, rents could not rise and tenants could not be put out": the bill rules both.
    if (words[0]?.text === 'Under' && words.some((word) => word.xpos === 'MD')) return undefined
    if (hasLeadingClause(words, verb)) return undefined
    for (const second of childrenBy(words, verb, 'conj').toReversed()) {
      const subject = subjectOf(words, second)
      if (second < verb || subject === undefined || !hasFiniteVerb(words, second)) continue
      const joiner = childOf(words, second, 'cc')
      if (joiner === undefined || joiner > subject) continue
      if (isStillSaid(words, verb, second) || isInClaim(words, verb, joiner)) continue
      // "Mr Lee expects sales to fall but he, too, warned against it": of the second he is not told to expect it.
      const speaks = isReporting(words[second]?.lemma ?? '') && words[subject]?.upos === 'PRON'
      if (before > 0 && speaks && !/^(?:it|they)$/i.test(words[subject]?.text ?? '')) continue
      // "schools were closed and many staff told to go home": the second shares "were".
      if (sharesPassive(words, verb, second)) continue
      const link = words[joiner]?.text.toLowerCase()
      if (link !== 'and' && link !== 'but' && link !== 'so') continue
      if (firstWordOf(words, second) !== joiner) continue
      // "took five weeks after a juror fell ill and a witness could not be found": both may stand behind "after".
      if (
        link === 'and' &&
        (words[joiner - 1]?.text !== ',' || words.slice(verb + 1, joiner).some(isCondition)) &&
        words.slice(verb + 1, joiner).some((word, at) => isClauseWord(words, verb + 1 + at, word))
      )
        continue
      // "not a weapon but the sort of knife a workman might carry": two nouns.
      const hasNot = words.slice(0, joiner).some((word) => /^(?:not|n['’]t)$/i.test(word.text))
      if (link === 'but' && hasNot && isNounWithClause(words, joiner + 1, second)) continue
      const end = words.length
      if (!isClosed(words, joiner, end, second)) continue
      // "promised that taxes would not rise and that the pool would stay open": the speaker brings a "that" of its own.
      const isThat = words[joiner + 1]?.text.toLowerCase() === 'that' && words[joiner + 1]?.xpos === 'IN'
      const start = isThat ? joiner + 2 : joiner + 1
      const rest: Piece[] = [...(link === 'and' ? [] : [keep(tokens(joiner, joiner + 1))]), keep(tokens(start, end))]
      return [[keep(tokens(0, joiner))], rest]
    }
    return undefined
  },
}

/** "rejected claims that too much time had passed, and it was too late": the second may be part of the claim. */
function isInClaim(words: readonly Word[], verb: number, joiner: number): boolean {
  return words
    .slice(verb + 1, joiner)
    .some(
      (word, offset) =>
        word.text.toLowerCase() === 'that' &&
        /^(?:claim|argument|allegation|suggestion|idea|view|belief|fear|warning|report|rumour|evidence|fact|theory|assertion|complaint)$/.test(
          words[verb + offset]?.lemma ?? '',
        ),
    )
}

function sharesPassive(words: readonly Word[], verb: number, second: number): boolean {
  const word = words[second]
  return (
    childrenBy(words, verb, 'aux:pass').length > 0 &&
    /^VB[DN]$/.test(word?.xpos ?? '') &&
    childrenBy(words, second, 'aux', 'aux:pass', 'cop', 'obj').length === 0 &&
    inflect(word?.lemma ?? '', 'VBN') === word?.text.toLowerCase()
  )
}

/** "unless A, and B": both are conditions, comma or not. */
function isCondition(word: Word): boolean {
  return /^(?:unless|until|if|whether)$/i.test(word.text)
}

/** "after", "because", "when" with a clause behind it, right before the joint's own clause. */
function isClauseWord(words: readonly Word[], at: number, word: Word): boolean {
  return (
    /^(?:after|because|when|before|until|since|as|if|unless|while|whether|although|though|once)$/i.test(word.text) &&
    clauseFollows(words, at + 1)
  )
}

/** "the sort of knife any workman might carry", "how far they went": a noun or a question with a clause of its own. */
function isNounWithClause(words: readonly Word[], start: number, verb: number): boolean {
  if (/^W/.test(words[start]?.xpos ?? '')) return true
  return words
    .slice(start + 1, verb)
    .some((word, offset) => /^(?:DT|PRP)$/.test(word.xpos) && /^NNS?$/.test(words[start + offset]?.xpos ?? ''))
}

/** "The study found that A, but there was no B": B may still be what the study found, unless it has a speaker of its own. */
function isStillSaid(words: readonly Word[], verb: number, second: number): boolean {
  if (!isReporting(words[verb]?.lemma ?? '') || isReporting(words[second]?.lemma ?? '')) return false
  return childrenBy(words, verb, 'ccomp').some((at) => at > verb && at < second)
}
