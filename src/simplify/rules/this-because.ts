import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { shareBefore, type TailClause, tailClauseOf } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { ownClause } from './pronoun-owners.ts'
import { worthSplitting } from './this-was-after.ts'

/** "A because B" → "A. This is because B." by word classes: in long sentences the tree hangs B on any verb. */
export const thisBecause: Rule = {
  name: 'this-because',
  because: 'Why it happened now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The old house on the main street was sold at a low price because nobody had lived in it for three years.',
      'The old house on the main street was sold at a low price.',
      'This was because nobody had lived in it for three years.',
    ],
    [
      'Drivers should not try to leave the town by the coast road because rocks could fall on their cars from the hill.',
      'Drivers should not try to leave the town by the coast road.',
      'This is because rocks could fall on their cars from the hill.',
    ],
  ],
  leavesAlone: [
    'The team did not sell its best player in January because it needed money but because he had asked to leave.',
    'The man was accused of killing his wife in the kitchen because she wanted to leave him for a friend.',
    'The town must have known of the danger, since a report of 2016 had told the council about the old wall.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    const tail = tailClauseOf(words, /^(?:because|since)$/)
    if (tail === undefined || (tail.link === 'since' && !isReason(words, tail, context))) return undefined
    const { at, hasComma } = tail
    const share = shareBefore(words, at)
    // "in large part because", "because this is such an illness"
    if (!isSure(words, tail) || /^part$/i.test(words[at - 1 - share]?.text ?? '')) return undefined
    if (/^(?:this|that|these|those)$/i.test(words[tail.own.subject.head]?.text ?? '')) return undefined
    const be = beOf(words, tail, context)
    const clause = be === undefined ? undefined : ownClause(sentence, tail, context)
    if (be === undefined || clause === undefined) return undefined
    const open = at - share
    const cut = hasComma ? open - 1 : open
    const adverb = words
      .slice(open, at)
      .map((word) => `${word.text.toLowerCase()} `)
      .join('')
    return [[keep(tokens(0, cut))], [put(`this ${be} ${adverb}because`, tokens(open, at + 1)), ...clause]]
  },
}

/** Whether "not … because" cannot be meant, and nobody but the one who tells it gives this reason. */
function isSure(words: readonly Word[], { at, main, group, own, ownGroup }: TailClause): boolean {
  const before = words.slice(0, at)
  if (
    before.some((word) =>
      /^(?:no|nobody|none|nothing|neither|nor|without|hardly|rarely|seldom|never)$/i.test(word.text),
    )
  )
    return false
  if (before.some((word) => accusing.test(word.lemma))) return false
  // "Some live at home because they want to save": those who do so for this reason were counted.
  const isPronoun = words[own.subject.head]?.upos === 'PRON'
  const counted = words.slice(0, main.verb).some((word) => word.upos === 'NUM' || counts.test(word.text))
  if (counted && isPronoun) return false
  const nots = words.slice(main.verb, at).filter((word) => /^(?:not|n['’]t|cannot)$/i.test(word.text)).length
  if (nots === 0) return true
  // "could not cross because the bridge was closed": a reason why not, as what it cannot be is plain.
  const modal = words[group.finite]?.text.toLowerCase() ?? ''
  if (nots > 1 || !group.isNegated || isPronoun || group.isPassive) return false
  if (/^(?:could|can|ca)$/.test(modal)) return true
  const isRisk = /^(?:could|may|might)$/i.test(words[ownGroup.finite]?.text ?? '') && !ownGroup.isNegated
  return (
    /^(?:should|must)$/.test(modal) &&
    isRisk &&
    !/^(?:lose|suffer|pay|die|fail|go|be|have)$/.test(words[group.head]?.lemma ?? '')
  )
}

const accusing =
  /^(?:accuse|accused|allege|alleged|allegedly|charge|suspect|suspected|convict|convicted|claim|blame|deny|believe|think|say|tell|argue|fear|report|suggest|hope)$/
const counts = /^(?:%|some|many|most|few|several|all|half|hundreds|thousands|dozens|millions|those|anyone|people)$/i

/** ", since B": a reason, where no time can be meant and A is no guess from B. */
function isReason(
  words: readonly Word[],
  { at, hasComma, group, ownGroup }: TailClause,
  { speaker }: RuleContext,
): boolean {
  const isGuess =
    group.time === 'modal' ||
    words
      .slice(0, at)
      .some((word) => /^(?:seem|appear|probably|likely|clearly|obviously|surely|perhaps)$/i.test(word.lemma)) ||
    /\b(?:believe|think|suspect|fear|assume|guess|expect|conclude)/i.test(speaker ?? '')
  return hasComma && !isGuess && group.time !== 'perfect' && !(group.time === 'pluperfect' && ownGroup.time === 'past')
}

/** "This was because", "this is because": of the time of both clauses. */
function beOf(
  words: readonly Word[],
  { group, ownGroup }: TailClause,
  { before }: RuleContext,
): 'was' | 'is' | undefined {
  const first = words[group.finite]?.text.toLowerCase() ?? ''
  const second = words[ownGroup.finite]?.text.toLowerCase() ?? ''
  const isBack = (text: string): boolean => /^(?:would|could|might)$/.test(text)
  if (ownGroup.time === 'modal' && !isBack(second)) return 'is'
  if (ownGroup.time === 'present' || ownGroup.time === 'perfect') return 'is'
  if (group.time === 'past' || group.time === 'pluperfect') return 'was'
  // "should not leave because rocks could fall": so it is now, unless somebody said so.
  if (before === 0 && /^(?:should|must)$/.test(first) && second !== 'would') return 'is'
  if (group.time === 'modal' && (isBack(first) || first === 'should'))
    return before > 0 || ownGroup.time !== 'modal' ? 'was' : undefined
  return ownGroup.time === 'modal' ? undefined : 'is'
}
