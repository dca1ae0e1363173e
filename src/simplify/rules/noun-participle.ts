import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom } from '../../language/chunks.ts'
import { bodyEnd, holdsNewPart, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import {
  governorOf,
  hostOf,
  hostsBefore,
  type Insertion,
  insertionsOf,
  isIntroduced,
  isOfEvent,
  isOneTree,
  lengthOf,
  mayStandAlone,
} from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { beFor, timeOf } from '../../language/tenses.ts'
import { childrenBy, isFiniteVerb, isRelation, rootOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { without } from '../without.ts'
import { isInOthersClaim } from './restrictive-relative.ts'
import { prepositionLike } from './split-participle.ts'

/** Verbs whose "-ed" part tells of one past moment, whatever the tense of the sentence. */
const moments = new Set(
  'adopt announce approve arrest award bear bring build buy charge collect commission compile create damage design destroy develop discover elect establish file find form found hire hit injure introduce invent issue jail kill launch lodge lose obtain open paint plant publish recover release report reveal send set sign start steal strike table take tender upload win write'.split(
    ' ',
  ),
)
/** Verbs that tell what something is like for a long time: "measuring", "containing"; they take no "is … -ing". */
const states = new Set(
  'exempt ban require allow last total contain measure weigh own belong cost exceed cover hold carry bear number know live mean need want depend consist include involve average have show suggest say claim feature date border range'.split(
    ' ',
  ),
)

/** Whether the "-ed" part of a verb tells what still is so, if the sentence tells of now: "backed", "owned", "known". */
export function isLasting(lemma: string): boolean {
  return nowOrThen.has(lemma)
}

/** Whether the "-ing" part of a verb tells what something is like: "containing", "lasting". */
export function isState(lemma: string): boolean {
  return states.has(lemma)
}

export const nounParticiple: Rule = {
  name: 'split-past-participle',
  because: 'The part between commas is now a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'The satellite, launched in March from an island near Japan, has sent its first pictures to Earth.',
      'The satellite has sent its first pictures to Earth.',
      'The satellite was launched in March from an island near Japan.',
    ],
    [
      'The Pinch Creek fire, burning in steep country west of the town, had grown to 4,200 hectares by Monday.',
      'The Pinch Creek fire had grown to 4,200 hectares by Monday.',
      'The Pinch Creek fire was burning in steep country west of the town.',
    ],
    [
      'More than 300 firefighters, supported by 16 aircraft and 74 trucks, are working in the region.',
      'More than 300 firefighters are working in the region.',
      'The firefighters are supported by 16 aircraft and 74 trucks.',
    ],
  ],
  leavesAlone: [
    'The cause of the fire, first reported just before six on Sunday morning, is not known to the police.',
    'The workers paid by the hour will get more money from next year under the new rules.',
    'Damaging winds, averaging 60 kilometres an hour, are also possible in the hills on Sunday night.',
    'The town has read a long report by the auditor, published in May, about the cost of the new bridge and the old road.',
    'Many kinds of food, including rice and flour, are sold at the market near the old port.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (const found of insertionsOf(words)) {
      const { span, top } = found
      const word = words[top]
      const least = word !== undefined && /^(?:name|call|know)$/.test(word.lemma) ? 2 : 3
      if (word === undefined || span.end - span.start < least || holdsNewPart(words, span.start, span.end)) continue
      if (!/^(?:VBN|VBG)$/.test(word.xpos) || prepositionLike.has(word.lemma)) continue
      if (prepositionLike.has(word.text.toLowerCase()) || !isRelation(word.relation, 'acl', 'advcl', 'amod')) continue
      if (top !== span.start && !isAdverb(words, span.start, top)) continue
      if (childrenBy(words, top, 'nsubj', 'aux', 'mark').length > 0 || !isOneTree(words, span, top)) continue
      // "after a paper, the Courier, published emails", "whether the price, …, amounted to a bribe": a verb with its own tense.
      if (word.xpos === 'VBN' && (intransitive.test(word.lemma) || hasOwnObject(words, top, word.lemma))) continue
      // "took almost five": without what stands between, nobody knows five of what.
      if (words.some((one) => one.upos === 'NUM' && isRelation(one.relation, 'obj') && one.head !== top)) continue
      const host = partHost(words, found)
      // "A man who shut down the network, forcing exams to be cancelled, has": what he did forced it.
      const isOfClause =
        host !== undefined &&
        word.xpos === 'VBG' &&
        words.slice(host, found.open).some((one) => /^(?:who|which|that)$/i.test(one.text) && /^W/.test(one.xpos))
      if (isOfClause) continue
      // "The cause of the fire, first reported at six": of which of the two?
      const near = chunkBefore(words, found.open)
      if (near !== undefined && host !== undefined && near.head > host && words[near.start - 1]?.text === 'of') continue
      // "a report by the auditor, published in May": the report was.
      const isOfAgent = near !== undefined && near.head === host && words[near.start - 1]?.text === 'by'
      if (isOfAgent && word.xpos === 'VBN') continue
      // "a short book, in Jewish and Christian scripture, consisting of": more was said of the book already.
      const before = words.slice(0, found.open).findLastIndex((one) => one.text === ',')
      if (host !== undefined && before > 0 && before < host && words[before + 1]?.upos === 'ADP') continue
      // "the ticket, bought by his wife, was for their daughter": "their" needs the wife before it.
      if (words.slice(span.end).some((other) => /^(?:their|they|them)$/i.test(other.text))) continue
      if (host === undefined || !mayStandAlone(words, host) || childrenBy(words, host, 'conj').length > 0) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined) continue
      const verb = verbOf(words, top, host, naming.plural)
      if (verb === undefined) continue
      const isBe = verb !== 'finite'
      const who = put(naming.text, tokens(host, host + 1))
      // "long accused of arming the rebels": it still is.
      if (isBe && words[span.start]?.text.toLowerCase() === 'long')
        return [
          without(words, found),
          [
            who,
            put(naming.plural ? 'have' : 'has', tokens(span.start, span.start)),
            keep(tokens(span.start, span.start + 1)),
            put('been', tokens(span.start + 1, span.start + 1)),
            keep(tokens(span.start + 1, span.end)),
          ],
        ]
      if (isBe) return [without(words, found), [who, put(verb, tokens(span.start, span.start)), keep(span)]]
      const finite = finiteOf(words, word, host, naming.plural)
      if (finite === undefined || top !== span.start) continue
      return [without(words, found), [who, put(finite, tokens(top, top + 1)), keep(tokens(top + 1, span.end))]]
    }
    return undefined
  },
}

