import type { Word } from '../language/analysis.ts'
import { mayBeSame } from '../language/kindred-nouns.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { childrenBy, isRelation, rootOf, subjectOf } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import type { Draft } from './draft.ts'

/** What a reader must have met before, or a sentence says nothing or something else. */
export type Need =
  /** "the crew", "the mismatch": told of before by this or a kindred noun. */
  | { readonly kind: 'thing'; readonly noun: string }
  /** "these deaths": told of a moment ago. */
  | { readonly kind: 'shown'; readonly noun: string }
  /** "800 of them": several in the sentence before. */
  | { readonly kind: 'several' }
  /** "every eight", "the others": what stands right before. */
  | { readonly kind: 'before' }
  /** "Two died.", "The number will rise.": a count right before. */
  | { readonly kind: 'count' }
  /** A person who has no post: who it is stands where the person is first named. */
  | { readonly kind: 'person'; readonly entity: number }

/**
 * One easy sentence as what it says: who says it, what is said of whom, whether it is denied or open, and, for leaving out, what
 * it gives to later sentences and what it needs from earlier ones.
 */
export interface Proposition {
  /** The words of the speaker printed before it; empty where the reporter tells it. */
  readonly speaker: readonly string[]
  /** Lemma of the main verb or of what stands for it; empty where the sentence has none. */
  readonly predicate: string
  /** Lemmas of subject, object and the nouns of the other parts. */
  readonly participants: readonly string[]
  readonly isDenied: boolean
  /** Under may, could, should or "if": not told as a fact. */
  readonly isOpen: boolean
  readonly tellsTime: boolean
  readonly tellsPlace: boolean
  readonly tellsCause: boolean
  /** Lemmas of all nouns, names and verbs that a reader has met after it. */
  readonly gives: ReadonlySet<string>
  /** Lemmas of nouns that mean several in it, and of numbers of people. */
  readonly several: ReadonlySet<string>
  readonly hasNumber: boolean
  /** Kinds of names in it ("place", "organisation", "person"). */
  readonly kinds: ReadonlySet<string>
  /** Roles of the people in it, as the story tells them elsewhere. */
  readonly roles: readonly string[]
  /** The people named in it or before it, by entity. */
  readonly people: ReadonlySet<number>
  readonly needs: readonly Need[]
}

/** There is one of these, or everybody knows which. */
const unique = new Set(
  'government parliament country nation world public economy state police army military navy sun moon earth sky sea ocean air ground weather climate internet web media press past future present end start beginning rest way time day night morning afternoon evening week weekend month year decade century environment market border north south east west coast capital opposition senate cabinet law middle centre top bottom front back side inside outside point fact truth need right chance kind sort part lot number risk cost age war health community industry sector region area district coalition budget dollar people poor elderly rich young old field minute moment second hour season summer winter spring autumn half quarter majority average'.split(
    ' ',
  ),
)

/** Nouns that sum up what was told, whatever words it had. */
const sums = new Set(
  'move case issue matter problem situation step idea figure number amount offer proposal plan trend term condition total change effort process project system program scheme method measure mismatch incident fault accident blow news event affair scandal row dispute crisis result outcome reason cause effect response reaction demand claim allegation accusation charge complaint work task ruling remark comment statement plea threat warning find finding discovery approach option rule requirement sum gap difference increase rise fall drop loss practice policy'.split(
    ' ',
  ),
)

/** Nouns that may sum up the whole story. */
const whole = new Set(
  'dispute crisis row affair scandal case incident event situation problem project program scheme process change action strike battle fight tragedy emergency saga debate'.split(
    ' ',
  ),
)

