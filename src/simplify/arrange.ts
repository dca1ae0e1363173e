import type { Origin } from '../document/alignment.ts'
import type { Gloss, Level } from '../document/article.ts'
import type { Reader } from '../language/analysis.ts'
import type { HardWord } from './explain.ts'
import { goesOnQuoted, isQuoteOpenBehind } from './open-quotes.ts'
import type { PrintedSentence } from './print.ts'
import type { EasySentence } from './simplify.ts'

/** T7: most sentences and words of a paragraph. */
const paragraphLimits: Readonly<Record<Level, { readonly sentences: number; readonly words: number }>> = {
  1: { sentences: 3, words: 35 },
  2: { sentences: 4, words: 50 },
}

/** The new sentences of one source sentence, with the block of the source that it stands in. */
export interface PrintedGroup {
  readonly block: number
  readonly printed: readonly PrintedSentence[]
}

/** How many words a sentence has, marks not counted. */
export function countWords(printed: PrintedSentence): number {
  return printed.sentence.words.filter((word) => word.upos !== 'PUNCT').length
}

/**
 * Puts each explanation right behind the sentence that first uses its term, or behind those that lean on that one, and breaks
 * long paragraphs. A claim that goes on behind an explanation names its speaker again.
 */
export function arrange(
  groups: readonly PrintedGroup[],
  hardBySentence: readonly (readonly HardWord[])[],
  explained: ReadonlySet<string>,
  level: Level,
  reader: Reader,
): readonly (readonly EasySentence[])[] {
  const paragraphs = createParagraphs(level)
  const seen = new Set<string>()
  let block = -1
  let at = 0
  let isQuoteOpen = false
  let waiting: readonly Gloss[] = []
  for (const [index, group] of groups.entries()) {
    const easy: EasySentence[] = []
    if (group.block !== block) isQuoteOpen = isQuoteOpen && goesOnQuoted(group.printed[0]?.sentence.words ?? [])
    for (const printed of group.printed) {
      const hard = (hardBySentence[at] ?? []).filter(({ gloss }) => !seen.has(keyOf(gloss)))
      at += 1
      let told = printed
      // Between the marks an explanation would be the speaker's own words.
      if (
        waiting.length > 0 &&
        !isQuoteOpen &&
        (!looksBack(printed) || (printed.named !== undefined && !saysOfLast(printed)))
      ) {
        easy.push(...waiting.map((gloss) => explanation(gloss, reader)))
        waiting = []
        told = printed.named ?? printed
      }
      const fresh = hard.filter(
        ({ gloss }, place) => hard.findIndex((one) => keyOf(one.gloss) === keyOf(gloss)) === place,
      )
      for (const { gloss } of fresh) seen.add(keyOf(gloss))
      const own = fresh.map(({ gloss }) => gloss).filter(({ term, origin }) => origin === 'own' && explained.has(term))
      waiting = [...waiting, ...own]
      easy.push({ ...told, kind: 'story', hard: placesIn(told, printed, hard) })
      isQuoteOpen = isQuoteOpenBehind(printed.sentence.words, isQuoteOpen)
    }
    const next = groups[index + 1]
    const isLeanedOn = next?.block === group.block && next.printed[0] !== undefined && looksBack(next.printed[0])
    if (!isQuoteOpen && !isLeanedOn) {
      easy.push(...waiting.map((gloss) => explanation(gloss, reader)))
      waiting = []
    }
    paragraphs.add(easy, group.block !== block)
    block = group.block
  }
  return paragraphs.all
}

/** "Hinted" may show what "hint" means before "hint" itself is explained: the two are not the same use. */
function keyOf({ term, origin }: Gloss): string {
  return `${origin} ${term}`
}

/** Hard words stand later by as many words as a named speaker is longer than "it" or "she". */
function placesIn(told: PrintedSentence, printed: PrintedSentence, hard: readonly HardWord[]): readonly HardWord[] {
  const later = told.sentence.words.length - printed.sentence.words.length
  return later === 0 ? hard : hard.map((word) => ({ ...word, at: word.at + later }))
}

