import type { AnalysedSentence, Word } from '../language/analysis.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { rootOf, subjectOf } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import type { Draft } from './draft.ts'

/** What the next sentence opens with: "Its light has taken …" speaks of the subject of the sentence before it. */
export type NextPronoun = 'it' | 'they' | 'he or she'

/** The pronoun a sentence opens with; undefined where it opens with another word. */
export function openingPronoun(sentence: AnalysedSentence | undefined): NextPronoun | undefined {
  const text = sentence?.words[0]?.text ?? ''
  if (/^(?:it|its)$/i.test(text) && sentence?.words[0]?.relation !== 'expl') return 'it'
  if (/^(?:they|their)$/i.test(text)) return 'they'
  if (/^(?:he|she|his|her)$/i.test(text)) return 'he or she'
  // "The union said that was too long."
  const words = sentence?.words ?? []
  const isThat = words.some(
    (word, at) =>
      at > 0 &&
      at < 8 &&
      /^(?:that|this)$/i.test(word.text) &&
      /^(?:was|is|would|could|will)$/.test(words[at + 1]?.text ?? '') &&
      word.xpos === 'DT',
  )
  return isThat ? 'it' : undefined
}

/**
 * Whether a rewrite ends on another subject that the next sentence's pronoun could mean: "The galaxy was found by a telescope
 * that …" → "A telescope found the galaxy. The telescope was …", with "Its light has taken …" behind.
 */
export function endsOnOther(before: Draft, after: readonly Draft[], next: NextPronoun, cast: Cast): boolean {
  const last = after.at(-1)
  const old = subjectWord(before)
  const now = last === undefined ? undefined : subjectWord(last)
  if (last === undefined || old === undefined || now === undefined) return false
  if (now.word.upos === 'PRON' || now.word.lemma === old.word.lemma) return false
  // "The case was brought by Ann Lee. She …": not the case.
  if (!couldMean(next, old.word, cast.nameAt(old.tokens[0] ?? -1)?.kind)) return false
  const entity = (token: number | undefined): number | undefined => cast.nameAt(token ?? -1)?.entity
  if (old.tokens.some((token) => now.tokens.includes(token))) return false
  const same = old.tokens.flatMap((token) => entity(token) ?? [])
  if (now.tokens.some((token) => same.includes(entity(token) ?? -1))) return false
  return couldMean(next, now.word, cast.nameAt(now.tokens[0] ?? -1)?.kind)
}

interface Subject {
  readonly word: Word
  readonly tokens: readonly number[]
}

/** Whoever is told of: the speaker of a claim, else the subject. */
function subjectWord({ sentence: { words }, origins, frame }: Draft): Subject | undefined {
  const root = rootOf(words)
  const at = root === undefined ? undefined : subjectOf(words, root)
  const word = words[at ?? -1]
  if (word === undefined || at === undefined) return undefined
  const own = frame === undefined ? (origins[at]?.tokens ?? []) : frame.full.flatMap(({ origin }) => origin.tokens)
  return { word, tokens: own }
}

function couldMean(next: NextPronoun, word: Word, kind: string | undefined): boolean {
  const isPerson = kind === 'person' || (kind === undefined && isOfClass(word.lemma, 'person'))
  const isSeveral = /^NNP?S$/.test(word.xpos)
  if (next === 'he or she') return isPerson && !isSeveral
  return next === 'they' ? isSeveral : !isSeveral && !isPerson
}
