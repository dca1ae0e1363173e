import { type TokenSpan, tokens } from '../document/span.ts'
import type { AnalysedSentence, Word } from './analysis.ts'
import { attributionByMarks, isMeasuredAgainst, reportingAt, speakerFrom } from './attribution-by-marks.ts'
import { chunkFrom, longClauseFollows } from './chunks.ts'
import { nationalities } from './name-words.ts'
import { isOfClass } from './noun-classes.ts'
import { isReporting } from './reporting.ts'
import { type Attribution, keptPart, madePart, type SpeakerPart, toSomebody } from './speaker-parts.ts'
import { childrenBy, isBelow, isFiniteVerb, isRelation, rootOf, spanOf, subjectOf, subtreeOf } from './tree.ts'

/** Who says what in a sentence; undefined where there is no claim, or where its end cannot be told. */
export function findAttribution(sentence: AnalysedSentence): Attribution | undefined {
  const byTree = accordingTo(sentence) ?? inFront(sentence) ?? behindOrInside(sentence)
  // "water manager Jolanda Terpstra warned": where the tree parts a speaker, the marks may still show the whole.
  const isWhole = byTree !== undefined && holdsNames(sentence, byTree)
  const found = isWhole ? byTree : (attributionByMarks(sentence) ?? byTree)
  // "A said X, but B, his deputy, said Y": what B says is no claim of A.
  if (found?.kind === 'front' && found.content.some((span) => holdsOtherSpeaker(sentence, span))) return undefined
  // "conceded that his party had lost but stopped short of saying": that is the speaker's own deed.
  if (found?.kind === 'front' && found.content.some((span) => goesBackToSpeaker(sentence, span))) return undefined
  // A claim does not run over a semicolon: what stands behind it may be somebody else's.
  const runsOver = found?.content.some((span) =>
    sentence.words.slice(span.start, span.end).some((word) => word.text === ';'),
  )
  return runsOver ? undefined : found
}

/** Whether ", but" or ", while" opens a claim of a second speaker with a name in a span. */
function holdsOtherSpeaker({ words }: AnalysedSentence, { start, end }: TokenSpan): boolean {
  return words.some((word, at) => {
    if (at <= start || at >= end || !/^(?:but|while|although)$/i.test(word.text) || words[at - 1]?.text !== ',')
      return false
    const speaker = speakerFrom(words, at + 1)
    const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
    return verb !== undefined && /^VB[DZ]$/.test(words[verb]?.xpos ?? '') && words[speaker?.head ?? -1]?.upos !== 'PRON'
  })
}

/** Whether "but" and a verb of holding back, without a subject, stand in a span. */
function goesBackToSpeaker({ words }: AnalysedSentence, { start, end }: TokenSpan): boolean {
  // "said he was in pain but did not blame the nurses": the same person either way.
  if (words[start]?.xpos === 'PRP') return false
  return words.some(
    (word, at) =>
      at > start &&
      at < end &&
      word.text === 'but' &&
      ((words[at + 1]?.xpos === 'VBD' &&
        /^(?:stop|decline|refuse|vow|warn|insist|blame|admit|concede|stress|pledge|promise|offer|praise|criticise)$/.test(
          words[at + 1]?.lemma ?? '',
        )) ||
        (words[at + 1]?.text === 'did' && /^(?:blame|say|rule|comment|name|give)$/.test(words[at + 3]?.lemma ?? ''))),
  )
}

/** Whether every name of the sentence stands in what is said or with who says it. */
function holdsNames({ words }: AnalysedSentence, { content, frame }: Attribution): boolean {
  const spans = [...content, ...frame.map((part) => (part.kind === 'keep' ? part.span : part.standsFor))]
  return words.every((word, at) => word.upos !== 'PROPN' || spans.some(({ start, end }) => start <= at && at < end))
}

const last = (words: readonly Word[]): number => {
  let end = words.length
  while (end > 0 && /^[.!?]$/.test(words[end - 1]?.text ?? '')) end -= 1
  return end
}

