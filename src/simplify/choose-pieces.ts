import type { Word } from '../language/analysis.ts'
import { lengthOf } from '../language/insertions.ts'
import { mayBeSame } from '../language/kindred-nouns.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isRelation } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { type Draft, readLength } from './draft.ts'
import { isMet, type Known, type Need, type Proposition, propositionOf } from './propositions.ts'
import { structureRules } from './rules/index.ts'

/** The new sentences of one source sentence, and how much that matters to the story (see salience.ts). */
export interface Group {
  readonly index: number
  /** The words of the source sentence. */
  readonly source: readonly Word[]
  readonly drafts: readonly Draft[]
  readonly importance: number
  /** Part of a quotation over several sentences, which is told whole or not at all; the easiest level has no room for it. */
  readonly isPartOfQuote: boolean
}

/** Most words of the story itself; explanations come on top. */
const mostWords = 132
/** A longer sentence is only told where nothing shorter leads the story. */
const longest = 17
/** Below this many words the story would be cut off, and longer sentences are told too. */
const fewestWords = 80
const longestOfAll = 28
/** The opening holds what the story is about: there a longer sentence is better than a hole. */
const longestOfOpening = 17
const openingSentences = 2
/** What the first sentence of the source tells is the story itself. */
const longestOfLead = 22

/** What choosing knows beside the pieces. */
export interface ChoiceContext {
  readonly cast: Cast
  /** Lemmas of the headline, which is read first. */
  readonly headline: ReadonlySet<string>
  /** The verb that a noun hides. */
  readonly verbOf: (noun: string) => string | undefined
}

/**
 * The pieces of the easiest level: those that tell most for their words and fit into its length, each with what it leans on.
 * The first piece of the story is always told; a second piece of one source sentence counts less, so that the whole story is
 * told rather than one part of it. Nothing is told whose needs (see propositions.ts) nothing before it meets. Answers the groups
 * again with fewer drafts, in order.
 */
export function choosePieces(groups: readonly Group[], context: ChoiceContext): readonly Group[] {
  const pieces = groups.flatMap((group, place) =>
    group.drafts.map((draft, at) => ({
      place,
      at,
      words: readLength(draft, samePerson(group.drafts[at - 1], draft)),
      proposition: propositionOf(draft, context.cast),
    })),
  )
  const first = firstMentions(groups)
  const key = ({ place, at }: Pick<Piece, 'place' | 'at'>): string => `${place}/${at}`
  const needs = createNeeds(groups, pieces, context)
  const chosen = new Set<string>()
  const told = new Map<number, number>()
  const take = (needed: readonly Piece[]): void => {
    for (const one of needed) {
      if (chosen.has(key(one))) continue
      chosen.add(key(one))
      told.set(one.place, (told.get(one.place) ?? 0) + 1)
    }
  }
  const bundles = new Map<string, readonly Piece[]>()
  const bundle = (piece: Piece): readonly Piece[] => {
    const known = bundles.get(key(piece)) ?? together(groups, pieces, piece, first)
    bundles.set(key(piece), known)
    return known
  }
  // Where nothing else is left, a person may be told of by name alone: the whole name is printed (see introduce.ts).
  let isNameEnough = false
  const missing = (piece: Piece): readonly Piece[] | undefined =>
    needs.close(bundle(piece), (one) => chosen.has(key(one)), bundle, isNameEnough)
  const lead = pieces.find((piece) => piece.place === 0 && piece.at === 0)
  if (lead !== undefined) take(missing(lead) ?? [lead])
  let total = pieces.filter((piece) => chosen.has(key(piece))).reduce((sum, piece) => sum + piece.words, 0)
  let limit = longest
  for (;;) {
    let best: { readonly needed: readonly Piece[]; readonly words: number; readonly worth: number } | undefined
    for (const piece of pieces) {
      if (chosen.has(key(piece))) continue
      const needed = missing(piece)
      if (needed === undefined || needed.some((one) => groups[one.place]?.isPartOfQuote)) continue
      const isLong = (one: Piece): boolean =>
        one.words >
        (isPleaAt(groups, one) || tellsDeathAt(groups, one)
          ? longestOfAll
          : one.place === 0
            ? Math.max(limit, longestOfLead)
            : one.place < openingSentences
              ? Math.max(limit, longestOfOpening)
              : limit)
      if (needed.some(isLong)) continue
      const words = needed.reduce((sum, one) => sum + one.words, 0)
      if (total + words > mostWords) continue
      const value = needed.reduce((sum, one) => sum + worthOf(groups, one) * 0.6 ** (told.get(one.place) ?? 0), 0)
      const worth = value / (words + 4)
      if (value > 0.35 && (best === undefined || worth > best.worth)) best = { needed, words, worth }
    }
    if (best === undefined) {
      // A story of long sentences only would be cut off: better a few longer ones.
      if (total >= fewestWords || (limit >= longestOfAll && isNameEnough)) break
      if (limit >= longestOfAll) {
        isNameEnough = true
        limit = longest
      } else limit += 4
      continue
    }
    take(best.needed)
    total += best.words
  }
  const kept = groups.flatMap((group, place) => group.drafts.filter((_, at) => chosen.has(key({ place, at }))))
  // Who somebody is says nothing where nothing else is told of the person.
  const isIdle = (draft: Draft): boolean => {
    const name = isAside(draft) ? personOf(draft) : undefined
    return name !== undefined && !kept.some((other) => other !== draft && speaksOf(other, name))
  }
  return groups.flatMap((group, place) => {
    const drafts = group.drafts.filter((draft, at) => chosen.has(key({ place, at })) && !isIdle(draft))
    return drafts.length === 0 ? [] : [{ ...group, drafts }]
  })
}

