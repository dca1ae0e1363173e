import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkBefore } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isReporting } from '../../language/reporting.ts'
import { isRelation, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What a speaker does besides: "…, rejecting claims that …", "…, urging people to …". */
const speechActs = new Set(
  'reject deny urge warn praise blame accuse criticise call describe thank tell ask promise add say note argue insist claim explain stress admit concede suggest point'.split(
    ' ',
  ),
)

/**
 * "…, Y said, adding that B": what follows the claim is a second thing that the same speaker does or says. Both new
 * sentences have the speaker.
 */
export const speechTail: Rule = {
  name: 'speech-tail',
  because: 'The second thing that the person said now has a sentence of its own.',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Ms Lee said the port had lost its way, telling reporters the ships went to other towns.',
      'Ms Lee said the port had lost its way.',
      'She told reporters the ships went to other towns.',
    ],
    [
      '"We had our chances and we did not take them," Mr Lee said, before adding that he was proud of the team.',
      '"We had our chances and we did not take them," Mr Lee said.',
      'He added that he was proud of the team.',
    ],
    [
      'The water came from the lake, said the owner, Highland Water, rejecting claims that it had acted too late.',
      'The water came from the lake, said the owner, Highland Water.',
      'Highland Water rejected claims that it had acted too late.',
    ],
  ],
  leavesAlone: [
    'Ms Lee said the company had left its workers without money, telling them nothing of the sale.',
    'The bank cut its rate on Tuesday, saying prices were rising more slowly than before.',
    'Ms Lee said the mayor wrote a letter, warning farmers that the river could rise again.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    const root = rootOf(words)
    const end = bodyEnd(words)
    for (let comma = end - 3; comma > 2; comma -= 1) {
      if (words[comma]?.text !== ',') continue
      const isBefore = /^(?:before|after)$/i.test(words[comma + 1]?.text ?? '')
      const at = isBefore ? comma + 2 : comma + 1
      const word = words[at]
      if (word?.xpos !== 'VBG' || !speechActs.has(word.lemma) || (isBefore && words[comma + 1]?.text === 'after'))
        continue
      if (words.slice(at, end).some((part) => part.text === ';') || isCut(words, comma)) continue
      // In "she said the mayor wrote, warning": who warned? Only "said" right before, or words to reporters, tell.
      const toReporters = /^(?:reporters|journalists)$/i.test(words[at + 1]?.text ?? '')
      const speaker =
        speakerBefore(words, comma) ??
        (toReporters && root !== undefined && isReporting(words[root]?.lemma ?? '')
          ? { verb: root, speaker: subjectOf(words, root) }
          : undefined)
      if (speaker?.speaker === undefined) continue
      const { verb, speaker: subject } = speaker
      const naming = context.cast.again(sentence, subject, context.origin)
      if (naming === undefined) continue
      const present = words[verb]?.xpos === 'VBZ' || words[verb]?.xpos === 'VBP'
      const finite = inflect(word.lemma, present ? (naming.plural ? 'VBP' : 'VBZ') : 'VBD')
      const who = naming.isPerson ? (naming.pronoun ?? naming.text) : naming.text
      return [
        [keep(tokens(0, comma)), keep(tokens(end, words.length))],
        [
          put(who, tokens(subject, subject + 1)),
          put(finite, tokens(comma + 1, at + 1)),
          keep(tokens(at + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** "…, said the owner, Highland Water," and "…, Mr Lee said,": the saying verb and its speaker right before a comma. */
function speakerBefore(
  words: readonly Word[],
  comma: number,
): { readonly verb: number; readonly speaker: number | undefined } | undefined {
  for (let verb = comma - 1; verb > 0 && verb > comma - 10; verb -= 1) {
    const word = words[verb]
    if (word === undefined || word.xpos === 'VBG') return undefined
    if (!/^(?:VBD|VBZ|VBP)$/.test(word.xpos)) continue
    if (!isReporting(word.lemma)) return undefined
    // "urged both sides to show restraint, warning …": only behind a claim that ends here, not behind what was urged.
    if (words.slice(verb + 1, comma).some((one) => one.upos === 'VERB' || one.text.toLowerCase() === 'to'))
      return undefined
    // "…, Ms Lee said,": the speaker stands right before, whatever the tree hung the verb on.
    if (verb === comma - 1) return { verb, speaker: speakerRightBefore(words, verb) }
    if (!/^[,"]$/.test(words[verb - 1]?.text ?? '')) return undefined
    // "The minister, Ann Lee, conceded defeat in a speech, urging": no speech urges.
    if ((subjectOf(words, verb) ?? verb) < verb) return undefined
    const names = words.flatMap((one, at) =>
      at > verb && at < comma && one.upos === 'PROPN' && !isRelation(one.relation, 'flat') ? [at] : [],
    )
    const people = words.flatMap((one, at) => (at > verb && at < comma && /^(?:NOUN|PRON)$/.test(one.upos) ? [at] : []))
    return { verb, speaker: names.at(-1) ?? people.at(-1) }
  }
  return undefined
}

function speakerRightBefore(words: readonly Word[], verb: number): number | undefined {
  if (words[verb - 1]?.upos === 'PRON') return verb - 1
  const chunk = chunkBefore(words, verb)
  return chunk !== undefined && /^[,"”]$/u.test(words[chunk.start - 1]?.text ?? '') ? chunk.head : undefined
}

/** Whether marks of a quote are open at a place. */
function isCut(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).filter((word) => word.text === '"').length % 2 === 1
}