/** What one easy sentence says, gives and needs. Pure. `hidesVerb`: whether a noun hides a verb ("arrest"). */
export function propositionOf(draft: Draft, cast: Cast): Proposition {
  const { words } = draft.sentence
  const root = rootOf(words)
  const frame = (draft.frame?.full ?? []).map(({ text }) => text)
  const content = words.filter((word) => /^(?:NOUN|PROPN|VERB|ADJ)$/.test(word.upos))
  const named = draft.origins.flatMap(({ tokens }) => cast.nameAt(tokens[0] ?? -1) ?? [])
  const tokens = [...draft.origins, ...(draft.frame?.full ?? []).map(({ origin }) => origin)].flatMap(
    (one) => one.tokens,
  )
  const ofTokens = tokens.flatMap((token) => cast.nameAt(token) ?? [])
  // "Adeyemi argued", put for "Pascoe's barrister, Simon Adeyemi": by the name itself.
  const ofTexts = [...frame, ...words.map(({ text }) => text)].flatMap((text) => cast.personCalled(text) ?? [])
  const people = new Set([...ofTokens, ...ofTexts].flatMap((name) => (name.kind === 'person' ? [name.entity] : [])))
  return {
    speaker: frame,
    predicate: root === undefined ? '' : (words[root]?.lemma ?? ''),
    participants: words.flatMap((word) =>
      isRelation(word.relation, 'nsubj', 'obj', 'iobj', 'obl') && word.head === root ? [word.lemma] : [],
    ),
    isDenied: words.some((word) => /^(?:not|n['’]t|no|never|nobody|nothing|none)$/i.test(word.text)),
    isOpen: words.some(
      (word) => /^(?:if|unless|whether)$/i.test(word.text) || (word.xpos === 'MD' && !/^wil|^wo/i.test(word.text)),
    ),
    tellsTime: words.some((word) => isOfClass(word.lemma, 'time')),
    tellsPlace: named.some(({ kind }) => kind === 'place'),
    tellsCause: words.some((word) => /^(?:because|so|due)$/i.test(word.text)),
    gives: new Set([
      ...content.map((word) => word.lemma.toLowerCase()),
      ...frame.filter((text) => /^\p{L}{3,}$/u.test(text)).map((text) => text.toLowerCase()),
    ]),
    several: new Set(
      words.flatMap((word) =>
        (word.xpos === 'NNS' && !/works$/.test(word.lemma)) || /^(?:they|their)$/i.test(word.text) ? [word.lemma] : [],
      ),
    ),
    hasNumber: words.some((word) => (word.upos === 'NUM' && !/^one$/i.test(word.text)) || /\d/.test(word.text)),
    kinds: new Set([
      ...named.map(({ kind }) => kind),
      ...(frame.slice(1).some((text) => /^\p{Lu}/u.test(text)) ? ['organisation'] : []),
    ]),
    roles: named.flatMap(({ entity }) => cast.roleOf(entity) ?? []),
    people,
    needs: [
      ...thingsOf(draft),
      ...harmedIn(draft),
      ...shownIn(draft),
      ...looseIn(draft),
      ...[...people, ...inRoles(people, cast)].flatMap((entity): readonly Need[] => {
        const first = cast.firstNamed(entity)
        const isKnown = cast.roleOf(entity) !== undefined || first === undefined || tokens.includes(first)
        return isKnown ? [] : [{ kind: 'person', entity }]
      }),
    ],
  }
}

/** "Pascoe's barrister, Ann Lee": whoever names her first names him too. */
function inRoles(people: ReadonlySet<number>, cast: Cast): readonly number[] {
  return [...people].flatMap((entity) =>
    (cast.roleOf(entity)?.match(/\p{Lu}[\p{L}-]+(?=['’]s?\b)/gu) ?? []).flatMap(
      (family) => cast.personCalled(family)?.entity ?? [],
    ),
  )
}

/** "the crew": a noun with "the" that the sentence itself tells nothing more of. */
function thingsOf({ sentence: { words }, frame }: Draft): readonly Need[] {
  const speaker = (frame?.full ?? []).map(({ text }) => text)
  const inFrame = speaker.flatMap((text, at): readonly Need[] => {
    const isThe = /^the$/i.test(speaker[at - 1] ?? '') && /^\p{Ll}{3,}$/u.test(text)
    // "the bank says", not "the bank's head says", "the city of Perth says"
    const isPlain = !/^(?:of|in|for|at|'s|['’]|\p{Lu}.*)$/u.test(speaker[at + 1] ?? '')
    return isThe && isPlain && !unique.has(text) ? [{ kind: 'thing', noun: text }] : []
  })
  const inClaim = words.flatMap((word, at): readonly Need[] => {
    if (word.upos !== 'NOUN' || !/^\p{Ll}/u.test(word.text)) return []
    const article = childrenBy(words, at, 'det').find((one) => /^the$/i.test(words[one]?.text ?? ''))
    if (article === undefined || article > at) return []
    // "the price of rice", "the man who …": told of in the sentence itself. So is "the highest court", "the Harnstadt council".
    const isTold = words.some(
      (other, place) =>
        other.head === at && other.upos !== 'PUNCT' && (place > at || isRelation(other.relation, 'nmod:poss')),
    )
    const isMarked = words
      .slice(article + 1, at)
      .some(
        (one) =>
          /^(?:PROPN|NUM)$/.test(one.upos) ||
          /^JJS$/.test(one.xpos) ||
          /^(?:same|only|next|last|first|second|third|final|whole|entire|main|most|least|national|federal|local|central|public|new)$/i.test(
            one.text,
          ),
      )
    if (isTold || isMarked || unique.has(word.lemma)) return []
    // "in the kitchen": before another noun it is part of a name for something.
    if (isRelation(word.relation, 'compound')) return []
    return [{ kind: 'thing', noun: word.lemma.toLowerCase() }]
  })
  return [...inFrame, ...inClaim]
}

/** "the number of dead", "the injured": that somebody was killed or hurt is told before. */
function harmedIn({ sentence: { words } }: Draft): readonly Need[] {
  return words.flatMap((word, at): readonly Need[] => {
    const before = words[at - 1]?.text.toLowerCase() ?? ''
    const isHarm = /^(?:dead|injured|wounded)$/i.test(word.text) && /^(?:of|the)$/.test(before)
    const next = words[at + 1]
    return isHarm && !/^(?:NOUN|PROPN)$/.test(next?.upos ?? '')
      ? [{ kind: 'thing', noun: word.text.toLowerCase() }]
      : []
  })
}

/** "these deaths", "that account", "such breaches". */
function shownIn({ sentence: { words } }: Draft): readonly Need[] {
  return words.flatMap((word, at): readonly Need[] => {
    if (!/^(?:this|that|these|those|such)$/i.test(word.text) || !/^(?:DET|ADJ)$/.test(word.upos)) return []
    const noun = words[word.head]
    if (noun?.upos !== 'NOUN' || word.head <= at || word.head > at + 3) return []
    // "this week"; "those people who": the sentence tells which.
    const isTold = words.some((other, place) => other.head === word.head && place > word.head && other.upos !== 'PUNCT')
    if (isOfClass(noun.lemma, 'time') || isTold) return []
    return [{ kind: 'shown', noun: noun.lemma.toLowerCase() }]
  })
}

const units = /^(?:NOUN|PROPN|SYM)$/

/** "800 of them", "every eight", "the others", "the two": the sentence before says of what. */
function looseIn({ sentence: { words } }: Draft): readonly Need[] {
  const isOfThem = words.some(
    (word, at) => /^them$/i.test(word.text) && /^(?:of|among)$/i.test(words[at - 1]?.text ?? ''),
  )
  const them = words.findIndex((word) => /^them$/i.test(word.text))
  const hasThem =
    isOfThem && !words.slice(0, them).some((word) => /^(?:NNS|NNPS)$/.test(word.xpos) && !/works$/.test(word.lemma))
  const isLoose = words.some((word, at) => {
    const isAlone = word.upos === 'NOUN' || !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(words[at + 1]?.upos ?? '')
    if (/^(?:others|other|latter|former)$/i.test(word.text) && isAlone) return /^the$/i.test(words[at - 1]?.text ?? '')
    if (word.upos !== 'NUM' || /\d{4}|[.:/%-]/.test(word.text)) return false
    const next = words[at + 1]
    // "every eight", "the two": no noun behind, and no money, age or share.
    const before = words[at - 1]?.text.toLowerCase() ?? ''
    return (
      /^(?:every|the|these|those|all|last|first|other)$/.test(before) &&
      (next === undefined ||
        !(units.test(next.upos) || /^(?:NUM|ADJ|VERB|AUX|ADV)$/.test(next.upos) || /^(?:of|per)$/i.test(next.text)))
    )
  })
  // "Velmar blamed high prices", "Ms Lee took 47 per cent": for what, of what?
  const isHalf = words.some((word, at) => {
    const rest = words.slice(at + 1).map((one) => one.text.toLowerCase())
    if (word.lemma === 'blame') return !rest.some((text) => /^(?:for|on)$/.test(text))
    const isShare = rest.slice(0, 4).some((text) => /^(?:%|percent|cent)$/.test(text))
    return /^(?:take|win|get|receive|poll|secure)$/.test(word.lemma) && isShare && !rest.includes('of')
  })
  // "Nobody was inside at the time.": in what stands in the sentence before.
  const isSomewhere = words.some(
    (word, at) =>
      /^(?:inside|outside|nearby|aboard|upstairs|downstairs)$/i.test(word.text) &&
      at > 1 &&
      !/^(?:DET|NOUN|PROPN|PRON|ADJ|NUM)$/.test(words[at + 1]?.upos ?? ''),
  )
  const isResult = words.some((word) => /^(?:resulting|ensuing|subsequent)$/i.test(word.text) && word.upos !== 'NOUN')
  return [
    ...(hasThem ? [{ kind: 'several' } as const] : []),
    ...(isLoose || isHalf || isResult || isSomewhere || isBareEvent(words) ? [{ kind: 'before' } as const] : []),
    ...(hasBareCount(words) ? [{ kind: 'count' } as const] : []),
  ]
}

/** "Construction was stopped in 2020.": of what, the sentence before says. */
function isBareEvent(words: readonly Word[]): boolean {
  const [first, second] = words
  const isEvent = first?.xpos === 'NN' && /(?:tion|ment|ing|al)$/.test(first.lemma)
  const isDone =
    /^(?:was|were|is|has|had)$/.test(second?.text ?? '') && words.slice(2, 4).some(({ xpos }) => xpos === 'VBN')
  return isEvent && isDone && !words.some((word) => word.head === 0 && isRelation(word.relation, 'nmod', 'acl'))
}

const counts = /^(?:one|both|some|many|most|several|half|none|neither|all|few|fewer|another|others|each)$/i

/** "Two died.", "Fewer than 2,000 have been built.": the sentence before says of what. */
function hasBareCount(words: readonly Word[]): boolean {
  const root = rootOf(words)
  const subject = root === undefined ? undefined : subjectOf(words, root)
  const word = words[subject ?? -1]
  if (word === undefined || subject === undefined) return false
  // "The number is expected to triple."
  const isTheNumber =
    /^(?:number|figure|total|toll|amount)$/.test(word.lemma) && /^the$/i.test(words[subject - 1]?.text ?? '')
  if (!isTheNumber && word.upos !== 'NUM' && !counts.test(word.text)) return false
  // "one of the deaths", "most of Sydney", "$2 million was spent", "8 per cent".
  const next = words[subject + 1]?.text.toLowerCase() ?? ''
  const isMoney = /^[$£€%]/u.test(word.text) || /^[$£€]/u.test(words[subject - 1]?.text ?? '')
  return (
    !isMoney &&
    !/^(?:of|in|per|percent|%)$/.test(next) &&
    !childrenBy(words, subject, 'nmod').some((at) => words[at]?.upos === 'NOUN')
  )
}

/** What a reader knows at a place of the easiest level, and what the source told before it. */
export interface Known {
  /** What is told before it, in order; the last one stands right before it. */
  readonly told: readonly Proposition[]
  /** Lemmas of the headline. */
  readonly headline: ReadonlySet<string>
  /** Whether the piece that stands right before it in the source is told. */
  readonly followsOn: boolean
  /** Whether the source tells of a thing before the sentence that a piece comes from. */
  readonly wasTold: (noun: string) => boolean
  /** The verb that a noun hides, as the lexicon has it. */
  readonly verbOf: (noun: string) => string | undefined
}

/** Whether what is told before a piece meets what it needs. */
export function isMet(need: Need, known: Known): boolean {
  switch (need.kind) {
    case 'before':
      return known.followsOn
    case 'count':
      return known.followsOn && known.told.at(-1)?.hasNumber === true
    case 'several': {
      const last = known.told.at(-1)
      return known.followsOn && last !== undefined && last.several.size > 0
    }
    case 'shown': {
      const near = known.told.slice(-3)
      return near.some((one) => tellsOf(one, need.noun, known)) || (sums.has(need.noun) && known.followsOn)
    }
    case 'person':
      return known.told.some(({ people }) => people.has(need.entity))
    case 'thing':
      return isThingKnown(need.noun, known)
  }
}

/** The verb a noun hides, or the stem that both share ("resign", "resignation"). */
function tellsOf({ gives }: Proposition, noun: string, { verbOf }: Known): boolean {
  const verb = verbOf(noun)
  for (const lemma of gives) {
    if (mayBeSame(noun, lemma) || lemma === verb) return true
    if (noun.length > 6 && lemma.length > 5 && noun.slice(0, 6) === lemma.slice(0, 6)) return true
  }
  return false
}

const placeNouns =
  /^(?:city|town|village|suburb|country|state|island|region|nation|territory|river|lake|province|port)$/

function isThingKnown(noun: string, known: Known): boolean {
  const { told } = known
  for (const lemma of known.headline) if (mayBeSame(noun, lemma)) return true
  if (told.some((one) => tellsOf(one, noun, known))) return true
  if (placeNouns.test(noun) && told.some(({ kinds }) => kinds.has('place'))) return true
  if (isOfClass(noun, 'body') && told.some(({ kinds }) => kinds.has('organisation'))) return true
  if (
    told.some(({ roles }) =>
      roles.some((role) =>
        role
          .toLowerCase()
          .split(/[\s-]+/)
          .includes(noun),
      ),
    )
  )
    return true
  if (known.wasTold(noun)) return false
  // The source itself says no more: what sums up or is a person hangs on what was told right before.
  // "the dispute", "the crisis": the whole story, if its beginning is told.
  if (whole.has(noun)) return told.length > 0
  const hangs = sums.has(noun) || known.verbOf(noun) !== undefined || isOfClass(noun, 'person')
  return !hangs || known.followsOn
}
