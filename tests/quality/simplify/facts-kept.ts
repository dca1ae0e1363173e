import { folded, literally, type OutputSentence } from './facts-text.ts'

/** One fact of an article: which words show that it was kept, and which patterns show that it was turned round. */
export interface Fact {
  readonly id: string
  readonly fact: string
  readonly kind: string
  /** Each group needs one of its words in one sentence, or in two neighbours. */
  readonly keep: readonly (readonly string[])[]
  readonly never?: readonly string[] | undefined
}

const reporting =
  /\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old)|according|ask(?:s|ed)?|argu\w+|claim(?:s|ed)?|warn(?:s|ed)|reports?|reported|thinks?|thought|believ\w+|describ\w+|call(?:s|ed)|den(?:y|ies|ied)|insist\w*|add(?:s|ed|ing)|accus\w+|promis\w+|reject\w*|found|finds|conclud\w+|estimat\w+|announc\w+|not(?:es|ing)|show(?:s|ed)|quot\w+|fear(?:s|ed)|afraid|admit\w*|explain\w*|put the chance|dismiss\w*|hopes?|expects?|figures|in (?:his|her|its|their) (?:view|opinion)|answer(?:s|ed)|writes?|wrote)\b/
const pronounFirst = /^["']?(?:it|this|they|he|she|these|that|those|his|her|their|its|there|both|then|before|now)\b/
const negative = new Set([
  ...'not no never none neither nor nobody nothing without denied denies deny fewer unclear undecided unlikely separate only zero'.split(
    ' ',
  ),
  'no one',
  'rather than',
  'stopped short',
])
const pronouns = new Set(['he', 'she', 'they', 'it', 'this'])
const exact = new Set(['number', 'money', 'date'])

/** For each sentence, whether somebody is said to say it: a reporting word, or an open quote of a sentence that has one. */
export function spokenFlags(sentences: readonly OutputSentence[]): readonly boolean[] {
  const flags: boolean[] = []
  const marks = sentences.map(({ text }) => (folded(text).match(/"/g) ?? []).length)
  const opens = sentences.map(({ text }) => folded(text).startsWith('"'))
  let isOpen = false
  for (const [at, { text, paragraph }] of sentences.entries()) {
    if (at > 0 && sentences[at - 1]?.paragraph !== paragraph) isOpen = false
    flags.push(reporting.test(folded(text)) || ((isOpen || opens[at] === true) && flags[at - 1] === true))
    if ((marks[at] ?? 0) % 2 === 1) isOpen = !isOpen
  }
  // A quote that a later sentence of the same paragraph closes with '" she said'.
  for (let at = sentences.length - 2; at >= 0; at -= 1) {
    const isSame = sentences[at]?.paragraph === sentences[at + 1]?.paragraph
    if (isSame && flags[at + 1] === true && opens[at] === true && (marks[at] ?? 0) % 2 === 1) flags[at] = true
  }
  return flags
}

/** Whether a fact stands in the sentences (folded), and the sentences that turn it round. */
export function findFact(
  fact: Fact,
  sentences: readonly string[],
  spoken: readonly boolean[],
  matchesPrefix: boolean,
): { readonly kept: boolean; readonly never: readonly string[] } {
  const never = (fact.never ?? []).flatMap((pattern) => {
    const found = sentences.find((sentence) => new RegExp(pattern).test(sentence))
    return found === undefined ? [] : [found]
  })
  const groups = fact.keep.map((group) => group.map((word) => wordPattern(word, matchesPrefix)))
  const hits = sentences.map((sentence) => groups.map((group) => group.some((pattern) => pattern.test(sentence))))
  const kept = sentences.some((_, at) =>
    [[at], [at, at + 1]].some(
      (window) => (window.at(-1) ?? 0) < sentences.length && standsIn(fact, window, hits, sentences, spoken),
    ),
  )
  return { kept: kept && never.length === 0, never }
}

function standsIn(
  { keep, kind }: Fact,
  window: readonly number[],
  hits: readonly (readonly boolean[])[],
  sentences: readonly string[],
  spoken: readonly boolean[],
): boolean {
  const hit = (sentence: number, group: number): boolean => hits[sentence]?.[group] === true
  const all = [...keep.keys()]
  if (!all.every((group) => window.some((at) => hit(at, group)))) return false
  if ((kind === 'attribution' || kind === 'quote') && keep.length > 1) {
    const claims = window.map((at) => all.slice(1).filter((group) => hit(at, group)).length)
    const best = Math.max(...claims)
    if (!window.some((at, place) => claims[place] === best && spoken[at] === true)) return false
  }
  const isNegative = (group: number): boolean => keep[group]?.some((word) => negative.has(word.trim())) === true
  const negatives = all.filter(isNegative)
  if (negatives.length > 0 && keep.length > 1 && !exact.has(kind)) {
    const others = all.filter((group) => !isNegative(group))
    const content = others.filter((group) => !keep[group]?.some((word) => pronouns.has(word.trim())))
    const partners = content.length > 0 ? content : others
    if (!window.some((at) => negatives.some((group) => hit(at, group)) && partners.some((group) => hit(at, group))))
      return false
  }
  const numeric = all.filter((group) => keep[group]?.some((word) => /^\$?\d/.test(word.trim())))
  if (!exact.has(kind) || numeric.length === 0 || numeric.length === keep.length) return true
  const others = all.filter((group) => !numeric.includes(group))
  return numeric.every((group) =>
    window.some(
      (at) => hit(at, group) && (others.some((other) => hit(at, other)) || pronounFirst.test(sentences[at] ?? '')),
    ),
  )
}

/** A whole word or phrase; a `*` at its end, or `matchesPrefix`, lets any ending follow. */
function wordPattern(word: string, matchesPrefix: boolean): RegExp {
  const text = folded(word)
  const isOpen = text.endsWith('*') || (matchesPrefix && text.length > 3 && !/\d$/.test(text))
  const bare = text.replace(/\*+$/, '')
  const before = /^\d/.test(bare) ? '(?<![\\d.])' : /^[\p{L}\p{N}]/u.test(bare) ? '(?<![\\p{L}\\p{N}_])' : ''
  const after = isOpen
    ? ''
    : /\d$/.test(bare)
      ? '(?!\\d)(?!\\.\\d)'
      : /[\p{L}\p{N}]$/u.test(bare)
        ? '(?![\\p{L}\\p{N}_])'
        : ''
  return new RegExp(before + literally(bare) + after, 'u')
}