/** "A, according to Y." and "According to Y, A." */
function accordingTo({ words }: AnalysedSentence): Attribution | undefined {
  const at = words.findIndex(
    (word, i) => word.text.toLowerCase() === 'according' && words[i + 1]?.text.toLowerCase() === 'to',
  )
  if (at < 0) return undefined
  const end = last(words)
  const speaker = words[at]?.head ?? -1
  if (speaker <= at) return undefined
  const below = subtreeOf(words, speaker)
  const start = at + 2
  const stop = (below.findLast((one) => words[one]?.upos !== 'PUNCT') ?? speaker) + 1
  // A noun, a name or a pronoun can say something; a clause ("according to what he saw") is left.
  if (!['NOUN', 'PROPN', 'PRON'].includes(words[speaker]?.upos ?? '')) return undefined
  if (/^(?:plan|schedule|law|size|age|rules?|need|ability|what|whether|how)$/i.test(words[speaker]?.lemma ?? ''))
    return undefined
  if (childrenBy(words, speaker, 'acl:relcl', 'conj').length > 0 && stop < end) return undefined
  if (at === 0) {
    if (words[stop]?.text !== ',') return undefined
    return {
      kind: 'according-to',
      speaker,
      speakerSpan: tokens(start, stop),
      verb: undefined,
      content: [tokens(stop + 1, words.length)],
      frame: [keptPart(tokens(start, stop)), madePart(says(words, speaker, tokens(start, stop)), tokens(at, at + 2))],
    }
  }
  if (words[at - 1]?.text !== ',' && words[at - 1]?.text !== '"') return undefined
  if (stop !== end) return undefined
  // "The firm said profit rose, compared with a forecast of 3 per cent, according to a poll": the poll told the forecast.
  const first = speakerFrom(words, words[0]?.upos === 'CCONJ' ? 1 : 0)
  if (first !== undefined && reportingAt(words, first.end) !== undefined) return undefined
  return {
    kind: 'according-to',
    speaker,
    speakerSpan: tokens(start, stop),
    verb: undefined,
    content: [tokens(0, words[at - 1]?.text === ',' ? at - 1 : at)],
    frame: [keptPart(tokens(start, stop)), madePart(says(words, speaker, tokens(start, stop)), tokens(at, at + 2))],
  }
}

/** "say" or "says", behind a comma where the speaker has one that is not closed ("the Health Agency, or PHAC"). */
function says(words: readonly Word[], speaker: number, { start, end }: TokenSpan): string {
  const isOpen = words.slice(start, end).filter((word) => word.text === ',').length === 1
  const verb = plural(words, speaker) ? 'say' : 'says'
  return isOpen ? `, ${verb}` : verb
}

function plural(words: readonly Word[], head: number): boolean {
  const word = words[head]
  if (word === undefined) return false
  // "the Health Agency, or PHAC": one body with two names.
  const isTwoNames = words.some(
    (one, at) => at > head && one.text === 'or' && /^[A-Z]{2,6}$/.test(words[at + 1]?.text ?? ''),
  )
  if (isTwoNames) return word.xpos === 'NNS' || word.xpos === 'NNPS'
  // "Standard & Poor's": one firm.
  const joined = childrenBy(words, head, 'conj')
  if (joined.length > 0)
    return joined.some((at) => childrenBy(words, at, 'cc').every((and) => words[and]?.text !== '&'))
  // "Socialbakers says", "the Greens say", "Republicans say"
  if (word.xpos === 'NNPS' || (word.xpos === 'NNS' && head > 0 && /^\p{Lu}/u.test(word.text)))
    return isOfMany(words, head)
  return (
    word.xpos === 'NNS' ||
    word.features.number === 'plural' ||
    ['police', 'people', 'staff', 'they'].includes(word.text.toLowerCase())
  )
}

/** Whether a plural name is of many people: it has "the", or names those of a land, a faith or a party. */
function isOfMany(words: readonly Word[], head: number): boolean {
  const hasThe = childrenBy(words, head, 'det').some((at) => words[at]?.text.toLowerCase() === 'the')
  const hasKind = /^NNP?$/.test(words[head - 1]?.xpos ?? '') && /^\p{Ll}/u.test(words[head - 1]?.text ?? '')
  const one = words[head]?.text.toLowerCase().replace(/s$/, '') ?? ''
  return (
    !hasKind &&
    (hasThe ||
      nationalities.has(one) ||
      /^(?:republican|democrat|conservative|liberal|green|tory|torie|nationalist|christian|muslim|catholic|protestant|jew|hindu|sikh|buddhist|mp|minister|senator)$/.test(
        one,
      ))
  )
}

