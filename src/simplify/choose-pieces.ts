import type { Word } from '../language/analysis.ts'
import { lengthOf } from '../language/insertions.ts'
import type { Draft } from './draft.ts'

/** The new sentences of one source sentence, and how much that matters to the story (see salience.ts). */
export interface Group {
  readonly index: number
  readonly drafts: readonly Draft[]
  readonly importance: number
}

/** Most words of the story itself; explanations come on top. */
const mostWords = 125
/** A longer sentence is only told where nothing shorter leads the story. */
const longest = 17

/**
 * The pieces of the easiest level: the most important ones that fit into its words, each with what it leans on. The first
 * piece of the story is always told. Answers the groups again with fewer drafts, in order.
 */
export function choosePieces(groups: readonly Group[]): readonly Group[] {
  const pieces = groups.flatMap((group, place) =>
    group.drafts.map((draft, at) => ({ place, at, words: wordsOf(draft), score: scoreOf(group, draft, at) })),
  )
  const isFirst = (piece: Piece): number => (piece.place === 0 && piece.at === 0 ? 1 : 0)
  const ranked = [...pieces].sort(
    (a, b) => isFirst(b) - isFirst(a) || b.score - a.score || a.place - b.place || a.at - b.at,
  )
  const chosen = new Set<string>()
  let total = 0
  const key = (place: number, at: number): string => `${place}/${at}`
  for (const piece of ranked) {
    if (chosen.has(key(piece.place, piece.at))) continue
    const needed = together(groups, pieces, piece).filter((one) => !chosen.has(key(one.place, one.at)))
    const words = needed.reduce((sum, one) => sum + one.words, 0)
    const isLead = piece.place === 0 && piece.at === 0
    if (!isLead && needed.some((one) => one.words > longest)) continue
    if (chosen.size > 0 && total + words > mostWords) continue
    for (const one of needed) chosen.add(key(one.place, one.at))
    total += words
  }
  return groups.flatMap((group, place) => {
    const drafts = group.drafts.filter((_, at) => chosen.has(key(place, at)))
    return drafts.length === 0 ? [] : [{ ...group, drafts }]
  })
}

/** A piece with all it leans on and all that answers them. */
function together(groups: readonly Group[], pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  const before = [piece, ...leaningOn(groups, pieces, piece.place, piece.at)]
  const group = groups[piece.place]
  const own = group?.drafts[piece.at]
  if (own !== undefined && isAside(own)) {
    const main = pieces.find(
      (one) =>
        one.place === piece.place && group?.drafts[one.at] !== undefined && !isAside(group.drafts[one.at] ?? own),
    )
    if (main !== undefined) before.push(main, ...leaningOn(groups, pieces, main.place, main.at))
  }
  const all = before.flatMap((one) => [one, ...answeredBy(groups, pieces, one.place, one.at)])
  return [...new Map(all.map((one) => [`${one.place}/${one.at}`, one])).values()]
}

interface Piece {
  readonly place: number
  readonly at: number
  readonly words: number
}

function wordsOf(draft: Draft): number {
  return lengthOf(draft.sentence.words) + (draft.frame?.full.length ?? 0)
}

/** How much a piece tells for its length. The first piece of a source sentence holds its main clause. */
function scoreOf(group: Group, draft: Draft, at: number): number {
  const { words } = draft.sentence
  const length = wordsOf(draft)
  const numbers = words.filter((word) => /\d/.test(word.text)).length
  const names = words.filter((word) => word.upos === 'PROPN').length
  const hasNot = words.some((word) => /^(?:not|n['’]t|no|never|nobody)$/i.test(word.text))
  const isSmall = isAside(draft)
  return (
    group.importance * (at === 0 ? 1 : 0.75) +
    Math.min(0.3, numbers * 0.12) +
    Math.min(3, names) * 0.05 +
    (hasNot ? 0.2 : 0) -
    (isSmall ? 0.35 : 0) -
    Math.max(0, 7 - length) * 0.05 -
    Math.max(0, length - 10) * 0.08
  )
}

/** "Ms Lee is a dairy farmer." "Mr Lee is 52 years old.": of use only beside what the person says or does. */
function isAside(draft: Draft): boolean {
  const { words } = draft.sentence
  const isState =
    words.some((word) => word.head < 0 && word.upos !== 'VERB') && words.some((word) => /^(?:is|are)$/.test(word.text))
  return isState && draft.rules.some((rule) => /^(?:age|role-and-name|split-apposition|then-role)$/.test(rule))
}

const leaning = /^(?:he|she|it|they|this|that|these|those|but|so|there|meanwhile|their|his|her|its|both|then)$/i

/** Told without its "But …", what somebody grants would stand as the whole truth. */
function answeredBy(groups: readonly Group[], pieces: readonly Piece[], place: number, at: number): readonly Piece[] {
  const next = groups[place]?.drafts[at + 1]
  const word = next?.sentence.words.find((one) => one.upos !== 'PUNCT')?.text.toLowerCase()
  if (next === undefined || (word !== 'but' && firstWord(next)?.text.toLowerCase() !== 'but')) return []
  const found = pieces.find((piece) => piece.place === place && piece.at === at + 1)
  return found === undefined ? [] : [found, ...answeredBy(groups, pieces, place, at + 1)]
}

/** The pieces before that a piece cannot do without: "He …", "This happened …", "The bill …" behind "A bill …". */
function leaningOn(groups: readonly Group[], pieces: readonly Piece[], place: number, at: number): readonly Piece[] {
  const draft = groups[place]?.drafts[at]
  if (draft === undefined) return []
  const first = firstWord(draft)
  const leans = leaning.test(first?.text ?? '') || (at > 0 && first?.text.toLowerCase() === 'the')
  if (!leans) return []
  const before = at > 0 ? { place, at: at - 1 } : lastOf(groups, place - 1)
  if (before === undefined) return []
  const found = pieces.find((piece) => piece.place === before.place && piece.at === before.at)
  return found === undefined ? [] : [found, ...leaningOn(groups, pieces, before.place, before.at)]
}

function lastOf(groups: readonly Group[], place: number): { readonly place: number; readonly at: number } | undefined {
  const group = groups[place]
  return group === undefined ? undefined : { place, at: 0 }
}

/** The first word that will be printed: the speaker's where there is one. */
function firstWord(draft: Draft): Pick<Word, 'text'> | undefined {
  return draft.frame?.full[0] ?? draft.sentence.words.find((word) => word.upos !== 'PUNCT')
}
