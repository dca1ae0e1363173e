import type { ModelHeader } from './model-file.ts'
import { choose, probability } from './softmax.ts'

/** The tags of one word. `probability` is the universal tag's own. */
export interface Tags {
  readonly upos: string
  readonly xpos: string
  readonly probability: number
}

/** Chooses tags from the scores of both sets, which start at `from` and at `from` + the padded number of universal tags. */
export type ChooseTags = (scores: Float32Array, from: number) => Tags

/**
 * Each set takes its likeliest tag. Where the two do not go together in the training data ("NOUN" with "VBZ"),
 * the likeliest pair that does is taken.
 */
export function createTagChoice(header: ModelHeader): ChooseTags {
  const { universalTags, pennTags, universalPadded } = header
  const temperature = header.temperatures.tag
  const allowed = new Set(header.tagPairs)
  const pairs = header.tagPairs.flatMap((pair) => {
    const [upos = '', xpos = ''] = pair.split('/')
    const universal = universalTags.indexOf(upos)
    const penn = pennTags.indexOf(xpos)
    return universal < 0 || penn < 0 ? [] : [{ universal, penn }]
  })
  const named = (universal: number, penn: number, own: number): Tags => ({
    upos: universalTags[universal] ?? 'X',
    xpos: pennTags[penn] ?? 'FW',
    probability: own,
  })
  return (scores, from) => {
    const pennFrom = from + universalPadded
    const universal = choose(scores, from, universalTags.length, temperature)
    const penn = choose(scores, pennFrom, pennTags.length, temperature)
    const likeliest = named(universal.index, penn.index, universal.probability)
    if (pairs.length === 0 || allowed.has(`${likeliest.upos}/${likeliest.xpos}`)) return likeliest
    // Summed scores order the pairs as multiplied probabilities would: what is left out is the same for all.
    let best = { universal: universal.index, penn: penn.index }
    let most = Number.NEGATIVE_INFINITY
    for (const pair of pairs) {
      const score = (scores[from + pair.universal] ?? 0) + (scores[pennFrom + pair.penn] ?? 0)
      if (score <= most) continue
      most = score
      best = pair
    }
    return named(
      best.universal,
      best.penn,
      probability(scores, from, universalTags.length, best.universal, temperature),
    )
  }
}
