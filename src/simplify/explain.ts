import type { Gloss, Level } from '../document/article.ts'
import type { AnalysedSentence } from '../language/analysis.ts'
import type { Cefr, Vocabulary } from '../readability/vocabulary.ts'
import type { FoundEntry, Glossary } from '../study/glossary.ts'

/** A hard word at a place of a sentence, with its meaning. */
export interface HardWord {
  readonly at: number
  readonly length: number
  readonly gloss: Gloss
  readonly sense?: FoundEntry['sense']
}

/** The hard words of a sentence that the glossary explains, from left to right. Words that a level knows are passed over. */
export function findHardWords(
  sentence: AnalysedSentence,
  level: Level,
  vocabulary: Vocabulary,
  glossary: Glossary,
): readonly HardWord[] {
  const found: HardWord[] = []
  for (let at = 0; at < sentence.words.length; at += 1) {
    const word = sentence.words[at]
    if (word === undefined || word.upos === 'PUNCT') continue
    const entry = glossary.find(sentence, at)
    if (entry === undefined) {
      const gloss = otherGlossAt(sentence, at, level, vocabulary, glossary)
      if (gloss !== undefined) found.push({ at, length: 1, gloss })
      continue
    }
    // "the United States": with a capital inside a sentence it is part of a name.
    if (
      at > 0 &&
      /^\p{Lu}\p{Ll}/u.test(word.text) &&
      entry.length === 1 &&
      entry.gloss.partOfSpeech !== 'noun' &&
      /^\p{Ll}/u.test(entry.gloss.term)
    )
      continue
    const list = vocabulary.listOf(word.lemma, word.upos)
    const isListed = entry.length === 1 && vocabulary.isEasy(word.lemma, word.upos, level)
    // "red gum forest": before another noun a word often means something else.
    const isSure = plainTopics.has(entry.gloss.topic ?? '') || (entry.sense === 'only' && !isListed)
    if (entry.length === 1 && word.relation === 'compound' && !isSure) continue
    // "The quarter", "a count of theft": an easy word in a sense of public life; "the opposition": a word of public life.
    const isPublic = publicTopics.has(entry.gloss.topic ?? '') && (entry.sense === 'special' || list === 2)
    const isKnown = isListed && list !== 'news' && !isPublic
    if (!isKnown && !isInName(sentence, at, entry.length, entry.gloss.term))
      found.push({ at, length: entry.length, gloss: entry.gloss, sense: entry.sense })
    at += entry.length - 1
  }
  return found
}

const explainedClasses = new Set(['NOUN', 'VERB', 'ADJ', 'ADV'])

/** A meaning by rule, else a dictionary's, for a hard word that is no name: "Tudor", "the Springboks" get none. */
function otherGlossAt(
  sentence: AnalysedSentence,
  at: number,
  level: Level,
  vocabulary: Vocabulary,
  glossary: Glossary,
): Gloss | undefined {
  const word = sentence.words[at]
  if (word === undefined || !explainedClasses.has(word.upos)) return undefined
  if (vocabulary.isEasy(word.lemma, word.upos, level)) return undefined
  // "anti-British"; a name has a capital where it begins.
  const derived = /^\p{Ll}[\p{L}-]*$/u.test(word.text) ? glossary.derived?.(sentence, at) : undefined
  if (derived !== undefined) return derived
  if (word.relation === 'compound' || !/^\p{Ll}[\p{Ll}-]*$/u.test(word.text)) return undefined
  return glossary.fallback?.(word.lemma.toLowerCase(), word.upos)
}

/** Topics whose words mean the same before another noun: "fraud charges", "opposition claims", "maternity wards". */
const plainTopics = new Set(['law', 'crime', 'politics', 'economy', 'health', 'war', 'work', 'housing', 'education'])

/** Topics whose words stories turn on, and learners meet in the news only. */
const publicTopics = new Set(['law', 'courts', 'politics', 'economy', 'business', 'money'])

/** "Supreme Court judge Ann Bail": a word inside a longer name is not explained. */
function isInName(sentence: AnalysedSentence, at: number, length: number, term: string): boolean {
  const first = sentence.words[at]
  const own = sentence.words.slice(at, at + length)
  // "consumer group Fair Go": a name of two words that are common elsewhere.
  if (at > 0 && length > 1 && own.every(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)) && /^\p{Ll}/u.test(term)) return true
  if (first?.upos !== 'PROPN') return false
  const before = sentence.words[at - 1]
  const after = sentence.words[at + length]
  return before?.upos === 'PROPN' || after?.upos === 'PROPN'
}

