import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom, clauseFollows, finiteVerbAt, mainStart, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { meansInserted } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { placeWord } from '../../language/place-words.ts'
import { isReporting } from '../../language/reporting.ts'
import { isFiniteVerb } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { endOfRelative, isPersonLike, tellsOfAll } from './marked-relative.ts'
import { isOtherOwner } from './split-relative.ts'
import { amounts, hostOf, type Link, linkAt, timeEnd } from './told-relative-host.ts'

/** Relatives whose noun is not their subject, or not right behind which their verb stands. */
export const toldRelative: Rule = {
  name: 'told-relative',
  because: 'The part with "which" or "whose" is now a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'Groups in all three countries are preparing a joint lawsuit, which lawyers say could be one of the largest in Europe.',
      'Groups in all three countries are preparing a joint lawsuit.',
      'Lawyers say the lawsuit could be one of the largest in Europe.',
    ],
    [
      'The firm could be fined up to 4 per cent of its annual turnover, which last year came to 190 million euros.',
      'The firm could be fined up to 4 per cent of its annual turnover.',
      'Last year the turnover came to 190 million euros.',
    ],
    [
      'The strike has closed 14 metro lines in the capital, of which only two are driven by computers.',
      'The strike has closed 14 metro lines in the capital.',
      'Only two of the 14 metro lines are driven by computers.',
    ],
    [
      'The girl was in danger of death in a hospital in Athens, to which she had been flown by helicopter.',
      'The girl was in danger of death in a hospital in Athens.',
      'She had been flown to Athens by helicopter.',
    ],
  ],
  leavesAlone: [
    'Money for the poles and wires of the network, which experts say are old, will come from the bank.',
    'The town may buy a new fire truck, which the mayor says would be kept at the old station near the lake.',
    'He lost his job at the mill in the spring, which was a shock for his wife and the two boys.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const last = bodyEnd(words)
    for (let open = last - 4; open > 0; open -= 1) {
      if (words[open]?.text !== ',') continue
      const link = linkAt(words, open + 1)
      if (link === undefined) continue
      const end = endOfRelative(words, open, link, last) ?? beforeOf(words, link.end, last)
      if (end === undefined || words.slice(link.end, end).some((word) => /^(?:it|them)$/i.test(word.text))) continue
      const host = hostOf(words, open, link)
      if (host === undefined) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      if (isOtherOwner(words, host, link, context) || meansInserted(words, tokens(open, end))) continue
      const clause = clauseOf(sentence, { end, link, host, naming }, context)
      if (clause === undefined) continue
      // "Her colleague, Ann Lee, who had flown in, called": one comma closes what the first opened.
      const near = chunkBefore(words, open)
      const isInside = words[(near?.start ?? 0) - 1]?.text === ',' && words[open + 1]?.text === 'who'
      const from = end === last ? last : isInside ? end : end + 1
      return [[keep(tokens(0, open)), keep(tokens(from, words.length))], clause]
    }
    return undefined
  },
}

/** "accused the state, which closed two stations, of …": the comma before "of" closes the clause. */
function beforeOf(words: readonly Word[], start: number, last: number): number | undefined {
  const close = words.findIndex((word, at) => at > start + 2 && at < last && word.text === ',')
  const isOnly = !words.slice(close + 1, last).some((word) => word.text === ',')
  return close > 0 && isOnly && /^(?:of|as)$/.test(words[close + 1]?.text ?? '') ? close : undefined
}

interface Found {
  readonly end: number
  readonly link: Link
  readonly host: number
  readonly naming: Naming
}

function clauseOf(
  { words }: AnalysedSentence,
  { end, link, host, naming }: Found,
  context: RuleContext,
): readonly Piece[] | undefined {
  const place = tokens(host, host + 1)
  const name = put(naming.text, place)
  const relative = words[link.word]?.text.toLowerCase()
  if (relative === 'where') {
    const kind = context.cast.nameAt(context.origin(host) ?? -1)?.kind
    const isClause = chunkFrom(words, link.end) !== undefined && words.slice(link.end, end).some(isFiniteVerb)
    return kind === 'person' || kind === 'organisation' || !isClause
      ? undefined
      : [put(`${placeWord(words, host)} ${naming.text},`, place), keep(tokens(link.end, end))]
  }
  if (relative === 'whose') {
    const owner = naming.text.endsWith('s') ? `${naming.text}'` : `${naming.text}'s`
    return naming.isPerson ? undefined : [put(owner, place), keep(tokens(link.word + 1, end))]
  }
  if (link.lead === 'preposition') return behindPreposition(words, link, end, naming, place)
  const time = timeEnd(words, link.end)
  const own = finiteVerbAt(words, time)
  if (own !== undefined) {
    const verb = words[own]
    if (verb === undefined || (tellsOfAll.has(verb.lemma) && verb.lemma !== 'come') || judges(words, own))
      return undefined
    return [...(time > link.end ? [keep(tokens(link.end, time))] : []), name, keep(tokens(time, end))]
  }
  const subject = subjectFrom(words, link.end)
  if (subject === undefined || words[subject.head]?.upos === 'PRON') return undefined
  const verb = finiteVerbAt(words, subject.end)
  if (verb === undefined) return undefined
  // "which lawyers say could be the largest"
  if (isReporting(words[verb]?.lemma ?? '') && finiteVerbAt(words, verb + 1) !== undefined)
    return [keep(tokens(link.end, verb + 1)), name, keep(tokens(verb + 1, end))]
  // "which groups have promised to challenge in court"
  const main = lastOfGroup(words, verb, end)
  if (!objects.test(words[main - 1]?.lemma ?? '')) return undefined
  const isOpen = main >= end || /^(?:ADP|ADV)$/.test(words[main]?.upos ?? '')
  return isOpen ? [keep(tokens(link.end, main)), name, ...(main < end ? [keep(tokens(main, end))] : [])] : undefined
}

