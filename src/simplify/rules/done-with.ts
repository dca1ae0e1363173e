import { tokens } from '../../document/span.ts'
import { subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "Ships will be allowed through, escorted by patrol boats." → "… The ships will be escorted by patrol boats." */
export const doneWith: Rule = {
  name: 'done-with',
  because: 'What goes with it now stands in a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The ships will be allowed through the strait in daylight from Friday, escorted by patrol boats from three countries.',
      'The ships will be allowed through the strait in daylight from Friday.',
      'The ships will be escorted by patrol boats from three countries.',
    ],
  ],
  leavesAlone: [
    'The ships will not be allowed through the strait from Friday, escorted by patrol boats from three countries.',
    'The ships will be taken to a port in the north, known by most people as the end of the world.',
    'The ships will be allowed through if the sea is calm on Friday, escorted by boats from three countries.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^(?:["“”;:]|not|n['’]t|if|unless|never|no)$/iu.test(word.text)))
      return undefined
    const end = bodyEnd(words)
    const open = words.findLastIndex((word) => word.text === ',')
    const done = words[open + 1]
    if (done?.xpos !== 'VBN' || words[open + 2]?.text !== 'by' || end - open < 4) return undefined
    if (/^(?:follow|know|call|name|own|run|lead|found)$/.test(done.lemma)) return undefined
    const comma = words.findIndex((word) => word.text === ',')
    const starts = words[0]?.upos === 'ADP' && comma < open ? [comma + 1] : [0]
    for (const start of starts) {
      const subject = subjectFrom(words, start)
      if (subject === undefined) continue
      const helper = words[subject.end]
      const [be, verb] = [words[subject.end + 1], words[subject.end + 2]]
      if (!/^(?:will|would)$/.test(helper?.text ?? '') || be?.text !== 'be' || verb?.xpos !== 'VBN') continue
      // Another noun right before the comma could be meant, unless it is a time or a place.
      if (!/^(?:from|on|in|at|next|until|by)$/.test(words[open - 2]?.text ?? '') && words[open - 1]?.upos !== 'ADV')
        continue
      const naming = context.cast.again(sentence, subject.head, context.origin)
      if (naming === undefined) continue
      return [
        [keep(tokens(0, open)), keep(tokens(end, words.length))],
        [
          put(naming.text, tokens(subject.head, subject.head + 1)),
          keep(tokens(subject.end, subject.end + 2)),
          keep(tokens(open + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}
