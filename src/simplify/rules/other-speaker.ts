import { tokens } from '../../document/span.ts'
import { reportingAt, speakerFrom, startsOf } from '../../language/attribution-by-marks.ts'
import { clauseFollows, subjectFrom } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Y said A, while Z said B": two speakers, each with a sentence. */
export const otherSpeaker: Rule = {
  name: 'other-speaker',
  because: 'Each speaker now has a sentence.',
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      "The council's lawyers said the sale was legal, while residents said it had been decided in secret.",
      "The council's lawyers said the sale was legal.",
      'Meanwhile, residents said it had been decided in secret.',
    ],
    [
      'Analysts say the strike could cost $30 million, but the airline said it expected little effect on its profit.',
      'Analysts say the strike could cost $30 million.',
      'But the airline said it expected little effect on its profit.',
    ],
  ],
  leavesAlone: [
    'The mayor said she had been at home all night, and that police said nothing to her about the man in the car.',
    'The witness said the man had shouted at the crowd, and he said the police did not stop him at the gate.',
    'The lawyer said that police lost the knife in May, while a guard told the family that it had been found.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || context.before > 0 || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const [from = 0] = startsOf(words)
    const speaker = speakerFrom(words, from)
    const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
    if (speaker === undefined || verb === undefined || words[verb + 1]?.text.toLowerCase() === 'that') return undefined
    for (let at = words.length - 4; at > verb + 3; at -= 1) {
      const link = words[at]?.text.toLowerCase() ?? ''
      if (words[at - 1]?.text !== ',' || !/^(?:and|but|while|whereas)$/.test(link)) continue
      const second = subjectFrom(words, at + 1)
      const said = second === undefined ? undefined : reportingAt(words, second.end)
      if (second === undefined || said === undefined || words[second.head]?.upos === 'PRON') continue
      const next = words[said + 1]?.text.toLowerCase() === 'that' ? said + 2 : said + 1
      // "She said he had lied, and police told him so": what others said may be told by the first.
      if (!clauseFollows(words, next) || words[said]?.lemma === 'tell') continue
      const joint = link === 'while' ? 'meanwhile,' : 'but'
      const opening =
        link === 'and' ? [] : link === 'but' ? [keep(tokens(at, at + 1))] : [put(joint, tokens(at, at + 1))]
      return [[keep(tokens(0, at - 1))], [...opening, keep(tokens(at + 1, words.length))]]
    }
    return undefined
  },
}
