import { type TokenSpan, tokens } from '../document/span.ts'
import type { Word } from '../language/analysis.ts'
import { clauseFollows, finiteVerbAt } from '../language/chunks.ts'
import { bodyEnd, isQuestion } from '../language/clause-parts.ts'
import { governorOf, type Insertion, insertionsOf, isIntroduced, isTold } from '../language/insertions.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isReporting } from '../language/reporting.ts'
import { childrenBy, isBelow, isRelation, rootOf, spanOf, subtreeOf } from '../language/tree.ts'
import { isMeasured } from './rules/this-was-after.ts'

function isMonth(word: Word): boolean {
  return (
    word.xpos !== 'MD' &&
    /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/.test(word.text)
  )
}

/** An amount or a day: what readers look for. */
export function isFigure(word: Word): boolean {
  return (
    /\d/.test(word.text) ||
    word.upos === 'NUM' ||
    /day$/.test(word.text) ||
    isMonth(word) ||
    /^(?:half|third|quarter|month|week|year)s?$/.test(word.lemma)
  )
}

/** A part that can go: what is left is true whenever the whole is. */
export interface Part {
  readonly span: TokenSpan
  /** How much is lost with it; the least goes first. */
  readonly worth: number
}

/** Words under which less is not always true: "did not die in the fire", "the first in 19 years", "only on Mondays". */
const turning =
  /^(?:not|n['’]t|no|never|nobody|none|nothing|neither|nor|without|hardly|barely|few|fewer|less|little|only|every|each|all|any|both|if|unless|whether|until|first|second|third|fourth|last|next|most|least|more|than|as|too|enough|so|such|same|other|another|like|instead|rather)$/i

function isTurning(word: Word): boolean {
  return (
    turning.test(word.text) || word.xpos === 'JJS' || word.xpos === 'RBS' || word.xpos === 'JJR' || word.xpos === 'RBR'
  )
}

/**
 * "would let police search homes during an emergency", "could fall in strong wind": where and when are conditions of what may
 * or can be, so without them the sentence says more.
 */
function isBounded(word: Word): boolean {
  return (
    (word.xpos === 'MD' && !/^(?:will|['’]ll)$/i.test(word.text)) ||
    /^(?:allow|let|ban|permit|require|forbid|prevent|limit|oblige|able|legal|illegal|free|safe)$/.test(word.lemma)
  )
}

/** Parts that can go, the least important first. */
export function removableParts(words: readonly Word[]): readonly Part[] {
  const root = rootOf(words)
  if (root === undefined || isQuestion(words)) return []
  // What is quoted stays with the words around it: it goes whole, or nothing goes.
  const marks = words.flatMap((word, at) => (/^["“”]$/u.test(word.text) ? [at] : []))
  const holdsQuotes = ({ span }: Part): boolean => marks.every((at) => span.start <= at && at < span.end)
  // "resigned over a plan for the country's first reactor": what turns only what goes with it turns nothing that stays.
  const isFree = ({ span }: Part): boolean =>
    !words.some((word, at) => isBounded(word) || ((at < span.start || at >= span.end) && isTurning(word)))
  const found: Part[] = [
    ...betweenMarks(words, root),
    ...[...inFront(words, root), ...phrases(words, root), ...adverbs(words, root), ...ofNewThings(words)].filter(
      isFree,
    ),
  ]
  return [...found.filter(isWhole), ...longAgents(words, root), ...ofSource(words)]
    .filter(holdsQuotes)
    .sort((a, b) => a.worth - b.worth || b.span.end - b.span.start - (a.span.end - a.span.start))

  function isWhole({ span }: Part): boolean {
    return (
      (isAddition(words, span) || !words.slice(span.start, span.end).some(saysMore)) &&
      !words.slice(span.start, span.end).some(({ lemma }) => grave.test(lemma) || answer.test(lemma)) &&
      // "with Ms Lee | saying": what somebody says would lose who does.
      words[span.end]?.xpos !== 'VBG' &&
      // "official figures | showed on Wednesday": its subject would stay behind.
      !/^VB[DZP]$/.test(words[span.start]?.xpos ?? '') &&
      span.end - span.start < words.length / 1.4
    )
  }
}

/** What turns or weakens a sentence never goes: without it the rest would be another claim. */
function saysMore(word: Word): boolean {
  return /^(?:not|n['’]t|no|never|nobody|none|without|but|or|if|unless|allegedly|reportedly|possibly|perhaps|probably|likely|almost|nearly|instead|rather)$/i.test(
    word.text,
  )
}

/** "…, leaving him without a majority": a "not" inside what the writer only adds goes with it. */
function isAddition(words: readonly Word[], { start, end }: TokenSpan): boolean {
  return (
    words[start - 1]?.text === ',' &&
    /^(?:VBG|DT|WDT|WP)$/.test(words[start]?.xpos ?? '') &&
    !words.slice(start, end).some((word) => /^(?:but|if|unless|instead|rather|allegedly|reportedly)$/i.test(word.text))
  )
}

const insertionOpeners =
  /^(?:who|whom|which|whose|where|when|including|with|a|an|the|its|his|her|their|after|before|despite|amid|following|because|while|although|though|during|in|on|at|from|under|among|down|up|about|compared|as)$/i

/** What stands behind a comma or between two: the writer adds it. */
function betweenMarks(words: readonly Word[], root: number): readonly Part[] {
  return insertionsOf(words).flatMap(({ open, span, top }) => {
    const first = words[span.start]
    const relation = words[top]?.relation ?? ''
    const isAdded =
      isRelation(relation, 'appos', 'acl', 'advcl', 'obl', 'parataxis', 'nmod') &&
      (insertionOpeners.test(first?.text ?? '') ||
        first?.xpos === 'VBG' ||
        first?.xpos === 'VBN' ||
        isMeasuredTime(words, span.start))
    const isList = words
      .slice(span.start, span.end)
      .some((word) => word.upos === 'CCONJ' && words[word.head]?.head === words[top]?.head)
    // "…, with Ann Lee, the top scorer, among those who missed": what follows goes on with the part.
    const goesOn = /^with$/i.test(first?.text ?? '') && span.end < bodyEnd(words) && !clauseGoesOn(words, span.end)
    if (goesOn || !isAdded || isList || isBelow(words, root, top) || words[open]?.text !== ',') return []
    // "named her chief of staff, Ivo Brand, as acting minister": as what belongs to the verb.
    const isAs =
      /^as$/i.test(first?.text ?? '') &&
      /^(?:name|appoint|choose|elect|describe|see|regard|treat|pick|install|hail|confirm|nominate|select|serve|replace|succeed|identify|list|present)$/.test(
        words[root]?.lemma ?? '',
      )
    if (isAs) return []
    // "…, warning that time was running out": one more thing that the same speaker says.
    const isMoreSaid =
      first?.xpos === 'VBG' &&
      isReporting(first.lemma) &&
      words[span.start + 1]?.text === 'that' &&
      !words.slice(span.start, span.end).some(isFigure)
    const isSaid = !isMoreSaid && !isMeasuredTime(words, span.start) && words.slice(span.start, span.end).some(isSaying)
    return isSaid || isPartOfList(words, { open, span, top }) || isLeftHanging(words, { open, span, top })
      ? []
      : [{ span, worth: 1 + lossOf(words, span) }]
  })
}

/** "three months after a jury found him guilty" */
function isMeasuredTime(words: readonly Word[], start: number): boolean {
  return (
    words[start]?.upos === 'NUM' &&
    isOfClass(words[start + 1]?.lemma ?? '', 'time') &&
    /^(?:after|before)$/.test(words[start + 2]?.text ?? '')
  )
}

/** "according to the results of a trial that experts called great": what is told of the source, at the end. */
function ofSource(words: readonly Word[]): readonly Part[] {
  const according = words.findIndex((word, at) => /^according$/i.test(word.text) && words[at + 1]?.text === 'to')
  const end = bodyEnd(words)
  const that = words.findIndex(
    (word, at) => at > according + 2 && /^(?:that|which|who)$/.test(word.text) && /^(?:WDT|WP)$/.test(word.xpos),
  )
  const isShort =
    that > 0 && that - according < 14 && !words.slice(according, that).some(({ upos }) => upos === 'PUNCT')
  return according > 3 && isShort ? [{ span: tokens(that, end), worth: 1 }] : []
}

/** Whether the main clause reads on behind a closing comma: with a verb or a subject. */
function clauseGoesOn(words: readonly Word[], close: number): boolean {
  return finiteVerbAt(words, close + 1) !== undefined || clauseFollows(words, close + 1)
}

/** "the peaks, the ocean floor, the forest and …": between commas a noun is an addition only right before the verb, or at the end. */
function isPartOfList(words: readonly Word[], { span, top }: Insertion): boolean {
  // "which ruled that they were false, and blamed the police": what follows "and" may go on with the part.
  if (words[span.end]?.text === ',' && /^(?:and|or|but|nor)$/i.test(words[span.end + 1]?.text ?? '')) return true
  if (!/^(?:DT|PRP\$|CD|JJ|NN|NNS|NNP)$/.test(words[span.start]?.xpos ?? '')) return false
  if (isRelation(words[top]?.relation ?? '', 'parataxis')) return true
  return span.end < bodyEnd(words) && finiteVerbAt(words, span.end + 1) === undefined
}

/** "put the products, used by many, on one footing": behind another addition, or with a verb that needs it, a phrase is no addition. */
function isLeftHanging(words: readonly Word[], { open, span, top }: Insertion): boolean {
  const opener = words[span.start]
  if (opener === undefined || opener.upos !== 'ADP' || !isRelation(words[top]?.relation ?? '', 'obl', 'nmod'))
    return false
  const isBehind = words.slice(rootOf(words) ?? 0, open).some((word) => word.text === ',')
  const head = words[top]?.head ?? -1
  return (
    isBehind ||
    (words[head]?.upos === 'VERB' && /^(?:put|place|set|keep|leave|base|turn|move)$/.test(words[head]?.lemma ?? ''))
  )
}

/** "…, the court heard", "…, according to police": whoever says it stays. */
function isSaying(word: Word): boolean {
  return (
    (word.upos === 'VERB' &&
      (isReporting(word.lemma) || /^(?:hear|show|find|think|know|feel|hope)$/.test(word.lemma))) ||
    /^(?:said|says|say|according)$/i.test(word.text)
  )
}

const adjuncts: Readonly<Record<string, number>> = {
  even: 1.5,
  after: 2,
  before: 2,
  during: 2,
  since: 2,
  amid: 1,
  following: 1,
  despite: 1,
  through: 2.5,
  throughout: 1.5,
  under: 2.5,
  within: 2.5,
  between: 3,
  near: 2,
  along: 2,
  in: 2.5,
  on: 3,
  at: 2.5,
  for: 3,
  with: 3,
  because: 3,
  across: 2,
  outside: 2,
  inside: 2,
  around: 2,
  by: 3,
  from: 3.5,
  over: 3,
  as: 3.5,
  while: 1.5,
}

/** Phrases and clauses behind the verb that tell when, where, how long or with what. */
function phrases(words: readonly Word[], root: number): readonly Part[] {
  return [root, ...childrenBy(words, root, 'ccomp', 'xcomp', 'conj')].flatMap((verb) =>
    childrenBy(words, verb, 'obl', 'advcl').flatMap((head): readonly Part[] => {
      if (head < verb || isRelation(words[head]?.relation ?? '', 'obl:agent')) return []
      const span = spanOf(words, head)
      if (subtreeOf(words, head).length !== span.end - span.start || span.end > bodyEnd(words)) return []
      // "in the year to June": a phrase behind it may hang on this one, whatever the parse says.
      if (span.end < bodyEnd(words) && !/^(?:,|and|but)$/.test(words[span.end]?.text ?? '')) return []
      // "just hours before the end": half of the measure would say nothing.
      if (isMeasured(words, span.start) || isBare(words, span.start) || isSpanOfChange(words, verb, span)) return []
      const opener = words[span.start]?.text.toLowerCase() ?? ''
      const worth = adjuncts[opener]
      if (worth === undefined || isArgument(words, verb, opener, head) || (words[head]?.confidence.arc ?? 0) < 0.6)
        return []
      return [{ span, worth: worth + lossOf(words, span) }]
    }),
  )
}

/** "was jailed for four years by a judge who told her …": of what was done, the doer goes where he takes long to tell. */
function longAgents(words: readonly Word[], root: number): readonly Part[] {
  if (childrenBy(words, root, 'aux:pass').length === 0) return []
  return childrenBy(words, root, 'obl').flatMap((head): readonly Part[] => {
    const span = spanOf(words, head)
    const isNew = /^by$/i.test(words[span.start]?.text ?? '') && /^an?$/i.test(words[span.start + 1]?.text ?? '')
    const isClosed = subtreeOf(words, head).length === span.end - span.start && span.end >= bodyEnd(words)
    return isNew && isClosed && span.end - span.start > 5 ? [{ span, worth: 2.5 + lossOf(words, span) }] : []
  })
}

/** "During the talks, the state raised its offer.": the occasion in front, which only says when. */
function inFront(words: readonly Word[], root: number): readonly Part[] {
  if (!/^(?:during|despite|amid|following|after|before)$/i.test(words[0]?.text ?? '')) return []
  const comma = words.findIndex((word) => word.text === ',')
  if (comma < 2 || comma > 8 || comma >= root) return []
  const isBehind = words.slice(0, comma).every((word, at) => word.head < comma || isOutermost(words, at, comma, root))
  const isClause = words.slice(0, comma).some((word) => /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos))
  // "Despite the cuts, it grew": who "it" is may stand in front only.
  const isNamed = !/^(?:it|he|she|they|this|that|its|his|her|their)$/i.test(words[comma + 1]?.text ?? '')
  return isBehind && !isClause && isNamed
    ? [{ span: tokens(0, comma + 1), worth: 2 + lossOf(words, tokens(0, comma)) }]
    : []
}

function isOutermost(words: readonly Word[], at: number, comma: number, root: number): boolean {
  return words[at]?.head === root && isRelation(words[at]?.relation ?? '', 'obl', 'advcl') && at < comma
}

/** "compared with the time before rates rose": "the time" alone would say nothing. */
function isBare(words: readonly Word[], start: number): boolean {
  const before = words[start - 1]
  return (
    /^(?:time|day|moment|period|way|place|point|case|level|rate|same|part|area|side|number|amount)$/.test(
      before?.lemma ?? '',
    ) && /^(?:the|a|an|this|that)$/i.test(words[start - 2]?.text ?? '')
  )
}

/** "has risen by 15 centimetres since 1993": how much something changed says little without how long it took. */
function isSpanOfChange(words: readonly Word[], verb: number, span: TokenSpan): boolean {
  return (
    /^(?:rise|fall|grow|drop|climb|increase|decrease|decline|lose|gain|double|jump|shrink|go|change)$/.test(
      words[verb]?.lemma ?? '',
    ) && words.slice(span.start, span.end).some(isFigure)
  )
}

/** "live in", "put on", "agree with": without the phrase the verb says something else, or nothing. */
function isArgument(words: readonly Word[], verb: number, opener: string, head: number): boolean {
  const word = words[verb]
  const isTime =
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|night|morning|afternoon|evening|week|month|year|years|months|weeks|days|hours|minutes|today|yesterday|tomorrow|midday|noon|\d.*)$/i.test(
      words[head]?.text ?? '',
    )
  if (isTime && opener !== 'from' && opener !== 'by' && opener !== 'to')
    return /^(?:last|take|begin|start|end|happen|occur|open|close|meet|resume|return|be|date|fall|expire|arrive)$/.test(
      word?.lemma ?? '',
    )
  if (word === undefined || word.upos !== 'VERB') return true
  const hasObject = childrenBy(words, verb, 'obj').length > 0
  if (/^(?:after|before|during|since|amid|following|despite|throughout|while|when|because)$/.test(opener)) return false
  // With an object or a passive, "in", "at" and "on" mostly tell where; without one they belong to the verb.
  const isPassive = childrenBy(words, verb, 'aux:pass').length > 0
  const clinging =
    /^(?:put|place|set|leave|keep|invest|include|involve|engage|turn|base|locate|bring|take|send|move|lead|name|describe|see|treat|use|accuse|charge|blame|provide|help|spend|cost|compare|link|connect|replace|fill|cover|join|share|limit|protect|prevent|stop|sentence|release|divide|add|give|hand|sell|buy|pay)$/
  return (
    !(hasObject || isPassive) ||
    clinging.test(word.lemma) ||
    /^(?:for|from|with|as|by|over|between|under)$/.test(opener)
  )
}

/** Adverbs of manner and small joining words. */
function adverbs(words: readonly Word[], root: number): readonly Part[] {
  return words.flatMap((word, at): readonly Part[] => {
    if (word.upos !== 'ADV' || word.head < 0 || at === 0) return []
    const isManner =
      /^(?:however|nevertheless|meanwhile|finally|eventually|immediately|quickly|quietly|sharply|strongly|vigorously|deeply|warmly|firmly|swiftly|dramatically|simply|clearly|subsequently|consequently|furthermore|moreover|also)$/i.test(
        word.text,
      )
    if (!isManner || !isBelow(words, at, root) || word.text.toLowerCase() === 'also') return []
    return [{ span: tokens(at, at + 1), worth: 0.5 }]
  })
}

/** What is said more of a new thing, without commas: "a bill that would …", "a craft built in …". */
function ofNewThings(words: readonly Word[]): readonly Part[] {
  return words.flatMap((word, at): readonly Part[] => {
    if (!isRelation(word.relation, 'acl') || word.head < 0 || word.head > at) return []
    // "an attempt to keep its place", "are among 40 people who …": without it the rest would say nothing.
    const root = rootOf(words)
    if (root === undefined || childrenBy(words, root, 'cop').length > 0 || childrenBy(words, at, 'mark').length > 0)
      return []
    if (!isIntroduced(words, word.head) || !isTold(words, governorOf(words, word.head))) return []
    // "belongs to a party that …", "became a man who …": a thing of that kind only.
    if (/^(?:belong|become|remain|describe|call|include)$/.test(words[governorOf(words, word.head) ?? -1]?.lemma ?? ''))
      return []
    const span = spanOf(words, at)
    // "on a level crossing": a noun of two words.
    if (
      /^(?:crossing|building|meeting|hearing|landing|opening|closing|parking|dwelling|ruling|railing|reading|training|housing|shooting|killing|fishing|mining|banking)$/i.test(
        word.text,
      )
    )
      return []
    // "a drone to find it and a net to catch it": what a thing is for goes with the verb, and the first of two would seem both.
    if (
      isRelation(words[word.head]?.relation ?? '', 'conj') ||
      words.some((one) => one.head === word.head && isRelation(one.relation, 'conj'))
    )
      return []
    // "a worker, whom police did not name, was held": commas make it an addition.
    if (words[span.start]?.upos === 'PUNCT') return []
    if (span.start !== word.head + 1 || subtreeOf(words, at).length !== span.end - span.start) return []
    return [{ span, worth: 3 + lossOf(words, span) }]
  })
}

/** What happened to people never goes. */
const grave = /^(?:kill|die|death|dead|injure|drown|murder|rape)$/

/** Nor does what the accused or the blamed answer: "…, a claim she rejected". */
const answer = /^(?:reject|deny|dispute|dismiss|refute)$/

/** Numbers, money and names are what readers look for. */
function lossOf(words: readonly Word[], span: TokenSpan): number {
  let value = 0
  for (const word of words.slice(span.start, span.end)) {
    if (/\d/.test(word.text)) value += 1.2
    else if (word.upos === 'PROPN') value += 0.3
  }
  return value
}
