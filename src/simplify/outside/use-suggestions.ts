import type { Level } from '../../document/article.ts'
import { textOf } from '../../document/document.ts'
import type { AnalysedSentence, Analysis } from '../../language/analysis.ts'
import { findHardWords } from '../explain.ts'
import type { EasySentence, EasyStory, SimplifyParts } from '../simplify.ts'
import { alignSentence, assignSentences, isContent, readAnswer, type SourceSentence, sourceSentence } from './align.ts'
import { type Group, madeDrafts, refuseGroup } from './judge.ts'
import type { Suggestions } from './rewriter.ts'

/** The story with the sentences that were made elsewhere and stood before the judge. */
export interface MixedStory {
  readonly story: EasyStory
  /** How many source sentences are told in words from outside. */
  readonly used: number
}

/** How many times as many words as the engine's sentences an outside text may have. */
const mostGrowth = 1.4

/** Told of every answer or group that the judge refused, with the index of its source sentence if there is one. */
export type Refused = (reason: string, source?: number) => void

/**
 * Puts sentences of an outside rewriter in the place of the engine's, source sentence by source sentence, where they pass
 * the judge with both readers and are no harder. All others stay; so does what was left out, and every explanation that
 * is still needed. Pure.
 */
export function useSuggestions(
  story: EasyStory,
  original: Analysis,
  suggestions: Suggestions,
  level: Level,
  parts: SimplifyParts,
  refused: Refused = () => undefined,
): MixedStory {
  const replacing = new Map<number, readonly EasySentence[]>()
  for (const [at, answer] of suggestions.texts[level]) {
    for (const group of groupsOf(original, at, answer, parts, refused)) {
      const own = sentencesFrom(story, group.source.index)
      if (own.length === 0) continue
      const reason = refuseTwice(group, level, parts) ?? harder(group, own, level, parts)
      if (reason === undefined) replacing.set(group.source.index, easySentences(group))
      else refused(reason, group.source.index)
    }
  }
  if (replacing.size === 0) return { story, used: 0 }
  const hardWords = (sentence: EasySentence): EasySentence['hard'] =>
    findHardWords(sentence.sentence, level, parts.vocabulary, parts.glossary)
  return { story: { ...story, paragraphs: replaced(story, replacing, hardWords) }, used: replacing.size }
}

/** The sentences of an answer, gathered behind the source sentences of their paragraph that they come from. */
function groupsOf(
  original: Analysis,
  block: number,
  answer: string,
  parts: SimplifyParts,
  refused: Refused,
): readonly Group[] {
  const span = original.document.blocks[block]?.span
  if (span === undefined) return []
  const sources: SourceSentence[] = original.sentences.flatMap((sentence, index) =>
    span.start <= sentence.span.start && sentence.span.end <= span.end ? [sourceSentence(sentence, index, parts)] : [],
  )
  const made = readAnswer(answer, textOf(original.document, span), parts)
  if (made === undefined) {
    refused('the answer is no plain text of sensible length')
    return []
  }
  const places = assignSentences(made, sources)
  return sources.flatMap((source, at) => {
    const own = made.filter((_, index) => places[index] === at)
    return own.length === 0 ? [] : [{ source, made: own.map((sentence) => alignSentence(sentence, source)) }]
  })
}

/** The engine's sentences that tell one source sentence and no other. */
function sentencesFrom(story: EasyStory, source: number): readonly EasySentence[] {
  const own = story.paragraphs.flat().filter((sentence) => sentence.sources.includes(source))
  return own.every((sentence) => sentence.kind === 'story' && sentence.sources.length === 1) ? own : []
}

/** The judge with the first reader, and again with the second: a wrong parse may hide what was turned round. */
function refuseTwice(group: Group, level: Level, parts: SimplifyParts): string | undefined {
  const reason = refuseGroup(group, level, parts)
  const { checker } = parts
  if (reason !== undefined || checker === undefined) return reason
  const again = (sentence: AnalysedSentence): AnalysedSentence => {
    const words = checker.parseForms(sentence.words.map(({ text }) => text))
    return { ...sentence, words }
  }
  const source: SourceSentence = { ...group.source, sentence: again(group.source.sentence) }
  const made = group.made.map(({ sentence }) => alignSentence(again(sentence), source))
  const second = refuseGroup({ source, made }, level, parts)
  return second === undefined ? undefined : `second reader: ${second}`
}