/** Verbs that nothing can be done with: "was amounted" is no English. */
const intransitive =
  /^(?:amount|happen|occur|consist|belong|rise|fall|die|arrive|come|go|remain|last|depend|result|emerge|disappear|exist|appear|collapse|begin)$/

/** "published emails", "leaked the letters": what is done to a thing has no thing behind it. */
function hasOwnObject(words: readonly Word[], top: number, lemma: string): boolean {
  if (
    /^(?:name|call|give|award|pay|offer|grant|hand|send|teach|tell|dub|title|deny|charge|fine|rename|consider)$/.test(
      lemma,
    )
  )
    return false
  const next = words[top + 1]
  const isThing =
    /^(?:NN|NNS|NNP|NNPS|DT|PRP\$|JJ)$/.test(next?.xpos ?? '') &&
    !/^(?:last|next|this|every|each)$/i.test(next?.text ?? '')
  const chunk = isThing ? chunkFrom(words, top + 1) : undefined
  return chunk !== undefined && !isOfClass(words[chunk.head]?.lemma ?? '', 'time')
}

function isAdverb(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).every((word) => word.upos === 'ADV')
}

/** The noun it hangs on; a part behind the subject that hangs on the verb is still the subject's. */
function partHost(words: readonly Word[], found: Insertion): number | undefined {
  const own = hostOf(words, found)
  if (own !== undefined) return own
  const head = words[found.top]?.head ?? -1
  const isSubject = (at: number): boolean => isRelation(words[at]?.relation ?? '', 'nsubj') && words[at]?.head === head
  return hostsBefore(words, found.open).find(isSubject)
}