/** Verbs that in news take a thing: without one behind them, what stands in front of the clause is it. */
const objects =
  /^(?:own|buy|run|build|make|launch|publish|reject|challenge|lose|found|lead|sell|close|open|introduce|design|write|develop|support|oppose|back|use|control|create|describe|produce|discover|record|share|value|host|chair|join|attend|approve|fund|finance|manage|organise|organize|criticise|criticize|win|hold)$/

/** One past the last word of a verb group, "to" and the verb behind it with it. */
function lastOfGroup(words: readonly Word[], verb: number, end: number): number {
  let at = verb
  while (
    at + 1 < end &&
    (/^(?:AUX|ADV)$/.test(words[at]?.upos ?? '') || words[at + 1]?.xpos === 'TO' || words[at]?.xpos === 'TO') &&
    /^(?:AUX|VERB|ADV|PART)$/.test(words[at + 1]?.upos ?? '')
  )
    at += 1
  return at + 1
}

/** "He lost his job, which was a shock": what happened was. */
function judges(words: readonly Word[], verb: number): boolean {
  return words
    .slice(verb + 1, verb + 5)
    .some((word) =>
      /^(?:surprise|shock|mistake|blow|relief|problem|pity|shame|sign|record|disappointment|unusual|illegal|unlikely|likely|rare|difficult|hard|good|bad|great|wrong|right|unfair|fair|odd|strange|terrible|important|possible|impossible|why|what|how|more|less|higher|lower|lot|little)$/.test(
        word.lemma,
      ),
    )
}

function behindPreposition(
  words: readonly Word[],
  link: Link,
  end: number,
  naming: Naming,
  place: ReturnType<typeof tokens>,
): readonly Piece[] | undefined {
  const preposition = words[link.word - 1]?.text.toLowerCase() ?? ''
  const before = keep(tokens(link.word - 1, link.word))
  const whole = /^(?:the |\p{Lu})/u.test(naming.text) ? naming.text : `the ${naming.text}`
  const name = put(whole, place)
  if (preposition === 'of') {
    // "of which only two are driven by computers"
    const verb = words.findIndex((_, at) => at > link.end && at < link.end + 6 && finiteVerbAt(words, at) === at)
    const amount = words.slice(link.end, verb)
    const isAmount = amount.every(
      (word) => /^(?:NUM|ADV|ADJ|ADP|SCONJ|DET)$/.test(word.upos) || amounts.test(word.lemma),
    )
    return verb > 0 && isAmount && naming.plural
      ? [keep(tokens(link.end, verb)), before, name, keep(tokens(verb, end))]
      : undefined
  }
  const subject = subjectFrom(words, link.end)
  const verb = subject === undefined ? undefined : finiteVerbAt(words, subject.end)
  if (subject === undefined || verb === undefined || !isClear(words, subject.head)) return undefined
  if (!/^(?:to|for|from)$/.test(preposition)) {
    const rest = keep(tokens(link.end, end))
    return clauseFollows(words, link.end) ? [before, put(`${whole},`, place), rest] : undefined
  }
  const main = lastOfGroup(words, verb, end)
  const isOpen = main >= end || /^(?:ADP|ADV)$/.test(words[main]?.upos ?? '')
  return isOpen
    ? [keep(tokens(link.end, main)), before, name, ...(main < end ? [keep(tokens(main, end))] : [])]
    : undefined
}

/** A subject that tells by itself who it is; "she" where only the subject of the main clause can be she. */
function isClear(words: readonly Word[], subject: number): boolean {
  const word = words[subject]
  if (word?.upos !== 'PRON') return true
  const main = mainStart(words, subject)?.subject.head
  const owner = main === undefined ? undefined : words[main]
  const people = words
    .slice(0, subject)
    .filter((one) => one.upos !== 'PRON' && isPersonLike(one) && isOfClass(one.lemma, 'person'))
  return (
    /^(?:he|she)$/i.test(word.text) &&
    owner !== undefined &&
    (people.length === 1 ? people[0] === owner : people.length === 0 && isPersonLike(owner)) &&
    !/^NNP?S$/.test(owner.xpos)
  )
}
