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
import { hostsBefore, isDefinite, isTold, mayStandAlone, meansInserted } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { placeWord } from '../../language/place-words.ts'
import { childrenBy, isFiniteVerb, rootOf } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { isBodysOwn, isOtherOwner, type Link, linkAt } from './split-relative.ts'

export const markedRelative: Rule = {
  name: 'marked-relative',
  because: 'The part with "who", "which" or "where" is now a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The UK will have to work hard to pass northern Chile, which has more than a dozen places to watch the stars.',
      'The UK will have to work hard to pass northern Chile.',
      'Chile has more than a dozen places to watch the stars.',
    ],
    [
      'The British prime minister, who is cutting short his trip to Europe, will return to London on Monday night.',
      'The British prime minister will return to London on Monday night.',
      'The prime minister is cutting short his trip to Europe.',
    ],
    [
      'Cash is still king in Germany, where most of the shops take only paper money and coins.',
      'Cash is still king in Germany.',
      'In Germany, most of the shops take only paper money and coins.',
    ],
    [
      'The strike follows seven months of talks during which the state raised its offer by 3 per cent.',
      'The strike follows seven months of talks.',
      'During the talks, the state raised its offer by 3 per cent.',
    ],
    [
      'Farmers downstream, a number of whom lost fences in the flood, have said the dam was opened too late.',
      'Farmers downstream have said the dam was opened too late.',
      'A number of the farmers lost fences in the flood.',
    ],
    [
      'Ms Leota, whose village has been moved 400 metres from the sea, said that words were not enough for her people.',
      'Ms Leota said that words were not enough for her people.',
      "Ms Leota's village has been moved 400 metres from the sea.",
    ],
  ],
  leavesAlone: [
    'Money for the poles and wires of the network, which are old, will come from the bank.',
    'Prices fell by 3 per cent in June, which surprised most of the banks in the city.',
    'The town may buy a new fire truck, which would be kept at the old station near the lake.',
    'The owner of the shop, who asked not to be named, lost all he had.',
    'She said the plan would help farmers in the valley, who had lost so much in the long drought.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const last = bodyEnd(words)
    for (let open = last - 4; open > 0; open -= 1) {
      const hasComma = words[open]?.text === ','
      const link = linkAt(words, open + 1)
      // Without a comma only "negotiations during which …" adds to a thing that is told of.
      if (link === undefined || (!hasComma && link.lead !== 'preposition')) continue
      const before = hasComma ? open : open + 1
      const end = endOfRelative(words, before, link, last)
      if (end === undefined) continue
      // "the boat in which they had been travelling took on water": the second verb is the boat's.
      if (!hasComma && hasTwoVerbs(words, link.end, end)) continue
      // "…, whose members voted to reject it, wants more": behind the main clause "it" would be something else.
      const pointsBack = words.slice(link.end, end).some((word) => /^(?:it|them)$/i.test(word.text))
      // … so it is told before the main clause, where the subject of both stands in front.
      if (pointsBack && !(words[link.word]?.text.toLowerCase() === 'whose' && subjectFrom(words, 0)?.end === before))
        continue
      const host = hostOf(words, before, link)
      if (host === undefined) continue
      // "raise the age at which people can draw a pension from 65 to 67": which age it is.
      if (!hasComma && isWhichOne(words, host)) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      if (isBodysOwn(words, link, naming.isPerson) || isOtherOwner(words, host, link, context)) continue
      const clause = clauseOf(sentence, { open: before, end, link, host, naming }, context)
      if (clause === undefined || meansInserted(words, tokens(before, end))) continue
      // "Ms Lee, a nurse whose …, said": the comma closes what another one opened.
      const isInside =
        words[subjectFrom(words, 0)?.end ?? -1]?.text === ',' && (subjectFrom(words, 0)?.end ?? 0) < before
      // "In Inuvik, where most are Inuit, the town …": what stands in front keeps a comma.
      const isFront = words[0]?.upos === 'ADP' && !words.slice(0, before).some(isFiniteVerb)
      const rest = [keep(tokens(end === last ? last : isInside || isFront ? end : end + 1, words.length))]
      const main = [keep(tokens(0, before)), ...rest]
      return pointsBack ? [clause, main] : [main, clause]
    }
    return undefined
  },
}

/** Without a comma "the N at which" tells which one is meant, and of an age, a rate or a way nothing else is told. */
function isWhichOne(words: readonly Word[], host: number): boolean {
  const isThe = childrenBy(words, host, 'det').some((at) => /^(?:the|that|those)$/i.test(words[at]?.text ?? ''))
  return (
    (isThe && words[host]?.upos === 'NOUN' && words[host]?.xpos === 'NN') ||
    /^(?:age|point|level|rate|extent|way|degree|price|speed|pace|manner|basis|condition|direction|order|means|stage|grade)$/.test(
      words[host]?.lemma ?? '',
    )
  )
}

