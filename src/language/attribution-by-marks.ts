import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Word } from './analysis.ts'
import { chunkFrom, clauseFollows, finiteVerbAt, mainStart, subjectFrom } from './chunks.ts'
import { bodyEnd, isQuestion } from './clause-parts.ts'
import { isReporting } from './reporting.ts'
import { type Attribution, keptPart, toSomebody } from './speaker-parts.ts'
import { isFiniteVerb } from './tree.ts'

/*
 * Who says what where the tree shows no claim, as it often does in long sentences: subject, reporting verb and "that" (or a
 * clause) stand side by side, or "Ms Lee said" stands between commas.
 */

/** The claim that marks and word classes show; undefined where its end is not sure. */
export function attributionByMarks({ words }: AnalysedSentence): Attribution | undefined {
  if (isQuestion(words) || words.some((word) => /^(?:;|\(|\)|--?|–|—)$/u.test(word.text) && word.xpos !== 'HYPH'))
    return undefined
  return inFront(words) ?? behind(words) ?? inside(words)
}

/** "(In a letter,) Y(, who …,) told Z on Monday that A." */
function inFront(words: readonly Word[]): Attribution | undefined {
  for (const start of startsOf(words)) {
    const speaker = speakerFrom(words, start)
    if (speaker === undefined) continue
    const verb = reportingAt(words, speaker.end) ?? heardAt(words, speaker)
    if (verb === undefined) continue
    const content = contentFrom(words, verb)
    if (content === undefined || goesOnOutside(words, verb, content)) return undefined
    const frameEnd = words[content - 1]?.text.toLowerCase() === 'that' ? content - 1 : content
    return {
      kind: 'front',
      speaker: speaker.head,
      speakerSpan: tokens(speaker.start, speaker.end),
      verb,
      content: [tokens(content, words.length)],
      frame: [keptPart(tokens(0, frameEnd))],
    }
  }
  return undefined
}

/** Where the subject may begin: at the front, behind "But", or behind a phrase without a verb that ends with a comma. */
export function startsOf(words: readonly Word[]): readonly number[] {
  if (words[0]?.upos === 'CCONJ' || words[0]?.text === 'Yet') return [1]
  const comma = words.findIndex((word) => word.text === ',')
  const opensPhrase = /^(?:ADP|SCONJ|ADV)$/.test(words[0]?.upos ?? '') || words[0]?.text === 'Despite'
  if (!opensPhrase) return [0]
  const hasVerb = words.slice(0, Math.max(0, comma)).some(isFiniteVerb)
  return comma > 0 && comma < 14 && !hasVerb ? [comma + 1] : []
}

export interface Speaker {
  readonly start: number
  readonly end: number
  readonly head: number
}

/** "less than analysts", "far more than the mayor": no amount of speakers ("more than 100 people"). */
export function isMeasuredAgainst(words: readonly Word[], start: number): boolean {
  const than = words.findIndex((word, at) => at > start && at < start + 3 && /^than$/i.test(word.text))
  return than > 0 && words[than + 1]?.upos !== 'NUM'
}

