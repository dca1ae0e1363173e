import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows, finiteVerbAt } from '../../language/chunks.ts'
import {
  agrees,
  firstWordOf,
  hasLeadingClause,
  isClosed,
  isNegated,
  isQuestion,
  mainClause,
} from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { childOf, childrenBy, childrenOf, isFiniteVerb, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitVerbs: Rule = {
  name: 'split-verbs',
  because: 'Each sentence now says one thing, and says again who does it.',
  whenLong: true,
  examples: [
    [
      'The company closed two factories in May and moved 300 workers to a new plant near Geelong.',
      'The company closed two factories in May.',
      'The company moved 300 workers to a new plant near Geelong.',
    ],
    [
      'The council has approved the plan for the harbour and will ask the state for $4 million.',
      'The council has approved the plan for the harbour.',
      'The council will ask the state for $4 million.',
    ],
    [
      'The painting has been found in a barn near Ghent and taken to a museum in Brussels.',
      'The painting has been found in a barn near Ghent.',
      'The painting has been taken to a museum in Brussels.',
    ],
    [
      'The suspect was arrested at the airport on Monday and charged with two counts of fraud.',
      'The suspect was arrested at the airport on Monday.',
      'The suspect was charged with two counts of fraud.',
    ],
    [
      'When the ship reached the port of Mombasa on Thursday, police arrested the captain and took away the cargo.',
      'When the ship reached the port of Mombasa on Thursday, police arrested the captain.',
      'Police took away the cargo.',
    ],
  ],
  leavesAlone: [
    'When he was a boy in the hills, he looked after his goats and sang in the church.',
    'If the ship reaches the port on Thursday, police will arrest the captain and take away the cargo.',
    'The doctor told the court that the man had been ill for years and could not have known it.',
    'The firm did not pay its workers or give them notice before it closed the shop in June.',
    'The farmers buy and sell wool at a market that opens at five in the morning.',
  ],

  rewrite(sentence, context) {
    const { words } = sentence
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    if (subject > verb || isNegated(words, verb)) return undefined
    for (const second of childrenBy(words, verb, 'conj').toReversed()) {
      if (second < verb || subjectOf(words, second) !== undefined) continue
      if (hasLeadingClause(words, verb) && !isAllPast(words, verb, second)) continue
      const word = words[second]
      const isState = childOf(words, second, 'cop') !== undefined
      if (word === undefined || (word.upos !== 'VERB' && word.upos !== 'AUX' && !isState)) continue
      const joiner = childOf(words, second, 'cc')
      if (joiner === undefined || joiner > second) continue
      const link = words[joiner]?.text.toLowerCase()
      if (link !== 'and' && link !== 'but') continue
      // "buy and sell wool": what follows belongs to both.
      const own = childrenOf(words, verb).filter((at) => at > verb && at < joiner && words[at]?.upos !== 'PUNCT')
      if (own.length === 0) continue
      // "went out and bought": one deed in two words.
      if (joiner - verb <= 3 && /^(?:go|come|try|run|stop|sit|stand|get|turn|rise)$/.test(words[verb]?.lemma ?? ''))
        continue
      if (firstWordOf(words, second) !== joiner || isStillSaid(words, verb, second)) continue
      // "told police she had called, but had been told": both are what she told.
      const hadOf = (at: number): boolean => childrenBy(words, at, 'aux').some((one) => words[one]?.text === 'had')
      if (
        isReporting(words[verb]?.lemma ?? '') &&
        hadOf(second) &&
        words.slice(verb, joiner).some(({ text }) => text === 'had')
      )
        continue
      // "cheered as the president came in and spoke": whose deed the second is, only a comma would show.
      if (words[joiner - 1]?.text !== ',' && hasClauseBetween(words, verb, joiner)) continue
      if (!isClosed(words, joiner, words.length, second)) continue
      const helper = helperFor(words, verb, second)
      if (helper === undefined) continue
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined || (helper === '' && !agrees(words, second, naming.plural))) continue
      const place = tokens(subject, subject + 1)
      const rest: Piece[] = [
        ...(link === 'but' ? [keep(tokens(joiner, joiner + 1))] : []),
        put(naming.text, place),
        ...(helper === '' ? [] : [put(helper, tokens(joiner, joiner + 1))]),
        keep(tokens(joiner + 1, words.length)),
      ]
      const first = withoutLast(words, verb, joiner)
      if (first === undefined) continue
      return [first, rest]
    }
    return undefined
  },
}

