import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { reportingAt } from '../../language/attribution-by-marks.ts'
import { chunkFrom } from '../../language/chunks.ts'
import { isClosed, isQuestion, mainClause } from '../../language/clause-parts.ts'
import { isReporting } from '../../language/reporting.ts'
import { timeOf } from '../../language/tenses.ts'
import { childOf, childrenBy, hasFiniteVerb, isRelation, subjectOf, subtreeOf } from '../../language/tree.ts'
import { keep, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const although: Rule = {
  name: 'although',
  because: '"But" is easier than "although".',
  shows: true,
  examples: [
    [
      'Although the fire is smaller, people cannot go home yet.',
      'The fire is smaller.',
      'But people cannot go home yet.',
    ],
    ['The team lost the game, although it led at half-time.', 'The team lost the game.', 'But it led at half-time.'],
    [
      'While farmers welcomed the plan, doctors warned of new dangers.',
      'Farmers welcomed the plan.',
      'But doctors warned of new dangers.',
    ],
    [
      'The north of the state had heavy rain, while farmers in the south lost their crops.',
      'The north of the state had heavy rain.',
      'Meanwhile, farmers in the south lost their crops.',
    ],
  ],
  leavesAlone: [
    'Although tired, the crew went on.',
    'Sales rose although not by much.',
    'While he was in hospital, thieves took his car.',
    'The man was hit by a branch while he was cutting wood.',
  ],

  rewrite({ words }, { before, speaker, isAllSaid }) {
    const main = mainClause(words)
    if (main === undefined || isQuestion(words)) return undefined
    const { subject } = main
    // "While A, he says, B": both are what he says.
    if (isReporting(words[main.verb]?.lemma ?? '') && words[main.verb + 1]?.text === ',') return undefined
    for (const clause of contrastsOf(words)) {
      const mark = childOf(words, clause, 'mark')
      const own = subjectOf(words, clause)
      if (mark === undefined || own === undefined || !hasFiniteVerb(words, clause)) continue
      const text = words[mark]?.text.toLowerCase()
      const isEven = words[mark - 1]?.text.toLowerCase() === 'even' && text === 'though'
      const isWhile = text === 'while' || text === 'whilst'
      if (text !== 'although' && text !== 'though' && text !== 'whereas' && !isWhile) continue
      // "while he was away" tells when, not "but".
      if (
        isWhile &&
        (isOngoing(words, clause) ||
          (words[own]?.upos !== 'NOUN' && words[own]?.text.toLowerCase() === words[subject]?.text.toLowerCase()))
      )
        continue
      const start = isEven ? mark - 1 : mark
      if (start === 0) {
        const all = subtreeOf(words, clause).filter((at) => words[at]?.upos !== 'PUNCT')
        const comma = (all.at(-1) ?? clause) + 1
        const cut = words[comma]?.text === ',' ? comma : undefined
        if (cut === undefined || cut > subject || !isClosed(words, 0, cut, clause)) continue
        return [
          [keep(tokens(mark + 1, cut))],
          [put('but', tokens(start, mark + 1)), keep(tokens(cut + 1, words.length))],
        ]
      }
      if (words[start - 1]?.text !== ',' || !isClosed(words, start, words.length, clause)) continue
      // Inside a claim, what follows the comma may be the writer's own.
      if (
        before > 0 &&
        isAllSaid !== true &&
        !isMovedBack(words, clause) &&
        !isSameSource(words, main.verb, clause, speaker)
      )
        continue
      // "…, while residents said B": the second speaker is nobody's claim.
      if (before > 0 && isWhile && isReporting(words[clause]?.lemma ?? '')) continue
      const isBehindQuote = words.slice(0, start).some((word) => word.text === '"')
      if (
        isBehindQuote &&
        words.slice(start + 2).some((word) => /^(?:it|this|that|them)$/i.test(word.text) && word.upos === 'PRON')
      )
        continue
      const link = isWhile ? 'meanwhile,' : 'but'
      return [[keep(tokens(0, start - 1))], [put(link, tokens(start, mark + 1)), keep(tokens(mark + 1, words.length))]]
    }
    return undefined
  },
}

/** "…, the mayor said, although he did not say when": who speaks or keeps silent is the speaker again, and nobody's claim. */
export const althoughSpeaker: Rule = {
  name: 'although-speaker',
  because: '"But" is easier than "although".',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      '"I could not feel my hand, so I just kicked the ball and hoped," said Mr Lawson, although he refused to show his hand.',
      '"I could not feel my hand, so I just kicked the ball and hoped," said Mr Lawson.',
      'But he refused to show his hand.',
    ],
    [
      'The comet must once have been warm, possibly because of radioactive metals, although Dr Malouf stressed that nobody could be sure.',
      'The comet must once have been warm, possibly because of radioactive metals.',
      'But Dr Malouf stressed that nobody could be sure.',
    ],
  ],
  leavesAlone: ['The mayor said the road would open soon, although it was too early to say when the work would end.'],

  rewrite({ words }) {
    for (let at = words.length - 4; at > 2; at -= 1) {
      if (!/^(?:although|though)$/i.test(words[at]?.text ?? '') || words[at - 1]?.text !== ',') continue
      if (isOtherSpeaker(words, at))
        return [[keep(tokens(0, at - 1))], [put('but', tokens(at, at + 1)), keep(tokens(at + 1, words.length))]]
      if (!/^(?:he|she|it|they)$/i.test(words[at + 1]?.text ?? '')) return undefined
      const verb = words.slice(at + 2, at + 6).find((word) => word.upos === 'VERB')
      const before = words[at - 2]
      // The claim must have ended: its speaker and "said" stand right before.
      const isBehindSpeaker =
        before !== undefined &&
        words.slice(Math.max(0, at - 8), at).some((word) => isReporting(word.lemma)) &&
        (before.upos === 'PROPN' || isReporting(before.lemma))
      if (
        verb === undefined ||
        !isBehindSpeaker ||
        !(isReporting(verb.lemma) || /^(?:refuse|decline|give|elaborate|name)$/.test(verb.lemma))
      )
        return undefined
      return [[keep(tokens(0, at - 1))], [put('but', tokens(at, at + 1)), keep(tokens(at + 1, words.length))]]
    }
    return undefined
  },
}

