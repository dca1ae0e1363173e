import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { reportingAt, speakerFrom, startsOf } from '../../language/attribution-by-marks.ts'
import { finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { isSpeechAct, isToldIn } from '../../language/speech-acts.ts'
import { isFiniteVerb, isRelation, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Y said A but admitted B": two claims of one speaker. */
export const twoClaims: Rule = {
  name: 'two-claims',
  because: 'The two things that the person said now have a sentence each.',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Mr Lawson said the landing was a big step for the country but warned that the cost could still rise.',
      'Mr Lawson said the landing was a big step for the country.',
      'But Mr Lawson warned that the cost could still rise.',
    ],
    [
      'The mayor of the town, Ann Lee, said the storm was the worst in a century and promised help for every family.',
      'The mayor of the town, Ann Lee, said the storm was the worst in a century.',
      'Lee promised help for every family.',
    ],
  ],
  leavesAlone: [
    'Mr Lawson said the mayor had seen the plan last year but warned that the cost could still rise.',
    'The bishop said the church had failed the children in its care and promised to pay for it.',
    'Mr Lawson said he had seen the plan last year and told nobody in the town about the cost.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const speaking = isQuestion(words) ? undefined : (byTree(words) ?? byMarks(words))
    if (speaking === undefined) return undefined
    const { verb: root, subject } = speaking
    const end = bodyEnd(words)
    for (let at = end - 3; at > root + 3; at -= 1) {
      const link = words[at]?.text.toLowerCase()
      if (link !== 'but' && link !== 'and') continue
      const verb = words[at + 1]
      if (verb === undefined || !isSpeechAct(verb.lemma) || verb.lemma === 'show') continue
      if (!isToldIn(words, root + 1, at + 1)) continue
      if (words.slice(0, at).filter((word) => word.text === '"').length % 2 === 1) continue
      // If a person stands in the first claim, he or she could be the one who warned.
      if (
        !isModalClaim(words, root) &&
        words
          .slice(root + 1, at)
          .some(
            (word, offset) =>
              isRelation(word.relation, 'nsubj') && isPerson(word) && !isAside(words, root + 1 + offset, at),
          )
      )
        continue
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined) continue
      const cut = words[at - 1]?.text === ',' ? at - 1 : at
      const joint = link === 'but' ? [keep(tokens(at, at + 1))] : []
      return [
        [keep(tokens(0, cut)), keep(tokens(end, words.length))],
        [...joint, put(naming.text, tokens(subject, subject + 1)), keep(tokens(at + 1, words.length))],
      ]
    }
    return undefined
  },
}

interface Speaking {
  readonly verb: number
  readonly subject: number
}

function byTree(words: readonly Word[]): Speaking | undefined {
  const verb = rootOf(words)
  const subject = verb === undefined ? undefined : subjectOf(words, verb)
  if (verb === undefined || subject === undefined || subject > verb) return undefined
  return isReporting(words[verb]?.lemma ?? '') && (words[verb]?.xpos === 'VBD' || isRefusal(words, verb))
    ? { verb, subject }
    : undefined
}

/** "would not comment on A, but said B" */
function isRefusal(words: readonly Word[], verb: number): boolean {
  const helpers = words.slice(Math.max(0, verb - 3), verb).map((word) => word.text.toLowerCase())
  return words[verb]?.xpos === 'VB' && /(?:would|did) (?:not|n['’]t)$/.test(helpers.join(' '))
}

function byMarks(words: readonly Word[]): Speaking | undefined {
  const [start = 0] = startsOf(words)
  const speaker = speakerFrom(words, start)
  const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
  return speaker === undefined || verb === undefined || words[verb]?.xpos !== 'VBD'
    ? undefined
    : { verb, subject: speaker.head }
}

/** "…, where 2,300 people live, but said": who lives there cannot be who said it. */
function isAside(words: readonly Word[], at: number, joiner: number): boolean {
  if (words[joiner - 1]?.text !== ',') return false
  const open = words.findLastIndex((word, place) => place < at && word.text === ',')
  return open > 0 && at - open < 6 && /^(?:where|which|whose)$/i.test(words[open + 1]?.text ?? '')
}

/** "said members would vote, but added": behind "would" no past form can be the members' own. */
function isModalClaim(words: readonly Word[], verb: number): boolean {
  const start = words[verb + 1]?.text.toLowerCase() === 'that' ? verb + 2 : verb + 1
  const finite = finiteVerbAt(words, subjectFrom(words, start)?.end ?? words.length)
  // "everything humanly possible would be done"
  const first = words.findIndex((word, at) => at >= start && isFiniteVerb(word))
  return words[finite ?? first]?.xpos === 'MD'
}

function isPerson(word: Word): boolean {
  if (word.upos === 'PROPN') return true
  if (word.upos === 'PRON')
    return !/^(?:it|this|that|there|which|what|everything|something|anything|nothing|much|all)$/i.test(word.text)
  return ['person', 'body', 'document'].some((name) => isOfClass(word.lemma, name))
}
