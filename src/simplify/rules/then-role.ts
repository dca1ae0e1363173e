import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const thenRole: Rule = {
  name: 'then-role',
  because: 'What the person was at that time now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'Mr Lawson, then in charge of a road program worth $46 million, gave the work to a firm that his brother owned.',
      'Mr Lawson gave the work to a firm that his brother owned.',
      'Mr Lawson was then in charge of a road program worth $46 million.',
    ],
  ],
  leavesAlone: [
    'Mr Lawson, then the others, left the hall without a word to any of the people who had come to hear them.',
    'They went to Perth, then to Broome, and spent the rest of the winter in a small town near the sea with friends.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (let open = 1; open < words.length - 4; open += 1) {
      if (words[open]?.text !== ',' || words[open + 1]?.text.toLowerCase() !== 'then') continue
      const isRole =
        /^(?:a|an)$/i.test(words[open + 2]?.text ?? '') ||
        (/^(?:in|at|head|aged)$/i.test(words[open + 2]?.text ?? '') &&
          /^(?:charge|of|the|\d+)$/i.test(words[open + 3]?.text ?? ''))
      const close = words.findIndex((word, at) => at > open && word.text === ',')
      if (!isRole || close < open + 4 || words.slice(open, close).some(isTensed)) continue
      const person = open - 1
      if (context.cast.nameAt(context.origin(person) ?? -1)?.kind !== 'person' || !isTensed(words[close + 1])) continue
      const parent = words[person]?.head ?? -1
      const head = parent >= 0 && parent < person && words[parent]?.upos === 'PROPN' ? parent : person
      const naming = context.cast.again(sentence, head, context.origin)
      if (naming === undefined || !naming.isPerson) continue
      const main: Piece[] = [keep(tokens(0, open)), keep(tokens(close + 1, words.length))]
      return [
        main,
        [put(naming.text, tokens(person, person + 1)), put('was', tokens(open, open)), keep(tokens(open + 1, close))],
      ]
    }
    return undefined
  },
}

function isTensed(word: Word | undefined): boolean {
  return word !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos)
}
