import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { clauseStartAt, verbGroupAt } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { ownClause } from './pronoun-owners.ts'
import { worthSplitting } from './this-was-after.ts'

/** "A, two days before B" → "A. This was two days before B." */
export const measuredTime: Rule = {
  name: 'measured-time',
  because: 'How long before or after it happened now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The mayor of the old port town resigned on Tuesday, two days before the council was due to vote on her future.',
      'The mayor of the old port town resigned on Tuesday.',
      'This was two days before the council was due to vote on her future.',
    ],
    [
      'People in the west will vote next March on a new clock, 17 years after they voted against it for the fourth time.',
      'People in the west will vote next March on a new clock.',
      'This will be 17 years after they voted against it for the fourth time.',
    ],
    [
      'Her husband had bought a large flat from a property firm soon after the firm was given a contract to build 340 homes.',
      'Her husband had bought a large flat from a property firm.',
      'This was soon after the firm was given a contract to build 340 homes.',
    ],
  ],
  leavesAlone: [
    'The decision to sell the old port to a firm from the north came two weeks after the mayor had lost the vote.',
    'The two sides did not agree on a price for the port until Friday, two days after the ship had come in.',
    'The road will open in June, five weeks after the town had hoped to see the last of the old trucks.',
    'The woman was found by a man in a boat in May, a year after she had left home, and taken to a ward.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    if (words.some((word) => /^["“”;:()]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const at = words.findIndex(
      (word, place) => place > 5 && /^(?:before|after)$/i.test(word.text) && measureStart(words, place) > 0,
    )
    const start = at < 0 ? -1 : measureStart(words, at)
    const own = at < 0 ? undefined : clauseStartAt(words, at + 1)
    const main = start < 0 ? undefined : (mainStart(words, start) ?? clauseStartAt(words, 0))
    if (own === undefined || main === undefined || main.verb >= start - 2) return undefined
    // More behind a comma could go on with the main clause.
    if (opensClause(words, main.verb, start) || words.slice(own.verb, end).some((word) => word.text === ','))
      return undefined
    const [group, ownGroup] = [verbGroupAt(words, main.verb), verbGroupAt(words, own.verb)]
    if (
      words.slice(0, start).some(isNot) ||
      ownGroup.isNegated ||
      /^(?:come|be|happen|occur|follow)$/.test(words[group.head]?.lemma ?? '')
    )
      return undefined
    const time = timeWords(group.time, words[main.verb]?.text.toLowerCase() ?? '', context.before > 0)
    if (
      time === undefined ||
      !/^(?:past|pluperfect)$/.test(ownGroup.time) ||
      /^(?:hope|plan|expect|want)$/.test(words[ownGroup.head]?.lemma ?? '')
    )
      return undefined
    const tail = { at, link: words[at]?.text ?? '', hasComma: true, main, group, own, ownGroup, end }
    const clause = ownClause(sentence, tail, context)
    if (clause === undefined) return undefined
    const cut = words[start - 1]?.text === ',' ? start - 1 : start
    return [[keep(tokens(0, cut))], [put(time, tokens(start, start)), keep(tokens(start, at + 1)), ...clause]]
  },
}

const unit = /^(?:moment|minute|hour|day|night|week|month|year|decade|century)s?$/i

/** Where "two days", "just hours", "less than 12 hours", "soon" before the link at `at` begins; -1 where no such measure stands there. */
function measureStart(words: readonly Word[], at: number): number {
  const before = words[at - 1]
  if (/^(?:soon|shortly)$/i.test(before?.text ?? '')) return words[at - 2]?.text === ',' || at > 9 ? at - 1 : -1
  if (!unit.test(before?.text ?? '')) return -1
  let start = at - 1
  while (start > 0 && /^(?:NUM|DET|ADV|ADJ)$/.test(words[start - 1]?.upos ?? '') && at - start < 6) start -= 1
  if (/^(?:less|more) than$/i.test(`${words[start - 2]?.text} ${words[start - 1]?.text}`)) start -= 2
  return words[start - 1]?.text === ',' ? start : -1
}

function timeWords(time: string, modal: string, isSaid: boolean): string | undefined {
  if (time === 'past' || time === 'pluperfect' || time === 'perfect') return 'this was'
  if (time !== 'modal') return undefined
  return modal === 'will' ? 'this will be' : modal === 'would' && isSaid ? 'this would be' : undefined
}

function isNot(word: Word): boolean {
  return /^(?:not|n['’]t|no|never|nobody|none|until|if)$/i.test(word.text)
}
