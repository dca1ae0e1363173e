import { textOf } from '../document/document.ts'
import { tokens } from '../document/span.ts'
import type { Reader, Word } from '../language/analysis.ts'
import { findAttribution } from '../language/attribution.ts'
import { clauseFollows, subjectFrom } from '../language/chunks.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isPlainReporting } from '../language/reporting.ts'
import { type Attribution, keptPart, madePart, type SpeakerPart } from '../language/speaker-parts.ts'
import { secondSpeechAct } from '../language/speech-acts.ts'
import { childOf, childrenBy, subtreeOf } from '../language/tree.ts'
import type { Cast, Naming } from './cast.ts'
import { type Draft, finish, readSegments, type Segment, segment, segmentsOf } from './draft.ts'
import { keep, type Piece, put } from './rewrite.ts'

/** Who says a claim, ready to be printed before each piece of it. */
export interface Frame {
  /** "The Kremlin said in a statement": before the first piece. */
  readonly full: readonly Segment[]
  /** "It said", "Mr Putin also said": before every further piece. */
  readonly short: readonly Segment[]
  /** The same with the name, where "it" or "he" could be somebody else. */
  readonly named: readonly Segment[]
  /** `quote`: the words stand in marks after a colon. */
  readonly form: 'reported' | 'quote'
  /** "that", or nothing where the verb reads well without it. */
  readonly joint: string
}

