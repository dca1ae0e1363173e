import type { Origin } from '../document/alignment.ts'
import type { Level } from '../document/article.ts'
import type { AnalysedSentence, Reader, Word } from '../language/analysis.ts'
import { findAttribution } from '../language/attribution.ts'
import { clauseFollows, finiteVerbAt, mainStart, subjectFrom } from '../language/chunks.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isReporting } from '../language/reporting.ts'
import { hasFiniteVerb, isFiniteVerb, isRelation, rootOf, subjectOf } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, contentOf, type Draft, draftOf } from './draft.ts'
import { easierWords } from './easier-words.ts'
import { takeFrame } from './frame.ts'
import { refusal } from './guards.ts'
import { cutsSource, leavesHalf } from './half-parts.ts'
import type { Lexicon } from './lexicon.ts'
import { endsOnOther, type NextPronoun, openingPronoun } from './next-pronoun.ts'
import { put, type Rewrite } from './rewrite.ts'
import type { Rule, RuleContext } from './rule.ts'
import { structureRules } from './rules/index.ts'
import { isAnswerOfOther } from './rules/this-idea.ts'
import { shorten } from './shorten.ts'

/** What the engine works with. All of it is given; it keeps nothing. */
export interface EngineParts {
  readonly reader: Reader
  /** A second, independently trained reader. A rewrite stands only if both lead to the same sentences. */
  readonly checker?: Reader
  readonly lexicon: Lexicon
  /** Told of every rewrite that a guard refused, for those who mend rules. */
  readonly refused?: (rule: string, reason: string) => void
  /** Whether the sentence opens the story. */
  readonly isLead?: boolean
  /** What the next sentence of the paragraph opens with, if that speaks of this one's subject. */
  readonly nextPronoun?: NextPronoun
}

/** Over this many words a sentence is long, and rules for long sentences are asked. */
const longerThan: Readonly<Record<Level, number>> = { 1: 8, 2: 12 }
/** No sentence is worth more steps than this; it also bounds the work on odd input. */
const mostSteps = 24
/** A longer sentence is left as it is: nothing sure can be said of it. */
const mostWords = 120

/** Makes one sentence easier: its shape first, then its words. The drafts stand in reading order. */
export function simplifySentence(
  sentence: AnalysedSentence,
  index: number,
  level: Level,
  cast: Cast,
  given: EngineParts,
  next?: AnalysedSentence,
): readonly Draft[] {
  const source = draftOf(sentence, index)
  const nextPronoun = openingPronoun(next)
  const parts = nextPronoun === undefined ? given : { ...given, nextPronoun }
  if (sentence.words.length > mostWords || isPartOfQuote(sentence)) return [source]
  let drafts: readonly Draft[] = [source]
  for (let step = 0; step < mostSteps; step += 1) {
    const next = oneStep(drafts, level, cast, parts)
    if (next === undefined) break
    drafts = next
  }
  return drafts.map((draft) => {
    const others = drafts.filter((other) => other !== draft)
    return easierWords(
      level === 1 ? shorten(draft, parts, cast, spokenOf(others), parts.isLead === true && draft === drafts[0]) : draft,
      level,
      cast,
      parts,
    )
  })
}

/** Tokens of the things that sentences speak of as known: "moved money to a firm of his daughter", for "The daughter was …". */
function spokenOf(drafts: readonly Draft[]): ReadonlySet<number> {
  return new Set(
    drafts.flatMap(({ sentence: { words }, origins }) =>
      words.flatMap((word, at) => {
        const isKnown =
          (word.upos === 'NOUN' && /^(?:the|this|that|these|those)$/i.test(words[at - 1]?.text ?? '')) ||
          (word.upos === 'PROPN' && at < 4)
        return isKnown ? (origins[at]?.tokens ?? []) : []
      }),
    ),
  )
}

