import { tokens } from '../../document/span.ts'
import { reportingAt } from '../../language/attribution-by-marks.ts'
import { chunkFrom, subjectFrom } from '../../language/chunks.ts'
import { isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const worthSplitting = { 1: 11, 2: 16 } as const

/** "The head of the hospital, Dr Meera Pillai, said A." → "Dr Meera Pillai is the head of the hospital. Dr Pillai said A." */
export const roleThenName: Rule = {
  name: 'role-then-name',
  because: 'Who the speaker is now stands in a sentence of its own.',
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'The chief executive of the hospital, Dr Meera Pillai, said surgery would be delayed for about 600 patients.',
      'Dr Meera Pillai is the chief executive of the hospital.',
      'Dr Pillai said surgery would be delayed for about 600 patients.',
    ],
    [
      'A spokesman for the party, Henrik Dahl, said members would vote on the new offer from the state on Saturday.',
      'Henrik Dahl is a spokesman for the party.',
      'Dahl said members would vote on the new offer from the state on Saturday.',
    ],
  ],
  leavesAlone: [
    'Her brother, Henrik Dahl, said members would vote on the new offer from the state on Saturday.',
    'A woman from the town, Ann Lee, said her late husband had died in the fire at the mill in May.',
    'The company, Northgate Copper, said it would study what was found before drilling begins in February.',
    'The owner of the shop, Ann Lee, and her son said they would sell it before the end of the year.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || speaksOfDeath(words) || lengthOf(words) + context.before < worthSplitting[context.level])
      return undefined
    const start = /^(?:but|and)$/i.test(words[0]?.text ?? '') ? 1 : 0
    const role = subjectFrom(words, start)
    if (role === undefined || words[role.head]?.upos !== 'NOUN' || words[role.head]?.xpos === 'NNS') return undefined
    if (!/^(?:the|a|an)$/i.test(words[start]?.text ?? '') && words[start]?.upos !== 'PROPN') return undefined
    if (words[role.end]?.text !== ',') return undefined
    const name = chunkFrom(words, role.end + 1)
    if (name === undefined || words[name.end]?.text !== ',' || reportingAt(words, name.end + 1) === undefined)
      return undefined
    const own = words.slice(name.start, name.end)
    if (own.some((word) => word.upos !== 'PROPN' && word.text !== '-')) return undefined
    const kind = context.cast.nameAt(context.origin(name.head) ?? -1)?.kind
    if (kind !== 'person' && kind !== 'organisation') return undefined
    // "The company, Northgate Copper, said": "is the company" would tell nothing.
    const isBare = role.end - start <= 3 && /^the$/i.test(words[start]?.text ?? '')
    if (kind === 'organisation' && isBare) return undefined
    const naming = context.cast.again(sentence, name.head, context.origin)
    if (naming === undefined) return undefined
    const hasOwn = words.slice(start, role.head).some((word) => word.xpos === 'POS')
    const be = naming.plural ? undefined : hasOwn || /^(?:the|a|an)$/i.test(words[start]?.text ?? '') ? 'is' : 'is the'
    if (be === undefined) return undefined
    return [
      [keep(tokens(name.start, name.end)), put(be, tokens(role.end, role.end)), keep(tokens(start, role.end))],
      [
        ...(start === 1 ? [keep(tokens(0, 1))] : []),
        put(naming.text, tokens(name.start, name.end)),
        keep(tokens(name.end + 1, words.length)),
      ],
    ]
  },
}