/** Whether a second verb with a tense stands in a clause without anything that could open another. */
function hasTwoVerbs(words: readonly Word[], start: number, end: number): boolean {
  const verbs = words.flatMap((word, at) => (at >= start && at < end && /^VB[DZP]$|^MD$/.test(word.xpos) ? [at] : []))
  const [first, second] = verbs
  return (
    first !== undefined &&
    second !== undefined &&
    !words
      .slice(first, second)
      .some((word) => /^(?:and|or|but|,|that|who|which|what|when|while|because|as|if|where)$/i.test(word.text))
  )
}

/** The comma that closes the clause, before the main verb; or the end where no comma comes after it but those of a list. */
export function endOfRelative(
  words: readonly Word[],
  open: number,
  link: Pick<Link, 'end'>,
  last: number,
): number | undefined {
  const isMiddle = mainStart(words, open) === undefined
  // "At the company, which has sold two, the head of sales, Ann Lee, says": in a phrase in front the clause ends before the subject.
  const comma = words.findIndex((word) => word.text === ',')
  if (isMiddle && words[0]?.upos === 'ADP' && comma >= open) {
    const close = words.findIndex((word, at) => at > link.end && word.text === ',')
    return close > 0 && clauseFollows(words, close + 1) ? close : undefined
  }
  for (let at = link.end + 1; at < last; at += 1) {
    if (words[at]?.text !== ',') continue
    if (isMiddle) {
      // A comma of a list before the one behind which the main verb stands.
      // "…, denied": a past form that only the lack of another verb makes one.
      const isOnly = words[at + 1]?.xpos === 'VBN' && !words.slice(at + 1, last).some(isFiniteVerb)
      if (finiteVerbAt(words, at + 1) === undefined && !isOnly) continue
      return at < open + 4 ? undefined : at
    }
    // A comma of "a, b and c" stays inside; any other makes the end unsure.
    const isList = words.slice(at + 1, at + 7).some((word) => /^(?:and|or)$/i.test(word.text))
    if (!isList || clauseFollows(words, at + 1) || /^(?:IN|TO|VBG|VBN|WP|WDT|WRB|CC)$/.test(words[at + 1]?.xpos ?? ''))
      return undefined
  }
  return isMiddle || last - open < 5 ? undefined : last
}

/** Verbs whose "which" is mostly all that was told before, not the last noun. */
export const tellsOfAll = new Set(
  'affect allow bring cause come encourage force happen help hurt lead leave let make mean prevent prompt raise stop suggest surprise'.split(
    ' ',
  ),
)

export function isPersonLike(word: Word): boolean {
  return (
    word.upos === 'PROPN' ||
    isOfClass(word.lemma, 'person') ||
    // "the 26-year-old"
    (word.text === 'old' && word.upos === 'NOUN') ||
    /(?:er|or|ist|ant|ent|ian|man|woman|men|women)s?$/.test(word.lemma)
  )
}

/** Whether what ends before the comma `open` is only part of a title or of an aside, so that another noun may be meant. */
export function isInnerNoun(words: readonly Word[], near: NounChunk, open: number): boolean {
  // "a festival in Cebu, one of the biggest in the region, which": the festival, not the region.
  const comma = words.slice(0, near.start).findLastIndex((one) => one.text === ',')
  const isInAside =
    comma > 0 &&
    near.start > comma + 1 &&
    /^(?:one|some|two|three|among|perhaps)$/i.test(words[comma + 1]?.text ?? '') &&
    !words.slice(comma, open).some(isFiniteVerb)
  // "a hospital in Athens, a city on the coast, which": nor the last noun of another apposition.
  const isInOther =
    comma > 0 &&
    near.start > comma + 1 &&
    /^(?:a|an|the|its|his|her|their)$/i.test(words[comma + 1]?.text ?? '') &&
    words.slice(0, comma).some(isFiniteVerb) &&
    !words.slice(comma, open).some(isFiniteVerb)
  if (isInAside || isInOther) return true
  // "Dancing in the Street": half of a title is no thing.
  return (
    words[near.head]?.upos === 'PROPN' &&
    !(words[near.start - 1]?.text === ',' && words[open + 1]?.text === 'who') &&
    /^\p{Lu}/u.test(words[near.start - 2]?.text ?? '') &&
    near.start > 2
  )
}

