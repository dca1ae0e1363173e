import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import {
  chunkBefore,
  clauseFollows,
  finiteVerbAt,
  mainStart,
  type NounChunk,
  subjectFrom,
} from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isDefinite, isTold, mayStandAlone, meansInserted } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { childrenBy, rootOf } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { endOfRelative, isInnerNoun, isPersonLike, tellsOfAll } from './marked-relative.ts'
import { isOtherOwner } from './split-relative.ts'

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
      const end = endOfRelative(words, open, link, last)
      if (end === undefined || words.slice(link.end, end).some((word) => /^(?:it|them)$/i.test(word.text))) continue
      const host = hostOf(words, open, link)
      if (host === undefined) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      if (isOtherOwner(words, host, link, context) || meansInserted(words, tokens(open, end))) continue
      const clause = clauseOf(sentence, { end, link, host, naming })
      if (clause === undefined) continue
      const from = end === last ? last : end + 1
      return [[keep(tokens(0, open)), keep(tokens(from, words.length))], clause]
    }
    return undefined
  },
}

interface Link {
  /** The relative word. */
  readonly word: number
  /** One past it. */
  readonly end: number
  readonly lead: 'none' | 'preposition'
}

function linkAt(words: readonly Word[], start: number): Link | undefined {
  const first = words[start]?.text.toLowerCase() ?? ''
  if (/^(?:who|which)$/.test(first)) return { word: start, end: start + 1, lead: 'none' }
  return /^(?:of|to|for|in|on|under|during|at|from|through)$/.test(first) &&
    /^(?:which|whom)$/i.test(words[start + 1]?.text ?? '')
    ? { word: start + 1, end: start + 2, lead: 'preposition' }
    : undefined
}

/** One past the noun phrase before the mark; "on Tuesday night", "last year" and "in 2022" may stand between. */
function behindNoun(words: readonly Word[], open: number): number {
  let at = open
  for (let more = 0; more < 2; more += 1) {
    if (/^(?:19|20)\d\d$/.test(words[at - 1]?.text ?? '') && /^(?:in|since)$/i.test(words[at - 2]?.text ?? '')) at -= 2
    const time = chunkBefore(words, at)
    if (time === undefined || !isOfClass(words[time.head]?.lemma ?? '', 'time')) break
    const before = words[time.start - 1]?.text ?? ''
    if (/^(?:on|in|at|this|last)$/i.test(before)) at = time.start - 1
    else if (/^(?:last|next|this|earlier)$/i.test(words[time.start]?.text ?? '')) at = time.start
    else break
  }
  return at
}

/** The one noun before the mark that can be meant. */
function hostOf(words: readonly Word[], open: number, link: Link): number | undefined {
  const near = nearestNoun(words, open)
  if (near === undefined || words[near.head]?.upos === 'PRON' || isInnerNoun(words, near, open)) return undefined
  const relative = words[link.word]?.text.toLowerCase() ?? ''
  const verb = words[tensed(words, link) ?? -1]
  const fits = (at: number): boolean => {
    const word = words[at]
    if (word === undefined || isMeasure(word)) return false
    if (relative === 'which' && isOfClass(word.lemma, 'person')) return false
    if (/^wh?o/.test(relative) && !isPersonLike(word)) return false
    const plural = isMany(words, at)
    if (link.lead === 'preposition' || verb === undefined) return true
    if (isSingular(verb)) return !plural
    return verb.text === 'were' || verb.xpos === 'VBP' ? plural : true
  }
  if (!fits(near.head)) return undefined
  const isNamed = words[near.head]?.upos === 'PROPN'
  const joint = words[near.start - 1]?.text.toLowerCase() ?? ''
  // "the state and the firm Corrigan, which runs two mines": of two, one that "runs" is the last; "the leader, Ann Lee, who".
  const isLast = joint === 'and' && isNamed && verb !== undefined && isSingular(verb) && link.lead === 'none'
  const isWho = joint === ',' && isNamed && relative === 'who' && words[near.start - 2]?.upos === 'NOUN'
  if (/^(?:and|or|,)$/.test(joint) && !isLast && !isWho) return undefined
  const isCounted = words[open + 1]?.text.toLowerCase() === 'of' && isMany(words, near.head)
  const other = words[near.start - 1]?.upos === 'ADP' ? chunkBefore(words, near.start - 1) : undefined
  const isRival = other !== undefined && !isMeasure(words[other.head]) && fits(other.head)
  // "14 of the 20 lines, of which two": of the 14 or of the 20?
  if (joint === 'of' && /^(?:NUM|DET|ADJ)$/.test(words[near.start - 2]?.upos ?? '') && link.lead !== 'none')
    return undefined
  if (isRival && !isCounted && !isNamed && !isHungOn(words, link, near.head)) return undefined
  if (isNamed && other !== undefined && words[other.head]?.upos === 'PROPN') return undefined
  // "a hospital in Athens, to which she had been flown": on the way to one it is to both; "a final in Doha, for which".
  if (isNamed && /^(?:in|at|on)$/.test(joint) && link.lead !== 'none') {
    const isOnTheWay = words.slice(link.end, link.end + 6).some((word) => ways.test(word.lemma))
    if (!isOnTheWay || words[open + 1]?.text !== 'to') return undefined
  }
  if (childrenBy(words, near.head, 'nmod:poss').length > 0) return near.head
  if (isCounted && isDefinite(words, near.head)) return near.head
  return mayStandAlone(words, near.head) && (isDefinite(words, near.head) || isTold(words, rootOf(words)))
    ? near.head
    : undefined
}

