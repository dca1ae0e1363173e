import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { clauseFollows, mainStart } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

export const colon: Rule = {
  name: 'colon',
  because: 'What stands behind the colon is a sentence of its own.',
  shows: true,
  byMarks: true,
  examples: [
    [
      'The cause is plain: the two dams were never made to hold so much water.',
      'The cause is plain.',
      'The two dams were never made to hold so much water.',
    ],
  ],
  leavesAlone: [
    'The club has three teams: the men, the women and the under-18s.',
    'The mayor said this: the town will not sell the park.',
    'The final score was 3:2 after the home team scored twice.',
  ],

  rewrite({ words }): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^["“”;]$/u.test(word.text))) return undefined
    const at = words.findIndex((word) => word.text === ':')
    if (at < 3 || at > bodyEnd(words) - 4 || words.slice(at + 1).some((word) => word.text === ':')) return undefined
    // "issues may include: the system cannot be shut down": the verb waits for what follows.
    if (/^(?:VERB|AUX|ADP|DET)$/.test(words[at - 1]?.upos ?? '')) return undefined
    const main = mainStart(words, at)
    if (main === undefined || !clauseFollows(words, at + 1) || isSaid(words, at)) return undefined
    return [[keep(tokens(0, at))], [keep(tokens(at + 1, words.length))]]
  },
}

/** "He said this: …", "One question remains: …": what follows is somebody's words, or a question. */
function isSaid(words: readonly Word[], at: number): boolean {
  return words
    .slice(0, at)
    .some(
      (word) => isReporting(word.lemma) || /^(?:question|claim|message|theory|view|hope|fear|idea)$/.test(word.lemma),
    )
}