/** The noun before the comma, where only one can be meant. */
function hostOf(words: readonly Word[], open: number, linked: Link): number | undefined {
  const link = words[linked.word]?.text.toLowerCase() ?? ''
  const isPart = linked.lead === 'part'
  // "farmers downstream, who": an adverb may stand between.
  const near = chunkBefore(words, words[open - 1]?.upos === 'ADV' ? open - 1 : open)
  if (near === undefined) return undefined
  const word = words[near.head]
  if (word === undefined) return undefined
  if (isInnerNoun(words, near, open)) return undefined
  const isLinked = words[near.start - 1]?.upos === 'ADP' || /^(?:to|and|or)$/i.test(words[near.start - 1]?.text ?? '')
  const other = isLinked ? chunkBefore(words, near.start - 1)?.head : undefined
  const rivals = [...hostsBefore(words, open), ...(other === undefined ? [] : [other])].filter((at) => at !== near.head)
  const verb = linked.lead === 'none' ? words[finiteVerbAt(words, linked.end) ?? -1] : undefined
  // "…, which means that …": what happened means it.
  if (link === 'which' && verb !== undefined && tellsOfAll.has(verb.lemma)) return undefined
  const fits = (at: number): boolean => {
    const candidate = words[at]
    if (candidate === undefined) return false
    if (/^(?:who|whom|whose)$/.test(link) && !isPersonLike(candidate) && link !== 'whose') return false
    if (isPart && !isPluralWord(candidate)) return false
    // "in June, which surprised the banks": what happened did.
    if (link === 'which' && isOfClass(candidate.lemma, 'time')) return false
    if (link === 'where' && !(candidate.upos === 'PROPN' || isOfClass(candidate.lemma, 'place'))) return false
    const isPlural = isPluralWord(candidate) || childrenBy(words, at, 'conj').length > 0
    if (verb === undefined || link === 'where') return true
    if (verb.text === 'was' || verb.xpos === 'VBZ') return !isPlural
    if (verb.text === 'were' || verb.xpos === 'VBP') return isPlural || candidate.upos === 'PROPN'
    return true
  }
  if (!fits(near.head)) return undefined
  // "his wife and his former patients, more than 200 of whom": only the patients are so many.
  const isOnlyMany =
    isPart && /^(?:and|or)$/i.test(words[near.start - 1]?.text ?? '') && !isPluralWord(words[other ?? -1] ?? word)
  if (isOnlyMany && words[near.start - 2]?.upos === 'NOUN') return near.head
  if (isLinked && /^(?:and|or)$/i.test(words[near.start - 1]?.text ?? '')) return undefined
  // "the Center for Science, where", "Learning and Policy, which": the end of a longer name.
  if (word.upos === 'PROPN' && isLinked && words[near.start - 2]?.upos === 'PROPN') return undefined
  // "a speech in Chicago in which": of two, only the words tell which.
  const isPlaceOfBody =
    /^(?:which|who|whose)$/.test(link) && /^(?:in|at)$/i.test(words[near.start - 1]?.text ?? '') && other !== undefined
  const isNamed = word.upos === 'PROPN' && linked.lead !== 'preposition' && !isPlaceOfBody
  // "years of declining health, which": the whole, not its last noun.
  if (
    linked.lead === 'none' &&
    words[near.start - 1]?.text === 'of' &&
    words[near.start]?.upos !== 'DET' &&
    !isNamed &&
    other !== undefined
  )
    return undefined
  const isSure = !isLinked || isNamed || !rivals.some(fits)
  if (!isSure || !mayStandAlone(words, near.head)) return undefined
  const root = rootOf(words)
  return isDefinite(words, near.head) || isTold(words, root) ? near.head : undefined
}

function isPluralWord(word: Word): boolean {
  return word.xpos === 'NNS' || word.xpos === 'NNPS'
}

interface Found {
  readonly open: number
  readonly end: number
  readonly link: Link
  readonly host: number
  readonly naming: Naming
}

function clauseOf(
  { words }: AnalysedSentence,
  { open, end, link: linked, host, naming }: Found,
  context: RuleContext,
): readonly Piece[] | undefined {
  const place = tokens(host, host + 1)
  const link = words[linked.word]?.text.toLowerCase()
  const rest = keep(tokens(linked.end, end))
  const from = words[open]?.text === ',' ? open + 1 : open
  const lead = linked.word > from ? [keep(tokens(from, linked.word))] : []
  const whole = /^(?:the |\p{Lu})/u.test(naming.text) ? naming.text : `the ${naming.text}`
  if (linked.lead === 'part') {
    return naming.plural && finiteVerbAt(words, linked.end) !== undefined
      ? [...lead, put(whole, place), rest]
      : undefined
  }
  if (linked.lead === 'preposition')
    return clauseFollows(words, linked.end) ? [...lead, put(`${whole},`, place), rest] : undefined
  if (link === 'whose') {
    const owner = naming.text.endsWith('s') ? `${naming.text}'` : `${naming.text}'s`
    return clauseFollows(words, linked.end) ? [put(owner, place), rest] : undefined
  }
  if (link === 'where') {
    if (!clauseFollows(words, open + 2) || context.cast.nameAt(context.origin(host) ?? -1)?.kind === 'person')
      return undefined
    const where = `${placeWord(words, host)} ${naming.text}`
    const there = tokens(open + 1, open + 2)
    // A short clause has its place at the end: "2,300 people live in Merriwa".
    const isShort = end - open <= 8 && !words.slice(open + 2, end).some((one) => /^(?:,|and|but|that)$/.test(one.text))
    return isShort ? [rest, put(where, there)] : [put(`${where},`, there), rest]
  }
  const verb = finiteVerbAt(words, open + 2)
  if (verb === undefined) return undefined
  const finite = words[verb]
  if (finite === undefined) return undefined
  if (finite.xpos === 'VBZ' || finite.text === 'was') return naming.plural ? undefined : [put(naming.text, place), rest]
  if (finite.xpos === 'VBP' || finite.text === 'were')
    return naming.plural ? [put(naming.text, place), rest] : undefined
  return [put(naming.text, place), rest]
}
