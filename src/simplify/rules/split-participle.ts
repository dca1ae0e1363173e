import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
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
import { isPerfect } from '../../language/tenses.ts'
import { childOf, childrenBy, isFiniteVerb, isRelation, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** -ing and -ed forms that work like prepositions or begin a list, and so have no subject. */
export const prepositionLike: ReadonlySet<string> = new Set(
  'according accord bar concern concerning consider depend excluding exclude follow following give given include including involve involving pending range ranging regard regarding start starting compare compared owe owing base seem strip adjust'.split(
    ' ',
  ),
)

/** What an event does even where people act: "nurses walked out, forcing the hospital to close". */
const strongEffects = new Set(
  'allow cause delay disrupt force imply indicate mean overwhelm prompt reflect render spare spark suggest trigger'.split(
    ' ',
  ),
)

/** What an event does, not a person: "prices rose, making food dear" → "This made food dear." */
const effects = new Set(
  'anger attract bring create cut damage destroy draw drive end flood fuel give help hurt injure kill leave lead let make push put raise send set stop strand surprise threaten trap worry'.split(
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
    [
      'The bank will shut 112 branches by the end of next year, cutting about 900 jobs in the north.',
      'The bank will shut 112 branches by the end of next year.',
      'This will cut about 900 jobs in the north.',
    ],
    [
      'The central bank raised its main rate by a quarter of a point, bringing it to its highest level since 2008.',
      'The central bank raised its main rate by a quarter of a point.',
      'This brought the rate to its highest level since 2008.',
    ],
    [
      'A truck hit the front of a hotel in Lima early on Sunday, killing two guests and injuring 11 others.',
      'A truck hit the front of a hotel in Lima early on Sunday.',
      'This killed two guests and injured 11 others.',
    ],
  ],
  leavesAlone: [
    'He would sell the farm in May, having no children who wanted to work on it.',
    'She will leave the club at the end of May, hoping to find work near her home in the hills.',
    'The bank will shut 112 branches next year if rates fall, cutting about 900 jobs in the north.',
    'The company sells many kinds of food, including rice, flour, oil and dried fish from the islands.',
    'She did not leave the house all day, fearing the police would stop her at the gate.',
    'The firm is the biggest riser in the list, increasing its value by 86 per cent and taking 29th place.',
    'He may sell the farm next year, ending a hundred years of work by his family.',
    'Mr Lee pleaded not guilty to fraud, lying to police and making a false claim to his bank in May.',
    'Ms Lee said the port had lost its way, telling reporters the ships went to other towns.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    const modal = plannedBy(words, verb)
    const tense = modal === undefined ? tenseOf(words, verb) : 'present'
    if (tense === undefined || (isModal(words, verb) && modal === undefined) || isNegated(words, verb)) return undefined
    for (const clause of childrenBy(words, verb, 'advcl').toReversed()) {
      const word = words[clause]
      if (word === undefined || clause < verb) continue
      const having = childrenBy(words, clause, 'aux').find((at) => words[at]?.text.toLowerCase() === 'having')
      if (having === undefined && word.xpos !== 'VBG') continue
      // "found the raft east of Bicheno, drifting in waves": what was found may be what drifts.
      if (
        perceives.test(words[verb]?.lemma ?? '') &&
        childOf(words, verb, 'obj') !== undefined &&
        !isReporting(word.lemma)
      )
        continue
      // "with a fever, vomiting and a rash": one of several things; "making this the driest year": "this" is said twice.
      if (/^(?:and|or)$/.test(words[clause + 1]?.text ?? '') && /^(?:DT|NNS?|JJ)$/.test(words[clause + 2]?.xpos ?? ''))
        continue
      // "failing which they will strike"
      if (/^W/.test(words[clause + 1]?.xpos ?? '') && words[clause + 1]?.text.toLowerCase() === 'which') continue
      if (/^(?:this|these)$/i.test(words[clause + 1]?.text ?? '') && words[clause + 2]?.upos !== 'NOUN') continue
      // "the court found that the girl was old enough, overturning two rulings": no girl overturns them.
      if (
        context.before > 0 &&
        /^(?:overturn|uphold|quash|reverse|overrule|grant|dismiss|reject|order|award|clear|convict|jail|sentence|fine|acquit|strike|set|end|affirm)$/.test(
          word.lemma,
        )
      )
        continue
      // Behind a speaker that was moved to the front, "adding that …" would be told by him as well.
      if (
        having === undefined &&
        isReporting(word.lemma) &&
        !/^(?:suggest|indicate|show|reflect|imply)$/.test(word.lemma) &&
        context.before > 0
      )
        continue
      // "is the biggest riser, increasing its value by 86%": that is over, whatever "is" tells.
      if (
        having === undefined &&
        childOf(words, verb, 'cop') !== undefined &&
        tense === 'present' &&
        changes.test(word.lemma)
      )
        continue
      // "with one member, Ann Lee, abstaining": it is the member who does it.
      if (isOfWithPart(words, clause)) continue
      if (prepositionLike.has(word.lemma) || prepositionLike.has(word.text.toLowerCase())) continue
      if (subjectOf(words, clause) !== undefined || childOf(words, clause, 'mark', 'case') !== undefined) continue
      const start = firstWordOf(words, clause)
      if (words[start - 1]?.text !== ',' || start !== (having ?? clause)) continue
      if (having === undefined && childrenBy(words, clause, 'aux').length > 0) continue
      const end = bodyEnd(words)
      if (!isClosed(words, start, words.length, clause)) continue
      // "pleaded guilty to fraud, lying to police and making …": a list of deeds, and nobody says that they were done.
      if (isListed(words, clause) || (speaksOfGuilt(words, word.lemma) && !isReporting(word.lemma))) continue
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
      const isStrong =
        having === undefined &&
        ((strongEffects.has(word.lemma) && isShown) || movesIt(words, start) || leavesThemSo(words, start, end))
      const isEffect = isStrong || (having === undefined && effects.has(word.lemma))
      if (isEffect && !isStrong && naming?.isPerson !== false) continue
      if (naming === undefined) {
        if (!isStrong) continue
      } else if (isReporting(word.lemma) && !naming.isPerson && !/^(?:it|they|the |[A-Z])/.test(naming.text)) continue
      // "Montana rejected two offers, insisting that their striker …": "it" and "their" would be two.
      const their = words.findIndex(({ text }, at) => at > start && at < end && /^(?:their|they|them)$/i.test(text))
      const isTheirs = their > 0 && !words.slice(start, their).some(({ xpos }) => /^NNP?S$/.test(xpos))
      if (isTheirs && naming?.plural === false && !naming.isPerson) continue
      const rest = alikeBehind(words, clause, end)
      if (rest === undefined) continue
      const isAllEffect = rest.every(
        (at) => effects.has(words[at]?.lemma ?? '') || strongEffects.has(words[at]?.lemma ?? ''),
      )
      if (isEffect && !isAllEffect && naming === undefined) continue
      // "will shut 112 branches, cutting 900 jobs": planned as the rest is; what somebody says or has done is no plan.
      const isStance =
        /^(?:blame|cite|accuse|thank|praise|criticise|criticize|condemn|welcome|reject|deny|dismiss|call|describe)$/.test(
          word.lemma,
        )
      if (modal !== undefined && having === undefined && (isReporting(word.lemma) || isStance || !isDeed(word.lemma)))
        continue
      // "The storm killed three people, flooding homes": it was not the deaths that flooded them.
      const isHarm = /^(?:kill|injure|hurt|wound|drown)$/.test(words[verb]?.lemma ?? '') && !isStrong
      if (isHarm && naming === undefined) continue
      const plural = !(isEffect && isAllEffect && !isHarm) && naming?.plural === true
      const finite = finiteOf(words, verb, clause, {
        modal,
        tense,
        isHaving: having !== undefined,
        plural,
        others: rest.length,
      })
      const object = isEffect && rest.length === 0 ? objectAgain(sentence, verb, start, context) : undefined
      const name =
        (isEffect && isAllEffect && !isHarm && (object !== undefined || !movesIt(words, start))) || naming === undefined
          ? 'this'
          : (naming.pronoun ?? naming.text)
      return [
        [keep(tokens(0, start - 1)), keep(tokens(end, words.length))],
        [
          put(name, tokens(subject, subject + 1)),
          put(finite, tokens(start, start + 1)),
          ...(object === undefined ? [] : [put(object, tokens(start + 1, start + 2))]),
          ...restOf(words, object === undefined ? start + 1 : start + 2, having === undefined ? rest : [], (lemma) =>
            modal !== undefined ? lemma : inflect(lemma, tense === 'past' ? 'VBD' : plural ? 'VBP' : 'VBZ'),
          ),
        ],
      ]
    }
    return undefined
  },
}

const changes =
  /^(?:increase|raise|rise|grow|fall|drop|cut|gain|win|lose|take|beat|jump|climb|overtake|become|add|double|triple|surge|slip|sell|buy|reach|hit|finish|come|score)$/

const perceives =
  /^(?:find|see|spot|discover|locate|leave|catch|show|photograph|film|hear|watch|notice|picture|capture|keep|depict|describe|report|record)$/

/** The "-ing" forms that stand beside the first behind "and": they get its tense. Undefined where one may be something else. */
function alikeBehind(words: readonly Word[], clause: number, end: number): readonly number[] | undefined {
  const found: number[] = []
  for (let at = clause + 2; at < end; at += 1) {
    if (words[at]?.xpos !== 'VBG' || !/^(?:and|or|but)$/i.test(words[at - 1]?.text ?? '')) continue
    if (!isRelation(words[at]?.relation ?? '', 'conj') || words[at]?.head !== clause) return undefined
    found.push(at)
  }
  return found
}

/** What follows the first verb, with the verbs of `places` in the same tense. */
function restOf(
  words: readonly Word[],
  from: number,
  places: readonly number[],
  form: (lemma: string) => string,
): readonly Piece[] {
  let start = from
  const pieces: Piece[] = []
  for (const at of places) {
    pieces.push(keep(tokens(start, at)), put(form(words[at]?.lemma ?? ''), tokens(at, at + 1)))
    start = at + 1
  }
  return [...pieces, keep(tokens(start, words.length))]
}

/** "leaving the party without a leader", "leaving 40 people homeless": what happened to them, not what somebody left behind. */
function leavesThemSo(words: readonly Word[], start: number, end: number): boolean {
  return (
    words[start]?.lemma === 'leave' &&
    words
      .slice(start + 2, Math.min(end, start + 9))
      .some((word) =>
        /^(?:without|unable|homeless|dead|stranded|injured|wounded|vulnerable|exposed|jobless)$/i.test(word.text),
      )
  )
}

/** "bringing it to", "taking them above": what was done moved the thing. */
function movesIt(words: readonly Word[], start: number): boolean {
  return (
    /^(?:bring|take|push|put|lift|cut|raise|drive|send)$/.test(words[start]?.lemma ?? '') &&
    /^(?:it|them)$/i.test(words[start + 1]?.text ?? '') &&
    /^(?:to|above|below|down|up|back)$/i.test(words[start + 2]?.text ?? '')
  )
}

/** "raised its rate by a quarter of a point, bringing it to 4.5 per cent": what was raised, not who raised it. */
function objectAgain(
  sentence: AnalysedSentence,
  verb: number,
  start: number,
  { cast, origin }: RuleContext,
): string | undefined {
  const { words } = sentence
  const object = movesIt(words, start) ? childOf(words, verb, 'obj') : undefined
  const naming = object === undefined ? undefined : cast.again(sentence, object, origin)
  const isOne = words[start + 1]?.text.toLowerCase() === 'it'
  return naming === undefined || naming.plural === isOne ? undefined : naming.text
}

/** "will" or "would" over the main verb with no condition beside it; a plan is told as a plan. */
function plannedBy(words: readonly Word[], verb: number): string | undefined {
  if (words.some((word) => /^(?:if|unless|whether)$/i.test(word.text) || isDoubtful(word))) return undefined
  const modals = childrenBy(words, verb, 'aux').filter((at) => words[at]?.xpos === 'MD')
  const text = words[modals[0] ?? -1]?.text.toLowerCase()
  return modals.length === 1 && (text === 'will' || text === 'would') ? text : undefined
}

/** "has had no rain, meaning that farmers will …": what it means is so now. */
function isPastHere(words: readonly Word[], verb: number, word: Word, tense: 'past' | 'present'): boolean {
  return (
    tense === 'past' &&
    !(/^(?:mean|allow|let|enable|help|make|give|suggest|indicate|imply)$/.test(word.lemma) && isPerfect(words, verb))
  )
}

/** "cut", "will cut", "has drained", "had lost": the verb of the new sentence. */
function finiteOf(
  words: readonly Word[],
  verb: number,
  clause: number,
  to: {
    readonly modal: string | undefined
    readonly tense: 'past' | 'present'
    readonly isHaving: boolean
    readonly plural: boolean
    /** How many more "-ing" forms stand beside it. */
    readonly others: number
  },
): string {
  const word = words[clause]
  const have = to.plural ? 'have' : 'has'
  if (word === undefined) return ''
  if (to.isHaving) return to.modal === 'will' ? have : 'had'
  if (to.modal !== undefined) return `${to.modal} ${word.lemma}`
  if (isDoneUntilNow(words, verb, word, to.others)) return `${have} ${inflect(word.lemma, 'VBN')}`
  return inflect(word.lemma, isPastHere(words, verb, word, to.tense) ? 'VBD' : to.plural ? 'VBP' : 'VBZ')
}

/** "wells have been drilled, draining the ground water": what was done still goes on. */
function isDoneUntilNow(words: readonly Word[], verb: number, word: Word, others: number): boolean {
  const isPassive = childrenBy(words, verb, 'aux:pass').some((at) => words[at]?.text === 'been')
  return others === 0 && isPassive && isPerfect(words, verb) && isDeed(word.lemma) && !isReporting(word.lemma)
}

/** "may", not the month. */
function isDoubtful(word: Word): boolean {
  return word.xpos === 'MD' && /^(?:should|could|may|might)$/i.test(word.text)
}

/** What somebody does, not what is so or is felt meanwhile ("will leave in May, hoping to …"). */
function isDeed(lemma: string): boolean {
  return !/^(?:be|have|hope|fear|believe|think|expect|want|wish|know|need|seek|look|try|aim|depend|suggest|indicate|imply|reflect|show|seem|range)$/.test(
    lemma,
  )
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
function speaksOfGuilt(words: readonly Word[], lemma: string): boolean {
  // What a ruling leaves or forces is no deed that somebody is charged with.
  if (/^(?:leave|force)$/.test(lemma) && words.slice(0, 3).some((word) => /^(?:court|judge)$/.test(word.lemma)))
    return false
  return words.some((word) =>
    /^(?:accuse|charge|plead|guilty|convict|suspect|allege|sentence|admit|deny|trial|court)$/.test(word.lemma),
  )
}

/** Whether ", with NOUN, NAME," stands right before a participle. */
function isOfWithPart(words: readonly Word[], clause: number): boolean {
  const start = words.findLastIndex(
    (word, at) => at < clause && word.text.toLowerCase() === 'with' && words[at - 1]?.text === ',',
  )
  return start > 0 && words[clause - 1]?.text === ',' && !words.slice(start, clause).some((word) => isFiniteVerb(word))
}
