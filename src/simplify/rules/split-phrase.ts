import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isTold, lengthOnPage } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { childrenBy, isRelation, rootOf, subjectOf, subtreeOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isEvent, isMeasured } from './this-was-after.ts'

/** The last means: only sentences that no other rule made short enough. */
const worthSplitting = { 1: 15, 2: 19 } as const
const shortest = 4

/** What opens a phrase that tells when, where, how long or why, and reads well behind "This happened". */
const openers = new Set(
  'after before during in on at near in-front-of between along within outside inside under through because by against following amid throughout from'.split(
    ' ',
  ),
)

/** "A hit B on Friday in front of 300 people" → "A hit B. This happened on Friday in front of 300 people." */
export const splitPhrase: Rule = {
  name: 'split-phrase',
  because: 'When or where it happened now stands in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'The council passed the plan for a new bridge over the river on Wednesday night after a debate that took seven hours.',
      'The council passed the plan for a new bridge over the river on Wednesday night.',
      'This happened after a debate that took seven hours.',
    ],
  ],
  leavesAlone: [
    'The council may pass the plan for a new bridge over the river on Wednesday night after a debate in the old town hall.',
    'The man lived with his brother and two old dogs in a small house on a hill above the river near the town of Bega.',
    'The government put 40 million dollars of new money into a fund for the schools and the hospitals in the north.',
  ],

  rewrite({ words }, { level, before }): Rewrite | undefined {
    const root = rootOf(words)
    if (root === undefined || isQuestion(words) || lengthOnPage(words) + before < worthSplitting[level])
      return undefined
    const subject = subjectOf(words, root)
    if (subject === undefined || subject > root || !isEvent(words, root) || !isTold(words, root)) return undefined
    if (words.some((word) => word.text === '"')) return undefined
    const isPast =
      words[root]?.xpos === 'VBD' ||
      childrenBy(words, root, 'aux', 'aux:pass').some((at) =>
        /^(?:was|were|had|has|have)$/i.test(words[at]?.text ?? ''),
      )
    if (!isPast) return undefined
    const end = bodyEnd(words)
    for (const head of childrenBy(words, root, 'obl', 'advcl').toReversed()) {
      if (head < root) break
      const own = subtreeOf(words, head)
      const start = own.find((at) => words[at]?.upos !== 'PUNCT') ?? head
      const stop = (own.at(-1) ?? head) + 1
      if (stop !== end || own.length !== stop - start || stop - start < shortest || start < root + shortest) continue
      // "after offering a ticket": who did it stands in the sentence before.
      if (isMeasured(words, start) || words[start + 1]?.xpos === 'VBG') continue
      const opener = words[start]
      if (opener === undefined || !/^(?:ADP|SCONJ)$/.test(opener.upos) || !openers.has(opener.text.toLowerCase()))
        continue
      // Next to its speaker, "she" of "because she was afraid" would be the speaker.
      if (before > 0 && /^because$/i.test(opener.text) && /^(?:he|she)$/i.test(words[start + 1]?.text ?? '')) continue
      // "after the deal was made public, before falling back": what came next is of the first verb.
      if (
        words.some(
          (word, place) =>
            place > start &&
            word.text === ',' &&
            words[place + 2]?.xpos === 'VBG' &&
            /^(?:before|after|and|but|then)$/i.test(words[place + 1]?.text ?? ''),
        )
      )
        continue
      if (/^(?:in|on)$/i.test(opener.text) && purposes.test(words[start + 1]?.lemma ?? '')) continue
      if (isOfFeeling(words, start) || (/^at$/i.test(opener.text) && !isPlaceOrTime(words[head]))) continue
      if (isNeeded(words, root, head, opener) || words[head]?.confidence.arc === undefined) continue
      if ((words[head]?.confidence.arc ?? 0) < 0.6 || isRelation(words[head]?.relation ?? '', 'obl:agent')) continue
      return [
        [keep(tokens(0, start)), keep(tokens(end, words.length))],
        [put('this happened', tokens(start, start)), keep(tokens(start, words.length))],
      ]
    }
    return undefined
  },
}

/** "in search of", "in exchange for": why, not when or where. */
const purposes =
  /^(?:behalf|condition|account|ground|suspicion|charge|advice|search|favour|favor|support|protest|order|exchange|return|response|reply|line|addition|charge|honour|honor|memory|preparation|anticipation|defence|defiance|breach|violation|retaliation|pursuit|need|danger|hope|spite|place|front|lieu|terms?|case)$/

/** "in protest at a plan", "anger over the vote": what the feeling is about. */
function isOfFeeling(words: readonly Word[], start: number): boolean {
  return /^(?:protest|anger|outrage|shock|surprise|alarm|dismay|fury|disgust|disappointment|concern|fear|joy|relief|solidarity|support|response|retaliation|revenge|return|exchange|favour)$/i.test(
    words[start - 1]?.lemma ?? '',
  )
}

function isPlaceOrTime(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.upos === 'PROPN' ||
      word.upos === 'NUM' ||
      /\d/.test(word.text) ||
      (['place', 'time', 'event', 'body'] as const).some((one) => isOfClass(word.lemma, one)) ||
      /^(?:meeting|ceremony|conference|summit|hearing|rally|end|start|midnight|dawn|dusk|noon)$/.test(word.lemma))
  )
}

/** "put … in", "take … from": the phrase belongs to the verb's own meaning, or says to or from whom something goes. */
function isNeeded(words: readonly Word[], root: number, head: number, opener: Word): boolean {
  const lemma = words[root]?.lemma ?? ''
  const text = opener.text.toLowerCase()
  // "was built on the ruins of a temple": where a thing stands is no place where something happens.
  if (
    /^(?:build|found|create|design|write|base)$/.test(lemma) &&
    !/^(?:after|before|during|since|because|amid|following)$/.test(text)
  )
    return true
  if (
    /^(?:put|place|live|stand|sit|lie|keep|leave|base|locate|set|turn|divide|split|come|go|move|arrive|get|rise|fall|grow|drop|increase|decrease|be|remain|stay|result|end|begin|range|invest|engage|involve|involved|find|hold|contain|include|appear|spend|use|vote|compete|play|protect|prevent|protest|fight|act|win|beat)$/.test(
      lemma,
    ) &&
    /^(?:in|on|from|at|against|under|through|between|by|inside|within|near)$/.test(text)
  )
    return true
  if (text === 'by' || text === 'from' || text === 'against')
    return !/^(?:noon|midday|midnight|\d.*|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
      words[head]?.text ?? '',
    )
  return false
}
