import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import {
  clauseFollows,
  finiteVerbAt,
  longClauseFollows,
  mainStart,
  opensClause,
  subjectFrom,
} from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isReporting } from '../../language/reporting.ts'
import { type ClauseStart, clauseStartAt } from '../../language/tail-clause.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const andClause: Rule = {
  name: 'and-clause',
  because: 'Two things joined by "and" or "but" are now two sentences.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'London has about 22,000 black cabs and the city says that more will come next year.',
      'London has about 22,000 black cabs.',
      'The city says that more will come next year.',
    ],
    [
      'The river rose by two metres on Monday but the town was safe behind its new wall.',
      'The river rose by two metres on Monday.',
      'But the town was safe behind its new wall.',
    ],
    [
      'Under the bill, owners could not raise the rent within a year, and tenants could not be sent away without a reason.',
      'Under the bill, owners could not raise the rent within a year.',
      'Under the bill, tenants could not be sent away without a reason.',
    ],
  ],
  leavesAlone: [
    'Under the bill, rents rose and tenants were put out of their homes in all of the big towns.',
    'She said that the river rose by two metres and the town was not safe.',
    'A spokesman for the union said talks over payments and even a long strike would not hold up its work.',
    'If the river rises again on Monday and the wall breaks, the town will not be safe.',
    'The club has a shop and a small museum that opens on Sundays.',
    'Visitors flushed with money from Chile and Saudi Arabia were among the first to come to the road.',
    'About 200 people die every year from heart attacks, strokes and other diseases brought on by hard work.',
    'Farmers who lost cattle in the flood and farmers who lost land will get help.',
  ],

  rewrite({ words }): Rewrite | undefined {
    return splitAtJoint(words, () => true)
  },
}

/** ", but it was not clear", ", and the school has": a comma and verbs that can be nothing else leave one place to cut. */
export const commaClause: Rule = {
  name: 'comma-clause',
  because: andClause.because,
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The presidents of the two countries had been due to meet on Friday, but it was unclear if the talks would be held.',
      'The presidents of the two countries had been due to meet on Friday.',
      'But it was unclear if the talks would be held.',
    ],
    [
      'The result of the bank was a little better than last year, and its shares were sold at a price of 31 dollars.',
      'The result of the bank was a little better than last year.',
      'Its shares were sold at a price of 31 dollars.',
    ],
  ],
  leavesAlone: [
    'The mayor said the road was safe, the bridge was new, and the school was far away from the river.',
    'If the river rises again on Monday, the road will be closed, and the school will send the children home.',
    'The club has a shop, a bar, and a museum that is open on Sundays from ten in the morning until five.',
  ],

  rewrite({ words }): Rewrite | undefined {
    return splitAtJoint(words, (at, verb) => {
      const second = finiteVerbAt(words, subjectFrom(words, at + 1)?.end ?? words.length)
      return (
        words[at - 1]?.text === ',' &&
        second !== undefined &&
        isSureVerb(words[verb]) &&
        isSureVerb(words[second]) &&
        !words.slice(verb, at - 1).some((word) => word.text === ',')
      )
    })
  },
}