/** "…, although Dr Lee stressed that …": a claim of its own, whatever stands before it, if nobody spoke there. */
function isOtherSpeaker(words: readonly Word[], at: number): boolean {
  const speaker = chunkFrom(words, at + 1)
  const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
  return (
    speaker !== undefined &&
    words[speaker.head]?.upos === 'PROPN' &&
    verb !== undefined &&
    words[verb]?.xpos === 'VBD' &&
    !words
      .slice(0, at)
      .some((word) => /^["“”]$/u.test(word.text) || (/^VB[DPZ]$/.test(word.xpos) && isReporting(word.lemma)))
  )
}

/** Every clause that may stand beside the main one; at the end it may hang on any verb before it. */
function contrastsOf(words: readonly Word[]): readonly number[] {
  return words.flatMap((word, at) => (isRelation(word.relation, 'advcl', 'parataxis', 'conj') ? [at] : []))
}

/** "had", "would", "could" behind "said": the tense shows that this is still what was said. */
function isMovedBack(words: readonly Word[], clause: number): boolean {
  return childrenBy(words, clause, 'aux').some((at) => /^(?:had|would|could)$/i.test(words[at]?.text ?? ''))
}

/** Both "will": two parts of one plan. Behind "figures show", both in the same time. */
function isSameSource(words: readonly Word[], main: number, clause: number, speaker = ''): boolean {
  const isPlan = (verb: number): boolean =>
    childrenBy(words, verb, 'aux').some((at) => /^will$/i.test(words[at]?.text ?? ''))
  if (isPlan(main) && isPlan(clause)) return true
  const isFigures =
    /\b(?:figures|data|study|survey|poll|research|statistics|results|census|show|shows|showed|found|finds)\b/i.test(
      speaker,
    )
  return isFigures && timeOf(words, main) !== undefined && timeOf(words, main) === timeOf(words, clause)
}

/** "was away", "were waiting": a state in which something else happens. Also what a pronoun did: it is the same person. */
function isOngoing(words: readonly Word[], clause: number): boolean {
  if (childOf(words, clause, 'cop') !== undefined) return true
  const subject = subjectOf(words, clause)
  // "while those in the next town voted for it": no person again.
  if (
    subject !== undefined &&
    words[subject]?.upos === 'PRON' &&
    !/^(?:those|others|some|most|many)$/i.test(words[subject]?.text ?? '')
  )
    return true
  const helper = childrenBy(words, clause, 'aux').map((at) => words[at])
  return words[clause]?.xpos === 'VBG' && helper.some((word) => word?.lemma === 'be')
}
