import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom, clauseFollows, finiteVerbAt } from '../../language/chunks.ts'
import { bodyEnd, isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { isPersonLike } from './marked-relative.ts'
import { isBodysOwn } from './split-relative.ts'

/** `"…," said Ann Lee, the head of the union, who had asked for it`: what is told of a speaker behind the claim. */
export const speakerTold: Rule = {
  name: 'speaker-told',
  because: 'What is told of the speaker now stands in a sentence of its own.',
  byMarks: true,
  certain: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      '"She should have gone," said Jens Aldorf, the leader of the Greens on the council, who had called for the vote.',
      '"She should have gone," said Jens Aldorf, the leader of the Greens on the council.',
      'Aldorf had called for the vote.',
    ],
    [
      '"Nobody here is celebrating," said Carol Heston, the secretary of the Steel Union, whose members will vote on the terms next week.',
      '"Nobody here is celebrating," said Carol Heston, the secretary of the Steel Union.',
      "The Steel Union's members will vote on the terms next week.",
    ],
    [
      '"The river is dead," said Paulo Nunes, a fisherman whose family has worked on the water for three generations.',
      '"The river is dead," said Paulo Nunes.',
      'Nunes is a fisherman whose family has worked on the water for three generations.',
    ],
  ],
  leavesAlone: [
    '"The river is dead," said Paulo Nunes, a fisherman who was killed in the storm on the same day in May.',
    '"She should have gone," said Jens Aldorf, who the mayor says had called for the vote in the first place.',
    '"It was my fault," said Ann Lee, her voice breaking as the judge left the room with the two lawyers.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || context.before > 0) return undefined
    const end = bodyEnd(words)
    const said = words.findLastIndex(
      (word, at) =>
        isReporting(word.lemma) && /^VB[DZ]$/.test(word.xpos) && /^["”,]$/u.test(words[at - 1]?.text ?? '') && at > 3,
    )
    const name = said < 0 ? undefined : chunkFrom(words, said + 1)
    if (name === undefined || !isPersonSaying(words, name.head, context)) return undefined
    const open = words.findLastIndex((word, at) => word.text === ',' && at >= name.end && at < end - 3)
    const part = words.slice(open + 1, end)
    // "said Ann Lee, 34, who": the age goes first.
    if (/^\d{1,3}$/.test(words[open - 1]?.text ?? '')) return undefined
    if (open < 0 || part.some((word) => /^["“”;:,]$/u.test(word.text)) || speaksOfDeath(part)) return undefined
    const told = toldOf(sentence, name.head, open, end, context)
    return told === undefined ? undefined : [[keep(tokens(0, open)), keep(tokens(end, words.length))], told]
  },
}

/** "said Ann Lee", "said the union's secretary", "said a team official". */
function isPersonSaying(words: readonly Word[], head: number, context: RuleContext): boolean {
  const word = words[head]
  if (word?.upos === 'PROPN') return context.cast.nameAt(context.origin(head) ?? -1)?.kind === 'person'
  return word?.xpos === 'NN' && isPersonLike(word) && words[head + 1]?.text === ','
}

function toldOf(
  sentence: AnalysedSentence,
  speaker: number,
  open: number,
  end: number,
  context: RuleContext,
): readonly Piece[] | undefined {
  const { words } = sentence
  const first = words[open + 1]?.text.toLowerCase() ?? ''
  const naming = (at: number): string | undefined => {
    const found = context.cast.again(sentence, at, context.origin)
    return found === undefined || found.plural || /^(?:he|she|it|they)$/i.test(found.text) ? undefined : found.text
  }
  const rest = keep(tokens(open + 2, end))
  const who = naming(speaker)
  if (who === undefined) return undefined
  if (first === 'a' || first === 'an') {
    const sort = chunkFrom(words, open + 1)
    const kind = words[sort?.head ?? -1]
    const isAlone = open === (chunkBefore(words, open)?.end ?? -1) && words[open - 1]?.upos === 'PROPN'
    if (sort === undefined || kind === undefined || !isAlone || !isPersonLike(kind) || kind.xpos !== 'NN')
      return undefined
    // "a nurse for 22 years": it began in the past and goes on.
    const isForYears =
      words[end - 1]?.text === 'years' && words.slice(open, end).some((word) => /^for$/i.test(word.text))
    return [
      put(who, tokens(speaker, speaker + 1)),
      put(isForYears ? 'has been' : 'is', tokens(open, open + 1)),
      keep(tokens(open + 1, end)),
    ]
  }
  if (first === 'who') {
    const verb = finiteVerbAt(words, open + 2)
    if (verb === undefined || /^VBP$/.test(words[verb]?.xpos ?? '') || words[verb]?.text === 'were') return undefined
    return [put(who, tokens(speaker, speaker + 1)), rest]
  }
  const link: { word: number; end: number; lead: 'none' } = { word: open + 1, end: open + 2, lead: 'none' }
  const body = bodyBefore(words, open, context)
  if (first === 'whose') {
    if (!clauseFollows(words, open + 2)) return undefined
    const owner = isBodysOwn(words, link, true) ? body : speaker
    const text = owner === undefined ? undefined : naming(owner)
    if (owner === undefined || text === undefined) return undefined
    return [put(text.endsWith('s') ? `${text}'` : `${text}'s`, tokens(owner, owner + 1)), rest]
  }
  if (first !== 'which' || body === undefined) return undefined
  const verb = finiteVerbAt(words, open + 2)
  const text = naming(body)
  if (verb === undefined || text === undefined || words[verb]?.text === 'were') return undefined
  return [put(text, tokens(body, body + 1)), rest]
}

/** The body right before the mark that is no person: "a fund manager at Westlake Capital". */
function bodyBefore(words: readonly Word[], open: number, context: RuleContext): number | undefined {
  const near = chunkBefore(words, open)
  const head = near === undefined ? undefined : words[near.head]
  if (near === undefined || head?.upos !== 'PROPN') return undefined
  const kind = context.cast.nameAt(context.origin(near.head) ?? -1)?.kind
  // "a hospital in Berlin, which uses it": the town or the hospital?
  if (kind === 'place' || /^(?:in|on)$/i.test(words[near.start - 1]?.text ?? '')) return undefined
  return kind === 'person' || isOfClass(head.lemma, 'person') ? undefined : near.head
}