/** Takes the speaker off a draft: the claim becomes the draft's sentence, the speaker its frame. */
export function takeFrame(draft: Draft, reader: Reader, cast: Cast): Draft | undefined {
  if (draft.frame !== undefined) return undefined
  const found = findAttribution(draft.sentence)
  if (found === undefined) return undefined
  const { words } = draft.sentence
  const rule = found.kind === 'according-to' ? 'according-to' : 'speaker-first'
  // "The choice is simple, the chairman said: either …": what stands behind the colon is said, and no part of the speaker.
  const isColonInside = (span: { readonly start: number; readonly end: number }): boolean =>
    words.slice(span.start, span.end).some((word) => word.text === ':')
  if (found.kind !== 'front' && found.frame.some((part) => part.kind === 'keep' && isColonInside(part.span)))
    return undefined
  const link = found.kind === 'front' ? undefined : linkOf(words, found.content[0]?.start ?? 0)
  const content = found.content
    .map((span, index) => (index === 0 && link !== undefined ? tokens(link.end, span.end) : span))
    .flatMap((span) => (span.end > span.start ? segmentsOf(draft, [keep(span)], rule, cast) : []))
  const said = found.content[0]
  // "Unless it rains, the mayor says A and B": the condition rules both, and would stand before the first only.
  if (
    found.kind === 'front' &&
    /^(?:if|unless|until|once|when|whether|without|should|provided)$/i.test(words[0]?.text ?? '') &&
    (clauseFollows(words, 1) || /^without$/i.test(words[0]?.text ?? ''))
  )
    return undefined
  // "have found what they believe is the oldest star": a thing, no claim.
  if (found.kind === 'front' && /^(?:what|whatever|whoever)$/i.test(words[said?.start ?? -1]?.text ?? ''))
    return undefined
  // "I was thinking: 'No, you're not.'": the words of a quote in single marks stay.
  if (/^['‘]$/u.test(words[said?.start ?? -1]?.text ?? '') || words[(said?.start ?? 0) - 1]?.text === "'")
    return undefined
  // "denies having caused it": no claim that could stand alone.
  if (words[said?.start ?? -1]?.text.toLowerCase() === 'having') return undefined
  if (found.kind === 'front' && said !== undefined && secondSpeechAct(words, said.start) !== undefined) return undefined
  const text = content.map((part) => part.text)
  const quotes = text.filter((part) => part === '"').length
  if (quotes % 2 === 1) return undefined
  const quoted = text[0] === '"' && quotes === 2 && (text.at(-1) === '"' || text.at(-2) === '"')
  // Half of a quote before the speaker and half behind would not read on.
  if (found.kind === 'middle' && found.content.some((span) => marksIn(words, span.start, span.end) % 2 === 1))
    return undefined
  if (found.kind === 'middle' && text[0] === '"') return undefined
  const made = readSegments(finish(content), reader)
  if (made === undefined) return undefined
  // "A, too, he said": what is so too is what he says.
  const hasToo = found.frame.some(
    (part) =>
      part.kind === 'keep' && words.slice(part.span.start, part.span.end).some(({ text: one }) => one === 'too'),
  )
  if (found.kind !== 'front' && hasToo) return undefined
  const own = found.kind === 'front' ? found.frame : withOwner(draft, found, cast)
  if (own === undefined) return undefined
  // "according to the results of a large trial that researchers called …": so long a source would bury the claim.
  const length = own.reduce((sum, part) => sum + (part.kind === 'keep' ? part.span.end - part.span.start : 1), 0)
  if (found.kind === 'according-to' && length > longestSource) return undefined
  const frame = frameOf(draft, { ...found, frame: [...(link?.pieces ?? []), ...own] }, quoted, words, cast)
  if (frame === undefined) return undefined
  const moved = found.kind !== 'front'
  return { ...made, sources: draft.sources, rules: moved ? [...draft.rules, rule] : draft.rules, frame }
}

/** Most words of a source that still go before what it says. */
const longestSource = 13

/** "But A, he said", "However, A, he said": the joint goes before the speaker. */
function linkOf(
  words: readonly Word[],
  start: number,
): { readonly end: number; readonly pieces: readonly Piece[] } | undefined {
  const text = words[start]?.text.toLowerCase() ?? ''
  const end = words[start + 1]?.text === ',' ? start + 2 : start + 1
  if (/^(?:but|yet)$/.test(text)) return { end, pieces: [keep(tokens(start, start + 1))] }
  if (text === 'however' && end === start + 2) return { end, pieces: [put('but', tokens(start, start + 1))] }
  return undefined
}

/**
 * The speaker's words where they will stand before the claim: "The ferry was full, its operator said" → "the ferry's operator
 * said". Undefined where nobody knows for sure whose operator it is, or the owner would be named before it is brought in.
 */
function withOwner(
  draft: Draft,
  { speakerSpan, content, frame }: Attribution,
  cast: Cast,
): readonly SpeakerPart[] | undefined {
  const { words } = draft.sentence
  const at = speakerSpan.start
  const word = words[at]?.text.toLowerCase() ?? ''
  if (!/^(?:its|his|her|their)$/.test(word) || words[at]?.xpos !== 'PRP$') return frame
  const start = content[0]?.start ?? 0
  const subject = subjectFrom(words, start)
  const head = words[subject?.head ?? -1]
  if (subject === undefined || head === undefined || head.upos === 'PRON') return frame
  const naming = cast.again(draft.sentence, subject.head, (one) => draft.origins[one]?.tokens[0])
  const isPerson = naming?.isPerson === true || isOfClass(head.lemma, 'person')
  const isSeveral = naming?.plural ?? head.xpos === 'NNS'
  const fits = word === 'their' ? isSeveral : !isSeveral && (word === 'its') !== isPerson
  if (!fits) {
    // Somebody or something named before is meant, unless another word of the claim may be.
    const others = words.slice(start, content[0]?.end).filter((_, place) => start + place !== subject.head)
    const rivals = others.filter(({ xpos, lemma, upos }) =>
      word === 'their'
        ? /^NNP?S$/.test(xpos)
        : word === 'its'
          ? xpos === 'NN' && !isOfClass(lemma, 'person')
          : upos === 'PROPN' || isOfClass(lemma, 'person'),
    )
    return rivals.length === 0 ? frame : undefined
  }
  if (naming === undefined || /^(?:a|an|another)$/i.test(words[start]?.text ?? '')) return undefined
  const owner = `${naming.text}${isSeveral && naming.text.endsWith('s') ? "'" : "'s"}`
  return frame.flatMap((part): readonly SpeakerPart[] =>
    part.kind === 'keep' && part.span.start <= at && at < part.span.end
      ? [
          ...(part.span.start < at ? [keptPart(tokens(part.span.start, at))] : []),
          madePart(owner, tokens(at, at + 1)),
          ...(at + 1 < part.span.end ? [keptPart(tokens(at + 1, part.span.end))] : []),
        ]
      : [part],
  )
}

function marksIn(words: readonly Word[], start: number, end: number): number {
  return words.slice(start, end).filter((word) => word.text === '"').length
}

function frameOf(
  draft: Draft,
  found: Attribution,
  quoted: boolean,
  words: readonly Word[],
  cast: Cast,
): Frame | undefined {
  const moved = found.kind !== 'front'
  const rule = found.kind === 'according-to' ? 'according-to' : 'speaker-first'
  const origin = (word: number): number | undefined => draft.origins[word]?.tokens[0]
  // "the judge told him": only behind "according to" does "him" become a subject.
  const speaker = found.kind === 'according-to' ? subjectForm(found.frame, words) : found.frame
  const full = segmentsOf(draft, speaker, rule, cast)
  const verb = found.verb === undefined ? undefined : words[found.verb]
  const naming = cast.again(draft.sentence, found.speaker, origin)
  // "Network operator Westgrid said": "network operator" alone names nobody.
  const head = words[found.speaker]
  const isBareRole =
    head?.upos === 'NOUN' &&
    head.xpos === 'NN' &&
    /^\p{Ll}[\p{Ll} -]*$/u.test(naming?.text ?? '') &&
    !/^the /.test(naming?.text ?? '')
  // "One of the parents, Ann Lee, said": another one may be meant by "one of the parents".
  const appos = /^one$/i.test(head?.text ?? '') ? childOf(words, found.speaker, 'appos') : undefined
  const other = appos === undefined ? undefined : cast.again(draft.sentence, appos, origin)
  const named = isBareRole ? nameBehind(draft, found.speaker, cast) : (other ?? naming)
  const subject = named?.text ?? plainSpeaker(draft, found, words)
  const pronoun = named?.pronoun
  const passive = verb !== undefined && childOf(words, found.verb ?? 0, 'nsubj:pass') !== undefined
  const said = passive ? saidOf(words, found.verb ?? 0) : shortVerb(verb, naming?.plural ?? false)
  const from = {
    tokens: [...subtreeOf(words, found.speaker), ...(found.verb === undefined ? [] : [found.verb])].flatMap(
      (at) => draft.origins[at]?.tokens ?? [],
    ),
    rules: ['speaker-again'],
  }
  const again = (name: string): readonly Segment[] => `${name} ${said}`.split(' ').map((text) => segment(text, from))
  const needsThat = passive || (verb !== undefined && !['say', 'tell', 'think', 'believe', 'hope'].includes(verb.lemma))
  // "told the minister in a letter that": without "that", what is said would run on from the letter.
  const start = found.content[0]?.start ?? 0
  const keepsThat =
    !moved && !needsThat && words[start - 1]?.text.toLowerCase() === 'that' && start - 2 > (found.verb ?? start)
  return {
    full: keepsThat ? [...full, segment('that', { tokens: [], rules: [] })] : full,
    short: again(pronoun ?? subject),
    named: again(subject),
    form: quoted ? 'quote' : 'reported',
    joint: needsThat && (moved || verb?.lemma !== 'say') ? 'that' : '',
  }
}

/** "Lead author Dr Anneke Vos": the name that stands behind a role. */
function nameBehind(draft: Draft, role: number, cast: Cast): Naming | undefined {
  const { words } = draft.sentence
  for (let at = role + 1; at <= role + 4 && words[at]?.upos === 'PROPN'; at += 1) {
    const kind = cast.nameAt(draft.origins[at]?.tokens[0] ?? -1)?.kind
    if (kind === 'person' || kind === 'organisation')
      return cast.again(draft.sentence, at, (word) => draft.origins[word]?.tokens[0])
  }
  return undefined
}

/** "the 27-year-old" of "the 27-year-old, who has been ill, said": the speaker as written, without what is added behind a comma. */
function plainSpeaker({ sentence }: Draft, { speakerSpan }: Attribution, words: readonly Word[]): string {
  const comma = words.findIndex((word, at) => at > speakerSpan.start && at < speakerSpan.end && word.text === ',')
  const end = comma < 0 ? speakerSpan.end : comma
  return textOf(sentence.document, tokens(sentence.span.start + speakerSpan.start, sentence.span.start + end))
}

/** "according to him" → "he says". */
function subjectForm(pieces: readonly Piece[], words: readonly Word[]): readonly Piece[] {
  const forms: Readonly<Record<string, string>> = { him: 'he', her: 'she', them: 'they', us: 'we', me: 'I' }
  return pieces.map((piece) => {
    if (piece.kind !== 'keep' || piece.span.end - piece.span.start !== 1) return piece
    const word = words[piece.span.start]
    const form = word?.upos === 'PRON' ? forms[word.text.toLowerCase()] : undefined
    return form === undefined ? piece : put(form, piece.span)
  })
}

/** "The court was told" and "It is believed": a passive is said again as it stands. */
function saidOf(words: readonly Word[], verb: number): string {
  const helpers = childrenBy(words, verb, 'aux').filter((at) => at < verb)
  return [...helpers, verb].map((at) => words[at]?.text.toLowerCase() ?? '').join(' ')
}

function shortVerb(verb: Word | undefined, isPlural: boolean): string {
  if (verb === undefined) return isPlural ? 'say' : 'says'
  if (!isPlainReporting(verb.lemma))
    return verb.xpos === 'VBN' || verb.xpos === 'VBG' || verb.xpos === 'VB' ? 'said' : verb.text.toLowerCase()
  if (verb.xpos === 'VBZ') return isPlural ? 'say' : 'says'
  return verb.xpos === 'VBP' ? 'say' : 'said'
}
