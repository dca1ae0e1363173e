import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, finiteVerbAt, mainStart, type NounChunk, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isTold } from '../../language/insertions.ts'
import { isReporting } from '../../language/reporting.ts'
import { timeOf } from '../../language/tenses.ts'
import { isFiniteVerb, rootOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What was done or came about: only what is told as a fact can be called so. */
const facts = new Set(
  'decision result rise fall increase decrease drop jump gap record loss win victory defeat feat choice delay failure discovery detail reading'.split(
    ' ',
  ),
)
/** What a clause says or plans, whether it comes about or not. */
const contents = new Set(
  'idea plan proposal suggestion offer measure change move cut figure claim charge allegation accusation view argument policy promise demand target goal request practice method approach tactic strategy theory task conclusion finding prediction condition requirement rule gesture sum term step'.split(
    ' ',
  ),
)
/** Of these nouns "that" may open what they say ("a claim that the firm rejected bids"). */
const saysItself =
  /^(?:idea|suggestion|claim|charge|allegation|accusation|view|argument|promise|demand|theory|prediction|proposal|condition|requirement|rule|decision|result)$/
/** What people do with an idea, a move or a charge; "call" and "describe" say more of it behind. */
const answers =
  /^(?:reject|deny|oppose|describe|dismiss|dispute|call|criticise|criticize|condemn|denounce|welcome|support|share|defend|challenge|praise|resist|reverse|regret|hail|applaud|rule|brand|label|take|achieve)$/

/** "…, an idea that is already being tested in Lyon": what the whole clause is, told of "this idea". */
export const thisIdea: Rule = {
  name: 'this-idea',
  because: 'What is said of it now stands in a sentence of its own.',
  besides: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The council will pay residents to give up their cars, an idea that is already being tested in Lyon and Helsinki.',
      'The council will pay residents to give up their cars.',
      'This idea is already being tested in Lyon and Helsinki.',
    ],
    [
      'The government put off the vote until March, a move the opposition described as an attack on democracy.',
      'The government put off the vote until March.',
      'The opposition described this move as an attack on democracy.',
    ],
    [
      'The plan would raise the retirement age to 64, a change that unions say would hit manual workers hardest.',
      'The plan would raise the retirement age to 64.',
      'Unions say this change would hit manual workers hardest.',
    ],
    [
      'She left school at 15 and moved to the capital to train as a boxer, a decision that her parents at first opposed.',
      'She left school at 15 and moved to the capital to train as a boxer.',
      'Her parents at first opposed this decision.',
    ],
  ],
  leavesAlone: [
    'Sales of new homes did not fall in May, a result that surprised most of the banks in the city.',
    'The paper said on Monday that the firm had hidden the report, a claim that the firm rejected two offers for it.',
    'Mr Rossi drew up a budget, a plan and a list that were sent to the mayor on Monday night.',
    'He said the land should be sold to pay for a new school, an idea that he had first heard from his wife.',
  ],

  rewrite({ words }, context): Rewrite | undefined {
    if (isQuestion(words) || words.some((word) => /^[;:]$/u.test(word.text))) return undefined
    const end = bodyEnd(words)
    const open = words.findLastIndex(
      (word, at) => at < end - 4 && word.text === ',' && /^(?:an?|something)$/i.test(words[at + 1]?.text ?? ''),
    )
    if (open < 4 || !isMainBefore(words, open) || hasHalfQuote(words, open)) return undefined
    const noun = chunkFrom(words, open + 1)
    const kind = words[noun?.head ?? -1]?.lemma ?? ''
    if (noun === undefined || noun.end - noun.start > 3 || (!facts.has(kind) && !contents.has(kind))) return undefined
    if (facts.has(kind) && !isTold(words, rootOf(words))) return undefined
    const said = sayOf(words, noun, end, context.before > 0)
    if (said === undefined) return undefined
    return [
      [keep(tokens(0, open)), keep(tokens(end, words.length))],
      [...said, keep(tokens(end, words.length))],
    ]
  },
}

/** A main clause with its verb before the mark. */
function isMainBefore(words: readonly Word[], open: number): boolean {
  return mainStart(words, open) !== undefined || words.slice(0, open).some(isFiniteVerb)
}