/** Whether the same speaker stands before the sentence before: then only "she said" will be printed. */
function samePerson(before: Draft | undefined, { frame }: Draft): boolean {
  const textOf = (one: Draft['frame']): string => one?.full.map(({ text }) => text).join(' ') ?? ''
  return frame !== undefined && textOf(before?.frame) === textOf(frame)
}

/** "Mr Lee has pleaded not guilty": told wherever anything is claimed of him. */
function isPlea({ sentence: { words } }: Draft): boolean {
  return words.some(
    (word, at) =>
      (word.lemma === 'plead' && /^not$/i.test(words[at + 1]?.text ?? '')) ||
      (word.lemma === 'deny' &&
        words
          .slice(at + 1, at + 5)
          .some((one) => /^(?:charge|wrongdoing|allegation|accusation|murder|rape|assault|fraud)s?$/.test(one.text))),
  )
}

function isPleaAt(groups: readonly Group[], { place, at }: Piece): boolean {
  const draft = groups[place]?.drafts[at]
  return draft !== undefined && isPlea(draft)
}

function tellsDeathAt(groups: readonly Group[], { place, at }: Piece): boolean {
  const draft = groups[place]?.drafts[at]
  return draft !== undefined && /^(?:die|kill|drown)$/.test(mainLemma(draft))
}

function worthOf(groups: readonly Group[], { place, at }: Piece): number {
  const group = groups[place]
  const draft = group?.drafts[at]
  return group === undefined || draft === undefined ? 0 : scoreOf(group, draft, at)
}

/** The first piece in which each thing is spoken of, by its noun. */
function firstMentions(groups: readonly Group[]): ReadonlyMap<string, Pick<Piece, 'place' | 'at'>> {
  const first = new Map<string, Pick<Piece, 'place' | 'at'>>()
  // "the Torrens Institute" is what "the institute" speaks of.
  for (const [place, group] of groups.entries())
    for (const [at, draft] of group.drafts.entries()) {
      // A speaker is named before what is said: "the Maritime Safety Authority says".
      const speaker = (draft.frame?.full ?? []).flatMap(({ text }) =>
        /^\p{L}{4,}$/u.test(text) ? [text.toLowerCase()] : [],
      )
      const own = draft.sentence.words.flatMap((word) =>
        /^(?:NOUN|PROPN)$/.test(word.upos) ? [word.lemma.toLowerCase()] : [],
      )
      for (const word of [...speaker, ...own]) if (!first.has(word)) first.set(word, { place, at })
    }
  return first
}

/** Where "the craft", "that figure", "these rules" of a piece were spoken of first, if only an earlier piece can tell what they are. */
function spokenOfBefore(
  draft: Draft,
  first: ReadonlyMap<string, Pick<Piece, 'place' | 'at'>>,
): readonly Pick<Piece, 'place' | 'at'>[] {
  const { words } = draft.sentence
  const speaker = draft.frame?.full ?? []
  const inFrame = speaker.flatMap(({ text }, at) => {
    const found = /^the$/i.test(speaker[at - 1]?.text ?? '') ? first.get(text.toLowerCase()) : undefined
    return found === undefined || /^\p{Lu}/u.test(text) ? [] : [found]
  })
  const inClaim = words.flatMap((word, at) => {
    const before = words[at - 1]
    const isShown = /^(?:the|that|this|these|those)$/i.test(before?.text ?? '') && word.upos === 'NOUN'
    // "the price of rice", "the man who …": told of in the piece itself.
    const isTold = words.some((other, place) => other.head === at && place > at && other.upos !== 'PUNCT')
    const found = isShown && !isTold ? first.get(word.lemma.toLowerCase()) : undefined
    return found === undefined ? [] : [found]
  })
  return [...inFrame, ...inClaim]
}

/** The piece at a place of the story: one, or none. */
function pieceAt(pieces: readonly Piece[], place: number, at: number): readonly Piece[] {
  return pieces.filter((piece) => piece.place === place && piece.at === at)
}

