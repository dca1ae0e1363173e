import { type TokenSpan, tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom, clauseFollows, finiteVerbAt, mainStart, subjectFrom } from '../../language/chunks.ts'
import { bodyEnd, isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isDefinite, isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { beIn, timeOf } from '../../language/tenses.ts'
import { childrenBy, rootOf } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { isInsideRole } from '../without.ts'
import { doing } from './doing-part.ts'
import { isLasting } from './noun-participle.ts'
import { prepositionLike } from './split-participle.ts'

export const markedInsertion: Rule = {
  name: 'marked-insertion',
  because: 'The part between commas is now a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'Under the agreement, reached in Geneva on 3 November after long talks, both sides must pull back their guns.',
      'Under the agreement, both sides must pull back their guns.',
      'The agreement was reached in Geneva on 3 November after long talks.',
    ],
    [
      'The levy, backed by the island states but opposed by richer members, would have added $60 to the cost of each tonne.',
      'The levy would have added $60 to the cost of each tonne.',
      'The levy was backed by the island states but opposed by richer members.',
    ],
    [
      'Mr Lawson gave the work to Tarlo Bank, a company that his brother owned, in return for large payments.',
      'Mr Lawson gave the work to Tarlo Bank in return for large payments.',
      'Tarlo Bank is a company that his brother owned.',
    ],
    [
      'The 24-hour strike at the hospital, the first by nurses there in 19 years, began at 7am on Wednesday.',
      'The 24-hour strike at the hospital began at 7am on Wednesday.',
      'The strike was the first by nurses there in 19 years.',
    ],
    [
      'Captain Ann Lee, playing with a broken thumb, kicked the last goal with 48 seconds left on Saturday.',
      'Captain Ann Lee kicked the last goal with 48 seconds left on Saturday.',
      'Lee was playing with a broken thumb.',
    ],
    [
      'The first truck, carrying flour, rice and blankets, was turned back at the bridge on Sunday night.',
      'The first truck was turned back at the bridge on Sunday night.',
      'The truck carried flour, rice and blankets.',
    ],
    [
      'The aid, worth about $12 million, will be shared between three groups that work in the north.',
      'The aid will be shared between three groups that work in the north.',
      'The aid is worth about $12 million.',
    ],
    [
      'The town of Kolari, 60 kilometres east of the capital, has been without power since the earthquake.',
      'The town of Kolari has been without power since the earthquake.',
      'The town is 60 kilometres east of the capital.',
    ],
    [
      'Mr Tom Rossi, of investment firm Hale Street, said a rise in rates could not be ruled out before Christmas.',
      'Mr Tom Rossi said a rise in rates could not be ruled out before Christmas.',
      'Mr Rossi is from the investment firm Hale Street.',
    ],
    [
      'A deal brokered by the finance committee, delaying any decision until next July, was accepted without a vote.',
      'A deal brokered by the finance committee was accepted without a vote.',
      'The deal delayed any decision until next July.',
    ],
  ],
  leavesAlone: [
    'The cause of the fire, first reported just before six on Sunday morning, is not known to the police.',
    'In the valley, given the heavy rain of the last week, no farmer will plant rice.',
    'On Monday, asked about the plan, the mayor said no.',
    'The workers, paid or not, will go home on Friday when the factory closes for the summer.',
    'The mayor met Ms Lee, a nurse and two doctors in the old hall near the station on Monday.',
    'Prices went up by 3 per cent in September, a sign that the shops are doing well this year.',
    'She sang in Rome, a week before the war, and never went back to her home town again.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    for (const found of segments(words)) {
      const host = hostOf(words, found)
      if (host === undefined) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      const said = saidOf(sentence, found, host, naming, context)
      if (said === undefined) continue
      const { open, end, last } = found
      const isEnd = end === last
      const resumes = isFiniteBehind(words, end) || words[end + 1]?.upos === 'ADP'
      const rest = isEnd ? last : resumes && !isInsideRole(words, open, end) ? end + 1 : end
      return [[keep(tokens(0, open)), keep(tokens(rest, words.length))], said]
    }
    return undefined
  },
}

