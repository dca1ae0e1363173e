import type { Origin } from '../document/alignment.ts'
import type { AnalysedSentence, Reader } from '../language/analysis.ts'
import type { Cast } from './cast.ts'
import { allSegments, type Draft, finish, readSegments, type Segment, segment } from './draft.ts'
import type { Frame } from './frame.ts'

/** A finished sentence: its words with where each comes from. */
export interface PrintedSentence {
  readonly sentence: AnalysedSentence
  readonly origins: readonly Origin[]
  readonly sources: readonly number[]
  readonly rules: readonly string[]
  /** The same with its speaker's name instead of "it" or "she", for where another sentence comes between. */
  readonly named?: PrintedSentence
}

const none: Origin = { tokens: [], rules: [] }

/** Prints drafts in order: a claim's first piece with its whole speaker, every further piece with the speaker again. */
export function printDrafts(drafts: readonly Draft[], reader: Reader, cast: Cast): readonly PrintedSentence[] {
  const printed: PrintedSentence[] = []
  let speaking: Frame | undefined
  for (const [index, draft] of drafts.entries()) {
    const { frame } = draft
    const again = frame !== undefined && drafts.slice(0, index).some((other) => other.frame === frame)
    const isNext = speaking === frame
    const segments = frame === undefined ? allSegments(draft, cast) : framed(draft, frame, again, isNext, cast)
    const made = readSegments(finish(segments), reader)
    if (made === undefined) continue
    const named =
      frame !== undefined && again && isNext
        ? readSegments(finish(framed(draft, frame, again, false, cast)), reader)
        : undefined
    const rules = again && !draft.rules.includes('speaker-again') ? [...draft.rules, 'speaker-again'] : draft.rules
    const notes = { sources: draft.sources, rules }
    printed.push({ ...made, ...notes, ...(named === undefined ? {} : { named: { ...named, ...notes } }) })
    speaking = frame
  }
  return printed
}

const opensPhrase =
  /^(?:by|in|at|on|of|among|between|within|despite|unlike|after|before|if|when|unless|until|during|under|because|since|although|though|while|from|for|with|without|once|as)$/i

function framed(draft: Draft, frame: Frame, again: boolean, isNext: boolean, cast: Cast): readonly Segment[] {
  const content = allSegments(draft, cast)
  const speaker = again ? (isNext ? frame.short : frame.named) : frame.full
  if (frame.form === 'quote') {
    if (content[0]?.text === '"') {
      const [mark, first, ...rest] = content
      const opened =
        mark === undefined || first === undefined
          ? content
          : [mark, { ...first, text: upperFirst(first.text) }, ...rest]
      // "told supporters that: …": the colon takes the place of "that".
      const before = speaker.at(-1)?.text === 'that' ? speaker.slice(0, -1) : speaker
      return [...before, segment(':', none, true), ...opened]
    }
    return [...speaker, ...content]
  }
  const link = content[0]?.text.toLowerCase()
  // "found A and that B": the second "that" is there already.
  const first = content[again && (link === 'but' || link === 'so') ? 1 : 0]
  // "said that by June prices would rise": without "that", the phrase would tell when it was said.
  const amount = content[content.indexOf(first ?? content[0] ?? segment('', none)) + 1]
  const isAmount = /^(?:least|most|many|much|few|little|about)$/i.test(amount?.text ?? '')
  const needsThat =
    !isAmount &&
    (opensPhrase.test(first?.text ?? '') ||
      (amount?.text === ',' &&
        /^\p{L}+ly$|^(?:overall|today|now|later|then|instead|sometimes|often)$/iu.test(first?.text ?? ''))) &&
    !/^that$/i.test(speaker.at(-1)?.text ?? '')
  // "said on Tuesday that a fire": not a fire of that day.
  const isDay = /^(?:\w+day|yesterday|today|night|morning|afternoon|evening|\d{4})$/i.test(speaker.at(-1)?.text ?? '')
  const word = needsThat || (isDay && !/^(?:and|or|but|that|so)$/i.test(first?.text ?? '')) ? 'that' : frame.joint
  const hasJoint = word === '' || isMark(content[0]) || first?.text.toLowerCase() === word
  const joint = hasJoint ? [] : [segment(word, none)]
  // "But" and "so" join two claims of one speaker: they stand before the speaker.
  if (link === 'but' || link === 'so') {
    return [content[0] ?? segment(link, none), ...speaker, ...joint, ...content.slice(1)]
  }
  return [...speaker, ...joint, ...content]
}

function isMark(part: Segment | undefined): boolean {
  return part?.text === '"'
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