/** "They ate the wheat, cut the wires" of "…, and bit two people": the first deeds of a list need an "and" of their own. */
function withoutLast(words: readonly Word[], verb: number, joiner: number): readonly Piece[] | undefined {
  const listed = childrenBy(words, verb, 'conj').find(
    (at) =>
      at > verb &&
      at < joiner &&
      words[at]?.upos === 'VERB' &&
      childOf(words, at, 'cc') === undefined &&
      words[firstWordOf(words, at) - 1]?.text === ',',
  )
  if (listed === undefined) return [keep(tokens(0, joiner))]
  // "has offered 5 per cent, spread over two years, and refuses": what the offer is like, no deed.
  const isLikePart = words[listed]?.xpos !== 'VBZ' && inflect(words[listed]?.lemma ?? '', 'VBN') === words[listed]?.text
  const next = words[listed + 1]?.text.toLowerCase() ?? ''
  const isSpread =
    /^(?:across|between|among|into)$/.test(next) ||
    (next === 'over' && words.slice(listed + 2, listed + 5).some(({ lemma }) => isOfClass(lemma, 'time')))
  if (isLikePart && isSpread) return undefined
  const comma = firstWordOf(words, listed) - 1
  return [keep(tokens(0, comma)), put('and', tokens(comma, comma + 1)), keep(tokens(comma + 1, joiner))]
}

/**
 * "When the ship came in, police arrested the captain and took the cargo": all of it happened, so each part is true alone. Not
 * "If …", and not a state ("When he was a boy, he swam and sang") that both parts need.
 */
function isAllPast(words: readonly Word[], verb: number, second: number): boolean {
  if (words[verb]?.xpos !== 'VBD' || words[second]?.xpos !== 'VBD') return false
  return childrenBy(words, verb, 'advcl')
    .filter((at) => at < verb)
    .every(
      (at) =>
        words[at]?.xpos === 'VBD' &&
        !/^(?:be|have|live|want|need|know)$/.test(words[at]?.lemma ?? '') &&
        childrenBy(words, at, 'cop', 'aux').length === 0 &&
        childrenBy(words, at, 'mark', 'advmod').some((mark) =>
          /^(?:when|after|as|once)$/i.test(words[mark]?.text ?? ''),
        ),
    )
}

/** Whether "as", "when" or their like open a clause with a subject of its own between the first verb and the joiner. */
function hasClauseBetween(words: readonly Word[], verb: number, joiner: number): boolean {
  // "people who had jobs but could no longer pay": the second verb may be theirs.
  const who = words.findLastIndex((word, at) => at > verb && at < joiner && /^(?:who|which|that)$/i.test(word.text))
  if (who > 0 && /^W/.test(words[who]?.xpos ?? '') && finiteVerbAt(words, who + 1) !== undefined) return true
  return words
    .slice(verb + 1, joiner)
    .some(
      (word, offset) =>
        /^(?:as|when|while|after|before|because|until|since|where)$/i.test(word.text) &&
        clauseFollows(words, verb + offset + 2, joiner),
    )
}

/** "told the court that he had been ill and could not have known": the second may be what was told, unless it is a "said" too. */
function isStillSaid(words: readonly Word[], verb: number, second: number): boolean {
  if (!isReporting(words[verb]?.lemma ?? '') || isReporting(words[second]?.lemma ?? '')) return false
  const helpers = childrenBy(words, second, 'aux', 'cop')
  const start = Math.min(second, ...helpers)
  const inside = words.slice(verb + 1, start).filter(isFiniteVerb)
  // "said he had let himself down but blamed the media": a plain past beside "had" or "would" is the speaker's.
  const isOther =
    words[second]?.xpos === 'VBD' && inside.every((word) => word.xpos === 'MD' || word.text.toLowerCase() === 'had')
  return inside.length > 0 && !isOther
}

/**
 * "was arrested on Monday and charged": a second form that reads like a past, but behind a passive is more likely another
 * thing done to the same person.
 */
export function mayBeDoneTo(words: readonly Word[], helper: number, second: number): boolean {
  const next = words.slice(helper + 1, second).find((word) => word.upos !== 'ADV' && word.upos !== 'AUX')
  const word = words[second]
  if (word === undefined || next?.xpos !== 'VBN' || !/^(?:be|have)$/.test(words[helper]?.lemma ?? '')) return false
  return inflect(word.lemma, 'VBD') === inflect(word.lemma, 'VBN') && !doneAlone.has(word.lemma)
}

