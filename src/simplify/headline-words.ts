import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Word } from '../language/analysis.ts'
import { chunkBefore, chunkFrom } from '../language/chunks.ts'
import { indefiniteArticle } from '../language/inflect.ts'
import { keep, type Piece, put } from './rewrite.ts'

/** What a headline leaves out and a learner needs, put in where the words or the story show it. */
export interface LeftOut {
  /** The word before which it stands. */
  readonly at: number
  readonly text: string
  /** A comma that it takes the place of. */
  readonly instead: boolean
}

/** The small words that a headline left out, from left to right, as two readers see them. `body` is the story. */
export function leftOut(
  words: readonly Word[],
  others: readonly Word[],
  body: readonly AnalysedSentence[],
): readonly LeftOut[] {
  const same = (one: LeftOut, other: LeftOut): boolean => one.at === other.at && one.text === other.text
  const second = [...joints(others), ...helpers(others)]
  const found = [...joints(words), ...helpers(words)].filter((one) => second.some((other) => same(one, other)))
  const own = articles(words, body)
  const theirs = articles(others, body)
  const agree = own.length === theirs.length && own.every((one, at) => same(one, theirs[at] ?? { ...one, at: -1 }))
  return [...found, ...(agree ? own : [])].sort((a, b) => a.at - b.at)
}

/** A headline's pieces with what was left out. */
export function filledIn(words: readonly Word[], missing: readonly LeftOut[]): readonly Piece[] {
  const pieces: Piece[] = []
  let next = 0
  for (const { at, text, instead } of missing) {
    const end = instead ? at - 1 : at
    if (end > next) pieces.push(keep(tokens(next, end)))
    pieces.push(put(text, tokens(end, at)))
    next = at
  }
  return [...pieces, keep(tokens(next, words.length))]
}

const finite = (word: Word | undefined): boolean => /^(?:VBZ|VBP)$/.test(word?.xpos ?? '')

/** "Bill clears house, faces fight" and "Tarvia, rebels trade blame": the one comma stands for "and". */
function joints(words: readonly Word[]): readonly LeftOut[] {
  const commas = words.flatMap((word, at) => (word.text === ',' ? [at] : []))
  const [comma] = commas
  if (commas.length !== 1 || comma === undefined) return []
  const verb = words.findIndex(finite)
  const next = words[comma + 1]
  if (verb > 0 && verb < comma && next !== undefined) {
    const isAlike = next.upos === 'VERB' && next.xpos === words[verb]?.xpos
    if (isAlike) return [{ at: comma + 1, text: 'and', instead: true }]
    // "denies plot, granted bail": the deed of a headline stands in the present, so an -ed form is done to somebody.
    const isDone = /^(?:VBN|VBD)$/.test(next.xpos) && /ed$/.test(next.text) && words[verb]?.xpos === 'VBZ'
    return isDone ? [{ at: comma + 1, text: 'and is', instead: true }] : []
  }
  const first = chunkFrom(words, 0)
  const second = chunkFrom(words, comma + 1)
  const isPair = first?.end === comma && second !== undefined && words[second.end]?.xpos === 'VBP'
  return isPair ? [{ at: comma + 1, text: 'and', instead: true }] : []
}

/** "fight not over": a noun, "not" and what it is not. */
function helpers(words: readonly Word[]): readonly LeftOut[] {
  return words.flatMap((word, at) => {
    const noun = words[at - 1]
    const next = words[at + 1]
    const isNot = word.text.toLowerCase() === 'not' && noun !== undefined && /^NNS?$/.test(noun.xpos)
    if (!isNot || next === undefined || !/^(?:ADJ|ADV|VERB)$/.test(next.upos) || next.xpos === 'VB') return []
    if (next.upos === 'VERB' && next.xpos !== 'VBN') return []
    return [{ at, text: noun.xpos === 'NNS' ? 'are' : 'is', instead: false }]
  })
}

/**
 * The articles of bare nouns, each as the story has it where it first tells of the thing ("A bill that …": "a"). All or
 * none: where one noun of the headline is not in the story, the headline keeps its short form.
 */
function articles(words: readonly Word[], body: readonly AnalysedSentence[]): readonly LeftOut[] {
  const found: LeftOut[] = []
  for (let at = 0; at < words.length; ) {
    const chunk = chunkFrom(words, at)
    if (chunk === undefined) {
      at += 1
      continue
    }
    at = chunk.end
    const opening = words[chunk.start]
    const head = words[chunk.head]
    if (opening === undefined || head === undefined || !/^(?:NN|NNP)$/.test(head.xpos)) continue
    if (/^(?:DET|PRON|NUM|SYM)$/.test(opening.upos) || /^(?:PRP\$|CD|\$)$/.test(opening.xpos)) continue
    if (words.slice(chunk.start, chunk.head).some((word) => word.xpos === 'POS' || word.xpos === 'CD')) continue
    // Headlines are read with less ease: only a plain noun at the front, or behind a verb or preposition, is sure.
    const before = words[chunk.start - 1]
    const after = words[chunk.end]
    const isPlain = words.slice(chunk.start, chunk.end).every((word) => /^(?:NN|NNP|JJ|HYPH)$/.test(word.xpos))
    const isPlaced = before === undefined || before.upos === 'ADP' || /^(?:VBZ|VBP|VB|IN)$/.test(before.xpos)
    const isClosed = after === undefined || /^(?:ADP|VERB|AUX|PUNCT|PART|SCONJ)$/.test(after.upos)
    if (!isPlain || !isPlaced || !isClosed) return []
    const article = articleIn(body, words.slice(chunk.start, chunk.end), head)
    if (article === undefined) return []
    if (article === 'bare') continue
    const text = article === 'the' ? 'the' : indefiniteArticle(opening.text)
    found.push({ at: chunk.start, text, instead: false })
  }
  return found
}

/** The article with which the story first names a thing; "bare" where it has none, undefined where the story lacks it. */
function articleIn(
  body: readonly AnalysedSentence[],
  chunk: readonly Word[],
  head: Word,
): 'a' | 'the' | 'bare' | undefined {
  const isName = head.upos === 'PROPN'
  for (const { words } of body) {
    for (const [at, word] of words.entries()) {
      if (isName ? word.text !== head.text : word.lemma !== head.lemma || word.xpos !== 'NN') continue
      const found = chunkBefore(words, at + 1)
      if (found === undefined || found.head !== at) continue
      // A name must stand whole: "Reserve Bank", not another bank.
      if (isName && !chunk.every((part, place) => words[at + 1 - chunk.length + place]?.text === part.text)) continue
      const opening = words[found.start]?.text.toLowerCase() ?? ''
      if (opening === 'the') return 'the'
      if (opening === 'a' || opening === 'an') return 'a'
      if (
        /^(?:DET|PRON|NUM)$/.test(words[found.start]?.upos ?? '') ||
        words.slice(found.start, at).some((one) => one.xpos === 'POS')
      )
        continue
      return 'bare'
    }
  }
  return isName && chunk.every((word) => word.upos === 'PROPN') ? 'bare' : undefined
}