interface Segment {
  /** The comma before it. */
  readonly open: number
  /** The comma behind it, or the end of the sentence. */
  readonly end: number
  readonly last: number
}

/** What stands between two commas, or between the last comma and the end; a comma of "a, b and c" parts nothing. */
function segments(words: readonly Word[]): readonly Segment[] {
  const last = bodyEnd(words)
  const commas = words.flatMap((word, at) => (word.text === ',' && at < last ? [at] : []))
  return commas.flatMap((open, index) => {
    // "consisting of flour, rice and tea, was lost": the comma behind which a verb with a tense stands closes the part.
    const later = commas.slice(index + 1, index + 4)
    const close = later.find((at) => isFiniteBehind(words, at)) ?? later[0] ?? last
    if (close - open < 4) return []
    // The main clause must have its verb outside.
    const hasVerb = mainStart(words, open) !== undefined || (close < last && hasVerbBehind(words, close + 1))
    return hasVerb ? [{ open, end: close, last }] : []
  })
}

/** A verb with a tense, or an -ed form that only the lack of another makes one ("Mr Lee, then in charge, steered"). */
function isFiniteBehind(words: readonly Word[], comma: number): boolean {
  return finiteVerbAt(words, comma + 1) !== undefined || words[comma + 1]?.xpos === 'VBN'
}

function hasVerbBehind(words: readonly Word[], start: number): boolean {
  return isFiniteBehind(words, start - 1) || clauseFollows(words, start)
}

/** The one noun right before the comma that can be meant. */
function hostOf(words: readonly Word[], { open }: Segment): number | undefined {
  // "the price of 340 products, ranging from nappies to oil, had been raised"
  const last = words[open + 1]?.text === 'ranging' ? chunkBefore(words, open)?.head : undefined
  if (last !== undefined) return words[last]?.xpos === 'NNS' ? last : undefined
  // "The strike at the hospital, the first in years, began": what stands between subject and verb is the subject's.
  const subject = [0, 1].map((start) => subjectFrom(words, start)).find((one) => one?.end === open)
  if (subject !== undefined && (words[0]?.upos !== 'ADP' || subject.start > 0))
    // "The cause of the fire, first reported at six": of which of the two?
    return isOfThing(words, subject) ? undefined : subject.head
  const far = doneSubject(words, open)
  if (far !== undefined) return words[open + 1]?.xpos === 'VBG' ? far : undefined
  const near = chunkBefore(words, open)
  if (near === undefined) return undefined
  const link = words[near.start - 1]?.text.toLowerCase() ?? ''
  if (/^(?:and|or|,)$/.test(link) && near.start > 1) return undefined
  if (isOfClass(words[near.head]?.lemma ?? '', 'time')) return undefined
  const isName = words[near.head]?.upos === 'PROPN'
  const isLinked = /^(?:of|for|between|with)$/.test(link) && !isName
  if (isLinked) return undefined
  return isDefinite(words, near.head) || isTold(words, rootOf(words)) ? near.head : undefined
}

/** The subject of "A deal brokered by the committee, delaying any decision, was accepted": what stands between is only how it came. */
function doneSubject(words: readonly Word[], open: number): number | undefined {
  const subject = subjectFrom(words, 0)
  return subject !== undefined &&
    subject.end < open &&
    /^VB[ND]$/.test(words[subject.end]?.xpos ?? '') &&
    inflect(words[subject.end]?.lemma ?? '', 'VBN') === words[subject.end]?.text &&
    words.slice(subject.end, open).every((word) => !/^(?:,|who|which|that)$/i.test(word.text)) &&
    words.slice(subject.end, open).some((word) => word.text === 'by')
    ? subject.head
    : undefined
}