function hasHalfQuote(words: readonly Word[], open: number): boolean {
  return words.slice(0, open).filter((word) => /^["“”]$/u.test(word.text)).length % 2 === 1
}

function sayOf(words: readonly Word[], noun: NounChunk, end: number, isClaim: boolean): readonly Piece[] | undefined {
  const kind = words[noun.head]?.lemma ?? ''
  const link = words[noun.end]
  const hasLink = /^(?:that|which)$/i.test(link?.text ?? '')
  const start = hasLink ? noun.end + 1 : noun.end
  // "an idea" → "this idea"; "a costly mistake" keeps its adjective.
  const thing: readonly Piece[] = [
    put('this', tokens(noun.start, noun.start + 1)),
    keep(tokens(noun.start + 1, noun.end)),
  ]
  if (hasLink && finiteVerbAt(words, start) !== undefined)
    return isClaim ? undefined : [...thing, keep(tokens(start, end))]
  // "a view shared by several of them"
  if (!hasLink && link?.xpos === 'VBN' && words[noun.end + 1]?.text === 'by') {
    const time = timeOf(words, rootOf(words))
    if (time === undefined || !answers.test(link.lemma)) return undefined
    return [...thing, put(time === 'past' ? 'was' : 'is', tokens(noun.end, noun.end)), keep(tokens(noun.end, end))]
  }
  const subject = subjectFrom(words, start)
  // "an idea he had first heard": in a sentence of its own "he" may be somebody else.
  if (subject === undefined || words[subject.head]?.upos === 'PRON') return undefined
  const verb = verbAfter(words, subject.end)
  if (verb === undefined) return undefined
  const inner = verb + 1
  if (isReporting(words[verb]?.lemma ?? '') && finiteVerbAt(words, inner) !== undefined)
    return [keep(tokens(start, inner)), ...thing, keep(tokens(inner, end))]
  const main = lastOfGroup(words, verb, end)
  if (!answers.test(words[main - 1]?.lemma ?? '') && !isParticle(words, main - 1)) return undefined
  const next = words[main]
  const isOpen = main >= end || /^(?:ADP|ADV)$/.test(next?.upos ?? '') || /^as$/i.test(next?.text ?? '')
  const isCalled = /^(?:call|brand|label)$/.test(words[main - 1]?.lemma ?? '')
  if (!isOpen && !isCalled) return undefined
  if (hasLink && saysItself.test(kind) && main < end && !/^(?:as|in|on|at)$/i.test(next?.text ?? '')) return undefined
  return [keep(tokens(start, main)), ...thing, ...(main < end ? [keep(tokens(main, end))] : [])]
}

/** The verb with a tense behind a subject, "at first", "later" and the like between them. */
function verbAfter(words: readonly Word[], at: number): number | undefined {
  const from = /^at (?:first|least|last)$/i.test(`${words[at]?.text} ${words[at + 1]?.text}`) ? at + 2 : at
  // "a move the opposition described as …": a past form right behind its subject.
  const isPast = words[from]?.xpos === 'VBN' && answers.test(words[from]?.lemma ?? '')
  return finiteVerbAt(words, from) ?? (isPast && words[from + 1]?.text !== 'by' ? from : undefined)
}

/** One past the last word of a verb group: "has ruled out", "had rejected". */
function lastOfGroup(words: readonly Word[], verb: number, end: number): number {
  let at = verb
  while (at + 1 < end && words[at]?.upos === 'AUX' && /^(?:AUX|VERB|ADV)$/.test(words[at + 1]?.upos ?? '')) at += 1
  return words[at]?.lemma === 'rule' && words[at + 1]?.text === 'out' ? at + 2 : at + 1
}

function isParticle(words: readonly Word[], at: number): boolean {
  return words[at]?.text === 'out' && words[at - 1]?.lemma === 'rule'
}

/** "The company rejected this suggestion", "Opponents call this figure invented": another one's answer to a claim. */
export function isAnswerOfOther(words: readonly Word[]): boolean {
  const at = words.findIndex((word, place) => place < 14 && word.text.toLowerCase() === 'this')
  const before = words.slice(0, at)
  // "This view was shared by several of them."
  if (at === 0)
    return words.slice(0, 6).some((word, place) => word.text === 'by' && answers.test(words[place - 1]?.lemma ?? ''))
  return (
    at > 1 &&
    contents.has(words[chunkFrom(words, at)?.head ?? -1]?.lemma ?? '') &&
    before.some((word) => answers.test(word.lemma) || isReporting(word.lemma)) &&
    words[0]?.xpos !== 'PRP'
  )
}

/** Whether a noun behind a comma may name all that was told before it: "a decision that …", "a blow that …". */
export function isOfAll(noun: string): boolean {
  return (
    facts.has(noun) ||
    contents.has(noun) ||
    /^(?:sign|reminder|feat|blow|setback|situation|scandal|crisis|mistake|role|gesture|concession|fact|trend|sum|risk|danger|scene|problem|surprise|shock|development|moment|event|trick|habit|weakness|strength|achievement|honour|honor|privilege|relief|disaster|tragedy|success|shift|reversal|breach|violation|crime|offence|offense|punishment|price|amount|level|rate|number|distance|height|time|day|year|place|position|way|thing|lot|bit|matter|question|issue|response|reaction|reference|attempt|effort|bid|chance|opportunity|possibility|warning|message|signal|threat|comment|remark|statement|decline|growth|surge|slump|recovery)$/.test(
      noun,
    )
  )
}