/** Two sentences, parted at the last "and", "but" or "so" that joins two clauses and that `accepts` takes. */
function splitAtJoint(words: readonly Word[], accepts: (at: number, verb: number) => boolean): Rewrite | undefined {
  if (isQuestion(words) || hasMarks(words)) return undefined
  const end = bodyEnd(words)
  const front = frontOf(words)
  // "Under the bill, rents could not rise and tenants could not be put out": the bill rules both, and is said again.
  if (front === undefined && words[0]?.text === 'Under' && words.some((word) => word.xpos === 'MD')) return undefined
  for (let at = end - 3; at > 3; at -= 1) {
    const link = words[at]?.text.toLowerCase() ?? ''
    if (!/^(?:and|but|yet|so)$/.test(link) || (link === 'so' && words[at - 1]?.text !== ',')) continue
    if (!(words[at - 1]?.text === ',' ? longClauseFollows : clauseFollows)(words, at + 1)) continue
    const left = mainStart(words, at) ?? clauseStartAt(words, 0)
    if (left === undefined || left.verb > at - 2 || isInBrackets(words, at)) continue
    if (isOver(words, left.verb, at) && !isClear(words, left, at, end)) continue
    if (front !== undefined && words[left.verb]?.xpos !== 'MD') continue
    // "Streets were closed, schools kept pupils inside, and trains ran": of three, two would stand without an "and".
    const isOfThree = words.some(
      (word, place) =>
        place < at - 1 &&
        word.text === ',' &&
        words.slice(0, place).some(isFiniteVerb) &&
        !words
          .slice(0, place)
          .some((one) => /^(?:if|when|while|although|because|as|after|before|since|though)$/i.test(one.text)) &&
        finiteVerbAt(words, subjectFrom(words, place + 1)?.end ?? words.length) !== undefined,
    )
    if (link === 'and' && isOfThree) continue
    if (!isClauseJoint(words, at, left.verb) || endsList(words, left.verb, at) || !accepts(at, left.verb)) continue
    const before = words[at - 1]?.text === ',' ? at - 1 : at
    const first = link === 'and' ? [] : [put(link === 'so' ? 'so' : 'but', tokens(at, at + 1))]
    const again = front === undefined ? [] : [put(front, tokens(0, front.split(' ').length))]
    return [[keep(tokens(0, before))], [...first, ...again, keep(tokens(at + 1, words.length))]]
  }
  return undefined
}

/** "2,000 adult birds, chicks, eggs and nests were killed": the last of a list, whose verb is the verb of all. */
function endsList(words: readonly Word[], verb: number, at: number): boolean {
  const isNoun = (word: Word | undefined): boolean => /^(?:NOUN|PROPN)$/.test(word?.upos ?? '')
  if (words[at]?.text !== 'and' || !isNoun(words[at - 1])) return false
  const comma = words.findLastIndex((word, place) => place < at && place > verb && word.text === ',')
  return (
    comma > 0 &&
    at - comma < 4 &&
    isNoun(words[comma - 1]) &&
    words.slice(comma + 1, at).every(({ upos }) => /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(upos))
  )
}

/** "under the bill,": what rules all that follows; undefined where nothing of the kind stands in front. */
function frontOf(words: readonly Word[]): string | undefined {
  const comma = words.findIndex((word) => word.text === ',')
  if (!/^Under$/.test(words[0]?.text ?? '') || comma < 2 || comma > 6) return undefined
  const own = words.slice(1, comma).map((word) => word.text)
  return words.slice(1, comma).every((word) => /^(?:DET|NOUN|PROPN|ADJ|PRON)$/.test(word.upos))
    ? `under ${own.join(' ')},`
    : undefined
}

/**
 * "from Nigeria and Saudi Arabia were …", "attacks and other events brought on by …": two nouns may be joined, not two
 * clauses. A pronoun, an article or a comma shows a new clause; so do two verbs that can be nothing but verbs with a tense.
 */
function isClauseJoint(words: readonly Word[], at: number, verb: number): boolean {
  const first = words[at + 1]
  if (first === undefined || /^(?:other|more|another)$/i.test(first.text)) return false
  if (words[at - 1]?.text === ',' || /^(?:PRP|EX)$/.test(first.xpos)) return true
  const subject = subjectFrom(words, at + 1)
  const second = words[finiteVerbAt(words, subject?.end ?? at + 1) ?? -1]
  const isNew = /^(?:DT|PRP\$)$/.test(first.xpos)
  return isNew ? isSureVerb(words[verb]) || isSureVerb(second) : isSureVerb(words[verb]) && isSureVerb(second)
}

/** A verb that can be nothing but a verb with a tense. */
function isSureVerb(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.upos === 'AUX' || word.xpos === 'VBZ' || word.xpos === 'MD' || irregularPast.has(word.text.toLowerCase()))
  )
}