/** Most explanations for 100 words of a level's text. */
export const explanationsPerHundred: Readonly<Record<Level, number>> = { 1: 5, 2: 4 }

/** The easiest level has at most about so many words, explanations and all; one of these takes about so many. */
const mostWordsOfEasiest = 165
const wordsOfExplanation = 10

/** Terms of a lower rank get their gloss only: a sentence on each would bury the story. */
const leastRank: Readonly<Record<Level, number>> = { 1: 1.2, 2: 1.9 }

interface Use {
  count: number
  readonly first: number
  /** Steps above B1; a term of several words counts as C1 and a half. */
  readonly hardness: number
}

/** Words of public life carry a story; words of things and of no topic can mostly be read past, and so can verbs. */
const weightOf: Readonly<Record<string, number>> = Object.fromEntries([
  ...'law courts crime war housing health conflict disasters emergency weather science sport'
    .split(' ')
    .map((topic): [string, number] => [topic, 0.7]),
  ...'economy politics technology work environment'.split(' ').map((topic): [string, number] => [topic, 0.4]),
  ...'general culture farming food animals travel building media society'
    .split(' ')
    .map((topic): [string, number] => [topic, -0.7]),
])

/** "An umpire … in Australian football": a name that the term itself does not have. */
function bringsName({ term, meaning }: Gloss, storyNames: ReadonlySet<string>): boolean {
  const names = meaning.match(/(?<= )\p{Lu}[\p{L}]+/gu) ?? []
  return names.some((name) => !term.includes(name) && !storyNames.has(name) && !/^(?:Moon|Earth|Sun|God)$/.test(name))
}

const steps: readonly Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/**
 * Which terms are explained in the text itself: the hardest first, those of the headline and those used often before others,
 * at most as many as the level allows. The others get a gloss only. `storyNames`: every word of a name in the story, which a
 * meaning may name too.
 */
export function chooseExplained(
  sentences: readonly (readonly HardWord[])[],
  headlineTerms: ReadonlySet<string>,
  words: number,
  level: Level,
  vocabulary: Vocabulary,
  storyNames: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, Use>()
  for (const [index, hard] of sentences.entries()) {
    for (const { gloss, length, sense } of hard) {
      // A rule's or a dictionary's sentence is good enough to look at, not to stand in the story; a number or a name of ours
      // could be taken for one of the story's.
      if (gloss.origin !== 'own' || /\d/.test(gloss.meaning) || bringsName(gloss, storyNames)) continue
      const known = counts.get(gloss.term)
      const list = vocabulary.listOf(gloss.term, (gloss.partOfSpeech ?? 'noun').toUpperCase())
      const hardness =
        length > 1
          ? // Words that are easy one by one ("daylight robbery", "hard landing") hide what they mean.
            1.6 + Math.max(0, weightOf[gloss.topic ?? ''] ?? 0)
          : (weightOf[gloss.topic ?? ''] ?? 0) +
            steps.indexOf(vocabulary.cefr(gloss.term, (gloss.partOfSpeech ?? 'noun').toUpperCase())) -
            2 -
            (gloss.partOfSpeech === 'verb' || gloss.partOfSpeech === 'adv' ? 0.5 : 0) -
            // "Parliament", "to deny": met every day; "landlord", "stoppage": on no list, the reader's first need.
            (list === 'news' ? (level === 1 ? 0.5 : 1) : list === undefined && level === 1 ? -0.7 : 0) -
            // "The opposition": a word that level 2 mostly knows is told only where the story turns on it.
            (list === 2 && level === 2 && sense !== 'special' ? (/ or /.test(gloss.meaning) ? 2 : 0.6) : 0)
      if (known === undefined) counts.set(gloss.term, { count: 1, first: index, hardness })
      else known.count += 1
    }
  }
  const room = level === 1 ? Math.max(2, Math.floor((mostWordsOfEasiest - words) / wordsOfExplanation)) : Infinity
  const most = Math.max(1, Math.min(room, Math.floor((words / 100) * explanationsPerHundred[level])))
  const rank = (term: string, { count, hardness }: Use): number =>
    (headlineTerms.has(term) ? 2 : 0) + hardness + 0.7 * Math.min(3, count)
  const early = (term: string, use: Use): number => rank(term, use) - use.first * 0.02
  const ranked = [...counts]
    .filter((one) => rank(...one) >= leastRank[level])
    .sort((a, b) => early(...b) - early(...a) || a[1].first - b[1].first)
  return new Set(ranked.slice(0, most).map(([term]) => term))
}