/** Other words stand only if they are no harder: neither longer sentences nor more words beyond the level. */
function harder({ made }: Group, own: readonly EasySentence[], level: Level, parts: SimplifyParts): string | undefined {
  const length = (sentences: readonly AnalysedSentence[]): number =>
    sentences.reduce((sum, { words }) => sum + words.filter(({ upos }) => upos !== 'PUNCT').length, 0) /
    sentences.length
  const beyond = (sentences: readonly AnalysedSentence[]): number =>
    sentences
      .flatMap(({ words }) => words)
      .filter((word) => isContent(word) && word.upos !== 'PROPN' && word.upos !== 'NUM')
      .filter((word) => !parts.vocabulary.isEasy(word.lemma, word.upos, level)).length
  const [outside, inside] = [made.map(({ sentence }) => sentence), own.map(({ sentence }) => sentence)]
  const count = (sentences: readonly AnalysedSentence[]): number => length(sentences) * sentences.length
  // The engine may have left out a part of the sentence on purpose.
  if (count(outside) > mostGrowth * count(inside)) return 'is longer'
  if (beyond(outside) > beyond(inside)) return 'has more hard words'
  if (beyond(outside) === beyond(inside) && length(outside) > length(inside)) return 'has longer sentences'
  const text = (sentences: readonly AnalysedSentence[]): string =>
    sentences.map(({ document, span }) => textOf(document, span)).join(' ')
  return text(outside) === text(inside) ? 'is the same' : undefined
}

function easySentences(group: Group): readonly EasySentence[] {
  return madeDrafts(group).map(({ sentence, origins, sources, rules }) => ({
    sentence,
    origins,
    sources,
    rules,
    kind: 'story',
    hard: [],
  }))
}

/** The paragraphs with new sentences in their places, every hard word marked and explained where it now stands first. */
function replaced(
  story: EasyStory,
  replacing: ReadonlyMap<number, readonly EasySentence[]>,
  hardWords: (sentence: EasySentence) => EasySentence['hard'],
): readonly (readonly EasySentence[])[] {
  const meanings = new Map(
    story.paragraphs
      .flat()
      .flatMap((sentence) => sentence.hard.map(({ gloss }) => [gloss.meaning, gloss.term] as const)),
  )
  const explanations = new Map<string, EasySentence>()
  for (const sentence of story.paragraphs.flat()) {
    const term = meanings.get(textOf(sentence.sentence.document, sentence.sentence.span))
    if (sentence.kind === 'explanation' && term !== undefined) explanations.set(term, sentence)
  }
  const isKnown = new Set(explanations.values())
  const seen = new Set<string>()
  const told = new Set<number>()
  return story.paragraphs.map((paragraph) => {
    const sentences: EasySentence[] = []
    let waiting: EasySentence[] = []
    let from: number | undefined
    const explain = (): void => {
      sentences.push(...waiting)
      waiting = []
    }
    for (const sentence of paragraph) {
      if (sentence.kind === 'explanation') {
        // One that explains no word of the glossary stays where it is.
        if (!isKnown.has(sentence)) sentences.push(sentence)
        continue
      }
      const source = sentence.sources[0]
      if (source !== from) explain()
      from = source
      const other = source === undefined ? undefined : replacing.get(source)
      const now = other === undefined ? [sentence] : source !== undefined && told.has(source) ? [] : other
      if (source !== undefined) told.add(source)
      for (const one of now) {
        const hard = hardWords(one).filter(({ gloss }) => !seen.has(gloss.term))
        for (const { gloss } of hard) {
          seen.add(gloss.term)
          const explanation = explanations.get(gloss.term)
          if (explanation !== undefined) waiting.push(explanation)
        }
        sentences.push({ ...one, hard })
      }
    }
    explain()
    return sentences
  })
}
