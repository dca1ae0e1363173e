import type { Gloss, Level, SentenceKind } from '../document/article.ts'
import type { AnalysedSentence, Analysis } from '../language/analysis.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'
import type { Glossary } from '../study/glossary.ts'
import { arrange, countWords, type PrintedGroup } from './arrange.ts'
import { type Cast, createCast } from './cast.ts'
import { choosePieces, type Group } from './choose-pieces.ts'
import { contentOf, type Draft, segment } from './draft.ts'
import { type EngineParts, simplifySentence } from './engine.ts'
import { chooseExplained, findHardWords } from './explain.ts'
import type { Frame } from './frame.ts'
import { easierHeadline } from './headline.ts'
import { nothingWritten, writeInFull } from './in-full.ts'
import { introducePeople } from './introduce.ts'
import { goesOnQuoted, isQuoteOpenBehind } from './open-quotes.ts'
import { type PrintedSentence, printDrafts } from './print.ts'
import { findRepeats, importance } from './salience.ts'

/** What simplifying works with. */
export interface SimplifyParts extends EngineParts {
  readonly vocabulary: Vocabulary
  readonly glossary: Glossary
}

/** A finished sentence of the edition. */
export interface EasySentence extends PrintedSentence {
  readonly kind: SentenceKind
  /** Hard words left in it, each at its first place in the edition. */
  readonly hard: readonly { readonly at: number; readonly length: number; readonly gloss: Gloss }[]
}

/** The easy story: a headline and paragraphs of sentences. */
export interface EasyStory {
  readonly headline: EasySentence
  readonly paragraphs: readonly (readonly EasySentence[])[]
}

/** Makes the easy story of an analysed article whose first block is its headline. */
export function simplifyStory(analysis: Analysis, level: Level, parts: SimplifyParts): EasyStory {
  const cast = createCast(analysis)
  const first = analysis.document.blocks[0]
  const hasHeadline = first?.kind === 'headline'
  const headlineCount = hasHeadline
    ? analysis.sentences.filter((sentence) => sentence.span.end <= first.span.end).length
    : 0
  const headlineText = hasHeadline ? (analysis.document.text.split('\n\n')[0] ?? '') : ''
  const body: Analysis = { ...analysis, sentences: analysis.sentences.slice(headlineCount) }
  const scores = importance(body, headlineText)
  const repeats = new Set(findRepeats(body))
  const quoted = partsOfQuotes(body)
  const blockOf = (sentence: AnalysedSentence): number =>
    analysis.document.blocks.findIndex(
      (one) => one.span.start <= sentence.span.start && sentence.span.end <= one.span.end,
    )
  const nextTo = (index: number): AnalysedSentence | undefined => {
    const [own, next] = [body.sentences[index], body.sentences[index + 1]]
    return own !== undefined && next !== undefined && blockOf(own) === blockOf(next) ? next : undefined
  }
  const told: Group[] = []
  for (const [index, sentence] of body.sentences.entries()) {
    if (repeats.has(index)) continue
    const last = told.at(-1)
    const before = last?.index === index - 1 ? body.sentences[index - 1] : undefined
    const speaker =
      before !== undefined && blockOf(before) === blockOf(sentence)
        ? (last?.drafts.findLast((draft) => draft.frame !== undefined)?.frame ??
          last?.drafts.map((draft) => speakerBehind(draft, cast)).find((frame) => frame !== undefined))
        : undefined
    told.push({
      index,
      source: sentence.words,
      drafts: simplifySentence(
        sentence,
        index + headlineCount,
        level,
        cast,
        { ...parts, isLead: index === 0 },
        nextTo(index),
      ).map((draft) => saidOn(draft, speaker)),
      importance: scores[index] ?? 0,
      isPartOfQuote: quoted.has(index),
    })
  }

  let written = nothingWritten
  let known: ReadonlySet<number> = new Set()
  const groups: PrintedGroup[] = []
  const choice = {
    cast,
    headline: lemmasIn(analysis.sentences.slice(0, headlineCount)),
    verbOf: (noun: string) => parts.lexicon.hiddenVerb(noun)?.verb,
  }
  for (const group of level === 1 ? choosePieces(told, choice) : told) {
    const sentence = body.sentences[group.index]
    if (sentence === undefined) continue
    const drafts: Draft[] = []
    for (const draft of group.drafts) {
      const full = writeInFull(draft, written, analysis, parts.lexicon, parts.reader, cast, level)
      written = full.written
      drafts.push(full.draft)
    }
    const introduced = introducePeople(printDrafts(drafts, parts.reader, cast), known, parts.reader, cast, level)
    known = introduced.known
    groups.push({ block: blockOf(sentence), printed: introduced.sentences })
  }

  const hardBySentence = groups.flatMap((group) =>
    group.printed.map((printed) => findHardWords(printed.sentence, level, parts.vocabulary, parts.glossary)),
  )
  const words = groups.reduce(
    (sum, group) => sum + group.printed.reduce((own, printed) => own + countWords(printed), 0),
    0,
  )
  const headline = easierHeadline(analysis.sentences.slice(0, headlineCount), parts, {
    body: body.sentences,
    cast,
    level,
  })
  const headlineTerms = new Set(
    findHardWords(headline.sentence, level, parts.vocabulary, parts.glossary).map(({ gloss }) => gloss.term),
  )
  const explained = chooseExplained(hardBySentence, headlineTerms, words, level, parts.vocabulary, cast.nameWords)
  return {
    headline: { ...headline, kind: 'headline', hard: [] },
    paragraphs: arrange(groups, hardBySentence, explained, level, parts.reader),
  }
}

