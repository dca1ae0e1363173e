import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkBefore, finiteVerbAt, mainStart, type NounChunk, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isTold, lengthOnPage } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { clauseStartAt } from '../../language/tail-clause.ts'
import { isFiniteVerb, rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const worthSplitting = { 1: 11, 2: 17 } as const

/** "a deal that critics called a gift" */
const names =
  /^(?:describe|call|hail|label|brand|condemn|praise|dismiss|criticise|criticize|denounce|welcome|regard|see|view)$/
/** "a store that they believe once fed 5,000 soldiers" */
const holds = /^(?:believe|think|say|hope|fear|claim|expect|argue|insist|suspect|estimate|warn)$/

/** "A new thing that somebody calls B" → "A new thing. Somebody calls the thing B." */
export const thatTold: Rule = {
  name: 'that-told',
  because: 'What somebody says of a thing now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  adds: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Ministers signed a deal with the mining firm in the capital on Tuesday that the opposition called a gift to the rich.',
      'Ministers signed a deal with the mining firm in the capital on Tuesday.',
      'The opposition called the deal a gift to the rich.',
    ],
    [
      'A team of diggers in the north has found an old grain store that experts believe once fed as many as 5,000 soldiers.',
      'A team of diggers in the north has found an old grain store.',
      'Experts believe the grain store once fed as many as 5,000 soldiers.',
    ],
  ],
  leavesAlone: [
    'The council may sign a deal with the mining firm before the end of May that the opposition called a gift to the rich.',
    'The mayor found no plan in all the papers of the old council that the people of the town would have called a good one.',
    'Ministers signed the deal with the mining firm in the capital on Tuesday that the opposition called a gift to the rich.',
    'A team of diggers in the north has made a copy of the old grain store that experts believe once fed as many as 5,000 soldiers.',
    'The minister told a crowd in the capital on Tuesday that the opposition called the deal a gift to the rich.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (context.before > 0 || isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    if (lengthOnPage(words) < worthSplitting[context.level] || !isTold(words, rootOf(words))) return undefined
    const end = bodyEnd(words)
    for (let at = end - 4; at > 4; at -= 1) {
      if (words[at]?.text.toLowerCase() !== 'that') continue
      const subject = subjectFrom(words, at + 1)
      const verb = subject === undefined ? undefined : finiteVerbAt(words, subject.end)
      if (subject === undefined || verb === undefined || words.slice(at, end).some((word) => word.text === ','))
        continue
      if (!saysOfIt(words, verb, end)) continue
      const host = hostBefore(words, at)
      const main = mainStart(words, at) ?? clauseStartAt(words, 0)
      // "a version of the technology that they hope could work": of the two, the nearer may be meant.
      const isNear = host?.end === at || names.test(words[verb]?.lemma ?? '')
      if (!isNear || words[(host?.start ?? 0) - 1]?.text === ',') continue
      // "told a crowd that": what was told.
      if (
        host === undefined ||
        main === undefined ||
        /^(?:tell|warn|assure|remind|inform|persuade|convince)$/.test(words[main.verb]?.lemma ?? '')
      )
        continue
      const naming = context.cast.again(sentence, host.head, context.origin)
      if (naming === undefined || naming.plural || naming.isPerson) continue
      return [
        [keep(tokens(0, at)), keep(tokens(end, words.length))],
        [
          keep(tokens(at + 1, verb + 1)),
          put(naming.text, tokens(host.head, host.head + 1)),
          keep(tokens(verb + 1, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** Whether the verb waits for the thing in front of "that": "called a gift", "described as a gift", "believe once fed". */
function saysOfIt(words: readonly Word[], verb: number, end: number): boolean {
  const lemma = words[verb]?.lemma ?? ''
  const next = words[verb + 1]
  if (names.test(lemma))
    return (
      next?.text === 'as' || (/^(?:call|label|brand|dub)$/.test(lemma) && /^(?:an?|the|\w+est)$/.test(next?.text ?? ''))
    )
  if (!holds.test(lemma)) return false
  const inner = words.findIndex((word, at) => at > verb && at < verb + 3 && isFiniteVerb(word))
  return inner > verb && inner < end && words.slice(verb + 1, inner).every((word) => word.upos === 'ADV')
}

/** The only new thing before "that", with no more than phrases between: "a deal with the firm on Tuesday that". */
function hostBefore(words: readonly Word[], that: number): NounChunk | undefined {
  const found: NounChunk[] = []
  for (let at = that; at > 0; ) {
    const chunk = chunkBefore(words, at)
    if (chunk === undefined || chunk.end < at) break
    found.push(chunk)
    const before = words[chunk.start - 1]
    if (before?.upos !== 'ADP') break
    at = chunk.start - 1
  }
  const isNew = ({ start }: NounChunk): boolean => /^an?$/i.test(words[start]?.text ?? '')
  const fresh = found.filter(isNew)
  const [host] = fresh
  const isTime = host === undefined || isOfClass(words[host.head]?.lemma ?? '', 'time')
  return fresh.length === 1 && !isTime && words[host.head]?.upos === 'NOUN' ? host : undefined
}
