import type { Segment } from './draft.ts'
import type { Frame } from './frame.ts'

/** "Despite the cuts, the mayor said", "In a statement, …": when and where something was said, which goes without harm to the claim. */
const occasions =
  /^(?:despite|amid|during|after|before|following|speaking|asked|(?:in|at) (?:a|an|his|her|its|their|the) (?:\p{L}+ ){0,2}(?:statement|letter|report|speech|interview|post|e-?mail|message|briefing|conference|hearing|meeting|note|response|submission|rally|forum|address|filing)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu
/** What would be another claim without it. */
const turning = /^(?:not|no|never|only|if|unless|whether|but|except)$/i
const longestOccasion = 12
/** Most words of "who …" that still leave its speaker near. */
const fewestLeft = 2

/**
 * The speaker of a claim without what is only said beside: the occasion in front of the name, and "who …" behind it. What is
 * left is the same speaker with the same verb. Answers the frame itself where nothing can go.
 */
export function shorterFrame(frame: Frame): Frame {
  const full = withoutRelative(withoutOccasion(frame.full))
  return full === frame.full ? frame : { ...frame, full }
}

function textOf(segments: readonly Segment[]): string {
  return segments.map(({ text }) => text).join(' ')
}

function withoutOccasion(full: readonly Segment[]): readonly Segment[] {
  const joint = /^but$/i.test(full[0]?.text ?? '') ? 1 : 0
  const comma = full.findIndex(({ text }, at) => at > joint && text === ',')
  const occasion = full.slice(joint, comma)
  const rest = full.slice(comma + 1)
  if (comma < 0 || occasion.length > longestOccasion || rest.length < fewestLeft) return full
  if (!occasions.test(textOf(occasion)) || occasion.some(({ text }) => turning.test(text))) return full
  // "After Ms Lee, the mayor, said": what stands between two commas is no speaker.
  if (rest.some(({ text }) => text === ',') && !/^(?:the|its|his|her|\p{Lu}.*)$/u.test(rest[0]?.text ?? '')) return full
  return [...full.slice(0, joint), ...rest]
}

function withoutRelative(full: readonly Segment[]): readonly Segment[] {
  const open = full.findIndex(
    ({ text }, at) => text === ',' && /^(?:who|whose|which|where)$/i.test(full[at + 1]?.text ?? ''),
  )
  const close = full.findLastIndex(({ text }) => text === ',')
  if (open < 0 || close <= open || full.length - close > 5 || full.length - close < 2) return full
  // "Ann Lee, a cellist on her way home, who was hurt, said": the comma that closes what she is stays.
  const isInside = full.slice(0, open).filter(({ text }) => text === ',').length % 2 === 1
  return [...full.slice(0, open), ...full.slice(isInside ? close : close + 1)]
}