/** Whether "of" or "for" and a common noun stand in a subject: what follows may be of either. */
function isOfThing(words: readonly Word[], { start, end }: { readonly start: number; readonly end: number }): boolean {
  return words
    .slice(start, end)
    .some(
      (word, offset) =>
        /^(?:of|for)$/i.test(word.text) && words.slice(start + offset, end).some((one) => one.upos === 'NOUN'),
    )
}

/** "Ann Lee, of the Blue Network, said": where a person belongs. */
function group(
  words: readonly Word[],
  { open, end }: Segment,
  host: number,
  naming: Naming,
  context: RuleContext,
): readonly Piece[] | undefined {
  const chunk = chunkFrom(words, open + 2)
  const isPerson = context.cast.nameAt(context.origin(host) ?? -1)?.kind === 'person'
  if (!isPerson || chunk?.end !== end || finiteVerbAt(words, end + 1) === undefined || speaksOfDeath(words))
    return undefined
  if (words[chunk.head]?.upos !== 'PROPN' || /^no$/i.test(words[open + 2]?.text ?? '')) return undefined
  // "of investment firm Hale Street"
  const needsThe = words[open + 2]?.upos === 'NOUN' || words[open + 2]?.upos === 'ADJ'
  return [
    put(naming.text, tokens(host, host + 1)),
    put(needsThe ? 'is from the' : 'is from', tokens(open + 1, open + 2)),
    keep(tokens(open + 2, end)),
  ]
}