/** A speaker, with what stands between two commas behind it where the verb follows at once. */
export function speakerFrom(words: readonly Word[], start: number): Speaker | undefined {
  // "less than analysts had expected": not who says it, but what it is measured against.
  if (isMeasuredAgainst(words, start)) return undefined
  const subject = subjectFrom(words, start)
  if (subject === undefined || words[subject.head]?.text.toLowerCase() === 'there') return undefined
  if (words[subject.end]?.text !== ',') return subject
  const close = words.findIndex(
    (word, at) => at > subject.end && word.text === ',' && reportingAt(words, at + 1) !== undefined,
  )
  const within = words.slice(subject.end + 1, close)
  // "Mr Lee, the mayor, Ms Ray, his deputy, said", "the plan failed, …, the mayor, said": only one part may stand between.
  if (
    close < 0 ||
    close - subject.end > 18 ||
    within.some((word) => /^[,"]$/.test(word.text) || isReporting(word.lemma))
  )
    return undefined
  const opening = words[subject.end + 1]
  const isPart =
    /^(?:who|whose|of|from|a|an|the|now|then|speaking|\d+)$/i.test(opening?.text ?? '') ||
    /^(?:VBG|CD|NNP)$/.test(opening?.xpos ?? '')
  const ownsVerb = !within.some(isFiniteVerb) || /^(?:who|whose)$/i.test(opening?.text ?? '')
  return isPart && ownsVerb ? { ...subject, end: close + 1 } : undefined
}

/** The reporting verb with a tense at `at`: "said", "later said", "has warned". */
export function reportingAt(words: readonly Word[], at: number): number | undefined {
  const finite = finiteVerbAt(words, at)
  if (finite === undefined) return undefined
  const own = words[finite]
  if (own?.xpos === 'MD') return undefined
  if (own?.lemma === 'have' && words[finite + 1]?.xpos === 'VBN')
    return isReporting(words[finite + 1]?.lemma ?? '') ? finite + 1 : undefined
  return own !== undefined && own.upos === 'VERB' && isReporting(own.lemma) ? finite : undefined
}

/** "The court heard that …": there, what was heard is what somebody said. */
function heardAt(words: readonly Word[], speaker: Speaker): number | undefined {
  const isCourt = /^(?:court|inquiry|tribunal|jury|inquest|hearing|commission)$/i.test(words[speaker.head]?.lemma ?? '')
  const verb = words[speaker.end]
  return isCourt && verb?.lemma === 'hear' && verb.xpos === 'VBD' && words[speaker.end + 1]?.text === 'that'
    ? speaker.end
    : undefined
}

/** The first word of what is said: behind "that", which may stand behind who was told, when and how, or a clause at once. */
function contentFrom(words: readonly Word[], verb: number): number | undefined {
  const isThat = (at: number): boolean => words[at]?.text.toLowerCase() === 'that' && words[at]?.upos !== 'DET'
  let at = verb + 1
  if (isThat(at)) return opensClaim(words, at + 1) ? at + 1 : undefined
  // "denied reports that A" says no A.
  if (toSomebody.test(words[verb]?.lemma ?? '')) at = chunkFrom(words, at)?.end ?? at
  for (let more = 0; more < 3; more += 1) {
    if (isThat(at)) return opensClaim(words, at + 1) ? at + 1 : undefined
    if (!/^(?:in|on|at|during|by|through|after|to|from)$/i.test(words[at]?.text ?? '')) break
    const phrase = subjectFrom(words, at + 1)
    if (phrase === undefined) return undefined
    at = phrase.end
    if (
      /^(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|yesterday|earlier|later)$/.test(
        words[at]?.text ?? '',
      )
    )
      at += 1
  }
  // Without "that" only a clause right behind the verb is sure.
  return at === verb + 1 && !takesThing.test(words[verb]?.lemma ?? '') && clauseFollows(words, at) ? at : undefined
}

/** "signalled his opposition to the plan": these take a thing as well as a claim. */
const takesThing =
  /^(?:signal|express|reveal|announce|voice|reiterate|repeat|acknowledge|confirm|outline|describe|disclose|state|stress|highlight|note|indicate)$/

function opensClaim(words: readonly Word[], at: number): boolean {
  return clauseFollows(words, at) || words[chunkFrom(words, at)?.end ?? -1]?.text === ','
}

/**
 * Whether something behind the claim may be no part of it: a second claim of the speaker ("but added", ", saying"), or a
 * clause of the writer's own ("…, but police found nothing"). "And that", and a verb that was moved back in time ("would",
 * "had") behind "said", are of the claim.
 */
function goesOnOutside(words: readonly Word[], verb: number, start: number): boolean {
  const isPast = words[verb]?.xpos === 'VBD'
  return words.some((word, at) => {
    if (at <= start) return false
    if (/^["“”:]$/u.test(word.text)) return true
    if (word.text === ',' && words[at + 1]?.xpos === 'VBG' && isReporting(words[at + 1]?.lemma ?? '')) return true
    const isLink = /^(?:and|but|while|whilst|although|though|whereas|as|yet|so)$/i.test(word.text)
    if (!isLink) return false
    if (finiteVerbAt(words, at + 1) !== undefined) return reportingAt(words, at + 1) !== undefined
    if (!clauseFollows(words, at + 1)) return false
    const own = finiteVerbAt(words, subjectFrom(words, at + 1)?.end ?? 0)
    const tense = words[own ?? -1]
    const isMoved =
      tense?.xpos === 'MD' ? /^(?:would|could|might)$/i.test(tense.text) : tense?.text.toLowerCase() === 'had'
    return words[at - 1]?.text === ',' && !(isPast && isMoved && !isReporting(words[(own ?? 0) + 1]?.lemma ?? ''))
  })
}

/** "A, Y said (in a statement)." where A is one whole clause. */
function behind(words: readonly Word[]): Attribution | undefined {
  const end = bodyEnd(words)
  const comma = words.findLastIndex((word, at) => at < end && word.text === ',')
  if (comma < 4) return undefined
  const said = saidBetween(words, comma + 1, end)
  if (said === undefined || !isWhole(words, comma)) return undefined
  return {
    kind: 'end',
    speaker: said.head,
    speakerSpan: tokens(said.start, said.end),
    verb: said.verb,
    content: [tokens(0, comma)],
    frame: said.frame,
  }
}

/** Whether what stands before the comma is a clause of its own that no "as", "when" or "if" puts below another. */
function isWhole(words: readonly Word[], end: number): boolean {
  const first = words[0]
  const texts = words.slice(0, end)
  if (first === undefined || texts.some((word) => /^["“”:]$/u.test(word.text))) return false
  if (
    /^(?:SCONJ|VERB)$/.test(first.upos) ||
    /^(?:as|after|when|while|if|although|because|since|before|once|until|unless|like|whether)$/i.test(first.text)
  )
    return false
  return mainStart(words, end) !== undefined
}

interface Said extends Speaker {
  readonly verb: number
  readonly frame: Attribution['frame']
}

/** "Ms Lee said", "said Ms Lee", "she told the court in May": all of `[start, end)`. */
function saidBetween(words: readonly Word[], start: number, end: number): Said | undefined {
  const speaker = subjectFrom(words, start)
  if (isMeasuredAgainst(words, start)) return undefined
  const verb = speaker === undefined ? undefined : reportingAt(words, speaker.end)
  if (speaker !== undefined && verb !== undefined && verb < end) {
    if (words[speaker.head]?.upos === 'PRON' && !/^(?:he|she|it|they)$/i.test(words[speaker.head]?.text ?? ''))
      return undefined
    const told = toSomebody.test(words[verb]?.lemma ?? '') ? (chunkFrom(words, verb + 1)?.end ?? verb + 1) : verb + 1
    if (!isPhrases(words, told, end)) return undefined
    return { ...speaker, verb, frame: [keptPart(tokens(start, end))] }
  }
  if (!/^(?:said|says)$/i.test(words[start]?.text ?? '')) return undefined
  const behindVerb = subjectFrom(words, start + 1)
  if (behindVerb === undefined || behindVerb.end !== end) return undefined
  return { ...behindVerb, verb: start, frame: [keptPart(tokens(start + 1, end)), keptPart(tokens(start, start + 1))] }
}

/** Only "in a letter", "on Monday" and the like, up to the end. */
function isPhrases(words: readonly Word[], start: number, end: number): boolean {
  let at = start
  while (at < end && /^(?:in|on|at|during|by)$/i.test(words[at]?.text ?? ''))
    at = chunkFrom(words, at + 1)?.end ?? end + 1
  return at === end
}

/** "The new tax, Y said, would hurt shops." and "Unless A, Y said, B.": neither run is a whole claim alone. */
function inside(words: readonly Word[]): Attribution | undefined {
  const end = bodyEnd(words)
  const commas = words.flatMap((word, at) => (word.text === ',' && at < end ? [at] : []))
  for (const [index, open] of commas.entries()) {
    const close = commas[index + 1]
    if (close === undefined || close + 2 >= end) return undefined
    const said = saidBetween(words, open + 1, close)
    if (said === undefined) continue
    if (words.slice(0, end).some((word) => /^["“”:]$/u.test(word.text))) return undefined
    const shape = shapeOf(words, open, close)
    if (shape === undefined || goesOnOutside(words, said.verb, close + 1)) return undefined
    // "But, he says, the use …": the joint stands before the speaker.
    const link = words[0]?.upos === 'CCONJ' ? 1 : 0
    const front = tokens(link, shape === 'clause' ? open + 1 : open)
    const joint = link === 1 ? [keptPart(tokens(0, 1))] : []
    return {
      kind: 'middle',
      speaker: said.head,
      speakerSpan: tokens(said.start, said.end),
      verb: said.verb,
      content: [...(open > link ? [front] : []), tokens(close + 1, words.length)],
      frame: [...joint, ...said.frame],
    }
  }
  return undefined
}

/** What the two runs make: a subject and its verb, or a phrase or lower clause in front of a clause; undefined for anything else. */
function shapeOf(words: readonly Word[], open: number, close: number): 'verb' | 'clause' | undefined {
  const start = words[0]?.upos === 'CCONJ' ? 1 : 0
  const front = words.slice(start, open)
  const hasVerb = front.some((word) => isFiniteVerb(word) || word.text === ',')
  if (!hasVerb && chunkFrom(words, start) !== undefined && finiteVerbAt(words, close + 1) !== undefined) return 'verb'
  const behind = words.slice(close + 1)
  if (chunkFrom(words, close + 1) === undefined || !behind.some(isFiniteVerb) || isFiniteVerb(behind[0]))
    return undefined
  const isLower = /^(?:if|unless|when|after|before|once|until|because|although|though|since|while|whereas)$/i.test(
    words[0]?.text ?? '',
  )
  const isPhrase = /^(?:ADP|ADV|CCONJ)$/.test(words[0]?.upos ?? '') && !hasVerb
  return isLower || isPhrase ? 'clause' : undefined
}
