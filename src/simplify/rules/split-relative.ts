import { type TokenSpan, tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { childrenBy, hasFiniteVerb, isBelow, isRelation, subjectOf, subtreeOf } from '../../language/tree.ts'
import { agrees, bodyEnd, closedSegment, holdsNewPart, isNegated, isQuestion, resumeAt } from '../clause-parts.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const splitRelative: Rule = {
  name: 'split-relative',
  because: 'The part with "who" or "which" is now a sentence of its own.',
  whenLong: true,
  examples: [
    [
      'The truce, which took effect on Saturday, has stopped most of the shelling around the port city.',
      'The truce has stopped most of the shelling around the port city.',
      'The truce took effect on Saturday.',
    ],
    [
      'Police spoke to the driver, who was not hurt in the crash near the school.',
      'Police spoke to the driver.',
      'The driver was not hurt in the crash near the school.',
    ],
  ],
  leavesAlone: [
    'People who lost their homes in the flood can ask for money at the town hall from Monday.',
    'Prices fell by 3 per cent in June, which surprised most of the banks in the city.',
    'Some of the workers, who asked not to be named, said they had not been paid since May.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (const [verb, word] of words.entries()) {
      if (!isRelation(word.relation, 'acl:relcl') || word.head < 0 || word.head > verb) continue
      const head = word.head
      const all = subtreeOf(words, verb)
      const start = all.find((at) => at > head && words[at]?.upos !== 'PUNCT')
      if (start === undefined || words[start - 1]?.text !== ',') continue
      if (!isBelow(words, start - 2, head) || words[head]?.upos === 'VERB') continue
      if (word.confidence.arc < 0.3) continue
      const segment = beforeSecondVerb(words, start, verb) ?? closedSegment(words, start, verb)
      if (segment === undefined || holdsNewPart(words, segment.start, segment.end)) continue
      const governor = words[head]?.head ?? -1
      if (governor >= 0 && isNegated(words, governor)) continue
      const naming = context.cast.again(sentence, head, context.origin)
      if (naming === undefined) continue
      const place = tokens(head, head + 1)
      const clause = relativeSentence(words, verb, start, segment.end, naming.text, naming.plural, place)
      if (clause === undefined) continue
      const end = bodyEnd(words)
      const isAtEnd = segment.end >= end
      const main: Piece[] = isAtEnd
        ? [keep(tokens(0, start - 1)), keep(tokens(end, words.length))]
        : [keep(tokens(0, start - 1)), keep(tokens(resumeAt(words, segment.end), words.length))]
      return [main, clause]
    }
    return undefined
  },
}

/**
 * "the truce, which began on Sunday, and had fired": a verb without a subject behind the closing comma belongs to the main
 * clause, whatever the parse says. The relative clause then ends at that comma.
 */
function beforeSecondVerb(words: readonly Word[], start: number, verb: number): TokenSpan | undefined {
  for (let at = verb + 1; at < words.length - 2; at += 1) {
    if (words[at]?.text !== ',' || !/^(?:and|but)$/.test(words[at + 1]?.text ?? '')) continue
    const second = words.findIndex(
      (word, index) => index > at + 1 && word.head === verb && isRelation(word.relation, 'conj'),
    )
    if (second < 0 || subjectOf(words, second) !== undefined || !hasFiniteVerb(words, second)) return undefined
    return tokens(start, at)
  }
  return undefined
}

/** "who was hurt" → "the driver was hurt"; "whose family" → "Mr Lee's family"; "where" → "There,". */
function relativeSentence(
  words: readonly Word[],
  verb: number,
  start: number,
  end: number,
  name: string,
  plural: boolean,
  place: { readonly start: number; readonly end: number },
): readonly Piece[] | undefined {
  const pronoun = words[start]
  const text = pronoun?.text.toLowerCase()
  const rest = keep(tokens(start + 1, end))
  switch (text) {
    case 'who':
    case 'which': {
      if (pronoun !== undefined && isRelation(pronoun.relation, 'nsubj')) {
        return agrees(words, verb, plural) ? [put(name, place), rest] : undefined
      }
      const subject = childrenBy(words, verb, 'nsubj').find((at) => at !== start)
      if (pronoun === undefined || !isRelation(pronoun.relation, 'obj') || subject === undefined) return undefined
      return [keep(tokens(start + 1, verb + 1)), put(name, place), keep(tokens(verb + 1, end))]
    }
    case 'whose': {
      if (/^(?:he|she|it|they|i|we|you)$/i.test(name)) return undefined
      const owner = name.endsWith('s') ? `${name}'` : `${name}'s`
      return [put(owner, place), rest]
    }
    case 'where':
      return [put('there,', tokens(start, start + 1)), rest]
    default:
      return undefined
  }
}
