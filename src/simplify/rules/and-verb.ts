import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { finiteVerbAt, mainStart, opensClause } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { mayBeDoneTo } from './split-verbs.ts'

export const andVerb: Rule = {
  name: 'and-verb',
  because: 'Two things that somebody does are now two sentences.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The drainpipe was 50 metres long and opened onto the waters of a bay on the east coast.',
      'The drainpipe was 50 metres long.',
      'The drainpipe opened onto the waters of a bay on the east coast.',
    ],
    [
      'The north needs two towers for this and believes the money will come from the lottery next year.',
      'The north needs two towers for this.',
      'The north believes the money will come from the lottery next year.',
    ],
  ],
  leavesAlone: [
    'The man who came to the house at night and took the car has not been found.',
    'She did not go to work on Monday and stayed at home with the children all day.',
    'The bank said it lost money in May and had to close three shops in the city.',
    'The town is the third in the state, with a value of $23 billion, and ranked 21 in the world.',
    'The women were outnumbered by men in the camp and most feel bad in the big class.',
    'The company sells cars and makes parts.',
    'The new scan shows up lesions and blows that nobody could find in the body before.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^(?:["“”:;])$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    for (let at = end - 3; at > 3; at -= 1) {
      const link = words[at]?.text.toLowerCase() ?? ''
      if (link !== 'and' && link !== 'but') continue
      const second = finiteVerbAt(words, at + 1)
      const left = mainStart(words, at)
      if (second === undefined || left === undefined || left.verb > at - 2) continue
      const { subject, verb } = left
      if (!isAlike(words, verb, second) || opensClause(words, 0, subject.start) || opensClause(words, verb, at))
        continue
      // Between the two no other verb may take the second for its own.
      if (words.slice(verb + 1, at).some((word, offset) => isRival(words, word, verb + 1 + offset))) continue
      if (isDenied(words, verb) || (words[second]?.xpos === 'VBD' && mayBeDoneTo(words, verb, second))) continue
      const naming = context.cast.again(sentence, subject.head, context.origin)
      if (naming === undefined) continue
      const before = words[at - 1]?.text === ',' ? at - 1 : at
      return [
        [keep(tokens(0, before))],
        [
          ...(link === 'but' ? [keep(tokens(at, at + 1))] : []),
          put(naming.text, tokens(subject.head, subject.head + 1)),
          keep(tokens(at + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** Two verbs of one subject: the same tense; an -s form beside an -s form. */
function isAlike(words: readonly Word[], first: number, second: number): boolean {
  // "lesions and blows": a plural noun may be read as a verb.
  if (
    words[second - 1]?.text.toLowerCase() === 'and' &&
    words[second]?.xpos === 'VBZ' &&
    words[second - 2]?.xpos === 'NNS'
  )
    return words[second]?.upos === 'AUX'
  const [a, b] = [words[first]?.xpos ?? '', words[second]?.xpos ?? '']
  if (a === b) return true
  return (a === 'MD' && b === 'VBZ') || (a === 'VBZ' && b === 'MD')
}

/** A finite verb or a participle between: the second verb may be its. */
function isRival(words: readonly Word[], word: Word, at: number): boolean {
  if (/^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos)) return true
  // "a man accused of … and sent": an -ed form that a noun stands before.
  return word.xpos === 'VBN' && /^(?:NOUN|PROPN)$/.test(words[at - 1]?.upos ?? '')
}

/** "did not go and stayed": whether the "not" rules both is unsure. */
function isDenied(words: readonly Word[], verb: number): boolean {
  return words.slice(verb, verb + 3).some((word) => /^(?:not|n['’]t|never)$/i.test(word.text))
}