/** "is", "was" … before the part, or `finite` where its verb takes a tense itself. */
function verbOf(words: readonly Word[], top: number, host: number, plural: boolean): string | undefined {
  const word = words[top]
  if (word === undefined) return undefined
  // "Dr Holm, now working in Rome, told reporters": so it is still, but for a story of another year.
  const isNow = words[top - 1]?.text.toLowerCase() === 'now'
  if (isNow && word.xpos === 'VBG' && !words.some(({ text }) => /^(?:ago|then|\d{4})$/.test(text)))
    return plural ? 'are' : 'is'
  if (word.xpos === 'VBG') return states.has(word.lemma) ? 'finite' : beFor(words, host, plural)
  if (isNameNow(words, top)) return plural ? 'are' : 'is'
  // "banned in Europe since the crisis": it began then and goes on.
  if (childrenBy(words, top, 'obl', 'advmod', 'advcl').some((at) => isSince(words, at)))
    return plural ? 'have been' : 'has been'
  if (moments.has(word.lemma) || hasPastDay(words, top)) return plural ? 'were' : 'was'
  return beFor(words, host, plural)
}

function isSince(words: readonly Word[], at: number): boolean {
  return childrenBy(words, at, 'case', 'mark').some((mark) => words[mark]?.text.toLowerCase() === 'since')
}

const ending = /^(?:sink|demolish|destroy|close|die|kill|lose|collapse|burn|crash|scrap|end|disappear|drown|shut)$/

/** "called MoM-z16", "made of 18 parts": so it is still, if the thing is still there. */
function isNameNow(words: readonly Word[], at: number): boolean {
  const lemma = words[at]?.lemma ?? ''
  const isMadeOf = lemma === 'make' && /^(?:of|up)$/.test(words[at + 1]?.text ?? '')
  const root = rootOf(words)
  return (
    (isMadeOf || (/^(?:call|name|dub)$/.test(lemma) && /^\p{Lu}/u.test(words[at + 1]?.text ?? ''))) &&
    root !== undefined &&
    !words.some((other) => ending.test(other.lemma) && other.upos === 'VERB')
  )
}

/** "beaten 3-0 at home on Saturday, are": the day tells when it was. */
function hasPastDay(words: readonly Word[], start: number): boolean {
  const close = words.findIndex((word, at) => at > start && word.text === ',')
  return words
    .slice(start, close < 0 ? words.length : close)
    .some((word) => /^(?:.*day|ago|last|yesterday)$/i.test(word.text) && /^(?:PROPN|ADV|ADJ|NOUN)$/.test(word.upos))
}

function finiteOf(words: readonly Word[], word: Word, host: number, plural: boolean): string | undefined {
  const time = timeOf(words, governorOf(words, host))
  return time === undefined ? undefined : inflect(word.lemma, time === 'past' ? 'VBD' : plural ? 'VBP' : 'VBZ')
}

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 11, 2: 17 } as const
const nowOrThen = new Set(
  'accuse suspect know call name base locate own run lead back support hold oppose favour fund surround cover love fill need use entitle aim dedicate based'.split(
    ' ',
  ),
)