/** The noun phrase before the mark; for "20 lines in the north of the country, of which two" the things that are counted. */
function nearestNoun(words: readonly Word[], open: number): NounChunk | undefined {
  const last = chunkBefore(words, behindNoun(words, open))
  // "a fine of 300 million euros, which"
  if (last !== undefined && isMeasure(words[last.head]) && words[last.start - 1]?.text === 'of')
    return chunkBefore(words, last.start - 1)
  if (last === undefined || words[open + 1]?.text.toLowerCase() !== 'of') return last
  let at: NounChunk | undefined = last
  for (let step = 0; step < 3 && at !== undefined && !isMany(words, at.head); step += 1)
    at = words[at.start - 1]?.upos === 'ADP' ? chunkBefore(words, at.start - 1) : undefined
  return at
}

const ways = /^(?:fly|take|travel|move|go|bring|send|return|flee|drive|rush|ship|walk|carry)$/

/** "300 million euros", "4 per cent", "a third": how much there is of a thing. */
function isMeasure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.upos === 'SYM' ||
      word.upos === 'NUM' ||
      word.text === '%' ||
      isOfClass(word.lemma, 'time') ||
      /^(?:dollar|euro|pound|yen|cent|percent|tonne|kilometre|mile|metre|hectare|kilo|litre|million|billion)$/.test(
        word.lemma,
      ) ||
      amounts.test(word.lemma))
  )
}

function isSingular(verb: Word): boolean {
  return verb.text === 'was' || verb.xpos === 'VBZ'
}

const amounts = /^(?:cent|percent|half|third|quarter|number|part|rest|most|amount|majority)$/

function isMany(words: readonly Word[], at: number): boolean {
  // "The works, which was founded in 1871, has": one thing, whatever its ending.
  const next =
    words[at + 1]?.text === ',' && /^which$/i.test(words[at + 2]?.text ?? '') ? finiteVerbAt(words, at + 3) : undefined
  if (next !== undefined && isSingular(words[next] as Word)) return false
  return /^NNP?S$/.test(words[at]?.xpos ?? '') || childrenBy(words, at, 'conj').length > 0
}

/** Whether the reader is sure that the clause hangs on this noun. */
function isHungOn(words: readonly Word[], link: Link, noun: number): boolean {
  return words.some(
    (word, at) => at > link.word && word.head === noun && word.relation === 'acl:relcl' && word.confidence.arc > 0.6,
  )
}

/** The verb whose number tells which noun is meant: its own, or the one behind "lawyers say". */
function tensed(words: readonly Word[], link: Link): number | undefined {
  const own = finiteVerbAt(words, link.end) ?? finiteVerbAt(words, timeEnd(words, link.end))
  if (own !== undefined) return own
  const subject = subjectFrom(words, link.end)
  const said = subject === undefined ? undefined : finiteVerbAt(words, subject.end)
  return said !== undefined && isReporting(words[said]?.lemma ?? '') ? finiteVerbAt(words, said + 1) : undefined
}

/** One past "last year", "in 2020", "at first", "in most cases" at `start`; `start` where none stands there. */
function timeEnd(words: readonly Word[], start: number): number {
  const text = (step: number): string => words[start + step]?.text.toLowerCase() ?? ''
  if (/^(?:last|this)$/.test(text(0)) && isOfClass(words[start + 1]?.lemma ?? '', 'time')) return start + 2
  if (text(0) === 'in' && /^(?:19|20)\d\d$/.test(text(1))) return start + 2
  if (/^at (?:first|present)$|^so far$/.test(`${text(0)} ${text(1)}`)) return start + 2
  return text(0) === 'in' && /^(?:most|many|some|all)$/.test(text(1)) && text(2) === 'cases' ? start + 3 : start
}

interface Found {
  readonly end: number
  readonly link: Link
  readonly host: number
  readonly naming: Naming
}

function clauseOf({ words }: AnalysedSentence, { end, link, host, naming }: Found): readonly Piece[] | undefined {
  const place = tokens(host, host + 1)
  const name = put(naming.text, place)
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
