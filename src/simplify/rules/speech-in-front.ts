import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { reportingAt, speakerFrom } from '../../language/attribution-by-marks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What a speaker does with words: only a person or a body does it, and so it is the speaker's own. */
const speechActs = new Set(
  'describe call cite speak welcome oppose defend announce praise condemn criticise criticize dismiss reject quote address urge thank attack launch unveil testify'.split(
    ' ',
  ),
)

/** "Citing A, Y said B" and "Asked whether A, Y said B": what the speaker did, or was asked, in a sentence of its own. */
export const speechInFront: Rule = {
  name: 'speech-in-front',
  because: 'The part in front of the speaker is now a sentence of its own.',
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Citing figures from the Bureau of Statistics, Dr Amari argued that rents had risen twice as fast as wages.',
      'Dr Amari cited figures from the Bureau of Statistics.',
      'Dr Amari argued that rents had risen twice as fast as wages.',
    ],
    [
      'Asked whether she would resign, the minister said she had done nothing wrong and would stay in her job.',
      'The minister was asked whether she would resign.',
      'The minister said she had done nothing wrong and would stay in her job.',
    ],
    [
      'Describing the storm as "about as bad as it gets", Ms Kovac said the wind would turn on the town at 8pm.',
      'Ms Kovac described the storm as "about as bad as it gets".',
      'Ms Kovac said the wind would turn on the town at 8pm.',
    ],
  ],
  leavesAlone: [
    'Asked about the fire at the old school on Monday, the minister walked away without a word.',
    'According to the mayor, the town said it would never build a road through the old forest.',
    'Having lost the vote in the town hall on Monday, the mayor said he would leave at the end of June.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const first = words[0]
    if (first === undefined || isQuestion(words) || context.before > 0) return undefined
    const isAsked = /^(?:asked|questioned)$/i.test(first.text)
    const isActing = /^\p{Lu}\p{Ll}+ing$/u.test(first.text) && speechActs.has(actOf(first))
    if (!isAsked && !isActing) return undefined
    for (const [comma, word] of words.entries()) {
      if (word.text !== ',' || comma < 2 || comma > 30 || isOpen(words, comma)) continue
      const speaker = speakerFrom(words, comma + 1)
      const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
      if (speaker === undefined || verb === undefined) continue
      if (!isOnePart(words, comma, isAsked) || words[verb]?.xpos === 'VBN') return undefined
      const naming = context.cast.again(sentence, speaker.head, context.origin)
      if (naming === undefined) return undefined
      const isPast = words[verb]?.xpos === 'VBD'
      if (isAsked && !isPast) return undefined
      const form = isAsked
        ? naming.plural
          ? 'were'
          : 'was'
        : inflect(actOf(first), isPast ? 'VBD' : naming.plural ? 'VBP' : 'VBZ')
      // What stands between commas behind the speaker goes with the second sentence.
      const mark = words.findIndex((one, at) => at > comma && at < speaker.end && one.text === ',')
      const name = tokens(comma + 1, mark < 0 ? speaker.end : mark)
      return [
        [keep(name), put(form, tokens(0, isAsked ? 0 : 1)), keep(tokens(isAsked ? 0 : 1, comma))],
        [put(naming.text, name), keep(tokens(name.end, words.length))],
      ]
    }
    return undefined
  },
}

/** "Calling" may have been read as a noun, so that its lemma is no verb's. */
function actOf({ text, lemma, upos }: Word): string {
  if (upos === 'VERB') return lemma
  const stem = text.toLowerCase().replace(/ing$/, '')
  return speechActs.has(stem) ? stem : speechActs.has(`${stem}e`) ? `${stem}e` : stem
}

/** Whether marks of a quote are open at a place. */
function isOpen(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).filter((word) => word.text === '"').length % 2 === 1
}

/** Whether what stands before the comma is one part: no clause of its own outside marks but what was asked, and no further comma. */
function isOnePart(words: readonly Word[], comma: number, isAsked: boolean): boolean {
  const part = words.slice(1, comma)
  if (part.some((word, at) => word.text === ',' && !isOpen(words, at + 1))) return false
  const opens = /^(?:about|whether|if|why|how|when|what|by|on|at|in|where|who)$/i.test(words[1]?.text ?? '')
  if (isAsked) return opens
  return !part.some((word, at) => isFiniteVerb(word) && !isOpen(words, at + 1))
}