export const restrictiveParticiple: Rule = {
  name: 'restrictive-participle',
  because: 'What was done to a new thing now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'A small craft built by a team of engineers in Adelaide has landed near the Moon’s south pole.',
      'A small craft has landed near the Moon’s south pole.',
      'The craft was built by a team of engineers in Adelaide.',
    ],
    [
      'A former council manager accused of taking secret payments has pleaded not guilty to 14 charges of fraud.',
      'A former council manager has pleaded not guilty to 14 charges of fraud.',
      'The former council manager is accused of taking secret payments.',
    ],
  ],
  leavesAlone: [
    'Money paid into the fund will be used for a new bridge near the old town hall next year.',
    'The old sign was made with a hole cut into it by a team of young workers from the town of Perth.',
    'The council may build a pool designed by a team from Perth on the land next to the school.',
    'No child born in the camp before the end of the war has a passport or any other papers.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level]) return undefined
    for (const [top, word] of words.entries()) {
      if (word.xpos !== 'VBN' || !isRelation(word.relation, 'acl') || word.head < 0 || top !== word.head + 1) continue
      if (!moments.has(word.lemma) && !nowOrThen.has(word.lemma)) continue
      const host = word.head
      if (isInOthersClaim(words, host)) continue
      const isNew = isIntroduced(words, host) || (isSource(words, host) && words[host]?.xpos === 'NNS')
      if (words[host]?.upos !== 'NOUN' || !isNew || words[host]?.relation === 'conj') continue
      if (!isSource(words, host) && !isOfEvent(words, host)) continue
      if (/^(?:up|of)$/.test(words[top + 1]?.text ?? '') && word.lemma === 'make') continue
      if (childrenBy(words, host, 'conj').length > 0) continue
      const end = endOf(words, top)
      if (end === undefined || isFollowedByLink(words, end)) continue
      // "The woman, a former principal named Edith Garland, fell": it is she who has the name.
      if (/^(?:name|call)$/.test(word.lemma) && isRelation(words[host]?.relation ?? '', 'appos')) continue
      // "had a house built there": he had it done.
      if (
        isRelation(words[host]?.relation ?? '', 'obj') &&
        /^(?:have|get)$/.test(words[words[host]?.head ?? -1]?.lemma ?? '')
      )
        continue
      // "…, an eye developed within the storm": that may be the verb.
      const start = chunkBefore(words, host + 1)?.start ?? host
      if (words[start - 1]?.text === ',' && !words.slice(end).some(isFiniteVerb)) continue
      // "designed with a bite taken out of it": without the rest it would be a bite that it has.
      if (/^with(?:out)?$/i.test(words[start - 1]?.text ?? '')) continue
      if (end - top < 3 || words.slice(top, end).some((part) => part.text === '"')) continue
      const made = splitOff(sentence, host, top, end, context)
      if (made !== undefined) return made
    }
    return undefined
  },
}

/** "according to a note": the source is there, whatever may be of what it says. */
function isSource(words: readonly Word[], noun: number): boolean {
  return childrenBy(words, noun, 'case', 'fixed').some(
    (at) => words[at]?.text.toLowerCase() === 'according' || words[at - 1]?.text.toLowerCase() === 'according',
  )
}

/** ", two of which …", ", who …": what follows may hang on a word that would go. */
function isFollowedByLink(words: readonly Word[], end: number): boolean {
  return (
    words[end]?.text === ',' &&
    words.slice(end + 1, end + 5).some((word) => /^(?:which|whom|who|whose|where)$/i.test(word.text))
  )
}

/** Where the words below the participle end; undefined where they do not hang together. */
function endOf(words: readonly Word[], top: number): number | undefined {
  let end = top + 1
  const last = bodyEnd(words)
  while (end < last && words[end]?.text !== ',' && isBelowTop(words, end, top)) end += 1
  const isWhole = words.every((word, at) => at < end || word.head < top || word.head >= end || word.upos === 'PUNCT')
  return isWhole ? end : undefined
}

function isBelowTop(words: readonly Word[], at: number, top: number): boolean {
  return isOneTree(words, tokens(at, at + 1), top)
}

function splitOff(
  sentence: Parameters<Rule['rewrite']>[0],
  host: number,
  top: number,
  end: number,
  context: RuleContext,
): Rewrite | undefined {
  const { words } = sentence
  const naming = context.cast.again(sentence, host, context.origin)
  const word = words[top]
  if (naming === undefined || word === undefined) return undefined
  const was = naming.plural ? 'were' : 'was'
  const root = rootOf(words)
  const now = root !== undefined && timeOf(words, root) === 'present' ? (naming.plural ? 'are' : 'is') : was
  const be = moments.has(word.lemma) ? was : now
  const main: Piece[] = [keep(tokens(0, top)), keep(tokens(end, words.length))]
  return [main, [put(naming.text, tokens(host, host + 1)), put(be, tokens(top, top)), keep(tokens(top, end))]]
}
