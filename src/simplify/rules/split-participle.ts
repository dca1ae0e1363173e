import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import {
  bodyEnd,
  firstWordOf,
  isClosed,
  isModal,
  isNegated,
  isQuestion,
  mainClause,
  tenseOf,
} from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isReporting } from '../../language/reporting.ts'
import { childOf, childrenBy, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** -ing and -ed forms that work like prepositions or begin a list, and so have no subject. */
export const prepositionLike: ReadonlySet<string> = new Set(
  'according accord bar concern concerning consider depend excluding exclude follow following give given include including involve involving pending range ranging regard regarding start starting compare compared owe owing base seem'.split(
    ' ',
  ),
)

/** What an event does even where people act: "nurses walked out, forcing the hospital to close". */
const strongEffects = new Set(
  'allow cause delay disrupt force imply indicate mean prompt reflect spark suggest trigger'.split(' '),
)

/** What an event does, not a person: "prices rose, making food dear" → "This made food dear." */
const effects = new Set(
  'bring create cut destroy drive end fuel give help hurt kill leave lead let make push put raise send set stop threaten trap'.split(
    ' ',
  ),
)

export const splitParticiple: Rule = {
  name: 'split-participle',
  because: 'The part with "-ing" is now a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Ms Lee opposed the plan, saying the road would cost too much and take too long.',
      'Ms Lee opposed the plan.',
      'She said the road would cost too much and take too long.',
    ],
    [
      'A landslide blocked the highway near the lake, cutting the only road to three villages.',
      'A landslide blocked the highway near the lake.',
      'This cut the only road to three villages.',
    ],
    [
      'Ms Tran played in the final at home on Saturday, having missed two games with a sore knee.',
      'Ms Tran played in the final at home on Saturday.',
      'She had missed two games with a sore knee.',
    ],
  ],
  leavesAlone: [
    'The company sells many kinds of food, including rice, flour, oil and dried fish from the islands.',
    'She did not leave the house all day, fearing the police would stop her at the gate.',
    'He may sell the farm next year, ending a hundred years of work by his family.',
    'Mr Lee pleaded not guilty to fraud, lying to police and making a false claim to his bank in May.',
    'Ms Lee said the port had lost its way, telling reporters the ships went to other towns.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    const tense = tenseOf(words, verb)
    if (tense === undefined || isModal(words, verb) || isNegated(words, verb)) return undefined
    for (const clause of childrenBy(words, verb, 'advcl').toReversed()) {
      const word = words[clause]
      if (word === undefined || clause < verb) continue
      const having = childrenBy(words, clause, 'aux').find((at) => words[at]?.text.toLowerCase() === 'having')
      if (having === undefined && word.xpos !== 'VBG') continue
      if (prepositionLike.has(word.lemma) || prepositionLike.has(word.text.toLowerCase())) continue
      if (subjectOf(words, clause) !== undefined || childOf(words, clause, 'mark', 'case') !== undefined) continue
      const start = firstWordOf(words, clause)
      if (words[start - 1]?.text !== ',' || start !== (having ?? clause)) continue
      if (having === undefined && childrenBy(words, clause, 'aux').length > 0) continue
      const end = bodyEnd(words)
      if (!isClosed(words, start, words.length, clause)) continue
      // "pleaded guilty to fraud, lying to police and making …": a list of deeds, and nobody says that they were done.
      if (isListed(words, clause) || (speaksOfGuilt(words) && !isReporting(word.lemma))) continue
      // Behind a claim, "telling reporters …" is what its speaker did; speech-tail knows who that is.
      if (
        isReporting(word.lemma) &&
        isReporting(words[verb]?.lemma ?? '') &&
        childOf(words, verb, 'ccomp', 'parataxis') !== undefined
      )
        continue
      const naming = context.cast.again(sentence, subject, context.origin)
      // "Rates stayed the same, suggesting that …", but a person who suggests does it.
      const isShown = !/^(?:suggest|indicate|imply|reflect)$/.test(word.lemma) || naming?.isPerson !== true
      const isStrong = having === undefined && strongEffects.has(word.lemma) && isShown
      const isEffect = isStrong || (having === undefined && effects.has(word.lemma))
      if (isEffect && !isStrong && naming?.isPerson !== false) continue
      if (naming === undefined) {
        if (!isStrong) continue
      } else if (isReporting(word.lemma) && !naming.isPerson && !/^(?:it|they|the |[A-Z])/.test(naming.text)) continue
      const plural = !isEffect && naming?.plural === true
      const finite =
        having === undefined ? inflect(word.lemma, tense === 'past' ? 'VBD' : plural ? 'VBP' : 'VBZ') : 'had'
      const name = isEffect || naming === undefined ? 'this' : (naming.pronoun ?? naming.text)
      return [
        [keep(tokens(0, start - 1)), keep(tokens(end, words.length))],
        [
          put(name, tokens(subject, subject + 1)),
          put(finite, tokens(start, start + 1)),
          keep(tokens(start + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** Whether another "-ing" stands beside it behind "and" or "or", or a preposition rules the list that it stands in. */
function isListed(words: readonly Word[], clause: number): boolean {
  const hasOther = words.some(
    (word, at) => at > clause && word.xpos === 'VBG' && /^(?:and|or)$/i.test(words[at - 1]?.text ?? ''),
  )
  const before = words.slice(0, clause).findLastIndex((word) => word.upos === 'NOUN' || word.upos === 'PROPN')
  const isRuled = childrenBy(words, before, 'case').some((at) =>
    /^(?:of|to|with|for|including|like)$/i.test(words[at]?.text ?? ''),
  )
  return hasOther && isRuled
}

/** Words of charges and guilt: what follows them is never told as done. */
function speaksOfGuilt(words: readonly Word[]): boolean {
  return words.some((word) =>
    /^(?:accuse|charge|plead|guilty|convict|suspect|allege|sentence|admit|deny|trial|court)$/.test(word.lemma),
  )
}