/** "Y said (that) A." */
function inFront({ words }: AnalysedSentence): Attribution | undefined {
  const verb = rootOf(words)
  if (verb === undefined || !isReporting(words[verb]?.lemma ?? '')) return undefined
  // "was accused of playing down evidence that A": nobody is accused that A.
  if (/^(?:accuse|blame|charge|condemn|denounce)$/.test(words[verb]?.lemma ?? '')) return undefined
  const speaker = subjectOf(words, verb)
  if (speaker === undefined || speaker > verb || words[speaker]?.relation === 'expl') return undefined
  if (!finiteGroup(words, verb)) return undefined
  const clause = childrenBy(words, verb, 'ccomp', 'parataxis').find((child) => child > verb)
  if (clause === undefined) return undefined
  // Without "that" or a mark, a clause set beside the verb may be the speaker of this one.
  if (words[clause]?.relation === 'parataxis' && !/^[":]$/.test(words[verb + 1]?.text ?? '')) return undefined
  // "denied reports that A": the clause is of the noun, and nobody says A.
  if (
    childrenBy(words, verb, 'obj').some((at) => at > verb && at < clause) &&
    !toSomebody.test(words[verb]?.lemma ?? '')
  )
    return undefined
  // "By June, the bank said, prices should …" and "She said, however, that …": the speaker stands inside or is cut in two.
  if (words[verb + 1]?.text === ',' && words[verb + 2]?.text !== '"') return undefined
  const inside = subtreeOf(words, clause).filter((at) => at > verb)
  let start = inside[0] ?? clause
  while (words[start]?.upos === 'PUNCT' && words[start]?.text !== '"') start += 1
  if (start === verb + 1) start = dayOfSaying(words, start) ?? start
  const that = words[start]?.text.toLowerCase() === 'that' && words[start]?.relation === 'mark'
  const from = that ? start + 1 : start
  // "signalled his opposition to the plan before the talks began": no claim, but a thing.
  // "said 280 firefighters, most of them volunteers, had worked": who is spoken of is no part of the frame.
  const thing = chunkFrom(words, verb + 1)
  if (
    !that &&
    thing !== undefined &&
    thing.end <= start - 1 &&
    words[start - 1]?.text === ',' &&
    /^(?:say|think|believe|hope|fear|claim|add|warn)$/.test(words[verb]?.lemma ?? '') &&
    !isOfClass(words[thing.head]?.lemma ?? '', 'time')
  )
    return undefined
  const isQuote = /^["“:]$/u.test(words[start]?.text ?? '') || words[verb + 1]?.text === ':'
  if (
    !that &&
    !isQuote &&
    /^(?:PRP\$|DT)$/.test(words[from]?.xpos ?? '') &&
    !/^(?:say|think|believe|tell|hope)$/.test(words[verb]?.lemma ?? '') &&
    !longClauseFollows(words, from)
  )
    return undefined
  // A second verb beside "said", or a clause that belongs to it, would be drawn into the claim.
  for (const child of childrenBy(words, verb, 'conj', 'advcl')) if (child > from) return undefined
  let frameEnd = start
  while (frameEnd > verb + 1 && /^[,:]$/.test(words[frameEnd - 1]?.text ?? '')) frameEnd -= 1
  const whole = spanOf(words, speaker)
  return {
    kind: 'front',
    speaker,
    speakerSpan: tokens(whole.start, Math.min(whole.end, verb)),
    verb,
    content: [tokens(from, words.length)],
    frame: [keptPart(tokens(0, frameEnd))],
  }
}

/** One past the day of "said on Thursday it would end the jobs": between "said" and a subject, a bare day is of the telling. */
function dayOfSaying(words: readonly Word[], start: number): number | undefined {
  const day = /^on$/i.test(words[start]?.text ?? '') ? start + 1 : start
  if (words[start - 1]?.xpos !== 'VBD' || !/^(?:\w+day|yesterday)$/i.test(words[day]?.text ?? '')) return undefined
  const end = /^(?:night|morning|afternoon|evening)$/i.test(words[day + 1]?.text ?? '') ? day + 2 : day + 1
  const subject = chunkFrom(words, end)
  return subject !== undefined && isFiniteVerb(words[subject.end]) ? end : undefined
}

/** Whether the verb group is finite and positive: "said", "has said", "is quoted as saying" is not. */
function finiteGroup(words: readonly Word[], verb: number): boolean {
  if (childrenBy(words, verb, 'advmod').some((at) => /^(?:not|n['’]t|never)$/i.test(words[at]?.text ?? '')))
    return false
  if (isFiniteVerb(words[verb])) return true
  return childrenBy(words, verb, 'aux').some((at) => isFiniteVerb(words[at]))
}

/** "A, Y said." · "A, said Y." · "A, Y said, B." · `"A," Y said.` */
function behindOrInside({ words }: AnalysedSentence): Attribution | undefined {
  const end = last(words)
  for (let verb = end - 1; verb > 0; verb -= 1) {
    const word = words[verb]
    if (word === undefined || !finiteGroup(words, verb)) continue
    if (!isReporting(word.lemma) && !(word.lemma === 'point' && words[verb + 1]?.text === 'out')) continue
    const speaker = subjectOf(words, verb)
    if (speaker === undefined) continue
    const isRoot = word.head < 0
    if (!isRoot && !isRelation(word.relation, 'parataxis', 'ccomp')) continue
    const own = spanOf(words, speaker)
    // "Sales fell, less than analysts had expected": nobody says that they fell.
    if (isMeasuredAgainst(words, own.start)) continue
    const group = [verb, ...childrenBy(words, verb, 'aux')]
    const start = Math.min(own.start, ...group)
    if (start === 0) continue
    const mark = words[start - 1]?.text ?? ''
    if (mark !== ',' && mark !== '"') continue
    // "a step which, it says, is often delayed": only that is what it says.
    if (/^(?:WDT|WP|WP\$|WRB)$/.test(words[start - 2]?.xpos ?? '') || words[start - 2]?.text.toLowerCase() === 'that')
      continue
    // The claim stands before the comma and belongs to the verb (or the verb to it).
    const claimed = isRoot
      ? childrenBy(words, verb, 'ccomp', 'parataxis').some((child) => child < start)
      : word.head < start || word.head > verb
    if (!claimed) continue
    const close = closingComma(words, verb, own.end, end)
    const tail = close ?? end
    const rest = tokens(Math.max(own.end, verb + 1), tail)
    const allowed = subtreeOf(words, verb).filter((at) => at >= rest.start && at < rest.end)
    if (allowed.length !== rest.end - rest.start) continue
    if (childrenBy(words, verb, 'advcl', 'conj', 'xcomp').some((child) => child > start && child < tail)) continue
    if (
      rest.start < rest.end &&
      [...words.slice(rest.start, rest.end)].some((part) => part.text === ',' || part.text === '"')
    )
      continue
    const contentEnd = mark === ',' ? start - 1 : start
    const content = [tokens(0, contentEnd)]
    if (close !== undefined) {
      if (close + 1 >= end) continue
      // The second run must go on with the first one's clause, not start a new one that somebody else says.
      if (!isBelow(words, close + 1, rootOf(words) ?? 0)) continue
      // "…, she said, rejecting claims that …": what she did, not what she said.
      if (/^(?:VBG|VBN|WP|WDT|WRB)$/.test(words[close + 1]?.xpos ?? '')) continue
      content.push(tokens(close + 1, words.length))
    }
    const verbPieces = verbGroup(words, verb, speaker)
    const hasRest = rest.start < rest.end
    // "bought, it is believed on behalf of a prince": the rest is of the verb before.
    if (hasRest && words[speaker]?.text.toLowerCase() === 'it') continue
    // "said Mary Chapman at Technomic": that is where she works.
    const isOfSpeaker =
      hasRest &&
      speaker > verb &&
      rest.start === own.end &&
      words[own.end - 1]?.upos === 'PROPN' &&
      /^(?:at|of|from|with)$/.test(words[rest.start]?.text ?? '') &&
      words.slice(rest.start + 1, rest.end).some((part) => part.upos === 'PROPN')
    const before = isOfSpeaker ? tokens(own.start, rest.end) : own
    return {
      kind: close === undefined ? 'end' : 'middle',
      speaker,
      speakerSpan: own,
      verb,
      content,
      frame: [
        keptPart(before),
        ...closingMark(words, before),
        ...verbPieces,
        ...(hasRest && !isOfSpeaker ? [keptPart(rest)] : []),
      ],
    }
  }
  return undefined
}

/** "The owner, Ann Lee, said": a speaker that holds a comma ends with one. */
function closingMark(words: readonly Word[], speaker: TokenSpan): readonly SpeakerPart[] {
  const hasComma = words.slice(speaker.start, speaker.end).some((word) => word.text === ',')
  return hasComma ? [madePart(',', tokens(speaker.end, speaker.end))] : []
}

function verbGroup(words: readonly Word[], verb: number, speaker: number): readonly SpeakerPart[] {
  const own = subtreeOf(words, speaker)
  return [...childrenBy(words, verb, 'aux', 'advmod'), verb]
    .filter((at) => at <= verb && !own.includes(at))
    .sort((a, b) => a - b)
    .map((at) => keptPart(tokens(at, at + 1)))
}

/** The comma that ends an inserted "Y said,"; undefined where the frame runs to the end. */
function closingComma(words: readonly Word[], verb: number, afterSpeaker: number, end: number): number | undefined {
  for (let at = Math.max(verb + 1, afterSpeaker); at < end; at += 1) if (words[at]?.text === ',') return at
  return undefined
}
