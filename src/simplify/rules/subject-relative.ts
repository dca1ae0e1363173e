import { type TokenSpan, tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkFrom, finiteVerbAt, type NounChunk, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 10, 2: 16 } as const

/** "N, which V A, V B.": with the subject right before "which" and the main verb right behind the comma, only one cut is left. */
export const subjectRelative: Rule = {
  name: 'subject-relative',
  because: 'The part with "who" or "which" is now a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  adds: true,
  whenLong: true,
  examples: [
    [
      'The Competition and Consumer Commission, which is still looking into whether the firm misled shoppers, can ask for fines of up to $50 million.',
      'The Competition and Consumer Commission can ask for fines of up to $50 million.',
      'The Competition and Consumer Commission is still looking into whether the firm misled shoppers.',
    ],
    [
      'The farmers, some of whom had been up since 3am, took boats and tractors to reach the cows on the other side of the river.',
      'The farmers took boats and tractors to reach the cows on the other side of the river.',
      'Some of the farmers had been up since 3am.',
    ],
    [
      'The wall, the oldest parts of which were built in 1708, was made higher in 1954 by workers from the town.',
      'The wall was made higher in 1954 by workers from the town.',
      'The oldest parts of the wall were built in 1708.',
    ],
    [
      'The old ferry, which was built in Norway in 1974 and has no lifeboats, will carry its last cars across the bay on Sunday.',
      'The old ferry will carry its last cars across the bay on Sunday.',
      'The ferry was built in Norway in 1974 and has no lifeboats.',
    ],
  ],
  leavesAlone: [
    'The wall, some of which is old, was made higher in 1954 after a storm in which 19 people lost their lives.',
    'The man, who said the bank, which was built in 1974, had lost his money, left the court without a word to the press.',
    'The ferry, which the town bought in Norway in 1974 for its school trips, will carry its last cars on Sunday.',
    'Anyone, who has been in the hall at any time since Monday, should call the clinic before the end of the week.',
    'The firm, which makes tents, said on Monday that it would sell its last factory in the north of the country.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    if (lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    const start = /^(?:but|and|yet)$/i.test(words[0]?.text ?? '') ? 1 : 0
    const subject = wholeName(words, subjectFrom(words, start))
    const found = subject === undefined ? undefined : relativeBehind(words, subject)
    if (subject === undefined || found === undefined) return undefined
    const inside = words.slice(found.from, found.close)
    // "which voted to reject it": behind the main clause "it" would be another.
    if (inside.some((word) => /^(?:it|them|him|her)$/i.test(word.text))) return undefined
    if (found.lead !== undefined) {
      const part = partOf(sentence, subject, found.lead, context)
      return part === undefined
        ? undefined
        : [
            [keep(tokens(0, subject.end)), keep(tokens(found.close + 1, words.length))],
            [...part, keep(tokens(found.from, found.close))],
          ]
    }
    const naming = context.cast.again(sentence, subject.head, context.origin)
    if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) return undefined
    const isJoined = words.slice(subject.start, subject.end).some(({ text }) => text === 'and')
    if (isJoined && !naming.text.includes(' and ')) return undefined
    // "Heat of this kind": "heat" alone would be all heat.
    const isBare = words[subject.head]?.upos === 'NOUN' && !/^(?:DET|PRON|NUM)$/.test(words[subject.start]?.upos ?? '')
    if (isBare && subject.end > subject.head + 1) return undefined
    const isWho = /^who$/i.test(words[found.from - 1]?.text ?? '')
    if (naming.isPerson && !isWho) return undefined
    return [
      [keep(tokens(0, subject.end)), keep(tokens(found.close + 1, words.length))],
      [put(naming.text, tokens(subject.head, subject.head + 1)), keep(tokens(found.from, found.close))],
    ]
  },
}

/** "the Competition and Consumer Commission": a name with "and" inside. */
function wholeName(words: readonly Word[], subject: NounChunk | undefined): NounChunk | undefined {
  if (subject === undefined || words[subject.end]?.text !== 'and' || words[subject.head]?.upos !== 'PROPN')
    return subject
  const second = chunkFrom(words, subject.end + 1)
  return second === undefined || words[second.head]?.upos !== 'PROPN'
    ? subject
    : { start: subject.start, end: second.end, head: second.head }
}

