import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { inflect } from '../../language/inflect.ts'
import { childOf, childrenBy, isRelation, subjectOf, subtreeOf } from '../../language/tree.ts'
import {
  bodyEnd,
  closedSegment,
  firstWordOf,
  holdsNewPart,
  isClosed,
  isModal,
  isNegated,
  isQuestion,
  mainClause,
  resumeAt,
  tenseOf,
} from '../clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** -ing forms that work like prepositions or begin a list, and so have no subject. */
const prepositionLike = new Set(
  'according accord bar concern concerning consider depend excluding exclude follow following give include including involve involving pending range ranging regard regarding start starting compare compared owe owing base seem'.split(
    ' ',
  ),
)

/** What an event does, not a person: "prices rose, making food dear" → "This made food dear." */
const effects = new Set(
  'allow bring cause create cut destroy drive end force fuel give help hurt kill leave lead let make mean prompt push put raise send set spark stop threaten trap trigger'.split(
    ' ',
  ),
)

export const splitParticiple: Rule = {
  name: 'split-participle',
  because: 'The part with "-ing" is now a sentence of its own.',
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
  ],
  leavesAlone: [
    'The company sells many kinds of food, including rice, flour, oil and dried fish from the islands.',
    'She did not leave the house all day, fearing the police would stop her at the gate.',
    'He may sell the farm next year, ending a hundred years of work by his family.',
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
      if (word === undefined || clause < verb || word.xpos !== 'VBG') continue
      if (prepositionLike.has(word.lemma) || prepositionLike.has(word.text.toLowerCase())) continue
      if (subjectOf(words, clause) !== undefined || childOf(words, clause, 'mark', 'case') !== undefined) continue
      const start = firstWordOf(words, clause)
      if (words[start - 1]?.text !== ',' || start !== clause || childrenBy(words, clause, 'aux').length > 0) continue
      const end = bodyEnd(words)
      if (!isClosed(words, start, words.length, clause)) continue
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined) continue
      const isEffect = effects.has(word.lemma)
      if (isEffect && naming.isPerson) continue
      const plural = !isEffect && naming.plural
      const finite = inflect(word.lemma, tense === 'past' ? 'VBD' : plural ? 'VBP' : 'VBZ')
      const name = isEffect ? 'this' : (naming.pronoun ?? naming.text)
      return [
        [keep(tokens(0, start - 1)), keep(tokens(end, words.length))],
        [
          put(name, tokens(subject, subject + 1)),
          put(finite, tokens(clause, clause + 1)),
          keep(tokens(clause + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}

export const participleInFront: Rule = {
  name: 'participle-in-front',
  because: 'The part with "-ing" is now a sentence of its own.',
  examples: [
    [
      'Speaking in Perth on Monday, Mr Lee said the port would open in June.',
      'Mr Lee spoke in Perth on Monday.',
      'He said the port would open in June.',
    ],
    [
      'Having lost the vote, the mayor left the hall by a side door.',
      'The mayor had lost the vote.',
      'The mayor left the hall by a side door.',
    ],
  ],
  leavesAlone: [
    'Following the match, the captain spoke to reporters.',
    'Depending on the weather, the boat will leave at six.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    const first = words[0]
    if (main === undefined || first === undefined || isQuestion(words) || first.xpos !== 'VBG') return undefined
    const { verb, subject } = main
    if (prepositionLike.has(first.lemma) || prepositionLike.has(first.text.toLowerCase())) return undefined
    const comma = words.findIndex((word) => word.text === ',')
    const opening = subtreeOf(words, subject)[0] ?? subject
    if (comma < 2 || opening !== comma + 1 || subject > verb || isNegated(words, verb)) return undefined
    const tense = tenseOf(words, verb)
    if (tense === undefined) return undefined
    const having = first.lemma === 'have' && words[1]?.xpos === 'VBN'
    const naming = context.cast.again(sentence, subject, context.origin)
    if (naming === undefined) return undefined
    const whole = subtreeOf(words, subject)
    const subjectEnd = (whole.at(-1) ?? subject) + 1
    if (subjectEnd > verb || words.slice(opening, subjectEnd).some((word) => word.text === ',')) return undefined
    const finite = having ? 'had' : inflect(first.lemma, tense === 'past' ? 'VBD' : naming.plural ? 'VBP' : 'VBZ')
    return [
      [keep(tokens(opening, subjectEnd)), put(finite, tokens(0, 1)), keep(tokens(1, comma))],
      [put(naming.pronoun ?? naming.text, tokens(subject, subject + 1)), keep(tokens(subjectEnd, words.length))],
    ]
  },
}

/** Verbs whose "-ed" part tells of one past moment, whatever the tense of the sentence. */
const moments = new Set(
  'announce arrest award bear bring build buy charge create damage destroy discover elect elect establish find form found hire hit hold injure introduce invent jail kill launch lose make name open post publish release report reveal sell send set sign start steal strike take win write'.split(
    ' ',
  ),
)

export const splitPastParticiple: Rule = {
  name: 'split-past-participle',
  because: 'The part between commas is now a sentence of its own.',
  whenLong: true,
  examples: [
    [
      'The satellite, launched in March from an island near Japan, has sent its first pictures to Earth.',
      'The satellite has sent its first pictures to Earth.',
      'The satellite was launched in March from an island near Japan.',
    ],
  ],
  leavesAlone: [
    'The workers paid by the hour will get more money from next year under the new rules.',
    'The plan, backed by farmers, is popular.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const mainTense = tenseOf(words, main.verb)
    for (const [at, word] of words.entries()) {
      if (word.xpos !== 'VBN' || word.relation !== 'acl' || word.head < 0 || word.head > at) continue
      const start = firstWordOf(words, at)
      if (words[start - 1]?.text !== ',' || childrenBy(words, at, 'aux', 'nsubj').length > 0) continue
      if (prepositionLike.has(word.lemma)) continue
      const head = word.head
      if (words[head]?.upos !== 'NOUN' && words[head]?.upos !== 'PROPN') continue
      const segment = closedSegment(words, start, at)
      if (segment === undefined || holdsNewPart(words, segment.start, segment.end) || segment.end - segment.start < 4)
        continue
      const past = mainTense === 'past' || moments.has(word.lemma)
      if (!past || isNegated(words, words[head]?.head ?? -1) || isModalHead(words, words[head])) continue
      const naming = context.cast.again(sentence, head, context.origin)
      if (naming === undefined) continue
      const be = naming.plural ? 'were' : 'was'
      const end = bodyEnd(words)
      const main1: Piece[] =
        segment.end >= end
          ? [keep(tokens(0, start - 1)), keep(tokens(end, words.length))]
          : [keep(tokens(0, start - 1)), keep(tokens(resumeAt(words, segment.end), words.length))]
      const added = [put(naming.text, tokens(head, head + 1)), put(be, tokens(start, start)), keep(segment)]
      return [main1, added]
    }
    return undefined
  },
}

function isModalHead(words: readonly Word[], noun: Word | undefined): boolean {
  const verb = noun?.head ?? -1
  return verb >= 0 && !isRelation(noun?.relation ?? '', 'nsubj') && isModal(words, verb)
}