/** Past forms that are no participles too. */
const irregularPast = new Set(
  'was were had did went came took gave saw knew grew fell rose began ran became wrote spoke broke chose drove flew shook stole swam threw wore drew ate forgot'.split(
    ' ',
  ),
)

/** A quote or a colon before the joint: what stands behind it may be part of what was said. */
function hasMarks(words: readonly Word[]): boolean {
  return words.some((word) => /^(?:["“”:;]|--?|–|—)$/u.test(word.text) && word.xpos !== 'HYPH')
}

/**
 * Whether a comma and what stands behind the joint show that nothing rules both sides: "…, but it recommended that …" is a new
 * claim of its own; behind "when", "who" or "because" each part is told as a fact, whichever it belongs to.
 */
function isClear(words: readonly Word[], { subject, verb }: ClauseStart, at: number, end: number): boolean {
  if (words[at - 1]?.text !== ',' || opensClause(words, 0, subject.start)) return false
  const own = finiteVerbAt(words, subjectFrom(words, at + 1)?.end ?? end)
  const isOwnClaim =
    /^but$/i.test(words[at]?.text ?? '') &&
    own !== undefined &&
    /^VB[DZ]$/.test(words[own]?.xpos ?? '') &&
    (isReporting(words[own]?.lemma ?? '') || acts.test(words[own]?.lemma ?? ''))
  if (isOwnClaim) return true
  // "warned that the bridge was unsafe, but their reports were never read": their words are no part of what they warned of.
  if (
    /^but$/i.test(words[at]?.text ?? '') &&
    words[at + 1]?.xpos === 'PRP$' &&
    warnings.test(words[at + 2]?.lemma ?? '')
  )
    return true
  const before = words.slice(0, at)
  const isSaid = before.some((word) => word.upos === 'VERB' && (isReporting(word.lemma) || hopes.test(word.lemma)))
  return (
    !isSaid && !before.some((word, place) => place > verb && unsureScope.test(word.text)) && before.every(isToldWord)
  )
}

/** What a body or a person does with words: no finding of somebody else. */
const acts =
  /^(?:recommend|urge|call|order|ask|propose|demand|criticise|praise|blame|reject|welcome|decide|agree|refuse|decline|offer|promise)$/

const warnings = /^(?:report|warning|plea|advice|complaint|request|letter|appeal|protest|message)$/

const unsureScope = /^(?:that|if|unless|until|before|whether|so|how|why|what|lest|like|to)$/i

/** "may", "would", "not": what follows could lean on it. */
function isToldWord(word: Word): boolean {
  return !/^(?:may|might|could|would|should|can|must|not|n['’]t|never|no)$/i.test(word.text)
}

const hopes =
  /^(?:find|show|hope|know|mean|see|hear|feel|learn|guess|suppose|wish|prove|understand|realise|realize|discover|decide|remember|forget|doubt|ensure|want|plan|expect|think|believe|fear)$/

function isInBrackets(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at)
  return before.filter(({ text }) => text === '(').length !== before.filter(({ text }) => text === ')').length
}

/** Whether something before the joint could rule both sides: a clause word, or a condition or contrast in front. */
function isOver(words: readonly Word[], verb: number, at: number): boolean {
  if (opensClause(words, 0, verb) || opensClause(words, verb, at)) return true
  // "said talks and even a strike would not …": what somebody says or finds may run over the joint.
  if (
    words
      .slice(0, at)
      .some(
        (word) =>
          word.upos === 'VERB' &&
          (isReporting(word.lemma) ||
            /^(?:find|show|hope|know|mean|see|hear|feel|learn|guess|suppose|wish|prove|understand|realise|realize|discover|decide|remember|forget|doubt|ensure)$/.test(
              word.lemma,
            )),
      )
  )
    return true
  // "hoped the river fell and …": the clause of such a verb needs no "that".
  return words
    .slice(verb, at)
    .some((word, offset) => word.upos === 'VERB' && clauseFollows(words, verb + offset + 1, at))
}