/** A piece with all it leans on and all that answers them. */
function together(
  groups: readonly Group[],
  pieces: readonly Piece[],
  piece: Piece,
  first: ReadonlyMap<string, Pick<Piece, 'place' | 'at'>>,
): readonly Piece[] {
  const before = [piece, ...leaningOn(groups, pieces, piece.place, piece.at)]
  const group = groups[piece.place]
  const own = group?.drafts[piece.at]
  for (const { place, at } of own === undefined ? [] : spokenOfBefore(own, first)) {
    if (place > piece.place || (place === piece.place && at >= piece.at)) continue
    // Told of in the lead or in its own sentence, or else nobody knows which is meant.
    const found = pieces.find((one) => one.place === place && one.at === at)
    if (found !== undefined) before.push(found, ...leaningOn(groups, pieces, place, at))
  }
  // "the fault was small": a thing that happened, told of before by another word.
  if (own !== undefined && namesEvent(own, piece, first)) {
    const main =
      piece.at > 0
        ? pieces.find((one) => one.place === piece.place && one.at === 0)
        : pieces.findLast((one) => one.place === piece.place - 1)
    if (main !== undefined) before.push(main, ...leaningOn(groups, pieces, main.place, main.at))
  }
  // "More than 160 people died." "This happened when a ferry sank.": how they died belongs to it.
  const cause = group?.drafts[piece.at + 1]
  // "Conservationists are celebrating." "This comes after …": nor does the story open without why.
  const opens = piece.place === 0 && piece.at === 0 && own !== undefined && lengthOf(own.sentence.words) < 9
  if (own !== undefined && cause !== undefined && (tellsDeath(own) || opens) && tellsHow(cause))
    before.push(...pieceAt(pieces, piece.place, piece.at + 1))
  // "Mr Verrall cited modelling." "He said 40,000 homes could be sold.": what he did so says little without what he said.
  if (own?.rules.includes('participle-in-front') === true) {
    const main = group?.drafts.findLastIndex(({ rules }) => rules.at(-1) === 'participle-in-front') ?? -1
    const last = main > piece.at ? main : piece.at === 0 ? 1 : -1
    before.push(...pieceAt(pieces, piece.place, last))
  }
  // "denied A and said B", "X, who sold B, is not suspected": B alone would be another story.
  const denied = group?.drafts.findIndex((draft) => turns(draft)) ?? -1
  const isBeside = own !== undefined && (isMore(own) || group?.drafts[denied]?.sentence.words.some(denies) === true)
  if (denied >= 0 && denied !== piece.at && isBeside) before.push(...pieceAt(pieces, piece.place, denied))
  if (own !== undefined && isAside(own)) {
    const main = pieces.find(
      (one) =>
        one.place === piece.place && group?.drafts[one.at] !== undefined && !isAside(group.drafts[one.at] ?? own),
    )
    if (main !== undefined) before.push(main, ...leaningOn(groups, pieces, main.place, main.at))
  }
  // More of a thing that the piece before it brought in ("Figures were compiled by …") says nothing without that.
  const isOfSome = own?.rules.some((rule) => /^restrictive-/.test(rule)) === true
  if (own !== undefined && piece.at > 0 && isMore(own) && (isOfSome || !isKnownBefore(own, piece, first))) {
    const main = pieces.find((one) => one.place === piece.place && one.at === 0)
    if (main !== undefined) before.push(main, ...leaningOn(groups, pieces, main.place, main.at))
  }
  // Who a person is stands with what the person says or does; more of a speaker stands with what was said.
  const name = own === undefined || group === undefined ? undefined : personOf(own)
  if (name !== undefined && group !== undefined) {
    const found = group.drafts.findIndex(
      (draft, at) =>
        at !== piece.at &&
        (isAside(draft) ? tellsRoleOf(draft, name) : isSaidBy(draft, name) && own?.frame === undefined),
    )
    if (found >= 0)
      before.push(...pieceAt(pieces, piece.place, found), ...leaningOn(groups, pieces, piece.place, found))
    // … or where the person was first named, if that is earlier.
    else
      before.push(
        ...pieces.filter((one) => {
          const draft = groups[one.place]?.drafts[one.at]
          // A role that stands before the name is told with the name (see introduce.ts).
          const isTitle = draft?.rules.includes('role-and-name') === true
          return (
            one.place < piece.place && draft !== undefined && !isTitle && isAside(draft) && tellsRoleOf(draft, name)
          )
        }),
      )
  }
  const all = before.flatMap((one) => {
    const told = groups[one.place]?.drafts[one.at]
    // Who somebody is needs no answer; and an answer brings what it answers.
    const answers = told !== undefined && isAside(told) ? [] : answeredBy(groups, pieces, one.place, one.at)
    return [one, ...answers.flatMap((answer) => [answer, ...leaningOn(groups, pieces, answer.place, answer.at)])]
  })
  return [...new Map(all.map((one) => [`${one.place}/${one.at}`, one])).values()]
}

function denies({ lemma }: Word): boolean {
  return /^(?:deny|reject|dispute)$/.test(lemma)
}

