import type { TokenSpan } from '../document/span.ts'
import type { Word } from './analysis.ts'
import { canAct } from './noun-classes.ts'
import { childOf, childrenBy, subtreeOf } from './tree.ts'

/** Who does what a passive tells. */
export interface Agent extends TokenSpan {
  /** The "by". */
  readonly by: number
  readonly head: number
  readonly plural: boolean
}

/**
 * "by the council": the doer of a passive, if it is somebody or something that can act. "by midday", "by 83 votes" and
 * "by means of" name no doer. `isActor` says more of names than their form does.
 */
export function agentOf(
  words: readonly Word[],
  verb: number,
  isActor: (head: number) => boolean = (head) => words[head]?.upos === 'PROPN',
): Agent | undefined {
  for (const head of childrenBy(words, verb, 'obl:agent', 'obl')) {
    const word = words[head]
    const by = childOf(words, head, 'case')
    if (word === undefined || by === undefined || words[by]?.text.toLowerCase() !== 'by' || head < verb) continue
    if (!isActor(head) && !(word.upos === 'NOUN' && canAct(word.lemma))) continue
    const all = subtreeOf(words, head)
    const end = (all.at(-1) ?? head) + 1
    if (all.length !== end - by) continue
    const plural =
      word.xpos === 'NNS' || word.features.number === 'plural' || word.lemma === 'police' || word.lemma === 'people'
    return { by, head, start: by + 1, end, plural }
  }
  return undefined
}