/** A quote that began before or goes on behind this sentence: its words stay as they were said. */
function isPartOfQuote({ words }: AnalysedSentence): boolean {
  return words.filter((word) => /^["“”]$/u.test(word.text)).length % 2 === 1
}

/** The first rule that has something sure to say on the first draft that it fits; undefined when all is done. */
function oneStep(drafts: readonly Draft[], level: Level, cast: Cast, parts: EngineParts): readonly Draft[] | undefined {
  for (const [at, draft] of drafts.entries()) {
    if (isLeantOn(drafts[at + 1])) continue
    const made = asked(draft, level, cast, parts)
    if (made === undefined) continue
    const rest = drafts.slice(at + 1)
    // "The call lasted an hour." "This was on Monday." "Ms Lee is …": what leans on the first sentence stays right behind it.
    const leaning = addsMore(draft, made) ? rest.findIndex((next) => !leansOnLast(next)) : 0
    const between = leaning < 0 ? rest.length : leaning
    if (movesOwner(made.slice(1), rest.slice(0, between))) continue
    return [
      ...drafts.slice(0, at),
      ...made.slice(0, 1),
      ...rest.slice(0, between),
      ...made.slice(1),
      ...rest.slice(between),
    ]
  }
  return undefined
}

/** "A man walked free. This was after tests on her coat. The man had been in prison for the murder of a barmaid." */
function movesOwner(moved: readonly Draft[], before: readonly Draft[]): boolean {
  const hasPronoun = before.some(({ sentence: { words } }) =>
    words.some((word) => /^(?:he|she|him|her|his|they|them|their)$/i.test(word.text)),
  )
  return (
    hasPronoun &&
    moved.some(({ sentence: { words } }) =>
      words.some(
        (word, at) =>
          at > 2 &&
          word.head >= 0 &&
          word.upos === 'NOUN' &&
          (isOfClass(word.lemma, 'person') || /(?:maid|man|woman|er|or|ist|ee|ian)$/.test(word.lemma)) &&
          /^an?$/i.test(articleOf(words, at)),
      ),
    )
  )
}

function articleOf(words: readonly Word[], noun: number): string {
  return words.find((word) => word.head === noun && word.upos === 'DET')?.text ?? ''
}

/** Whether the last rule only told more of something in its first sentence, and named it. */
function addsMore(before: Draft, made: readonly Draft[]): boolean {
  const [, second] = made
  if (made.length !== 2 || second === undefined || leansOnLast(second)) return false
  const name = second.rules[before.rules.length]
  return structureRules.some((rule) => rule.name === name && rule.adds === true)
}

/** "This was …", "But …", "It …", "These include …": the sentence is about what was just told. A claim names its speaker first. */
function leansOnLast(draft: Draft): boolean {
  const first = draft.sentence.words.find((word) => word.upos !== 'PUNCT')
  // "She won. But she would rather …": how old she is can wait.
  if (/^but$/i.test((draft.frame?.full[0] ?? first)?.text ?? '')) return true
  // "expected one by 5 December": one of what was just told.
  const hasOne = draft.sentence.words.some(
    (word, at, all) =>
      at > 1 &&
      /^one$/i.test(word.text) &&
      all[at - 1]?.upos === 'VERB' &&
      /^(?:ADP|PUNCT)$/.test(all[at + 1]?.upos ?? '') &&
      all[at + 1]?.text !== 'of',
  )
  if (hasOne) return true
  // "Meanwhile, those in Finland saw no need to do so."
  const opening = draft.sentence.words
    .slice(0, 4)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (draft.frame === undefined && /^meanwhile , (?:those|others|some|the other)\b/.test(opening)) return true
  return draft.frame === undefined && /^(?:this|that|these|those|it|they)$/i.test(first?.text ?? '')
}

/** "It is not clear by whom." says nothing if another sentence comes between it and the one before. */
function isLeantOn(next: Draft | undefined): boolean {
  const words = next?.sentence.words ?? []
  return (
    words.length < 9 &&
    words.some((word, at) => /^(?:whom|why|how|who|where|when)$/i.test(word.text) && at >= words.length - 2)
  )
}

function asked(draft: Draft, level: Level, cast: Cast, parts: EngineParts): readonly Draft[] | undefined {
  for (const rule of structureRules) {
    const made = tryRule(rule, draft, level, cast, parts)
    if (made !== undefined) return made
  }
  if (draft.frame === undefined) {
    const framed = takeFrame(draft, parts.reader, cast)
    if (framed !== undefined) {
      const reason = refusal({ before: draft, after: [framed] }, cast.nameWords)
      if (reason === undefined) return [framed]
      parts.refused?.('speaker-first', reason)
    }
  }
  return undefined
}

/** What a rule makes of a draft, if it stands before all guards. */
export function tryRule(
  rule: Rule,
  draft: Draft,
  level: Level,
  cast: Cast,
  parts: EngineParts,
): readonly Draft[] | undefined {
  if (rule.levels !== undefined && !rule.levels.includes(level)) return undefined
  const { words } = draft.sentence
  const length = words.filter((word) => word.upos !== 'PUNCT').length + (draft.frame?.full.length ?? 0)
  if (rule.whenLong && length <= longerThan[level]) return undefined
  const context: RuleContext = {
    level,
    cast,
    origin: (word) => draft.origins[word]?.tokens[0],
    before: draft.frame?.full.length ?? 0,
    ...(draft.frame === undefined ? {} : { speaker: draft.frame.short.map((part) => part.text).join(' ') }),
    hiddenVerb: parts.lexicon.hiddenVerb,
    // Asked by few rules, and every rule is tried on every draft.
    get isAllSaid() {
      return isAllSaid(draft)
    },
  }
  // "…, its chair, Ann Lee, announced after a long meeting": a speaker behind, whose claim no reader took apart.
  if (
    rule.byMarks === true &&
    rule.keepsSpeaker !== true &&
    draft.frame === undefined &&
    endsWithSpeaker(draft.sentence)
  )
    return undefined
  // "The trial, which should last two weeks, took almost five": without what stands between, nobody knows five of what.
  if (rule.adds === true && hasBareNumber(words)) return undefined
  // "As far as Ms Lee is concerned, A": what is parted from its view would be a fact.
  if (isViewOf(words) && rule.keepsSpeaker !== true) return undefined
  const rewrite = rule.rewrite(draft.sentence, context)
  // "according to figures compiled by a bank": who made them belongs to the source.
  if (rule.name === 'restrictive-participle' && rewrite !== undefined && cutsSource(words, rewrite)) return undefined
  if (rewrite === undefined) return bySecondReader(rule, draft, context, parts, cast)
  if (rule.adds === true && leavesHalf(words, rewrite)) {
    parts.refused?.(rule.name, 'half of the part would stay')
    return undefined
  }
  const made = applyRewrite(draft, ofTheDead(words, rewrite, cast), rule.name, parts.reader, cast)
  const after =
    rule.adds === true || rule.besides === true
      ? made.map((one, at) => (at === 0 ? one : isAllegation(one) ? withoutSpeaker(one) : asReporters(one, made[0])))
      : made.map((one, at) => ((at > 0 && isAllegation(one)) || isWhoIs(one) ? withoutSpeaker(one) : one))
  if (
    after.length !== rewrite.length ||
    (rule.keepsSpeaker !== true && !claimStaysWhole(draft, after)) ||
    (rule.byMarks === true && rule.keepsSpeaker !== true && cutsBehindSpeaker(draft, after))
  ) {
    parts.refused?.(rule.name, 'a claim would lose its speaker')
    return undefined
  }
  const reason = refusal({ before: draft, after }, cast.nameWords)
  if (reason !== undefined) {
    parts.refused?.(rule.name, reason)
    return undefined
  }
  if (parts.nextPronoun !== undefined && endsOnOther(draft, after, parts.nextPronoun, cast)) {
    parts.refused?.(rule.name, `"${parts.nextPronoun}" of the next sentence would be another`)
    return undefined
  }
  const agreed = agreement(rule, draft, after, context, parts, cast)
  if (agreed === undefined) parts.refused?.(rule.name, 'the readers do not agree')
  return agreed
}

/** "A, although B, Ms Lee said": with the speaker at the end, all of it is what she says. */
function isAllSaid({ frame, origins }: Draft): boolean {
  if (frame === undefined) return false
  const last = (places: readonly Origin[]): number => Math.max(-1, ...places.flatMap(({ tokens }) => tokens))
  return last(origins) < last(frame.full.map(({ origin }) => origin))
}

/** "Mr Benetti is a retired plumber" → "was": nobody who died is anything. */
function ofTheDead(words: readonly Word[], rewrite: Rewrite, { dead }: Cast): Rewrite {
  if (dead.size === 0) return rewrite
  return rewrite.map((pieces) => {
    const [first] = pieces
    const text =
      first === undefined
        ? ''
        : first.kind === 'put'
          ? first.text
          : words
              .slice(first.span.start, first.span.end)
              .map((word) => word.text)
              .join(' ')
    if (![...dead].some((family) => text.endsWith(family))) return pieces
    return pieces.map((piece, at) =>
      at === 1 && piece.kind === 'put'
        ? put(piece.text.replace(/^is\b/, 'was').replace(/^has been\b/, 'was'), piece.standsFor)
        : piece,
    )
  })
}

/**
 * "Ms Lee said the changes, which the government insists are small, …", "… the dollar - it has lost 6 per cent since July -":
 * behind "said", what a second speaker says and what is told with a number in the present is the reporter's own.
 */
function asReporters(draft: Draft, first?: Draft): Draft {
  const { frame, sentence } = draft
  if (frame === undefined) return draft
  const { words } = sentence
  const own = subjectFrom(words, 0)
  const verb = own === undefined ? mainStart(words, words.length)?.verb : finiteVerbAt(words, own.end)
  const finite = verb === undefined ? undefined : words[verb]
  // "Residents fear that the road, which crosses the park, will be wider": only the last is feared.
  if (finite !== undefined && finite.xpos !== 'MD' && frame.full.some(({ text }) => feelings.test(text)))
    return withoutSpeaker(draft)
  // "He said A, a suggestion the company rejected": how somebody else answers he does not say.
  if (draft.rules.at(-1) === 'this-idea' && isAnswerOfOther(words)) return withoutSpeaker(draft)
  // "Police allege the driver, a 57-year-old man, had …": how old somebody is nobody alleges.
  if (
    draft.rules.at(-1) === 'thing-apposition' &&
    (words.some((word) => /^\d/.test(word.text)) || words.some((word) => isOfClass(word.lemma, 'person')))
  )
    return withoutSpeaker(draft)
  const isMoved = frame.full.some(({ text }) =>
    /^(?:said|told|argued|warned|stressed|added|noted|claimed|found|ruled)$/.test(text),
  )
  if (verb === undefined || finite === undefined || !isMoved) return draft
  const isTold = isWhoIs(draft)
  const hasOwnSpeaker = isReporting(finite.lemma) && clauseFollows(words, verb + 1)
  const isPresent = /^VB[ZP]$/.test(finite.xpos) && words.some((word) => /\d/.test(word.text))
  // "the wall, built in 1956": a year is on record.
  const isOnRecord =
    /^(?:was|were)$/.test(finite.text) &&
    words.some((word, at) => /^(?:1[89]|20)\d\d$/.test(word.text) && /^in$/i.test(words[at - 1]?.text ?? '')) &&
    words.some((word) =>
      /^(?:build|found|open|make|bear|launch|establish|create|pass|introduce|elect|publish|complete|finish|repair|set|start)$/.test(
        word.lemma,
      ),
    )
  // "said they had gone because of the protests, at which 34 people were arrested": what was said has "had", this has not.
  const isSaidWithHad = first?.sentence.words.some(
    (word, at) => word.text === 'had' && /^VBN$/.test(first.sentence.words[at + 1]?.xpos ?? ''),
  )
  const isPast =
    finite.xpos === 'VBD' && finite.text !== 'had' && words.some((word) => /\d|^(?:midnight|\w+day)$/.test(word.text))
  const isCounted = isSaidWithHad === true && isPast
  // "found that the girl, known only as V, was old enough": what somebody is called is no finding.
  const isCalled =
    draft.rules.at(-1) === 'split-past-participle' &&
    words.slice(verb, verb + 3).some((word) => /^(?:know|call|name|dub|nickname)$/.test(word.lemma))
  return isTold || isCalled || hasOwnSpeaker || isPresent || isOnRecord || isCounted ? withoutSpeaker(draft) : draft
}

/** "Ms Lee is a former headteacher": who somebody is the writer tells, not the one who speaks of her. */
function isWhoIs({ frame, rules, sentence: { words } }: Draft): boolean {
  const verb = finiteVerbAt(words, subjectFrom(words, 0)?.end ?? words.length)
  return (
    frame !== undefined &&
    verb !== undefined &&
    /^(?:split-apposition|then-role|age|role-and-name|role-then-name)$/.test(rules.at(-1) ?? '') &&
    /^(?:is|was|are|were)$/.test(words[verb]?.text ?? '') &&
    words[verb - 1]?.upos === 'PROPN' &&
    words.length < 16
  )
}

const feelings =
  /^(?:fear|fears|feared|hope|hopes|hoped|worry|worries|worried|expect|expects|expected|believe|believes|believed|think|thinks|thought|suspect|suspects|suspected|doubt|doubts|doubted)$/

/** "Its neighbour fired first, an allegation that Y denied": what the claim is the writer tells. */
function isAllegation({ frame, sentence: { words } }: Draft): boolean {
  const be = words.findIndex((word) => /^(?:is|was)$/.test(word.text))
  return (
    frame !== undefined &&
    words[0]?.text.toLowerCase() === 'this' &&
    be === 1 &&
    // "…, despite fears that it would cost too much": nor does a speaker say so of his own claim.
    (words[2]?.text === 'despite' ||
      words.slice(2, 5).some((word) => /^(?:allegation|claim|accusation|charge)$/.test(word.lemma)))
  )
}

function withoutSpeaker(draft: Draft): Draft {
  const { frame: _, ...rest } = draft
  return rest
}

/** "As far as Ms Lee is concerned, …", "In the view of the mayor, …", "For Ms Lee, …": whose view all of it is. */
function isViewOf(words: readonly Word[]): boolean {
  const texts = words.slice(0, 8).map((word) => word.text.toLowerCase())
  const start = /^(?:but|and|so|yet)$/.test(texts[0] ?? '') ? 1 : 0
  const front = texts.slice(start).join(' ')
  const comma = words.findIndex((word) => word.text === ',')
  return (
    /^as far as /.test(front) ||
    (comma > 0 &&
      comma < 10 &&
      /^in (?:the |her |his |their |my |our )?.*\b(?:view|opinion|eyes)\b/.test(texts.slice(start, comma).join(' '))) ||
    (texts[start] === 'for' && words[start + 1]?.upos === 'PROPN' && comma > 0 && comma < 6)
  )
}

function endsWithSpeaker(sentence: AnalysedSentence): boolean {
  const { words } = sentence
  const said = words.findLastIndex(
    (word, at) =>
      at > words.length / 2 &&
      /^VB[DZ]$/.test(word.xpos) &&
      isReporting(word.lemma) &&
      /^(?:,|NOUN|PROPN|PRON)$/.test(words[at - 1]?.text === ',' ? ',' : (words[at - 1]?.upos ?? '')) &&
      words.slice(0, at).some((one) => one.text === ',') &&
      !/^(?:that|to|the|a|an|his|her|its|their)$/i.test(words[at + 1]?.text ?? '') &&
      // "a cut that the authors acknowledged was all but impossible"
      !isFiniteVerb(words[at + 1]) &&
      !clauseFollows(words, at + 1),
  )
  return said > 0 && findAttribution(sentence) === undefined
}

function hasBareNumber(words: readonly Word[]): boolean {
  return words.some(
    (word, at) =>
      word.upos === 'NUM' &&
      !/\d/.test(word.text) &&
      isRelation(word.relation, 'obj') &&
      !/^(?:NOUN|SYM|ADP|PROPN|ADJ)$/.test(words[at + 1]?.upos ?? ''),
  )
}

/** Where only the second reader sees what a rule looks for, its rewrite stands if both read the new sentences with clearly more ease. */
function bySecondReader(
  rule: Rule,
  draft: Draft,
  context: RuleContext,
  parts: EngineParts,
  cast: Cast,
): readonly Draft[] | undefined {
  const { checker, reader } = parts
  if (checker === undefined || rule.shows !== true) return undefined
  const second = { ...draft, sentence: checker.parse(contentOf(draft)) }
  if (second.sentence.words.length !== draft.sentence.words.length) return undefined
  const rewrite = rule.rewrite(second.sentence, context)
  if (rewrite === undefined || (rule.adds === true && leavesHalf(second.sentence.words, rewrite))) return undefined
  const after = applyRewrite(second, rewrite, rule.name, reader, cast)
  if (after.length !== rewrite.length || (rule.keepsSpeaker !== true && !claimStaysWhole(draft, after)))
    return undefined
  const reason =
    refusal({ before: draft, after }, cast.nameWords) ??
    (ease(after, checker) < Math.min(clearlyPlain, ease([draft], checker) + gain) &&
    !(isPairBeforeVerb(draft, after) && standsByItself(draft, after, checker))
      ? 'only one reader sees it'
      : undefined)
  if (reason !== undefined) parts.refused?.(rule.name, reason)
  return reason === undefined ? after : undefined
}

/** Before the speaker is taken off, no rule may part a claim from its speaker. */
function claimStaysWhole(draft: Draft, after: readonly Draft[]): boolean {
  if (draft.frame !== undefined) return true
  const claim = findAttribution(draft.sentence)
  if (claim === undefined) return true
  const claimed = new Set(
    claim.content.flatMap((span) => draft.origins.slice(span.start, span.end).flatMap((origin) => origin.tokens)),
  )
  const speaking = claim.verb ?? claim.speaker
  const speaker = draft.origins[speaking]?.tokens ?? []
  return after.every((made) => {
    const own = made.origins.flatMap((origin) => origin.tokens)
    const holdsClaim = made.sentence.words.some(
      (word, at) => word.upos !== 'PUNCT' && made.origins[at]?.tokens.some((token) => claimed.has(token)),
    )
    return !holdsClaim || speaker.some((token) => own.includes(token))
  })
}

/** Whether a rule that reads no tree parts words behind "said", "alleged", "found": they may be what somebody says. */
function cutsBehindSpeaker(draft: Draft, after: readonly Draft[]): boolean {
  if (draft.frame !== undefined || after.length < 2) return false
  const { words } = draft.sentence
  const said = words.findIndex(
    (word, at) =>
      word.upos === 'VERB' &&
      isReporting(word.lemma) &&
      (/^(?:that|how|what|why|whether|if)$/i.test(words[at + 1]?.text ?? '') || clauseFollows(words, at + 1)),
  )
  if (said < 0) return false
  const speaking = draft.origins[said]?.tokens ?? []
  const behind = new Set(draft.origins.slice(said + 1).flatMap((origin) => origin.tokens))
  return after.some((made) => {
    const own = made.origins.flatMap((origin) => origin.tokens)
    return own.some((token) => behind.has(token)) && !own.some((token) => speaking.includes(token))
  })
}

/**
 * What both readers agree on: the same sentences; or, where the second sees nothing, those of a rule that reads what the words
 * show, if the first reader is sure of all that is cut or both read the new sentences with ease; or, where they see two
 * different rewrites, the one that both read with clearly more ease. Undefined where nothing is sure.
 */
function agreement(
  rule: Rule,
  draft: Draft,
  after: readonly Draft[],
  context: RuleContext,
  parts: EngineParts,
  cast: Cast,
): readonly Draft[] | undefined {
  const { checker, reader } = parts
  if (checker === undefined) return after
  if (rule.byMarks === true) return standsByItself(draft, after, checker, rule.certain === true) ? after : undefined
  const second = { ...draft, sentence: checker.parse(contentOf(draft)) }
  if (second.sentence.words.length !== draft.sentence.words.length) return undefined
  const rewrite = rule.rewrite(second.sentence, context)
  if (rewrite === undefined) {
    if (rule.shows !== true) return undefined
    if (isPairBeforeVerb(draft, after) && standsByItself(draft, after, checker)) return after
    const isEasier = ease(after, checker) >= Math.min(plainEnough, ease([draft], checker) + gain)
    return isEasier || cutConfidence(draft, after) >= sureCut ? after : undefined
  }
  const made = applyRewrite(second, rewrite, rule.name, reader, cast)
  if (
    made.length === after.length &&
    made.every((other, at) => likeTense(contentOf(other)) === likeTense(contentOf(after[at] ?? other)))
  )
    return after
  const [own, others] = [ease(after, checker), ease(made, checker)]
  const enough = Math.min(clearlyPlain, ease([draft], checker) + gain)
  if (own >= enough && own > others + gain) return after
  if (others < enough || others < own + gain || made.length !== rewrite.length) return undefined
  if (refusal({ before: draft, after: made }, cast.nameWords) !== undefined) return undefined
  return rule.keepsSpeaker === true || claimStaysWhole(draft, made) ? made : undefined
}

/** Whether both readers see one whole main clause in every new sentence, and read the hardest with more ease than before. */
function standsByItself(draft: Draft, after: readonly Draft[], checker: Reader, isCertain = false): boolean {
  const isWhole = (words: readonly Word[]): boolean => {
    const root = rootOf(words)
    if (root === undefined || !hasFiniteVerb(words, root)) return false
    const subject = subjectOf(words, root)
    // `"It is too late," said Ann Cole.`
    const isSpeaker = isReporting(words[root]?.lemma ?? '') && /^["”,]$/u.test(words[root - 1]?.text ?? '')
    return subject !== undefined && (subject < root || isSpeaker) && (words[subject]?.confidence.arc ?? 0) > sureSubject
  }
  // "The study, published on Monday, followed …": two commas and a verb behind them leave nothing to guess.
  const isShown = isPairBeforeVerb(draft, after)
  const sureSubject = isShown ? 0.5 : 0.6
  if (isCertain)
    return after.every((made) => isWhole(made.sentence.words) || isWhole(checker.parse(contentOf(made)).words))
  const readings = after.flatMap((made) => [made.sentence.words, checker.parse(contentOf(made)).words])
  if (!readings.every(isWhole)) return false
  // Nothing was parted: the same words with other marks.
  if (after.length === 1) return doubt(after, checker) <= doubt([draft], checker) + 1
  if (isShown && doubt(after, checker) <= doubt([draft], checker) + 0.5) return true
  return (
    ease(after, checker) >= Math.min(clearlyPlain, ease([draft], checker) + gain) ||
    ([draft, ...after].every((one) => checker.parse(contentOf(one)).words.length === one.sentence.words.length) &&
      doubt(after, checker) <= doubt([draft], checker) - lessDoubt)
  )
}

/** Whether all that was cut out of the first clause stood between its subject with a comma and a comma with its verb. */
function isPairBeforeVerb({ sentence: { words }, origins }: Draft, after: readonly Draft[]): boolean {
  if (after.length !== 2) return false
  const open = [0, 1]
    .flatMap((start) => subjectFrom(words, start)?.end ?? [])
    // "farmers downstream, who …"
    .map((end) => (words[end]?.upos === 'ADV' ? end + 1 : end))
    .find((end) => words[end]?.text === ',')
  if (open === undefined || words[0]?.upos === 'ADP') return false
  const close = words.findIndex(
    (word, at) =>
      word.text === ',' &&
      at > open + 2 &&
      (finiteVerbAt(words, at + 1) !== undefined || words[at + 1]?.xpos === 'VBN'),
  )
  if (close < 0) return false
  const inside = new Set(origins.slice(open + 1, close).flatMap((origin) => origin.tokens))
  const outside = new Set([...origins.slice(0, open), ...origins.slice(close + 1)].flatMap((origin) => origin.tokens))
  const holds = (made: Draft, some: ReadonlySet<number>): boolean =>
    made.origins.some((origin) => origin.rules.length === 0 && origin.tokens.some((token) => some.has(token)))
  const [cut, rest] = after[0] !== undefined && holds(after[0], inside) ? [after[0], after[1]] : [after[1], after[0]]
  return cut !== undefined && rest !== undefined && !holds(rest, inside) && outside.size > 0
}

/** How much both readers doubt in all: the arcs that they may have wrong. A wrong cut makes new doubt, a right one takes some away. */
function doubt(drafts: readonly Draft[], checker: Reader): number {
  const said = new Set<number>()
  return drafts.reduce((sum, made) => {
    // "The law sets fines of up to … The law sets fines of up to …": words said again bring no new doubt.
    const isAgain = made.origins.map(
      // A name that a rule put in is known to be right, however the readers take it apart.
      ({ tokens: from, rules }) => rules.length > 0 || (from.length > 0 && from.every((token) => said.has(token))),
    )
    for (const { tokens: from } of made.origins) for (const token of from) said.add(token)
    return sum + doubtOf(made.sentence.words, isAgain) + doubtOf(checker.parse(contentOf(made)).words, isAgain)
  }, 0)
}

function doubtOf(words: readonly Word[], isAgain: readonly boolean[]): number {
  return words.reduce(
    (sum, word, at) => sum + (word.upos === 'PUNCT' || isAgain[at] === true ? 0 : 1 - word.confidence.arc),
    0,
  )
}

const lessDoubt = 0.3

/** Which tense a made "be" has hangs on the verb of the main clause, of which the first reader is the better judge. */
function likeTense(text: string): string {
  return text.replace(/\b(?:is|was)\b/gu, 'is').replace(/\b(?:are|were)\b/gu, 'are')
}

/** How easily both readers read the hardest of some sentences, 0–1. A wrong cut leaves words that hang loosely. */
function ease(drafts: readonly Draft[], checker: Reader): number {
  return drafts.reduce(
    (lowest, made) =>
      Math.min(lowest, sureness(made.sentence.words), sureness(checker.parse(contentOf(made)).words) + 0.03),
    1,
  )
}

const plainEnough = 0.87
/** By how much the new sentences must read more plainly than the old one. */
const gain = 0.025
const clearlyPlain = 0.92

/** The mean arc probability of a sentence's words, marks not counted. */
function sureness(words: readonly Word[]): number {
  const own = words.filter((word) => word.upos !== 'PUNCT')
  return own.reduce((sum, word) => sum + word.confidence.arc, 0) / Math.max(1, own.length)
}

/** How sure the first reader must be of an arc between two new sentences. */
const sureCut = 0.6

/** The lowest arc probability among words that now stand in another sentence than their head. */
function cutConfidence(draft: Draft, after: readonly Draft[]): number {
  const placeOf = new Map<number, number>()
  for (const [place, made] of after.entries())
    for (const { tokens: from } of made.origins) for (const token of from) placeOf.set(token, place)
  let lowest = 1
  for (const [at, word] of draft.sentence.words.entries()) {
    if (word.upos === 'PUNCT' || word.head < 0) continue
    const own = placeOf.get(draft.origins[at]?.tokens[0] ?? -1)
    const head = placeOf.get(draft.origins[word.head]?.tokens[0] ?? -1)
    if (own !== undefined && head !== undefined && own !== head) lowest = Math.min(lowest, word.confidence.arc)
  }
  return lowest
}
