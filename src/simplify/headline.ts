import type { Level } from '../document/article.ts'
import { textOf } from '../document/document.ts'
import { tokens } from '../document/span.ts'
import type { AnalysedSentence, Word } from '../language/analysis.ts'
import { isReporting } from '../language/reporting.ts'
import { isFiniteVerb } from '../language/tree.ts'
import type { Cast } from './cast.ts'
import { applyRewrite, type Draft } from './draft.ts'
import { easierWords } from './easier-words.ts'
import type { EngineParts } from './engine.ts'
import { refusal, refusalOfShortening } from './guards.ts'
import { filledIn, leftOut } from './headline-words.ts'
import type { PrintedSentence } from './print.ts'
import { keep } from './rewrite.ts'

/** What the headline's story is, for words and articles. */
export interface HeadlineStory {
  readonly body: readonly AnalysedSentence[]
  readonly cast: Cast
  readonly level: Level
}

/**
 * The edition's headline: the source's own with its speaker first ("Study says …" for "…: study") and without working
 * marks, in sentence case, with easier words, and with the "and", "is" and articles that the words or the story show.
 * What cannot be made easier safely stays.
 */
export function easierHeadline(
  sentences: readonly AnalysedSentence[],
  parts: EngineParts,
  story: HeadlineStory,
): PrintedSentence {
  const [first] = sentences
  if (first === undefined) {
    const sentence = parts.reader.parse('News')
    return { sentence, origins: [{ tokens: [], rules: [] }], sources: [], rules: [] }
  }
  const last = sentences.at(-1) ?? first
  const span = { start: first.span.start, end: last.span.end }
  const text = textOf(first.document, span)
  const plain = speakerFirst(text, story, parts).replace(/^(?:exclusive|watch|breaking|analysis|video)\s*[:|]\s*/i, '')
  const cased = sentenceCase(plain, story.body)
  const sentence = parts.reader.parse(cased)
  const draft: Draft = {
    sentence,
    origins: originsByText(sentence, span.start, span.end, first.document),
    sources: sentences.map((_, index) => index),
    rules: cased === text ? [] : ['headline'],
  }
  const hasQuote = /(?:^|\s)['‘]/u.test(cased)
  const easier = sentences.length === 1 && !hasQuote ? easierWords(draft, story.level, story.cast, parts) : draft
  const full = withSmallWords(easier, parts, story)
  return withoutStop(shortened(full, parts, story), parts)
}

/** "Sleep helps memory: study" → "Study says sleep helps memory": a claim keeps its speaker. */
function speakerFirst(text: string, { cast, body }: HeadlineStory, { reader }: EngineParts): string {
  const [, claim, who] =
    /^(.*[^:]):\s*(study|report|survey|police|poll|inquiry|research|experts?|officials?)$/i.exec(text) ?? []
  if (claim === undefined || who === undefined || claim.includes(':')) return text
  // "Man killed by shark: police": without a verb of its own the claim would not follow "say".
  if (!reader.parse(claim).words.some((word) => /^(?:VBZ|VBP|MD)$/.test(word.xpos))) return text
  const [opening = ''] = claim.split(/[\s,]/)
  const isName = cast.nameWords.has(opening) || isNameIn(body, opening) || /^.\p{Lu}/u.test(opening)
  const start = isName || !/^\p{Lu}\p{Ll}/u.test(opening) ? claim : claim.charAt(0).toLowerCase() + claim.slice(1)
  const says = /^(?:police|experts|officials)$/i.test(who) ? 'say' : 'says'
  return `${who.charAt(0).toUpperCase()}${who.slice(1).toLowerCase()} ${says} ${start}`
}

/** "Man Dies In Crash" → "Man dies in crash": capitals that the story does not have go. */
function sentenceCase(text: string, body: readonly AnalysedSentence[]): string {
  const words = text.split(' ')
  const long = words.slice(1).filter((word) => /^\p{L}{4,}/u.test(word))
  if (long.length < 3 || long.filter((word) => /^\p{Lu}\p{Ll}/u.test(word)).length < long.length * 0.8) return text
  const small = new Set(body.flatMap((sentence) => sentence.words.map(({ text: word }) => word)))
  const functionWord =
    /^(?:A|An|And|As|At|But|By|For|From|In|Into|Is|Of|On|Or|Over|The|To|With|After|Before|Not|Are|Was)$/
  const cased = words.map((word, at) => {
    const bare = word.replace(/[^\p{L}-]/gu, '')
    if (at === 0 || !/^\p{Lu}\p{Ll}*$/u.test(bare)) return word
    if (isNameIn(body, bare)) return word
    return functionWord.test(bare) || small.has(bare.toLowerCase()) ? word.toLowerCase() : undefined
  })
  // A word that the story lacks may be a name or none: the headline stays as it is.
  return cased.every((word) => word !== undefined) ? cased.join(' ') : text
}

/** Whether the story has a word with a capital inside a sentence. */
function isNameIn(body: readonly AnalysedSentence[], text: string): boolean {
  return body.some((sentence) => sentence.words.slice(1).some((word: Word) => word.text === text))
}

function isTitleCase(words: readonly Word[]): boolean {
  const long = words.slice(1).filter((word) => /^\p{L}{4,}/u.test(word.text) && word.upos !== 'PROPN')
  return long.some((word) => /^\p{Lu}\p{Ll}/u.test(word.text))
}

function withSmallWords(draft: Draft, parts: EngineParts, { body, cast }: HeadlineStory): Draft {
  const { words } = draft.sentence
  if (words.some((word) => /^(?:["“”':;?]|--?|–|—)$/u.test(word.text) && word.xpos !== 'HYPH' && word.xpos !== 'POS'))
    return draft
  if (isTitleCase(words)) return draft
  const others = (parts.checker ?? parts.reader).parse(textOf(draft.sentence.document, draft.sentence.span))
  const missing = others.words.length === words.length ? leftOut(words, others.words, body) : []
  if (missing.length === 0) return draft
  const [made] = applyRewrite(draft, [filledIn(words, missing)], 'headline-in-full', parts.reader, cast)
  return made === undefined || refusal({ before: draft, after: [made] }, cast.nameWords) !== undefined ? draft : made
}

/** More words than these are more than a headline (EASY-ENGLISH: eight at most). */
const mostWords = 8

/**
 * "Nurses walk out of hospital as pay talks collapse" → "Nurses walk out of hospital": the first clause alone, where it is
 * whole and what follows does not turn it round. A headline that cannot be cut safely stays long.
 */
function shortened(draft: Draft, parts: EngineParts, { cast }: HeadlineStory): Draft {
  const { words } = draft.sentence
  const text = textOf(draft.sentence.document, draft.sentence.span)
  if (
    text.split(/\s+/).length <= mostWords ||
    words.some((word) => /^["“”';:?]$/u.test(word.text) && word.xpos !== 'POS')
  )
    return draft
  const cut = words.findIndex((word, at) => {
    if (at < 4) return false
    const next = words[at + 1]
    if (word.text === ',' || word.text.toLowerCase() === 'and') return next !== undefined && isFiniteVerb(next)
    return /^(?:as|after|amid)$/i.test(word.text) && at < words.length - 2
  })
  if (cut < 0) return draft
  const [first, rest] = [words.slice(0, cut), words.slice(cut)]
  const turns =
    /^(?:but|not|n['’]t|no|never|little|few|fewer|fail|fails|failed|without|despite|if|unless|yet|deny|denies)$/i
  if (rest.some((word) => turns.test(word.text)) || !first.some(isFiniteVerb)) return draft
  // "says A, does B": what the first verb rules may run over the cut.
  if (
    first.some((word) => word.upos === 'VERB' && isReporting(word.lemma) && !/^(?:deny|reject|admit)$/.test(word.lemma))
  )
    return draft
  const [made] = applyRewrite(draft, [[keep(tokens(0, cut))]], 'headline-short', parts.reader, cast)
  return made === undefined || refusalOfShortening({ before: draft, after: [made] }, cast.nameWords) !== undefined
    ? draft
    : made
}

/** A headline has no full stop, whatever a step put behind it. */
function withoutStop(draft: Draft, { reader }: EngineParts): PrintedSentence {
  const text = textOf(draft.sentence.document, draft.sentence.span)
  const { origins, sources, rules } = draft
  if (!/[^.]\.$/.test(text) || rules.length === 0) return { sentence: draft.sentence, origins, sources, rules }
  const sentence = reader.parse(text.slice(0, -1))
  if (sentence.words.length !== origins.length - 1) return { sentence: draft.sentence, origins, sources, rules }
  return { sentence, origins: origins.slice(0, -1), sources, rules }
}

function originsByText(
  sentence: AnalysedSentence,
  start: number,
  end: number,
  document: AnalysedSentence['document'],
): PrintedSentence['origins'] {
  let next = start
  return sentence.words.map((word) => {
    for (let at = next; at < end; at += 1) {
      const place = document.tokens[at]?.span
      if (place === undefined) continue
      if (document.text.slice(place.start, place.end).toLowerCase() !== word.text.toLowerCase()) continue
      next = at + 1
      return { tokens: [at], rules: [] }
    }
    return { tokens: [], rules: [] }
  })
}
