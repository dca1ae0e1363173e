import type { Level } from '../../document/article.ts'
import { textOf } from '../../document/document.ts'
import type { Word } from '../../language/analysis.ts'
import { findAttribution } from '../../language/attribution.ts'
import { isPlainReporting, isReporting } from '../../language/reporting.ts'
import { childrenBy, isRelation, rootOf } from '../../language/tree.ts'
import type { Draft } from '../draft.ts'
import { hedges, negations, refusal } from '../guards.ts'
import type { SimplifyParts } from '../simplify.ts'
import { isContent, isSameWord, type MadeSentence, type SourceSentence } from './align.ts'
import { otherAttachment } from './attachments.ts'
import { graveWords } from './grave-words.ts'
import { describedBy, isPredicate, type Mode, predicateAt } from './predicates.ts'

/** One source sentence and the sentences that were made of it elsewhere, aligned. */
export interface Group {
  readonly source: SourceSentence
  readonly made: readonly MadeSentence[]
}

/** The name of the step in alignments and change rows. */
export const outsideRule = 'outside-model'

/** Longest sentence that a level may get from outside. */
const longest: Readonly<Record<Level, number>> = { 1: 15, 2: 20 }
/** Least share of the source's content words that must come over. */
const leastKept: Readonly<Record<Level, number>> = { 1: 0.5, 2: 0.6 }

/**
 * Why sentences that were made elsewhere must not stand for a source sentence, or undefined where nothing was lost,
 * added, turned round or broken. Stricter than for a rule: nobody knows how these words came about.
 */
export function refuseGroup(group: Group, level: Level, parts: SimplifyParts): string | undefined {
  return (
    badForm(group, level) ??
    movedNumber(group) ??
    newWord(group, level, parts) ??
    otherNegation(group) ??
    otherHedge(group) ??
    // No name of another sentence may come in: whose it is cannot be known.
    refusal({ before: sourceDraft(group.source), after: madeDrafts(group) }, new Set()) ??
    otherOwner(group) ??
    otherPredicate(group) ??
    otherAttachment(group.source, group.made) ??
    lostSpeaker(group) ??
    tooLittle(group, level)
  )
}

function sourceDraft({ sentence, index }: SourceSentence): Draft {
  return {
    sentence,
    origins: sentence.words.map((_, at) => ({ tokens: [sentence.span.start + at], rules: [] })),
    sources: [index],
    rules: [],
  }
}

/** Made sentences as drafts: a word that the source has comes from it unchanged, every other from the rewriter. */
export function madeDrafts({ source, made }: Group): readonly Draft[] {
  return made.map(({ sentence, from }) => ({
    sentence,
    origins: sentence.words.map((word, at) => {
      const own = from[at] ?? []
      const isKept = own.some((place) => source.sentence.words[place]?.text.toLowerCase() === word.text.toLowerCase())
      return { tokens: own.map((place) => source.sentence.span.start + place), rules: isKept ? [] : [outsideRule] }
    }),
    sources: [source.index],
    rules: [outsideRule],
  }))
}