function lemmasIn(sentences: readonly AnalysedSentence[]): ReadonlySet<string> {
  return new Set(
    sentences.flatMap(({ words }) =>
      words.flatMap(({ lemma, upos }) => (/^(?:NOUN|PROPN|VERB)$/.test(upos) ? [lemma.toLowerCase()] : [])),
    ),
  )
}

/** `"It was the right thing to do."` behind another quote of a paragraph is said by the same person: for those who hear the story, that is told. */
function saidOn(draft: Draft, speaker: Frame | undefined): Draft {
  const { words } = draft.sentence
  const marks = words.filter((word) => word.text === '"').length
  if (draft.frame !== undefined || speaker?.form !== 'quote' || words[0]?.text !== '"') return draft
  // One whole quote, or one that goes on in the next sentence.
  if (marks !== 1 && (marks !== 2 || words.at(-1)?.text !== '"')) return draft
  const verb = speaker.named.at(-1)
  const also =
    verb === undefined || !/^sa(?:id|ys?)$/.test(verb.text)
      ? speaker.named
      : [...speaker.named.slice(0, -1), { ...verb, text: 'also' }, verb]
  return { ...draft, frame: { ...speaker, full: also }, rules: [...draft.rules, 'speaker-again'] }
}

/** `"I heard it," said Ann Lee, whose brother …`: who speaks where the sentence was left whole. */
function speakerBehind(draft: Draft, cast: Cast): Frame | undefined {
  const { sentence, origins } = draft
  const said = sentence.words.findIndex(
    (word, at) => /^(?:said|says)$/.test(word.text) && /^["”]$/u.test(sentence.words[at - 1]?.text ?? ''),
  )
  const name = sentence.words.findIndex(
    (word, at) =>
      at > said &&
      at < said + 4 &&
      cast.nameAt(origins[at]?.tokens[0] ?? -1)?.kind === 'person' &&
      word.upos === 'PROPN',
  )
  const naming = said < 0 || name < 0 ? undefined : cast.again(sentence, name, (word) => origins[word]?.tokens[0])
  if (naming === undefined) return undefined
  const from = {
    tokens: [...(origins[name]?.tokens ?? []), ...(origins[said]?.tokens ?? [])],
    rules: ['speaker-again'],
  }
  const named = `${naming.text} ${sentence.words[said]?.text}`.split(' ').map((text) => segment(text, from))
  return { full: named, short: named, named, form: 'quote', joint: '' }
}

/** Sentences of a quotation that runs over more than one: alone each would lack its marks or its speaker. */
function partsOfQuotes({ document, sentences }: Analysis): ReadonlySet<number> {
  const found = new Set<number>()
  const starts = new Set(document.blocks.map(({ span }) => span.start))
  let isOpen = false
  for (const [index, { span, words }] of sentences.entries()) {
    if (starts.has(span.start)) isOpen = isOpen && goesOnQuoted(words)
    const next = isQuoteOpenBehind(words, isOpen)
    if (isOpen || next) found.add(index)
    isOpen = next
  }
  return found
}

/** A line that is worked on again and again ends here at the latest. */
const mostRounds = 4

/**
 * One line on its own: the easy sentences of each of its sentences, joined by a space, worked on until nothing changes any
 * more. Odd input comes back as it is.
 */
export function simplifyLine(line: string, level: Level, parts: EngineParts): string {
  // Curly marks become straight ones, as in every article that comes in: the rules on quotes look for these.
  let text = line.trim().replace(/[“”]/gu, '"')
  for (let round = 0; round < mostRounds; round += 1) {
    const easier = onceEasier(text, level, parts)
    if (easier === text) break
    text = easier
  }
  return text
}

function onceEasier(text: string, level: Level, parts: EngineParts): string {
  if (text === '') return ''
  const document = parts.reader.read('line', [{ kind: 'paragraph', text }])
  const analysis = parts.reader.analyse(document)
  const cast = createCast(analysis)
  const easy = analysis.sentences.flatMap((sentence, index) =>
    printDrafts(simplifySentence(sentence, index, level, cast, parts), parts.reader, cast).map(contentOf),
  )
  return easy.length === 0 ? text : easy.join(' ')
}
