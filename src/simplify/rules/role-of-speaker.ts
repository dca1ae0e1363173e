import { tokens } from '../../document/span.ts'
import { reportingAt } from '../../language/attribution-by-marks.ts'
import { subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "A ferry sank, its owner Sea Lines said." → "A ferry sank, Sea Lines said. Sea Lines is the ferry's owner." */
export const roleOfSpeaker: Rule = {
  name: 'role-of-speaker',
  because: 'Who the speaker is now stands in a sentence of its own.',
  byMarks: true,
  certain: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'A ferry with 90 people on board hit a rock near the island on Sunday night, its owner, Sea Lines, said.',
      'A ferry with 90 people on board hit a rock near the island on Sunday night, Sea Lines said.',
      "Sea Lines is the ferry's owner.",
    ],
    [
      'A teacher from Ballarat was freed on Friday after two weeks in a jail in Cairo, her lawyer Karim Nader said on Saturday.',
      'A teacher from Ballarat was freed on Friday after two weeks in a jail in Cairo, Karim Nader said on Saturday.',
      "Karim Nader is the teacher's lawyer.",
    ],
  ],
  leavesAlone: [
    'A ferry with 90 people on board hit a rock near the island on Sunday night, its owner said on Monday.',
    'A group of walkers found the boy near the old mill on Sunday night, his mother Ann Lee said.',
    'A teacher from Ballarat was freed on Friday with two others, their late father’s lawyer Karim Nader said.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || speaksOfDeath(words) || context.before > 0) return undefined
    const end = bodyEnd(words)
    const owner = subjectFrom(words, 0)
    if (owner === undefined || !/^(?:a|an)$/i.test(words[0]?.text ?? '')) return undefined
    const open = words.findLastIndex(
      (word, at) =>
        at > owner.end &&
        word.text === ',' &&
        words[at + 1]?.xpos === 'PRP$' &&
        /^(?:its|his|her)$/.test(words[at + 1]?.text ?? ''),
    )
    if (open < 0 || words.slice(0, end).some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const isPerson = isOfClass(words[owner.head]?.lemma ?? '', 'person')
    if (isPerson === (words[open + 1]?.text === 'its') || words[owner.head]?.xpos !== 'NN') return undefined
    // The role: small words up to the name, with or without a comma between.
    let nameStart = open + 2
    while (/^(?:NOUN|ADJ)$/.test(words[nameStart]?.upos ?? '') && /^\p{Ll}/u.test(words[nameStart]?.text ?? ''))
      nameStart += 1
    const roleEnd = nameStart
    if (words[roleEnd - 1]?.xpos !== 'NN' || roleEnd < open + 3) return undefined
    const hasCommas = words[nameStart]?.text === ','
    if (hasCommas) nameStart += 1
    let nameEnd = nameStart
    while (words[nameEnd]?.upos === 'PROPN') nameEnd += 1
    if (nameEnd === nameStart || hasCommas !== (words[nameEnd]?.text === ',')) return undefined
    const said = hasCommas ? nameEnd + 1 : nameEnd
    const verb = reportingAt(words, said)
    if (verb === undefined || words[verb]?.xpos === 'VBN' || end - verb > 6) return undefined
    if (words.slice(verb + 1, end).some((word) => word.text === ',' || /^(?:that|to)$/i.test(word.text)))
      return undefined
    const naming = context.cast.again(sentence, owner.head, context.origin)
    if (naming === undefined || naming.plural) return undefined
    const name = tokens(nameStart, nameEnd)
    return [
      [keep(tokens(0, open + 1)), keep(name), keep(tokens(said, words.length))],
      [keep(name), put(`is ${naming.text}'s`, tokens(open + 1, open + 2)), keep(tokens(open + 2, roleEnd))],
    ]
  },
}
