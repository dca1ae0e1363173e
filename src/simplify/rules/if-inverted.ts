import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows, type NounChunk, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Had it not been for X", "Should the wall fail", "Were the court to agree": a condition without "if". */
export const ifInverted: Rule = {
  name: 'if-inverted',
  because: '"If" shows at once that this is a condition.',
  shows: true,
  byMarks: true,
  examples: [
    [
      'Had it not been for the quick work of two guards, the boy would have drowned.',
      'If it had not been for the quick work of two guards, the boy would have drowned.',
    ],
    [
      'Should the levee fail, water could reach the main street within two hours.',
      'If the levee fails, water could reach the main street within two hours.',
    ],
    [
      'Were the court to reject the appeal, the miners would have to leave the site.',
      'If the court were to reject the appeal, the miners would have to leave the site.',
    ],
    [
      'Had the pilot known about the fog, he would not have left Perth.',
      'If the pilot had known about the fog, he would not have left Perth.',
    ],
    [
      'The army is ready to help, should the fires reach the edge of the city.',
      'The army is ready to help, if the fires reach the edge of the city.',
    ],
    [
      'The man would have gone to prison for life had he not admitted his guilt.',
      'The man would have gone to prison for life if he had not admitted his guilt.',
    ],
  ],
  leavesAlone: [
    'She could not say what the town should the next day have done about it.',
    'Should the levee fail again, will the town be safe?',
    'The miners had the right to stay on the site for a year.',
    'Were they safe in the old hall on the hill that night?',
    'He said the party should the next day have chosen a leader.',
    'The wall, which should the river rise keep the town safe, is new.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    for (const [at, word] of words.entries()) {
      if (!/^(?:had|should|were)$/i.test(word.text)) continue
      const isLast = isUnreal(words, at)
      if (
        at > 0 &&
        !isLast &&
        (words[at - 1]?.text !== ',' || words.slice(0, at).filter((one) => one.text === ',').length > 1)
      )
        continue
      const subject = subjectFrom(words, at + 1)
      if (subject === undefined || subject.end >= end) continue
      // In front, a main clause must follow behind a comma; at the end nothing may.
      const isHad = word.text.toLowerCase() === 'had'
      const comma = words.findIndex((one, place) => place > subject.end && place < end && one.text === ',')
      if (
        at === 0
          ? comma < 0 || !(clauseFollows(words, comma + 1) || (isHad && wouldHave(words, comma + 1)))
          : comma >= 0 || !(isLast || clauseFollows(words, 0, at))
      )
        continue
      const made = conditionOf(words, at, subject)
      if (made === undefined) continue
      return [
        [
          keep(tokens(0, at)),
          put('if', tokens(at, at + 1)),
          keep(tokens(subject.start, subject.end)),
          put(made.verb, tokens(made.from, made.to)),
          keep(tokens(made.to === at + 1 ? subject.end : made.to, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** "at least nine of them would probably have lived" */
function wouldHave(words: readonly Word[], start: number): boolean {
  const modal = words.findIndex((word, at) => at >= start && /^(?:would|could|might)$/i.test(word.text))
  return modal > start && words.slice(modal + 1, modal + 4).some(({ text }) => text === 'have')
}

/** "would have gone to prison had he not …": no comma, but the first verb waits for a condition. */
function isUnreal(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at)
  // "an order could follow at short notice should the wall be too weak"
  if (words[at]?.text.toLowerCase() === 'should')
    return (
      /^(?:DT|PRP|PRP\$)$/.test(words[at + 1]?.xpos ?? '') &&
      before.some((word) => /^(?:would|could|might|may|will|can)$/i.test(word.text)) &&
      !before.some((word) => /^(?:,|what|which|who|that|how|why)$/i.test(word.text))
    )
  if (words[at]?.text.toLowerCase() !== 'had' || !/^(?:he|she|they|it|we|I)$/.test(words[at + 1]?.text ?? ''))
    return false
  return before.some((word, place) => {
    const next = words.slice(place + 1, place + 4).find((one) => one.upos !== 'ADV' && one.upos !== 'PART')
    return /^(?:would|could|might)$/i.test(word.text) && next?.text.toLowerCase() === 'have'
  })
}

interface Verb {
  readonly verb: string
  /** The words that the verb stands for. */
  readonly from: number
  readonly to: number
}

function conditionOf(words: readonly Word[], at: number, subject: NounChunk): Verb | undefined {
  const text = words[at]?.text.toLowerCase() ?? ''
  const place = subject.end
  const isNot = /^not$/i.test(words[place]?.text ?? '')
  const first = words[isNot ? place + 1 : place]
  if (text === 'had') return first?.xpos === 'VBN' ? { verb: 'had', from: at, to: at + 1 } : undefined
  if (text === 'were') {
    const isTo = first?.text === 'to' && words[place + 1]?.xpos === 'VB'
    return isTo || (isNot && first?.text === 'for') ? { verb: 'were', from: at, to: at + 1 } : undefined
  }
  const head = words[subject.head]
  if (isNot || first === undefined || !/^VBP?$/.test(first.xpos) || head === undefined) return undefined
  const isPlural =
    /^NNP?S$/.test(head.xpos) || /^(?:they|we|you|i|police|people|most|many|some|several|few|both)$/i.test(head.text)
  const verb = first.lemma === 'be' ? (isPlural ? 'are' : 'is') : inflect(first.lemma, isPlural ? 'VBP' : 'VBZ')
  return { verb, from: place, to: place + 1 }
}
