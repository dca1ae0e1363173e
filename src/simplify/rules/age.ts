import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { speaksOfDeath } from '../../language/clause-parts.ts'
import { childrenBy, isFiniteVerb, isRelation } from '../../language/tree.ts'
import { keep, put } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const age: Rule = {
  name: 'age',
  because: 'How old a person is now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'Maria Santos, 41, has run the bakery in the main street since she came to Australia.',
      'Maria Santos has run the bakery in the main street since she came to Australia.',
      'Santos is 41 years old.',
    ],
    [
      'The farm is run by Joan Baxter, 71, and her son near the old dam.',
      'The farm is run by Joan Baxter and her son near the old dam.',
      'Baxter is 71 years old.',
    ],
  ],
  leavesAlone: [
    'Maria Santos, 41, was killed when a truck hit her car on the highway on Sunday.',
    'On Monday, 41, 42 and 43 were the numbers that won the big prize in the draw.',
  ],

  rewrite(sentence, context) {
    const { words } = sentence
    if (speaksOfDeath(words)) return undefined
    for (let at = 1; at < words.length - 2; at += 1) {
      if (words[at]?.text !== ',' || words[at + 2]?.text !== ',') continue
      if (!/^\d{1,2}$/.test(words[at + 1]?.text ?? '')) continue
      const person = at - 1
      const token = context.origin(person)
      const name = token === undefined ? undefined : context.cast.nameAt(token)
      if (name?.kind !== 'person') continue
      // The name's last word may hang on its first; the head is the one that others hang on.
      const parent = words[person]?.head ?? -1
      const head = parent >= 0 && parent < person && words[parent]?.upos === 'PROPN' ? parent : person
      const named = context.cast.again(sentence, head, context.origin)
      // "Joan Baxter, 71, and her son": only the one whose name it is.
      const naming = named?.isPerson === true ? named : context.cast.again(sentence, person, context.origin)
      if (naming === undefined || naming.plural) continue
      const who = put(naming.text, tokens(head, head + 1))
      const years = [who, put('is', tokens(at, at)), keep(tokens(at + 1, at + 2)), put('years old', tokens(at, at))]
      const home = homeAfter(words, at + 2)
      if (home !== undefined) {
        const from = [put('and is from', tokens(at + 3, at + 4)), keep(tokens(at + 4, home))]
        return [
          [keep(tokens(0, at)), keep(tokens(home + 1, words.length))],
          [...years, ...from],
        ]
      }
      // In "the leader, Ann Lee, 52, said" the second comma also ends what the name explains.
      const isAdded =
        words.slice(Math.max(0, head - 6), head).some((word) => word.text === ',') &&
        isRelation(words[head]?.relation ?? '', 'appos', 'flat')
      // "said Ann Lee, whose brother Cristian, 28, is missing": no comma parts a subject from its verb.
      const isOwners =
        isAdded && isFiniteVerb(words[at + 3]) && /^whose$/i.test(words[ownerAt(words, head)]?.text ?? '')
      const opensMore = /^(?:who|whose|which|where|a|an|the|then|from|of)$/i.test(words[at + 3]?.text ?? '')
      const isListed = words[at + 3]?.upos === 'PROPN' && childrenBy(words, head, 'conj').length > 0
      const rest = (isAdded && !isOwners) || opensMore || isListed ? at + 2 : at + 3
      return [[keep(tokens(0, at)), keep(tokens(rest, words.length))], years]
    }
    return undefined
  },
}

/** The word behind the last comma before a name: "whose" in ", whose brother Cristian". */
function ownerAt(words: readonly Word[], head: number): number {
  return words.slice(0, head).findLastIndex((word) => word.text === ',') + 1
}

/** The comma that ends ", of Place," after an age; undefined where no place follows. */
function homeAfter(words: readonly Word[], comma: number): number | undefined {
  if (words[comma + 1]?.text !== 'of') return undefined
  for (let at = comma + 2; at < words.length && at < comma + 6; at += 1) {
    if (words[at]?.text === ',') return at > comma + 2 ? at : undefined
    if (!/^(?:\p{Lu}|-$)/u.test(words[at]?.text ?? '')) return undefined
  }
  return undefined
}
