import type { Level } from '../document/article.ts'

/** What is known about a word before its difficulty is guessed. */
export interface WordFacts {
  readonly word: string
  readonly upos: string
  /** The list that has the word in this part of speech. */
  readonly list: Level | 'news' | undefined
  /** The list of the easier word that it is plainly made from. */
  readonly base: Level | 'news' | undefined
  /** The easiest list that has it in another part of speech. */
  readonly other: Level | 'news' | undefined
  readonly syllables: number
  /** Whether most American children of nine know it (Dale and Chall). */
  readonly isSimple: boolean
  /** log10 of 1 + the count of a form in subtitles. */
  readonly heard: (form: string) => number
  /** Where the word stands among words that keep its company: `vectorWidth` numbers; undefined where that is not known. */
  readonly vector: readonly number[] | undefined
  readonly senses: SenseCounts
}

/** How many senses a general dictionary gives a word. */
export interface SenseCounts {
  /** In all parts of speech. */
  readonly all: number
  /** How many parts of speech it has. */
  readonly parts: number
  /** Which part of all senses that were counted in texts is of this part of speech, 0 to 1. */
  readonly share: number
}

/** Numbers of a word vector (GloVe; Pennington, Socher and Manning 2014). */
export const vectorWidth = 100

/** The features that `difficulty.tsv` has weights for, by name. Numbers of any size; most are 0 or 1. */
export function featuresOf(facts: WordFacts): Readonly<Record<string, number>> {
  const { word, upos, list, base, other, heard } = facts
  const family = familyHeard(word, upos, heard)
  const is = (holds: boolean): number => (holds ? 1 : 0)
  const vector = facts.vector ?? []
  return {
    constant: 1,
    family,
    'family squared': family * family * 0.2,
    heard: heard(word),
    letters: word.length,
    syllables: facts.syllables,
    'stem heard': stemHeard(word, heard),
    'abstract ending': is(/(?:tion|sion|ity|ism|ment|ance|ence|ency|ancy)$/.test(word)),
    'learned ending': is(/(?:ous|ive|ate|ify|ise|ial|ual|ary|ic|al)$/.test(word)),
    'plain ending': is(/(?:ly|ness|er|ing|ed|ful|less)$/.test(word)),
    prefix: is(/^(?:un|in|im|dis|re|de|inter|trans|con|com|pro|ex|sub)/.test(word)),
    verb: is(upos === 'VERB'),
    adjective: is(upos === 'ADJ'),
    adverb: is(upos === 'ADV'),
    simple: is(facts.isSimple),
    'level 1': is(list === 1),
    'level 2': is(list === 2),
    'news core': is(list === 'news'),
    'base listed': is(list === undefined && (base === 1 || base === 2)),
    'level 1 otherwise': is(list === undefined && base === undefined && other === 1),
    'level 2 otherwise': is(list === undefined && base === undefined && other === 2),
    'level 1 family': list === 1 ? family : 0,
    'level 1 simple': is(list === 1 && facts.isSimple),
    'level 1 letters': list === 1 ? word.length : 0,
    'level 2 family': list === 2 ? family : 0,
    'level 1 noun': is(list === 1 && upos === 'NOUN'),
    'level 1 verb': is(list === 1 && upos === 'VERB'),
    senses: Math.log(1 + facts.senses.all),
    'parts of speech': facts.senses.parts,
    'share of part': facts.senses.share,
    'no vector': is(facts.vector === undefined),
    length: Math.hypot(...vector),
    ...Object.fromEntries(Array.from({ length: vectorWidth }, (_, at) => [`vector ${at}`, vector[at] ?? 0])),
  }
}

/** How often the word is heard in any of its regular forms. */
function familyHeard(word: string, upos: string, heard: (form: string) => number): number {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word
  const forms =
    upos === 'VERB'
      ? [word, `${word}s`, `${stem}ed`, `${stem}ing`]
      : upos === 'NOUN'
        ? [word, word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`]
        : [word]
  return Math.log10(1 + forms.reduce((sum, form) => sum + 10 ** heard(form) - 1, 0))
}

const endings =
  'tion ity ism ous ment ance ence ive ate ify ise ly ness er or ist al ic able ible ing ed ship hood ful less age ure ant ent ary s es'.split(
    ' ',
  )

/** How often the commonest word is heard that this one may be made from. */
function stemHeard(word: string, heard: (form: string) => number): number {
  let most = 0
  for (const ending of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 3) continue
    const stem = word.slice(0, -ending.length)
    const ways = [stem, `${stem}e`]
    if (stem.endsWith('i')) ways.push(`${stem.slice(0, -1)}y`)
    if (stem.length > 3 && stem.at(-1) === stem.at(-2)) ways.push(stem.slice(0, -1))
    for (const way of ways) most = Math.max(most, heard(way))
  }
  return most
}

/** Difficulty of a word from its features: from about 0 (A1) upwards; the steps between harder levels are wider. */
export function difficultyOf(facts: WordFacts, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [name, value] of Object.entries(featuresOf(facts))) sum += value * (weights.get(name) ?? 0)
  return sum
}
