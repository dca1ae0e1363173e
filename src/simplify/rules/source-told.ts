import { tokens } from '../../document/span.ts'
import { chunkFrom, finiteVerbAt } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { lengthOf } from '../../language/insertions.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** "A, according to a report by X that was released in May.": more of the source, in a sentence of its own. */
export const sourceTold: Rule = {
  name: 'source-told',
  because: 'More about the source now stands in a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  certain: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Shoppers pay too much for some everyday food, according to an inquiry that has accused two chains of unfair prices.',
      'Shoppers pay too much for some everyday food, according to an inquiry.',
      'The inquiry has accused two chains of unfair prices.',
    ],
    [
      'The sea has risen by 12 centimetres since 1993, according to a report by the Ocean Institute released on Monday.',
      'The sea has risen by 12 centimetres since 1993, according to a report by the Ocean Institute.',
      'The report was released on Monday.',
    ],
  ],
  leavesAlone: [
    'The sea has risen by 12 centimetres, according to scientists who asked not to be named in the story.',
    'The sea has risen by 12 centimetres, according to people living on the islands in the north of the state.',
    'The sea will rise by 12 centimetres, according to any model that takes the ice into account.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOf(words) < (context.level === 1 ? 11 : 17)) return undefined
    const end = bodyEnd(words)
    const at = words.findLastIndex(
      (word, place) => word.text.toLowerCase() === 'according' && words[place + 1]?.text.toLowerCase() === 'to',
    )
    if (at < 4 || words[at - 1]?.text !== ',') return undefined
    const source = chunkFrom(words, at + 2)
    if (source === undefined || !/^(?:a|an|the|new)$/i.test(words[at + 2]?.text ?? '')) return undefined
    const noun = words[source.head]
    if (noun?.upos !== 'NOUN' || noun.xpos === 'NNS') return undefined
    // "a report by the Ocean Institute in Suva"
    let start = source.end
    for (let more = 0; more < 2 && /^(?:by|from|of|in|for|on|into)$/.test(words[start]?.text ?? ''); more += 1) {
      const next = chunkFrom(words, start + 1)
      if (next === undefined) return undefined
      start = next.end
    }
    const first = words[start]
    const own = words.slice(start, end)
    if (first === undefined || end - start < 3 || own.filter((word) => word.text === '"').length % 2 === 1)
      return undefined
    // "that says …" is a claim of its own.
    if (
      own.some(
        (word) =>
          word.upos === 'VERB' &&
          isReporting(word.lemma) &&
          !/^(?:accuse|blame|criticise|describe|call)$/.test(word.lemma),
      )
    )
      return undefined
    const naming = context.cast.again(sentence, source.head, context.origin)
    if (naming === undefined || naming.plural) return undefined
    const who = put(naming.text, tokens(source.head, source.head + 1))
    const main = [keep(tokens(0, start)), keep(tokens(end, words.length))]
    if (/^(?:that|which)$/.test(first.text) && finiteVerbAt(words, start + 1) !== undefined) {
      const verb = words[finiteVerbAt(words, start + 1) ?? start]
      if (verb?.xpos === 'VBP' || verb?.text === 'were') return undefined
      return [main, [who, keep(tokens(start + 1, words.length))]]
    }
    const isDone =
      /^(?:released|published|compiled|written|commissioned|prepared|issued|obtained|leaked|tabled|conducted|led|funded|ordered|seen|carried)$/.test(
        first.text,
      ) && /^(?:on|in|by|at|last|this|earlier|for|to|out)$/.test(words[start + 1]?.text ?? '')
    return isDone ? [main, [who, put('was', tokens(start, start)), keep(tokens(start, words.length))]] : undefined
  },
}
