import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { speakerFrom, startsOf } from '../../language/attribution-by-marks.ts'
import { clauseFollows, finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const sayingVerbs = /^(?:say|add|argue|insist|claim|warn|note|explain)$/

/** What somebody does who then says why: speech, and a public yes or no. */
const speechActs = new Set(
  'deny reject dismiss defend criticise criticize condemn praise blame insist apologise apologize welcome urge oppose support back attack accuse warn refuse decline appeal demand vow resign cancel confirm admit concede call describe rule say argue maintain pledge promise announce declare thank'.split(
    ' ',
  ),
)

/** "X denied reports that A, saying B": both are X's words. */
export const sayingTail: Rule = {
  name: 'saying-tail',
  because: 'What the speaker said besides now has a sentence of its own.',
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'The army denied reports that its troops had fired on the crowd, saying they had used only rubber bullets.',
      'The army denied reports that its troops had fired on the crowd.',
      'The army said they had used only rubber bullets.',
    ],
    [
      'The foreign minister insisted the deal was not dead, saying talks would start again in Vienna next week.',
      'The foreign minister insisted the deal was not dead.',
      'The foreign minister said talks would start again in Vienna next week.',
    ],
    [
      'Ms Reed has rejected claims that the club paid players in secret, adding that all contracts were sent to the league.',
      'Ms Reed has rejected claims that the club paid players in secret.',
      'Ms Reed added that all contracts were sent to the league.',
    ],
  ],
  leavesAlone: [
    'The minister denied that the mayor had written to her last week, saying the road would never be built.',
    'The mayor criticised a report in which the bank blamed the council, saying it had wasted money on the road.',
    'Ms Hale confirmed the delay of a year, saying the town had no money, but the mayor denied that it was so.',
    'Prices went up again in June after three months of calm, saying much about how strong the economy now is.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || context.before > 0 || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const comma = words.findLastIndex(
      (word, at) =>
        at < end && word.text === ',' && words[at + 1]?.xpos === 'VBG' && sayingVerbs.test(words[at + 1]?.lemma ?? ''),
    )
    const word = words[comma + 1]
    if (comma < 4 || word === undefined) return undefined
    const isThat = words[comma + 2]?.text.toLowerCase() === 'that'
    if (!isThat && !clauseFollows(words, comma + 2)) return undefined
    // "confirmed the delay, saying there was no money, but the mayor denied that": the last part is the writer's.
    const isContrasted = words.some(
      (one, at) =>
        at > comma + 2 &&
        one.text === ',' &&
        /^(?:but|though|although|while)$/i.test(words[at + 1]?.text ?? '') &&
        clauseFollows(words, at + 2),
    )
    if (isContrasted) return undefined
    for (const start of startsOf(words)) {
      const speaker = speakerFrom(words, start)
      const finite = speaker === undefined ? undefined : finiteVerbAt(words, speaker.end)
      if (speaker === undefined || finite === undefined || words[finite]?.xpos === 'MD') continue
      const verb = words[finite]?.lemma === 'have' && words[finite + 1]?.xpos === 'VBN' ? finite + 1 : finite
      if (!speechActs.has(words[verb]?.lemma ?? '') || !isOwn(words, verb, comma)) return undefined
      const naming = context.cast.again(sentence, speaker.head, context.origin)
      if (naming === undefined) return undefined
      const isPast = words[finite]?.xpos === 'VBD' || verb !== finite
      const form = inflect(word.lemma, isPast ? 'VBD' : naming.plural ? 'VBP' : 'VBZ')
      return [
        [keep(tokens(0, comma)), keep(tokens(end, words.length))],
        [
          put(naming.text, tokens(speaker.head, speaker.head + 1)),
          put(form, tokens(comma + 1, comma + 2)),
          keep(tokens(comma + 2, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** Whether only the speaker can be the one who goes on to say something. */
function isOwn(words: readonly Word[], verb: number, comma: number): boolean {
  const between = words.slice(verb + 1, comma)
  // A second one who says, asks or writes something could go on as well.
  if (
    between.some(
      (word) =>
        word.upos === 'VERB' &&
        (isReporting(word.lemma) || speechActs.has(word.lemma) || /^(?:write|ask)$/.test(word.lemma)),
    )
  )
    return false
  if (between.some((word) => word.text === ',')) return false
  const isOfClaim =
    /^(?:deny|reject|dismiss)$/.test(words[verb]?.lemma ?? '') &&
    /^(?:reports?|claims?|allegations?|suggestions?|accusations?|rumours?|speculation|criticism)$/.test(
      words[verb + 1]?.text ?? '',
    )
  if (isOfClaim) return true
  // "insisted the deal was not dead": a thing does not speak; a person might.
  if (!between.some(isFiniteVerb)) return true
  const start = words[verb + 1]?.text.toLowerCase() === 'that' ? verb + 2 : verb + 1
  const subject = subjectFrom(words, start)
  const noun = words[subject?.head ?? -1]
  const isThing = noun?.upos === 'NOUN' && !isOfClass(noun.lemma, 'person') && !isOfClass(noun.lemma, 'body')
  return isThing && between.filter(isFiniteVerb).length === 1
}