/** The finite helper that the second verb shares with the first ("has … and been"); `''` where it has its own, undefined where unsure. */
function helperFor(words: Parameters<typeof childrenBy>[0], verb: number, second: number): string | undefined {
  const own = childrenBy(words, second, 'aux', 'cop')
  const passive = passiveHelpers(words, verb, second)
  if (passive !== undefined) return passive === 'unsure' ? undefined : passive
  // "would spend more time at school and have Fridays off": a bare form behind "would" shares it.
  const modal = childrenBy(words, verb, 'aux')
    .map((at) => words[at])
    .find((word) => word?.xpos === 'MD')
  const bare = words[second]
  if (modal !== undefined && own.length === 0 && bare?.xpos === 'VBP' && bare.text === bare.lemma)
    return modal.text.toLowerCase()
  if (isFiniteVerb(words[second]) || own.some((at) => isFiniteVerb(words[at]))) {
    // "Rates rose and fallen": a past form after "has" is the shared perfect, not a past of its own.
    return ''
  }
  const shared = childrenBy(words, verb, 'aux').find((at) => isFiniteVerb(words[at]))
  const helper = shared === undefined ? undefined : words[shared]
  if (helper === undefined) return undefined
  const first = own.map((at) => words[at]).find((word) => word !== undefined) ?? words[second]
  if (first === undefined) return undefined
  if (helper.lemma === 'have') return first.xpos === 'VBN' ? helper.text.toLowerCase() : undefined
  if (helper.xpos === 'MD') return first.xpos === 'VB' ? helper.text.toLowerCase() : undefined
  if (helper.lemma === 'be') return first.xpos === words[verb]?.xpos ? helper.text.toLowerCase() : undefined
  return undefined
}

/** Verbs that nobody does without an object: "was arrested and charged" can only mean that both were done to her. */
const doneTo = new Set(
  'accuse adopt approve arrest ban beat bring build buy carry charge convict create deport design destroy discover elect fine found give harvest hit hold introduce invite jail kill name paint praise produce publish question renew repair replace rescue sell send sentence shoot stab sue suspend take tell transport treat use'.split(
    ' ',
  ),
)

/** Verbs that people also do alone: "were freed and returned to Spain" may tell what they did. */
const doneAlone = new Set(
  'agree appeal appear apply arrive assemble burn change climb close collapse compete complain continue crash cross decline decrease develop die drop end enter escape expand fail finish gather happen improve increase join jump land lead leave live lose march meet merge move open pass pay play plead proceed protest rally reach react recover refuse remain reply resign respond rest retire return roll sail settle shrink sit slip slow speak spread stand start stay step stop succeed surrender survive talk train travel turn vote walk win withdraw work'.split(
    ' ',
  ),
)

/**
 * Behind a passive, an -ed form without an object may share its helpers ("was arrested on Monday and charged") or be a past of
 * its own ("was hurt and died"). The helpers, `''` for a past, "unsure", or undefined where the first verb is no passive.
 */
function passiveHelpers(words: readonly Word[], verb: number, second: number): string | undefined {
  const helpers = childrenBy(words, verb, 'aux').filter((at) => at < verb)
  const isPassive = words[verb]?.xpos === 'VBN' && words[helpers.at(-1) ?? -1]?.lemma === 'be'
  const word = words[second]
  if (!isPassive || word === undefined || !/^VB[DN]$/.test(word.xpos)) return undefined
  if (childrenBy(words, second, 'aux', 'cop').length > 0) return undefined
  if (helpers.slice(1).some((at) => words[at]?.upos === 'PART') || helpers.length === 0) return 'unsure'
  const text = word.text.toLowerCase()
  const [past, participle] = [inflect(word.lemma, 'VBD'), inflect(word.lemma, 'VBN')]
  if (past !== participle) return text === past ? '' : text === participle ? helperText(words, helpers) : 'unsure'
  const isDone = doneTo.has(word.lemma) || (word.xpos === 'VBN' && !doneAlone.has(word.lemma))
  if (!isDone) return childrenBy(words, second, 'obj').length > 0 ? '' : 'unsure'
  return childrenBy(words, second, 'obj').length > 0 ? 'unsure' : helperText(words, helpers)
}

/** "has been", "was", "will be"; an adverb between them stays with the first deed. */
function helperText(words: readonly Word[], helpers: readonly number[]): string {
  return helpers.map((at) => words[at]?.text.toLowerCase() ?? '').join(' ')
}
