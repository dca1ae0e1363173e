import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { indefiniteArticle } from '../../language/inflect.ts'
import { governorOf, mayStandAlone } from '../../language/insertions.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** What somebody does or did to a thing that is called after it: "UN-brokered", "state-owned". */
const deeds: Readonly<Record<string, string>> = {
  brokered: 'brokered',
  negotiated: 'negotiated',
  backed: 'backs',
  supported: 'supports',
  led: 'leads',
  owned: 'owns',
  run: 'runs',
  funded: 'pays for',
  financed: 'pays for',
  controlled: 'controls',
  sponsored: 'pays for',
  built: 'built',
  designed: 'designed',
}

/** "wants a state-owned bank": there is none yet. */
const wishes =
  /^(?:want|need|seek|propose|plan|promise|ask|call|consider|demand|create|build|found|favour|support|oppose|back|be)$/

const doers = /^(?:state|government|army|military|council|community|family|university|church|police)$/

export const madeBy: Rule = {
  name: 'made-by',
  because: 'Who made or leads it now stands in a sentence of its own.',
  adds: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'A UN-brokered ceasefire in the north of the country ended on Monday when both sides fired on a village near the river.',
      'A ceasefire in the north of the country ended on Monday when both sides fired on a village near the river.',
      'The UN brokered the ceasefire.',
    ],
    [
      'The state-owned railway lost 400 million dollars last year because fewer people took the train to work each day.',
      'The railway lost 400 million dollars last year because fewer people took the train to work each day.',
      'The state owns the railway.',
    ],
  ],
  leavesAlone: [
    'A London-based bank has bought three of the four big hotels on the north side of the harbour in Suva.',
    'The party wants a state-owned bank that would lend money to farmers in the dry west of the country.',
    'Saudi- and Iran-backed groups have fought over the city and its port for more than nine long years.',
    'The 12-year-old boy had built a small raft and wanted to cross the river with his dog on Sunday.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => word.text === '"')) return undefined
    for (const [at, word] of words.entries()) {
      const deed = deeds[words[at + 2]?.text.toLowerCase() ?? '']
      if (deed === undefined || words[at + 1]?.text !== '-' || words[at - 1]?.text === '-') continue
      const doer = doerOf(words, at, context)
      const thing = chunkFrom(words, at + 3)
      const host = thing === undefined ? undefined : words[thing.head]
      if (
        doer === undefined ||
        thing === undefined ||
        host?.upos !== 'NOUN' ||
        /^(?:and|or)$/.test(words[at - 1]?.text ?? '')
      )
        continue
      if (!/^(?:a|an|the)$/i.test(words[at - 1]?.text ?? '') || word === undefined) continue
      const isNew = /^an?$/i.test(words[at - 1]?.text ?? '')
      const verb = words[governorOf(words, thing.head) ?? -1]?.lemma ?? ''
      if (!mayStandAlone(words, thing.head) || (isNew && wishes.test(verb))) continue
      const naming = context.cast.again(sentence, thing.head, context.origin)
      if (naming === undefined || !naming.text.startsWith('the ')) continue
      const article: Piece = /^the$/i.test(words[at - 1]?.text ?? '')
        ? keep(tokens(at - 1, at))
        : put(indefiniteArticle(words[at + 3]?.text ?? ''), tokens(at - 1, at))
      const front = at > 1 ? [keep(tokens(0, at - 1))] : []
      return [
        [...front, article, keep(tokens(at + 3, words.length))],
        [
          put(doer, tokens(at, at + 1)),
          put(deed, tokens(at + 1, at + 3)),
          put(naming.text, tokens(thing.head, thing.head + 1)),
        ],
      ]
    }
    return undefined
  },
}

/** "the UN", "Iran", "the state": who does it, if a name or one of a few nouns says it. */
function doerOf(words: readonly Word[], at: number, { cast, origin }: RuleContext): string | undefined {
  const word = words[at]
  if (word === undefined) return undefined
  if (/^(?:UN|EU|US|UK|UAE|BBC|CIA|IMF)$/.test(word.text)) return `the ${word.text}`
  if (word.upos === 'NOUN' && doers.test(word.text)) return `the ${word.text}`
  const kind = cast.nameAt(origin(at) ?? -1)?.kind
  const isWhole = words[at - 1]?.upos !== 'PROPN'
  return word.upos === 'PROPN' && isWhole && (kind === 'place' || kind === 'organisation') ? word.text : undefined
}