/** The words behind ", which" up to the comma before the main verb, where both verbs fit the subject. */
function relativeBehind(
  words: readonly Word[],
  subject: NounChunk,
): { readonly from: number; readonly close: number; readonly lead?: TokenSpan } | undefined {
  const open = subject.end
  if (words[open]?.text !== ',') return undefined
  const lead = leadOf(words, open + 1)
  if (lead === undefined && !/^(?:who|which)$/i.test(words[open + 1]?.text ?? '')) return undefined
  const from = lead === undefined ? open + 2 : lead.end + 1
  if (lead === undefined ? finiteVerbAt(words, from) === undefined : !words.slice(from, from + 8).some(isFiniteVerb))
    return undefined
  const end = bodyEnd(words)
  const commas = words.flatMap((word, at) => (at > from && at < end && word.text === ',' ? [at] : []))
  const [close] = commas
  const main = close === undefined ? undefined : finiteVerbAt(words, close + 1)
  if (close === undefined || main === undefined || close - from < 3) return undefined
  // A second "which" or a claim inside could end at the same comma.
  if (words.slice(from, close).some((word) => /^(?:who|which|whose|said|says)$/i.test(word.text))) return undefined
  if (lead !== undefined) return fits(words, subject, main) ? { from, close, lead } : undefined
  const verb = finiteVerbAt(words, from) ?? from
  return fits(words, subject, verb) && fits(words, subject, main) && isFiniteVerb(words[main])
    ? { from, close }
    : undefined
}

/** "some of", "half of", "the oldest parts of" before "whom", "which" or "whose"; its end is the place of that word. */
function leadOf(words: readonly Word[], start: number): TokenSpan | undefined {
  const of = [1, 2, 3, 4, 5].map((step) => start + step).find((at) => words[at]?.text.toLowerCase() === 'of')
  if (of === undefined || !/^(?:whom|which|whose)$/i.test(words[of + 1]?.text ?? '')) return undefined
  return words
    .slice(start, of)
    .every((word) => /^(?:DET|ADJ|NOUN|NUM|ADV|PRON|ADP)$/.test(word.upos) && word.text !== ',')
    ? tokens(start, of + 1)
    : undefined
}

/** "Some of the farmers", "Half of the farmers'", "The oldest parts of the wall". */
function partOf(
  sentence: AnalysedSentence,
  subject: NounChunk,
  lead: TokenSpan,
  { cast, origin }: RuleContext,
): readonly Piece[] | undefined {
  const { words } = sentence
  const naming = cast.again(sentence, subject.head, origin)
  const isMany = /^NNP?S$/.test(words[subject.head]?.xpos ?? '')
  const link = words[lead.end]?.text.toLowerCase()
  if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) return undefined
  // "some of the farmers" needs many, "parts of the wall" one.
  const isCount = words
    .slice(lead.start, lead.end)
    .every((word) => word.upos !== 'NOUN' || /^(?:number|majority|third|quarter|half|handful|dozen)$/.test(word.lemma))
  if (link !== 'whose' && isCount !== isMany) return undefined
  const name =
    naming.isPerson || words[subject.head]?.upos === 'PROPN' || naming.text.startsWith('the ')
      ? naming.text
      : `the ${naming.text}`
  const owner = link === 'whose' ? (name.endsWith('s') ? `${name}'` : `${name}'s`) : name
  return [keep(lead), put(owner, tokens(subject.head, subject.head + 1))]
}

function fits(words: readonly Word[], { head }: NounChunk, verb: number): boolean {
  const isMany = /^NNP?S$/.test(words[head]?.xpos ?? '')
  const text = words[verb]?.text.toLowerCase() ?? ''
  const xpos = words[verb]?.xpos
  if (text === 'was' || text === 'is' || text === 'has' || xpos === 'VBZ') return !isMany
  return text === 'were' || text === 'are' || text === 'have' ? isMany || words[head]?.upos === 'PROPN' : true
}