/** What is said of the host, as a sentence. */
function saidOf(
  sentence: AnalysedSentence,
  segment: Segment,
  host: number,
  naming: Naming,
  context: RuleContext,
): readonly Piece[] | undefined {
  const { words } = sentence
  const { open, end } = segment
  const span = tokens(open + 1, end)
  const first = words[open + 1]
  if (
    first === undefined ||
    words.slice(open, end).some((word) => /^(?:["“”(]|--?|–|—)$/u.test(word.text) && word.xpos !== 'HYPH')
  )
    return undefined
  const place = tokens(host, host + 1)
  if (/^(?:VBN|VBD|VBG)$/.test(first.xpos)) return participle(words, span, host, naming, place)
  if (/^(?:a|an)$/i.test(first.text)) return apposition(sentence, segment, host, naming, context)
  if (/^the$/i.test(first.text)) return superlative(words, segment, host, naming, place)
  if (/^of$/i.test(first.text)) return group(words, segment, host, naming, context)
  if (describes(words, open + 1)) return description(words, segment, host, naming, place)
  if (
    /^(?:then|now|currently|formerly|previously|once)$/i.test(first.text) &&
    /^(?:IN|DT)$/.test(words[open + 2]?.xpos ?? '')
  )
    return isFiniteBehind(words, end) && (naming.isPerson || isDefinite(words, host))
      ? [
          put(naming.text, place),
          put(/^(?:now|currently)$/i.test(first.text) ? 'is' : 'was', tokens(open, open + 1)),
          keep(span),
        ]
      : undefined
  return undefined
}

function participle(
  words: readonly Word[],
  span: TokenSpan,
  host: number,
  naming: Naming,
  place: TokenSpan,
): readonly Piece[] | undefined {
  const word = words[span.start]
  // "had a call, spoke to a nurse, answered …": a past form is a participle only behind the subject.
  const isFirst = subjectFrom(words, 0)?.end === span.start - 1
  if (word?.xpos === 'VBD' && (!isFirst || inflect(word.lemma, 'VBN') !== word.text.toLowerCase())) return undefined
  const isPlaced = word?.text === 'based' && /^(?:at|in|near)$/.test(words[span.start + 1]?.text ?? '')
  if (
    word === undefined ||
    (!isPlaced && (prepositionLike.has(word.text.toLowerCase()) || prepositionLike.has(word.lemma)))
  )
    return undefined
  if (/^(?:ask|give|press|question|see|say|tell|think|add|argue|warn|make|leave)$/.test(word.lemma)) return undefined
  const inside = words.slice(span.start + 1, span.end)
  // "a river that crews had hoped …", "the bakery he bought"
  const hasOwnClause = inside.some(
    (other, at) =>
      /^(?:who|that|which|what|where|until|when|before|after|because|if)$/i.test(other.text) ||
      (/^(?:he|she|they|it)$/i.test(other.text) && inside[at + 1]?.xpos === 'VBD' && inside[at - 1]?.upos === 'NOUN'),
  )
  // "homes let for six months": behind an -ing part a form that is a participle too is one.
  const isTensed = (other: Word): boolean =>
    /^(?:VBD|VBZ|MD)$/.test(other.xpos) &&
    !(word.xpos === 'VBG' && other.xpos === 'VBD' && inflect(other.lemma, 'VBN') === other.text)
  if (!hasOwnClause && inside.some(isTensed)) return undefined
  const who = put(naming.text, place)
  // Only right behind the subject of the sentence, of the phrase that opens it, or of the verb that follows is the host sure.
  const isFront =
    (host < 8 && words.slice(0, host).every((other) => !/^(?:VBD|VBZ|VBP|MD)$/.test(other.xpos))) ||
    finiteVerbAt(words, span.end + 1) !== undefined
  const isCalled = /^(?:call|name|know)$/.test(word.lemma) || isSource(words, host, span)
  if (!isFront && !isCalled) return undefined
  if (isFront && words[0]?.upos === 'ADP' && naming.isPerson) return undefined
  if (word.xpos === 'VBG') return doing(words, span, host, naming)
  const next = words[span.start + 1]
  if (!isCalled && !/^(?:IN|TO|RP|RB)$/.test(next?.xpos ?? '')) return undefined
  // "The mill, owned by a group, was fined": it is theirs still.
  const isTheirs = /^(?:own|base|locate|situate|know)$/.test(word.lemma) && !speaksOfDeath(words)
  const isExpected = /^(?:expect|plan|schedule|estimate|intend|believe|think)$/.test(word.lemma)
  const isNow = timeOf(words, rootOf(words)) === 'present'
  const past = !isTheirs && !(isExpected && isNow) && (!isLasting(word.lemma) || !isNow)
  const be = beIn(past ? 'past' : 'present', naming.plural)
  return [who, put(be, tokens(span.start, span.start)), keep(span)]
}

/** "…, according to the researchers, based at the university.": no other noun can be meant. */
function isSource(words: readonly Word[], host: number, span: TokenSpan): boolean {
  const source = chunkBefore(words, span.start - 1)
  return (
    source?.head === host &&
    words[source.start - 1]?.text.toLowerCase() === 'to' &&
    words[source.start - 2]?.text.toLowerCase() === 'according'
  )
}

/** "the first by nurses in 19 years", "the biggest in the state": what one known thing is. */
function superlative(
  words: readonly Word[],
  { open, end }: Segment,
  host: number,
  naming: Naming,
  place: TokenSpan,
): readonly Piece[] | undefined {
  const next = words[open + 2]
  const isRank = next?.xpos === 'JJS' || /^(?:first|second|third|last|only)$/i.test(next?.text ?? '')
  if (!isRank || finiteVerbAt(words, end + 1) === undefined || !isDefinite(words, host) || speaksOfDeath(words))
    return undefined
  if (words.slice(open, end).some((word) => /^(?:and|or|he|she|it|they|which|whom|whose|who)$/i.test(word.text)))
    return undefined
  const time = naming.isPerson ? 'present' : timeOf(words, rootOf(words))
  if (time === undefined) return undefined
  const be = beIn(time, naming.plural)
  return [put(naming.text, place), put(be, tokens(open, open + 1)), keep(tokens(open + 1, end))]
}

/** "worth about $12 million", "home to 3,000 people", "60 kilometres east of the capital": what stands behind "is" as it is. */
function describes(words: readonly Word[], start: number): boolean {
  const [first, second, third] = [0, 1, 2].map((step) => words[start + step]?.text.toLowerCase() ?? '')
  if (first === 'worth' || (first === 'home' && second === 'to')) return true
  // "42 metres long and raised on pillars"
  const isSize =
    /^\d/.test(first ?? '') &&
    /^(?:metres|meters|kilometres|kilometers|feet|miles|centimetres|millimetres|storeys|stories)$/.test(second ?? '') &&
    /^(?:long|wide|tall|high|deep|thick|across)$/.test(third ?? '')
  if (isSize) return true
  const isAway = /^\d/.test(first ?? '') && /^(?:kilometres|kilometers|km|miles)$/.test(second ?? '')
  return (
    isAway &&
    /^(?:north|south|east|west|from|outside|inland|off|north-?east|north-?west|south-?east|south-?west)$/.test(
      third ?? '',
    )
  )
}

function description(
  words: readonly Word[],
  { open, end }: Segment,
  host: number,
  naming: Naming,
  place: TokenSpan,
): readonly Piece[] | undefined {
  if (finiteVerbAt(words, end + 1) === undefined || naming.isPerson) return undefined
  if (!isDefinite(words, host) && !isTold(words, rootOf(words))) return undefined
  if (words.slice(open + 1, end).some((word) => word.text === ',' || /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos)))
    return undefined
  // A town stays where it is; what something was worth may have changed.
  const isGone = words.some((word) =>
    /^(?:sink|demolish|destroy|collapse|burn|crash|explode|fall|tear|flatten)$/.test(word.lemma),
  )
  const time = /^\d/.test(words[open + 1]?.text ?? '') && !isGone ? 'present' : timeOf(words, rootOf(words))
  if (time === undefined) return undefined
  const be = beIn(time, naming.plural)
  return [put(naming.text, place), put(be, tokens(open, open + 1)), keep(tokens(open + 1, end))]
}

function apposition(
  { words }: AnalysedSentence,
  { open, end, last }: Segment,
  host: number,
  naming: Naming,
  context: RuleContext,
): readonly Piece[] | undefined {
  const name = context.cast.nameAt(context.origin(host) ?? -1)
  if (words[host]?.upos !== 'PROPN' || naming.plural || speaksOfDeath(words)) return undefined
  const chunk = chunkFrom(words, open + 1)
  const sort = words[chunk?.head ?? -1]
  if (chunk === undefined || sort === undefined || sort.upos !== 'NOUN' || sort.xpos === 'NNS') return undefined
  if (isOfClass(sort.lemma, 'event') || isOfClass(sort.lemma, 'time') || isOfClass(sort.lemma, 'money'))
    return undefined
  const isPlace = name?.kind === 'place'
  if (isPlace !== isOfClass(sort.lemma, 'place') && (isPlace || isOfClass(sort.lemma, 'place'))) {
    // "Tarlo Bank, a school": a body may bear a place's word; a town is never a company.
    if (isPlace) return undefined
  }
  const isPerson = naming.isPerson
  if (isPerson !== isPersonWord(sort)) return undefined
  // "Ms Lee, a nurse and two doctors", "Rome, a town and a lake": a list.
  const tail = words.slice(chunk.end, end)
  if (/^(?:and|or)$/i.test(tail[0]?.text ?? '') || (end < last && /^(?:and|or)$/i.test(words[end + 1]?.text ?? '')))
    return undefined
  if (tail.some((word) => /^(?:he|she|it|they|I|we)$/i.test(word.text) && end === last)) return undefined
  if (words.some((word) => /^1[0-8]\d\d$|^19[0-8]\d$/.test(word.text))) return undefined
  const isYears = tail.some((word) => word.text === 'years')
  const isPast = childrenBy(words, rootOf(words) ?? 0, 'cop').some((at) =>
    /^(?:was|were)$/i.test(words[at]?.text ?? ''),
  )
  const be = isYears ? 'has been' : isPast ? 'was' : 'is'
  return [put(naming.text, tokens(host, host + 1)), put(be, tokens(open, open + 1)), keep(tokens(open + 1, end))]
}

function isPersonWord({ lemma }: Word): boolean {
  return isOfClass(lemma, 'person') || /(?:er|or|ist|ian|man|woman)$/.test(lemma)
}