function rejects(word: Word): boolean {
  return denies(word) || word.lemma === 'dismiss'
}

/** Whether a piece denies: "is not suspected", "denied that they had been paid". */
function turns({ sentence: { words } }: Draft): boolean {
  return words.some(
    (word, at) =>
      denies(word) || (/^(?:not|n['’]t|never)$/i.test(word.text) && /^VB[NGP]?$/.test(words[at + 1]?.xpos ?? '')),
  )
}

function mainLemma({ sentence: { words } }: Draft): string {
  return words.find((word) => word.head < 0)?.lemma ?? ''
}

function tellsDeath(draft: Draft): boolean {
  return /^(?:die|kill|injure|hurt|wound|drown|miss)$/.test(mainLemma(draft))
}

function tellsHow({ rules, sentence: { words } }: Draft): boolean {
  return /^(?:this-happened|this-was-after|this-because)$/.test(rules.at(-1) ?? '') || isHappening(words)
}

function isHappening(words: readonly Word[]): boolean {
  return words[0]?.text.toLowerCase() === 'this' && /^(?:happen|come)$/.test(words[1]?.lemma ?? '')
}

const events =
  /^(?:fault|problem|incident|accident|crash|attack|decision|move|deal|agreement|blaze|fire|disaster|tragedy|figure|result|proposal|injury|threat|ruling|offer|delay|blast|shooting|vote|finding|claim|charge|announcement|change|defeat|victory|loss|death|fall|rise|increase|cut|trend|reaction|timing|term|mismatch|demand|complaint|criticism|failure|error|gap|shortage|delay|plea|allegation)s?$/

/** Whether a piece speaks of "the fault" or "the decision" that no earlier piece names by that word, and tells no more of it. */
function namesEvent(
  draft: Draft,
  { place, at }: Pick<Piece, 'place' | 'at'>,
  first: ReadonlyMap<string, Pick<Piece, 'place' | 'at'>>,
): boolean {
  const { words } = draft.sentence
  return words.some((word, index) => {
    if (word.upos !== 'NOUN' || !events.test(word.lemma) || !/^(?:the|this|that)$/i.test(words[index - 1]?.text ?? ''))
      return false
    const known = first.get(word.lemma.toLowerCase())
    const isFirst = known === undefined || (known.place === place && known.at === at)
    return isFirst && !words.some((other, spot) => other.head === index && spot > index && other.upos !== 'PUNCT')
  })
}

const adding: ReadonlySet<string> = new Set([
  ...structureRules.flatMap((rule) => (rule.adds === true ? [rule.name] : [])),
  'split-with',
  'participle-in-front',
  'restrictive-participle',
  'date-when',
  'speaker-told',
])

/** A rule took it out of another sentence. */
function isMore(draft: Draft): boolean {
  return draft.rules.some((rule) => adding.has(rule))
}

/** Whether an earlier sentence of the source, or the piece itself by a name, tells what its subject is. */
function isKnownBefore(draft: Draft, piece: Piece, first: ReadonlyMap<string, Pick<Piece, 'place' | 'at'>>): boolean {
  const { words } = draft.sentence
  const subject = words.find((word) => isRelation(word.relation, 'nsubj'))
  if (subject === undefined || subject.upos !== 'NOUN') return false
  const place = first.get(subject.lemma)
  return place !== undefined && place.place < piece.place && /^(?:the|this|these)$/i.test(words[0]?.text ?? '')
}

/** The family name of the person whom a piece is about or who says it: "Teo Fonoti had forecast", "[Fonoti said] …". */
function personOf(draft: Draft): string | undefined {
  const subject =
    draft.frame?.full.filter(({ text }) => /^\p{Lu}/u.test(text)).at(-1)?.text ??
    (draft.sentence.words[0]?.upos === 'PROPN' || /^(?:Mr|Mrs|Ms|Dr)$/.test(draft.sentence.words[0]?.text ?? '')
      ? draft.sentence.words.find((word, at) => word.upos === 'PROPN' && draft.sentence.words[at + 1]?.upos !== 'PROPN')
          ?.text
      : undefined)
  return subject !== undefined && /^\p{Lu}\p{Ll}/u.test(subject) ? subject : undefined
}

/** "Priya Nandan is the Corella Bank chief economist." */
function tellsRoleOf(draft: Draft, name: string): boolean {
  return (
    draft.rules.some((rule) => /^(?:role-and-name|role-then-name|split-apposition|then-role)$/.test(rule)) &&
    draft.sentence.words.slice(0, 5).some((word) => word.text === name) &&
    lengthOf(draft.sentence.words) <= 12
  )
}

function speaksOf({ frame, sentence }: Draft, name: string): boolean {
  return [...(frame?.full ?? []), ...sentence.words].some(({ text }) => text === name)
}

function isSaidBy(draft: Draft, name: string): boolean {
  return draft.frame?.full.some(({ text }) => text === name) ?? false
}

interface Piece {
  readonly place: number
  readonly at: number
  readonly words: number
  readonly proposition: Proposition
}

/** The last piece of a sentence that is more than who somebody is: what the next sentence goes on from. */
function lastTold(drafts: readonly Draft[]): number {
  return drafts.findLastIndex((draft) => !isAside(draft))
}

/** Most words that a piece may bring in for what it needs. */
const mostBrought = 45

interface Needs {
  /**
   * A bundle without what is chosen already, with the earlier pieces that meet what it needs; undefined where nothing can meet
   * it or too much would come with it.
   */
  readonly close: (
    bundle: readonly Piece[],
    isChosen: (piece: Piece) => boolean,
    bundleOf: (piece: Piece) => readonly Piece[],
    isNameEnough: boolean,
  ) => readonly Piece[] | undefined
}

function createNeeds(groups: readonly Group[], pieces: readonly Piece[], context: ChoiceContext): Needs {
  const nouns = groups.map(
    ({ source }) => new Set(source.flatMap((word) => (word.upos === 'NOUN' ? [word.lemma.toLowerCase()] : []))),
  )
  const isBefore = (one: Piece, other: Piece): boolean =>
    one.place < other.place || (one.place === other.place && one.at < other.at)
  const knownAt = (piece: Piece, isTold: (one: Piece) => boolean): Known => {
    const told = pieces.filter((one) => isBefore(one, piece) && isTold(one))
    const last = told.at(-1)
    const follows =
      last !== undefined &&
      (piece.at > 0
        ? last.place === piece.place
        : last.place === piece.place - 1 && last.at >= lastTold(groups[last.place]?.drafts ?? []))
    return {
      told: told.map(({ proposition }) => proposition),
      headline: context.headline,
      followsOn: follows,
      wasTold: (noun) => nouns.slice(0, piece.place).some((own) => [...own].some((one) => mayBeSame(noun, one))),
      verbOf: context.verbOf,
    }
  }
  /** The earlier piece that can meet a need: the first that names the thing, or the one right before. */
  const giver = (
    need: Need,
    piece: Piece,
    isTold: (one: Piece) => boolean,
    bundleOf: (piece: Piece) => readonly Piece[],
  ): Piece | undefined => {
    const cost = (one: Piece): number =>
      bundleOf(one).reduce((sum, other) => sum + (isTold(other) ? 0 : other.words), 0)
    const earlier = pieces.filter((one) => isBefore(one, piece))
    if (need.kind === 'person') return earlier.find(({ proposition }) => proposition.people.has(need.entity))
    if (need.kind === 'thing' || need.kind === 'shown') {
      const meets = earlier.filter((one) =>
        isMet(need, { ...knownAt(piece, (other) => other === one), headline: new Set(), followsOn: false }),
      )
      // The one that brings the fewest words and itself takes nothing for known; what was told last for "these deaths".
      const plain = meets.filter(
        ({ proposition }) => !proposition.needs.some((own) => 'noun' in own && own.noun === need.noun),
      )
      const found =
        need.kind === 'shown'
          ? meets.at(-1)
          : (plain.length > 0 ? plain : meets.slice(0, 1)).toSorted((a, b) => cost(a) - cost(b))[0]
      if (found !== undefined) return found
      if (knownAt(piece, () => false).wasTold(need.noun)) return undefined
    }
    return piece.at > 0
      ? earlier.findLast((one) => one.place === piece.place)
      : earlier.findLast((one) => one.place === piece.place - 1)
  }
  return {
    close: (bundle, isChosen, bundleOf, isNameEnough) => {
      const taken = new Set(bundle)
      const isTold = (one: Piece): boolean => taken.has(one) || isChosen(one)
      for (const piece of taken) {
        for (const need of piece.proposition.needs) {
          if (isMet(need, knownAt(piece, isTold)) || (isNameEnough && need.kind === 'person')) continue
          const found = giver(need, piece, isTold, bundleOf)
          if (found === undefined) return undefined
          for (const one of bundleOf(found)) taken.add(one)
          if (!isMet(need, knownAt(piece, isTold))) return undefined
        }
      }
      const brought = [...taken].filter((one) => !isChosen(one))
      const words = brought.reduce((sum, one) => sum + one.words, 0)
      return brought.length > bundle.length && words > mostBrought ? undefined : brought
    },
  }
}

/** How much a piece tells: what its sentence matters, and the numbers, names, answers and doubts in it. */
function scoreOf(group: Group, draft: Draft, at: number): number {
  const { words } = draft.sentence
  const numbers = words.filter((word) => /\d/.test(word.text)).length
  const names = words.filter((word, place) => word.upos === 'PROPN' && words[place - 1]?.upos !== 'PROPN').length
  // What happened to people comes before all else.
  const isGrave = words.some((word) =>
    /^(?:kill|die|death|dead|injure|hurt|wound|drown|destroy|missing|hospital|evacuate|homeless)$/.test(word.lemma),
  )
  const hasNot = words.some((word) => /^(?:not|n['’]t|no|never|nobody)$/i.test(word.text))
  return (
    group.importance * (at === 0 ? 1 : 0.75) +
    Math.min(0.5, numbers * 0.2) +
    Math.min(3, names) * 0.06 +
    // "Not everyone agreed." opens what others say; alone it says nothing.
    (hasNot && lengthOf(words) > 5 ? 0.25 : 0) +
    (isGrave ? 0.3 : 0) +
    (isPlea(draft) ? 1 : 0) +
    (draft.frame === undefined ? 0 : isOfficial(draft) ? 0.2 : 0.08) -
    (isAside(draft) ? 0.35 : 0) -
    (isUnclear(draft) ? 0.6 : 0) -
    (words.some((word) => word.text === '"') ? 0.3 : 0)
  )
}

const offices =
  /^(?:minister|president|premier|mayor|governor|treasurer|senator|leader|police|court|magistrate|judge|prosecutor|inquiry|report|study|commission|bureau|government|council|union|company|bank|hospital|department|office|service|agency|ministry|treasury|authority|army|official|officer|spokesman|spokeswoman|spokesperson|secretary|chair|chief|head|director|expert|scientist|researcher|author|coach|captain|lawyer|barrister|forecaster|economist|un|nations)s?$/

/** Those who answer for the story speak: offices, bodies, reports and experts, not people who saw or felt it. */
function isOfficial(draft: Draft): boolean {
  return draft.frame?.full.some(({ text }) => offices.test(text.toLowerCase())) ?? false
}

/** "she had warned Ms Vaka that she would …": who is meant is not sure. */
function isUnclear(draft: Draft): boolean {
  const { words } = draft.sentence
  const pronouns = words.filter((word) => /^(?:he|she|him|her)$/i.test(word.text)).length
  const people = words.filter(
    (word, at) => /^(?:Mr|Mrs|Ms|Dr)$/.test(word.text) || (word.upos === 'PROPN' && at > 0),
  ).length
  return pronouns > 1 && people > 0
}

/** "Ms Lee is a dairy farmer." "Mr Lee is 52 years old.": of use only beside what the person says or does. */
function isAside(draft: Draft): boolean {
  const { words } = draft.sentence
  const isState =
    draft.rules.at(-1) === 'role-and-name' ||
    (words.some((word) => word.head < 0 && word.upos !== 'VERB') &&
      words.some((word) => /^(?:is|are)$/.test(word.text)))
  return (
    isState &&
    words.some((word) => /^(?:is|are|was|were)$/.test(word.text)) &&
    draft.rules.some((rule) => /^(?:age|role-and-name|role-then-name|split-apposition|then-role)$/.test(rule))
  )
}

const leaning =
  /^(?:he|she|it|they|this|that|these|those|but|so|there|meanwhile|their|his|her|its|both|then|instead|otherwise|likewise|similarly)$/i

/** Told without its "But …", what somebody grants would stand as the whole truth. */
function answeredBy(groups: readonly Group[], pieces: readonly Piece[], place: number, at: number): readonly Piece[] {
  // "Although A and B, C" → "A. B. But C.": neither A nor B stands for the whole.
  const drafts = groups[place]?.drafts ?? []
  const step = drafts.slice(at + 1, at + 4).findIndex((draft) => opensWithBut(draft)) + 1
  const next = step > 0 ? drafts[at + step] : drafts[at + 1]
  const [there, spot] = drafts[at + 1] === undefined ? [place + 1, 0] : [place, at + 1]
  const following = groups[there]?.drafts[spot]
  if (step === 0 && isDenial(following)) return pieceAt(pieces, there, spot)
  // "The palace said A. It said B." "That account was rejected.": whichever of both is told.
  if (drafts[at]?.frame !== undefined && step === 0 && isDenial(groups[place + 1]?.drafts[0]))
    return pieceAt(pieces, place + 1, 0)
  // "Some residents want the ruins kept." "Others say homes are needed more."
  const isSome = /^some$/i.test(drafts[at]?.sentence.words[0]?.text ?? '')
  const isOthers = isSome && /^others?$/i.test(following?.sentence.words[0]?.text ?? '')
  if (step === 0 && (isOthers || turnsQuote(drafts[at], following))) return pieceAt(pieces, there, spot)
  const word = next?.sentence.words.find((one) => one.upos !== 'PUNCT')?.text.toLowerCase()
  if (next === undefined || (word !== 'but' && firstWord(next)?.text.toLowerCase() !== 'but')) return []
  return pieceAt(pieces, place, at + Math.max(1, step)).flatMap((found) => [
    found,
    ...answeredBy(groups, pieces, place, found.at),
  ])
}

/** "Menes says the shell came from a Cardovian ship." "Cardovia denies it.": neither side is told alone. */
function isDenial(draft: Draft | undefined): boolean {
  const words = draft?.sentence.words.slice(0, 8) ?? []
  // "That account was rejected by the rebels."
  const isPassive =
    /^(?:that|this)$/i.test(words[0]?.text ?? '') &&
    words.some((word, at) => rejects(word) && /^(?:was|is|been)$/.test(words[at - 1]?.text ?? ''))
  // "Neither account could be verified."
  const isNeither =
    /^neither$/i.test(words[0]?.text ?? '') && words.some((word) => /^(?:verify|confirm|prove)$/.test(word.lemma))
  return (
    isPassive ||
    isNeither ||
    words.some((word, at) => denies(word) && /^(?:it|this|that)$/i.test(words[at + 1]?.text ?? ''))
  )
}

/** "We expected a few pots." "Instead we walked into a pantry.": a quote that goes on with what it leads to. */
function turnsQuote(one: Draft | undefined, next: Draft | undefined): boolean {
  const isQuote = (draft: Draft | undefined): boolean => draft?.sentence.words[0]?.text === '"'
  return isQuote(one) && isQuote(next) && /^(?:instead|but|yet|however)$/i.test(next?.sentence.words[1]?.text ?? '')
}

function opensWithBut(draft: Draft): boolean {
  return (
    /^but$/i.test(firstWord(draft)?.text ?? '') ||
    /^but$/i.test(draft.sentence.words.find((one) => one.upos !== 'PUNCT')?.text ?? '')
  )
}

/** The pieces before that a piece cannot do without: "He …", "This happened …", "The bill …" behind "A bill …". */
function leaningOn(groups: readonly Group[], pieces: readonly Piece[], place: number, at: number): readonly Piece[] {
  const draft = groups[place]?.drafts[at]
  if (draft === undefined) return []
  const first = firstWord(draft)
  const words = draft.sentence.words.filter((word) => word.upos !== 'PUNCT')
  // "Mr Holt said they pushed up the price": a single speaker's "they" stands before.
  const isOfOthers =
    draft.frame !== undefined &&
    /^(?:they|them|their)$/i.test(words[0]?.text ?? '') &&
    draft.frame.full.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text))
  // "She said this was …", "They say four were among them", "Ms Lee said but no date had been set".
  const isWithin =
    (draft.frame !== undefined && /^(?:this|that|these|those|it|but|so)$/i.test(words[0]?.text ?? '')) ||
    words.some(
      (word, place) => /^(?:them|whom)$/i.test(word.text) && /^(?:among|of)$/i.test(words[place - 1]?.text ?? ''),
    )
  // "The members voted to reject it.", "It was little help": whose "it" is stands before.
  const nouns = words.filter((word) => /^(?:NOUN|PROPN)$/.test(word.upos)).length
  const hasLooseIt =
    nouns <= 3 &&
    words.some((word, place) => place > 0 && /^(?:it|them)$/i.test(word.text) && !isRelation(word.relation, 'expl'))
  // "disputed that figure", "no such plan": what was told before.
  const hasShown = words.some(
    (word, place) =>
      /^(?:that|such|those|these|this)$/i.test(word.text) &&
      /^(?:DT|PDT|JJ)$/.test(word.xpos) &&
      words[place + 1]?.upos === 'NOUN' &&
      !isOfClass(words[place + 1]?.lemma ?? '', 'time'),
  )
  // "if that happens, the gold would sell": what happens stands before.
  const saysThat = words.some(
    (word, place) =>
      place > 0 &&
      place < 4 &&
      /^(?:that|this)$/i.test(word.text) &&
      /^(?:if|when|because|that|believes?|think|thinks|expects?|hopes?|doubts?)$/i.test(words[place - 1]?.text ?? '') &&
      (isRelation(word.relation, 'nsubj') || /^(?:MD|VBZ|VBD)$/.test(words[place + 1]?.xpos ?? '')),
  )
  const hasLooseOwner = isOwnedByOthers(draft)
  // "A girl from a different family", "a second trip", "another fire": beside the first.
  const isOneMore = words.some(
    (word, place) =>
      /^(?:different|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another)$/i.test(word.text) &&
      (/^an?$/i.test(words[place - 1]?.text ?? '') || /^another$/i.test(word.text)) &&
      words[place + 1]?.upos === 'NOUN' &&
      !isOfClass(words[place + 1]?.lemma ?? '', 'time'),
  )
  // "The other two claimants are no longer alive."
  const isOther = words.some(
    (word, place) =>
      /^other$/i.test(word.text) && /^the$/i.test(words[place - 1]?.text ?? '') && words[place + 1]?.upos === 'NUM',
  )
  // "The head of staff denied that."
  const isReply = words.some(
    (word, place) =>
      rejects(word) && /^(?:this|that|it)$/i.test(words[place + 1]?.text ?? '') && words[place + 2]?.upos !== 'NOUN',
  )
  // "It last erupted in 1986." "In 1986, 48 people died."
  const isOfThatTime = at > 0 && draft.rules.at(-1) === 'date-when'
  // "Whether the company complied is not known": with what was told before.
  const complies = words.some(
    (word, place) => /^(?:comply|obey)$/.test(word.lemma) && !/^(?:NOUN|DET|ADP)$/.test(words[place + 1]?.upos ?? ''),
  )
  const doesSo = words.some((word, place) => word.lemma === 'do' && /^so$/i.test(words[place + 1]?.text ?? ''))
  // "Karvania denied that its forces were responsible": for what was told before.
  const isForWhat = /^(?:responsible|involved|guilty|untrue|false|true|wrong|aware)$/i.test(words.at(-1)?.text ?? '')
  // "She had not slept well since."
  const pointsBack =
    doesSo ||
    isReply ||
    complies ||
    words.slice(0, 12).some(({ text }) => /^indeed$/i.test(text)) ||
    isForWhat ||
    /^(?:since|too|again|instead|either|afterwards|later)$/i.test(words.at(-1)?.text ?? '')
  const leans =
    isWithin ||
    isOfOthers ||
    pointsBack ||
    hasLooseIt ||
    hasShown ||
    saysThat ||
    hasLooseOwner ||
    isOneMore ||
    isOther ||
    isOfThatTime ||
    leaning.test(first?.text ?? '') ||
    /^at the same time\b/i.test(
      words
        .slice(0, 4)
        .map(({ text }) => text)
        .join(' '),
    ) ||
    (at > 0 && first?.text.toLowerCase() === 'the')
  if (!leans) return []
  // What was told more of a thing may stand between "but" and what it answers.
  const drafts = groups[place]?.drafts ?? []
  const answered = drafts.slice(0, at).findLastIndex((one) => !isMore(one) && !isAside(one))
  const isAnswer = /^but$/i.test(first?.text ?? '') && answered >= 0
  const before = isAnswer
    ? { place, at: answered }
    : at > 0
      ? { place, at: hasLooseIt && answered >= 0 ? answered : at - 1 }
      : lastOf(groups, place - 1, pointsBack || hasLooseIt || hasShown || saysThat)
  if (before === undefined) return []
  return pieceAt(pieces, before.place, before.at).flatMap((found) => [
    found,
    ...leaningOn(groups, pieces, before.place, before.at),
  ])
}

/** "Baird said he respected their right to protest": no one in the piece itself has that right. */
function isOwnedByOthers({ frame, sentence }: Draft): boolean {
  const { words } = sentence
  const at = words.findIndex((word) => /^their$/i.test(word.text))
  if (at < 0) return false
  const isSeveral = ({ text }: Pick<Word, 'text'>): boolean =>
    /^\p{L}{2,}s$/u.test(text) && !/^(?:this|was|is|has|its|his|says)$/i.test(text)
  const before = [...(frame?.full ?? []), ...words.slice(0, at)]
  return !before.some(
    (word) =>
      isSeveral(word) ||
      /^(?:people|police|men|women|children|they|we|who|and|everyone|anyone|all|many|some|most|both|each|every|\d.*|family|couple|team|government|council|party|club|company|union|group|crew|staff|public|parent|one|someone|person|\p{Lu}.*)$/u.test(
        word.text,
      ),
  )
}

/** The main piece of a group, or its very last, which "it" and "since" speak of. */
function lastOf(
  groups: readonly Group[],
  place: number,
  isVeryLast: boolean,
): { readonly place: number; readonly at: number } | undefined {
  const group = groups[place]
  if (group === undefined) return undefined
  // "Ms Lee is the minister." is never what "that" speaks of.
  const isTelling = (draft: Draft): boolean => draft.rules.at(-1) !== 'role-and-name' || !isAside(draft)
  const last = group.drafts.findLastIndex(isTelling)
  const first = group.drafts.findIndex(isTelling)
  return { place, at: isVeryLast ? (last < 0 ? group.drafts.length - 1 : last) : Math.max(0, first) }
}

/** The first word that will be printed: the speaker's where there is one. */
function firstWord(draft: Draft): Pick<Word, 'text'> | undefined {
  const frame = behindPhrase(draft.frame?.full ?? []) ?? draft.frame?.full[0]
  return (
    frame ??
    behindPhrase(draft.sentence.words) ??
    // "However, they grew more slowly": "they" opens it.
    draft.sentence.words.find((word, at) => word.upos !== 'PUNCT' && !(at === 0 && /^however$/i.test(word.text)))
  )
}

/** "In a speech, he urged": the pronoun behind a phrase in front; undefined where there is none. */
function behindPhrase(words: readonly Pick<Word, 'text'>[]): Pick<Word, 'text'> | undefined {
  if (
    !/^(?:in|on|at|after|before|during|for|by|from|with|under|despite|as|to|if|once|when|until|unless)$/i.test(
      words[0]?.text ?? '',
    )
  )
    return undefined
  const comma = words.findIndex((word) => word.text === ',')
  const next = words[comma + 1]
  return comma > 0 && comma < 12 && /^(?:he|she|they|it)$/i.test(next?.text ?? '') ? next : undefined
}
