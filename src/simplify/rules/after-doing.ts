import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { canAct } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { clauseStartAt, verbGroupAt } from '../../language/tail-clause.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isMeasured, worthSplitting } from './this-was-after.ts'

/** What somebody did to whom something is done: "was fined after admitting"; nobody is fined after a court's hearing of his own. */
const ownDeeds =
  /^(?:admit|plead|be|fail|ignore|lose|suffer|refuse|fall|break|crash|collide|miss|leave|confess|develop|contract|steal|drive|attack|kill|hit|shoot|stab|threaten|send|post|climb|jump|escape|flee|try|attempt|lie|cheat|speed|test|resign|score|win|complain|collapse|slip|swallow|drink|eat)$/

/** "X was fined after admitting A" → "X was fined. This happened after it admitted A." */
export const afterDoing: Rule = {
  name: 'after-doing',
  because: 'When it happened now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  keepsSpeaker: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The ferry company was fined $2.1 million in the Federal Court on Thursday after admitting that it had ignored two warnings about rust.',
      'The ferry company was fined $2.1 million in the Federal Court on Thursday.',
      'This happened after it admitted that it had ignored two warnings about rust.',
    ],
    [
      'Mr Lawson has left his post at the head of the football club after being found to have lied about the cost of the new stand.',
      'Mr Lawson has left his post at the head of the football club.',
      'This happened after he was found to have lied about the cost of the new stand.',
    ],
    [
      'The 40-metre trawler sank about 12 kilometres off the coast on Monday after hitting a rock in the thick morning fog.',
      'The 40-metre trawler sank about 12 kilometres off the coast on Monday.',
      'This happened after it hit a rock in the thick morning fog.',
    ],
  ],
  leavesAlone: [
    'The man was freed by a court in the north of the country on Monday after hearing that two of the tests had been wrong.',
    'The company will pay its workers for the days that they lost in May after losing a case in the Federal Court on Monday.',
    'The mayor said on Monday in the old town hall after meeting the farmers that the road would open in the spring.',
    'She moved back to the house by the river in the spring two years after losing her job at the mill in the town.',
    'The team did not go home to the hotel in the city on Saturday after winning the last game of the long season.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:?]$/u.test(word.text))) return undefined
    if (lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    const end = bodyEnd(words)
    const at = words.findIndex((word, place) => word.text.toLowerCase() === 'after' && words[place + 1]?.xpos === 'VBG')
    const doing = words[at + 1]
    if (at < 4 || end - at < 5 || doing === undefined) return undefined
    // "two days after", "the year after", "and after": what stands before belongs to it.
    const before = words[at - 1]?.lemma ?? ''
    if (
      isMeasured(words, at) ||
      /^(?:and|or|but|than|second|minute|hour|day|week|month|year|decade|moment)$/.test(before)
    )
      return undefined
    // "…, police said": a speaker at the end.
    if (
      words
        .slice(at)
        .some(
          (word, step) =>
            /^VB[DZP]$/.test(word.xpos) &&
            isReporting(word.lemma) &&
            words.slice(at, at + step).some(({ text }) => text === ','),
        )
    )
      return undefined
    const main = clauseStartAt(words, 0) ?? mainStart(words, at)
    if (main === undefined || main.verb >= at || opensClause(words, main.verb + 1, at)) return undefined
    // One deed only: "went home and slept after eating" may mean the second.
    if (words.slice(main.verb + 1, at).some((word) => /^(?:,|and|but|or|to|who|which|that)$/i.test(word.text)))
      return undefined
    const group = verbGroupAt(words, main.verb)
    if (!/^(?:past|perfect)$/.test(group.time) || group.isNegated || isReporting(words[group.head]?.lemma ?? ''))
      return undefined
    if (group.isPassive && !ownDeeds.test(doing.lemma)) return undefined
    // "were killed … after leaving": the dead and what is only so do nothing after it.
    if (
      group.isState ||
      words.slice(0, at).some((word) => /^(?:no|nobody|none|only|not|n['’]t|never|if|few)$/i.test(word.text))
    )
      return undefined
    const head = words[main.subject.head]
    const isDoer =
      head?.upos === 'PROPN' ||
      head?.upos === 'PRON' ||
      canAct(head?.lemma ?? '') ||
      moves.test(words[group.head]?.lemma ?? '')
    const naming = context.cast.again(sentence, main.subject.head, context.origin)
    if (!isDoer || naming === undefined) return undefined
    // Behind a speaker's name "he" would be the speaker.
    const name =
      context.before > 0
        ? naming.text
        : (naming.pronoun ??
          (/^(?:the|it)\b/.test(naming.text) && !naming.isPerson && !naming.plural ? 'it' : naming.text))
    const finite = finiteOf(words, at + 1, naming.plural)
    if (finite === undefined) return undefined
    return [
      [keep(tokens(0, words[at - 1]?.text === ',' ? at - 1 : at)), keep(tokens(end, words.length))],
      [
        put('this happened', tokens(main.verb, main.verb + 1)),
        keep(tokens(at, at + 1)),
        put(name, tokens(main.subject.head, main.subject.head + 1)),
        ...finite,
      ],
    ]
  },
}

/** What befalls a thing that moves: "the ship sank after hitting a rock". */
const moves = /^(?:sink|crash|overturn|capsize|collapse|explode|derail|stop|land|fail|burn|break|burst|shut|close)$/

/** "admitting" → "admitted", "being found" → "was found", "having lost" → "had lost"; a second "-ing" beside it would need the same. */
function finiteOf(words: readonly Word[], at: number, plural: boolean): readonly Piece[] | undefined {
  const word = words[at]
  if (
    word === undefined ||
    words.slice(at + 1).some((one, step) => one.xpos === 'VBG' && /^(?:and|or)$/i.test(words[at + step]?.text ?? ''))
  )
    return undefined
  const text =
    word.lemma === 'be' ? (plural ? 'were' : 'was') : word.lemma === 'have' ? 'had' : inflect(word.lemma, 'VBD')
  return [put(text, tokens(at, at + 1)), keep(tokens(at + 1, words.length))]
}