function badForm({ source, made }: Group, level: Level): string | undefined {
  const asks = source.sentence.words.some(({ text }) => text === '?')
  for (const { sentence } of made) {
    const text = textOf(sentence.document, sentence.span)
    if (!/[.!?]["”'’]?$/u.test(text)) return 'does not end like a sentence'
    if (!/^["“'‘]?[\p{Lu}\p{N}$€£]/u.test(text)) return 'does not begin like a sentence'
    if (text.includes('?') && !asks) return 'asks what the source does not ask'
    if (sentence.words.filter((word) => word.upos !== 'PUNCT').length > longest[level]) return 'is too long'
  }
  return undefined
}

const isNumber = (word: Word): boolean => /\d/.test(word.text) || word.upos === 'NUM'

/** Numbers keep their order and the thing that they count: "83 votes to 61" never becomes "61 votes to 83". */
function movedNumber({ source, made }: Group): string | undefined {
  const { words } = source.sentence
  const had = words.flatMap((word, at) => (isNumber(word) ? [at] : []))
  const has = made.flatMap(({ sentence, from }) =>
    sentence.words.flatMap((word, at) => (isNumber(word) ? [from[at]?.[0] ?? -1] : [])),
  )
  if (has.includes(-1)) return 'has a number that the source has not'
  if (had.some((place) => !has.includes(place))) return 'a number was lost'
  for (const { sentence, from } of made) {
    const order = sentence.words.flatMap((word, at) => {
      const place = from[at]?.[0]
      return !isNumber(word) || place === undefined || standsAlone(words, place, sentence.words, at) ? [] : [place]
    })
    if (order.some((place, at) => place < (order[at - 1] ?? 0))) return 'numbers have another order'
    for (const [at, word] of sentence.words.entries()) {
      const origin = from[at]?.[0]
      if (!isNumber(word) || origin === undefined) continue
      const counted = words[origin]
      if (counted === undefined || !isRelation(counted.relation, 'nummod') || counted.head < 0) continue
      const thing = from[word.head]?.[0]
      const chain = [
        counted.head,
        words[counted.head]?.head ?? -1,
        ...childrenBy(words, counted.head, 'nmod', 'compound'),
      ]
      if (thing === undefined || !chain.includes(thing)) return `number ${word.text} counts something else`
    }
  }
  return undefined
}

/** Whether a number cannot be taken for another: the only one that counts its thing, or a year after the same word. */
function standsAlone(words: readonly Word[], place: number, own: readonly Word[], at: number): boolean {
  const [then, now] = [words[place], own[at]]
  if (then === undefined || now === undefined) return false
  const counts = (word: Word): boolean => isRelation(word.relation, 'nummod') && word.head >= 0
  if (counts(then) && counts(now)) {
    const thing = words[then.head]?.lemma
    return words.filter((word) => counts(word) && words[word.head]?.lemma === thing).length === 1
  }
  const before = (list: readonly Word[], index: number): string => list[index - 1]?.text.toLowerCase() ?? ''
  return /^(?:1[89]|20)\d\d$/.test(then.text) && !counts(now) && before(words, place) === before(own, at)
}

/** Words that any sentence may need and that say nothing new. */
const emptyWords = new Set('be happen also there here then now'.split(' '))

/** A new content word must be one that says nothing new, or an easy one, alone in its sentence and not at its heart. */
function newWord({ source, made }: Group, level: Level, { vocabulary }: SimplifyParts): string | undefined {
  const had = new Set(source.sentence.words.flatMap(({ lemma, text }) => [lemma.toLowerCase(), text.toLowerCase()]))
  for (const { sentence, from } of made) {
    const root = rootOf(sentence.words)
    let easyOnes = 0
    let known = 0
    for (const [at, word] of sentence.words.entries()) {
      const lemma = word.lemma.toLowerCase()
      if (word.upos === 'PRON' && /^(?:i|we|you|me|us|my|our|your)$/.test(lemma) && from[at]?.length === 0)
        return `new "${word.text}"`
      // A name may be taken for a common word and the other way round, but not behind the first place.
      const isNameLike = word.upos === 'PROPN' || (at > 0 && /^\p{Lu}/u.test(word.text))
      if (!isContent(word) && !isNameLike) continue
      if ((from[at]?.length ?? 0) > 0) {
        known += 1
        continue
      }
      if (had.has(lemma) || (emptyWords.has(lemma) && !isNameLike)) continue
      if (isNameLike) return `new name "${word.text}"`
      if (!vocabulary.isEasy(lemma, word.upos, level)) return `new word "${word.text}"`
      if (graveWords.has(lemma)) return `new grave word "${word.text}"`
      const isHeart = at === root || (word.head === root && isRelation(word.relation, 'nsubj', 'obj'))
      if (isHeart || word.upos === 'VERB' || word.upos === 'ADJ') return `new word at the heart: "${word.text}"`
      easyOnes += 1
    }
    if (easyOnes > 1 || easyOnes * 4 > known) return 'too many new words'
  }
  return undefined
}

/** As many words that deny, and each beside the same word as in the source. */
function otherNegation({ source, made }: Group): string | undefined {
  const { words } = source.sentence
  const denies = (word: Word): boolean => negations.has(word.text.toLowerCase())
  const had = words.flatMap((word, at) => (denies(word) ? [at] : []))
  const found: number[] = []
  for (const { sentence, from } of made) {
    for (const word of sentence.words) {
      if (!denies(word)) continue
      const head = from[word.head]?.[0]
      const match = had.find(
        (place) =>
          !found.includes(place) &&
          head !== undefined &&
          (words[place]?.head === head || words[head]?.head === words[place]?.head),
      )
      if (match === undefined) return `"${word.text}" denies something else`
      found.push(match)
    }
  }
  return found.length === had.length ? undefined : 'a "not" was lost'
}

/** Words of one row may stand for each other; every other hedge or amount stands only for itself. */
const hedgeRows = [
  ['about', 'around', 'approximately', 'roughly'],
  ['almost', 'nearly'],
  ['may', 'might'],
  ['probable', 'probably', 'likely'],
  ['possible', 'possibly', 'perhaps'],
  ['allege', 'alleged', 'allegedly'],
  ['apparent', 'apparently', 'appear', 'seem'],
  ['mainly', 'mostly', 'largely'],
].map((row) => new Set(row))

function hedgeKey(word: Word): string | undefined {
  const text = word.text.toLowerCase()
  const own = hedges.has(text) ? text : hedges.has(word.lemma) ? word.lemma : undefined
  if (own === undefined) return undefined
  const row = hedgeRows.find((one) => one.has(own))
  return row === undefined ? own : [...row].join(' ')
}

function otherHedge({ source, made }: Group): string | undefined {
  const keys = (words: readonly Word[]): readonly string[] => words.flatMap((word) => hedgeKey(word) ?? [])
  const had = keys(source.sentence.words)
  const has = made.flatMap(({ sentence }) => keys(sentence.words))
  const count = (list: readonly string[], key: string): number => list.filter((one) => one === key).length
  for (const key of new Set(had)) if (count(has, key) < count(had, key)) return `lost "${key}"`
  for (const key of new Set(has)) if (count(had, key) === 0) return `new "${key}"`
  return undefined
}

const pronouns: Readonly<Record<string, readonly string[]>> = {
  he: ['he', 'him', 'his'],
  him: ['he', 'him', 'his'],
  his: ['he', 'him', 'his'],
  she: ['she', 'her', 'hers'],
  her: ['she', 'her', 'hers'],
  it: ['it', 'its'],
  its: ['it', 'its'],
  they: ['they', 'them', 'their'],
  them: ['they', 'them', 'their'],
  their: ['they', 'them', 'their'],
  this: ['this', 'that', 'these', 'those'],
  that: ['this', 'that', 'these', 'those'],
  these: ['these', 'those'],
  those: ['these', 'those'],
}

/** A pronoun that the source has not may only take up the subject of the made sentence before; "he" and "she" never. */
function otherOwner({ source, made }: Group): string | undefined {
  const had = new Set(source.sentence.words.map(({ text }) => text.toLowerCase()))
  for (const [index, { sentence }] of made.entries()) {
    for (const word of sentence.words) {
      const text = word.text.toLowerCase()
      const family = word.upos === 'PRON' ? pronouns[text] : undefined
      if (family === undefined || family.some((form) => had.has(form))) continue
      const mayBe =
        index > 0 && (text === 'it' || text === 'they' || text === 'this') && isRelation(word.relation, 'nsubj')
      if (!mayBe) return `"${word.text}" has no sure owner`
    }
  }
  return undefined
}

/** Each predicate is as sure, as denied, and of the same doer and target as where it comes from. */
function otherPredicate({ source, made }: Group): string | undefined {
  const { words } = source.sentence
  let before: readonly number[] = []
  for (const { sentence, from } of made) {
    const own = sentence.words
    const placesOf = (heads: ReadonlySet<number>): readonly number[] =>
      [...heads].flatMap((head) => {
        const word = own[head]
        if (word?.upos === 'PRON' && (from[head]?.length ?? 0) === 0) return before
        return from[head] ?? []
      })
    for (const [at, word] of own.entries()) {
      const origin = from[at]?.[0]
      if (origin === undefined || !isPredicate(own, at)) continue
      const now = predicateAt(own, at)
      const then = predicateAt(words, origin)
      if (now.isNegated !== then.isNegated) return `"${word.text}" is denied in one only`
      if (isPredicate(words, origin) && !isSameMode(now.mode, then.mode, isReporting(word.lemma)))
        return `"${word.text}" is ${now.mode}, was ${then.mode}`
      const doers = placesOf(now.doers)
      const targets = placesOf(now.targets)
      const isVerb = words[origin]?.upos === 'VERB'
      const mayBeDoer = isVerb ? then.doers : describedBy(words, origin)
      const isUnknown = isVerb && then.doers.size === 0 && words[origin]?.xpos !== 'VBN'
      const isNew = (heads: ReadonlySet<number>, places: readonly number[]): boolean =>
        places.length === 0 && [...heads].some((head) => own[head]?.upos !== 'PRON')
      if (isNew(now.doers, doers) || isNew(now.targets, targets)) return `"${word.text}" has somebody new`
      if (doers.length > 0 && !isUnknown && !doers.some((place) => mayBeDoer.has(place)))
        return `"${word.text}" has another doer`
      if (targets.length > 0 && then.targets.size > 0 && !targets.some((place) => then.targets.has(place)))
        return `"${word.text}" is done to something else`
      if (!isVerb && doers.length > 0 && targets.length > 0) return `"${word.text}" was no verb`
      if (targets.some((place) => then.doers.has(place))) return `"${word.text}" is turned round`
    }
    const root = rootOf(own)
    before = root === undefined ? [] : placesOf(predicateAt(own, root).doers)
  }
  return undefined
}

/** "said" and "says" are the same claim; a participle has no tense of its own; nothing else may change its mode. */
function isSameMode(now: Mode, then: Mode, reports: boolean): boolean {
  if (now === then || now === 'none') return true
  const isFact = now === 'past' || now === 'present'
  return isFact && (then === 'none' || (reports && (then === 'past' || then === 'present')))
}

/** Every sentence that holds part of a claim says who claims it, with a verb that says no more and no less. */
function lostSpeaker({ source, made }: Group): string | undefined {
  const { words } = source.sentence
  const claim = findAttribution(source.sentence)
  const reports = words.flatMap((word, at) => (word.upos === 'VERB' && isReporting(word.lemma) ? [at] : []))
  const according = words.some((word) => word.text.toLowerCase() === 'according')
  if (claim === undefined && reports.length === 0 && !according) return undefined
  const claimed = new Set(
    claim === undefined
      ? words.keys()
      : claim.content.flatMap((span) => Array.from({ length: span.end - span.start }, (_, at) => span.start + at)),
  )
  const speakers = new Set(
    claim === undefined
      ? words.keys()
      : Array.from(
          { length: claim.speakerSpan.end - claim.speakerSpan.start },
          (_, at) => claim.speakerSpan.start + at,
        ),
  )
  for (const { sentence, from } of made) {
    const held = sentence.words.filter(
      (word, at) => isContent(word) && from[at]?.some((place) => claimed.has(place)),
    ).length
    if (held === 0 || (claim !== undefined && held < 2)) continue
    const verb = sentence.words.findIndex(
      (word, at) =>
        word.upos === 'VERB' && isReporting(word.lemma) && saysTheSame(word, from[at]?.[0], words, claim?.verb),
    )
    const isAccording = according && sentence.words.some((word) => word.text.toLowerCase() === 'according')
    if (verb < 0 && !isAccording) return 'a claim lost its speaker'
    if (verb < 0) continue
    const subject = childrenBy(sentence.words, verb, 'nsubj')[0]
    const isSpeaker =
      subject !== undefined &&
      (from[subject]?.some((place) => speakers.has(place)) === true || sentence.words[subject]?.upos === 'PRON')
    if (!isSpeaker) return 'a claim has another speaker'
  }
  return undefined
}

function saysTheSame(
  word: Word,
  origin: number | undefined,
  words: readonly Word[],
  verb: number | undefined,
): boolean {
  const old = words[origin ?? verb ?? -1]
  if (old === undefined) return false
  return (
    isSameWord(word, old) || (isPlainReporting(word.lemma) && (isPlainReporting(old.lemma) || old.lemma === 'accord'))
  )
}

/** Enough of the source came over. */
function tooLittle({ source, made }: Group, level: Level): string | undefined {
  const places = new Set(made.flatMap(({ from }) => from.flat()))
  const content = source.sentence.words.flatMap((word, at) => (isContent(word) ? [at] : []))
  const kept = content.filter((place) => places.has(place)).length
  return kept >= leastKept[level] * content.length ? undefined : 'too little of it is left'
}