const leaning = /^(?:he|she|it|they|this|that|these|those|there|his|her|its|their|both|then|so)$/i

/** Whether a sentence can only be understood right behind the one before it. */
function leans({ sentence }: PrintedSentence): boolean {
  const words = sentence.words.filter((word) => word.upos !== 'PUNCT')
  // "Somebody will have to change those tickets.": whoever spoke last says this too.
  const marks = sentence.words.filter((word) => word.text === '"').length
  if (sentence.words[0]?.text === '"' && (marks === 1 || sentence.words.at(-1)?.text === '"')) return true
  const first = /^(?:but|and)$/i.test(words[0]?.text ?? '') ? words[1] : words[0]
  if (leaning.test(first?.text ?? '')) return true
  // "It is not clear by whom.", "Four civilians were among them."
  return words.length < 9 && words.some((word) => /^(?:whom|them|why|how|who)$/i.test(word.text))
}

const one = /^(?:it|this|that|he|she|him)$/i
const several = /^(?:they|them|these|those|both)$/i

/** Whether an explanation before the sentence could take the place of what one of its pronouns means: "Members voted to reject it." */
function looksBack(printed: PrintedSentence): boolean {
  if (leans(printed)) return true
  const { words } = printed.sentence
  return words.some((word, at) => {
    if (word.upos !== 'PRON' || word.relation === 'expl' || /^W/.test(word.xpos)) return false
    const isOne = one.test(word.text)
    if (!isOne && !several.test(word.text)) return false
    const couldMean = isOne ? /^NNP?$/ : /^NNP?S$/
    return !words.slice(0, at).some((other) => couldMean.test(other.xpos) || (!isOne && other.relation === 'conj'))
  })
}

/** "She said this was because …": what was told last stands in front. */
function saysOfLast({ sentence: { words } }: PrintedSentence): boolean {
  const at = words.findIndex((word) => /^this$/i.test(word.text))
  return (
    at > 0 &&
    at < 12 &&
    /^(?:was|is|happened|happens|comes|has)$/.test(words[at + 1]?.text ?? '') &&
    (words[at - 1]?.text === 'that' || words[at - 1]?.upos === 'VERB')
  )
}

interface Paragraphs {
  readonly all: EasySentence[][]
  /** Adds the sentences of one source sentence; a new block of the source begins a new paragraph. */
  readonly add: (sentences: readonly EasySentence[], isNewBlock: boolean) => void
}

function createParagraphs(level: Level): Paragraphs {
  const limit = paragraphLimits[level]
  const all: EasySentence[][] = []
  const size = (list: readonly EasySentence[]): number => list.reduce((sum, sentence) => sum + countWords(sentence), 0)
  const push = (unit: readonly EasySentence[], isNew: boolean): void => {
    const current = all.at(-1)
    const fits =
      current !== undefined &&
      !isNew &&
      current.length + unit.length <= limit.sentences &&
      size(current) + size(unit) <= limit.words
    if (fits) current.push(...unit)
    else all.push([...unit])
  }
  const add = (sentences: readonly EasySentence[], isNewBlock: boolean): void => {
    let isNew = isNewBlock
    for (const unit of units(sentences, limit.sentences)) {
      push(unit, isNew)
      isNew = false
    }
  }
  return { all, add }
}

/** Sentences one by one, but an explanation and what leans on a sentence stay with it where there is room. */
function units(sentences: readonly EasySentence[], most: number): readonly (readonly EasySentence[])[] {
  const all: EasySentence[][] = []
  for (const sentence of sentences) {
    const last = all.at(-1)
    if (last !== undefined && last.length < most && (sentence.kind === 'explanation' || leans(sentence)))
      last.push(sentence)
    else all.push([sentence])
  }
  return all
}

function explanation(gloss: Gloss, reader: Reader): EasySentence {
  const sentence = reader.parse(gloss.meaning)
  const origin: Origin = { tokens: [], rules: ['explain'] }
  return {
    sentence,
    origins: sentence.words.map(() => origin),
    sources: [],
    rules: ['explain'],
    kind: 'explanation',
    hard: [],
  }
}
