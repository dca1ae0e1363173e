import { foreignNames, foreignNumbers } from './facts-foreign.ts'
import { type Fact, findFact, spokenFlags } from './facts-kept.ts'
import { unexplainedTerms } from './facts-terms.ts'
import { folded, plain, readOutput, splitLine, wordsOf } from './facts-text.ts'

/** What is known of one article, for judging its easy text. */
export interface FactList {
  readonly id: string
  readonly headline: string
  readonly standfirst: string
  readonly source: string
  /** ISO date. */
  readonly published: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly Fact[]
  readonly hardTerms: readonly string[]
  /** Indexes of source sentences that an easy text must not keep whole. */
  readonly mustSplit: readonly number[]
  readonly allowedNames?: readonly string[] | undefined
  /** `prefix`: the words of facts match with any ending. */
  readonly match?: string | undefined
}

/** What was found in one output, or summed over several. */
export interface FactCounts {
  readonly facts: number
  readonly factsOf: number
  readonly distortions: number
  readonly newNumbers: number
  readonly newNames: number
  readonly sentences: number
  readonly words: number
  readonly sourceWords: number
  /** Words in each sentence. */
  readonly lengths: readonly number[]
  readonly hard: number
  readonly hardOf: number
  readonly whole: number
  readonly wholeOf: number
}

/** The counts of one output, with what they rest on, in words. */
export interface FactReport extends FactCounts {
  readonly id: string
  readonly remarks: readonly string[]
}

/** All lower-case words of sources and outputs: see `foreignNames`. */
export function lowerCaseWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => plain(text).match(/\b[a-z]+\b/g) ?? []))
}

/** Facts kept, distortions, new numbers and names, lengths, hard terms and unsplit sentences of one output. */
export function countFacts(article: FactList, output: string, lowerCase: ReadonlySet<string>): FactReport {
  const { headline, sentences } = readOutput(output)
  const all = headline === '' ? sentences : [{ text: `${headline}.`, paragraph: -1 }, ...sentences]
  const texts = all.map(({ text }) => text)
  const lower = texts.map(folded)
  const spoken = spokenFlags(all)
  const found = article.facts.map((fact) => ({
    fact,
    ...findFact(fact, lower, spoken, article.match === 'prefix'),
  }))
  const source = [article.headline, article.standfirst, ...article.paragraphs, article.source].join(' ')
  const numbers = foreignNumbers(source, texts, article.published)
  const names = foreignNames(
    source,
    sentences.map(({ text }) => text),
    { names: article.allowedNames ?? [], published: article.published, lowerCase },
  )
  const hard = unexplainedTerms(article.hardTerms, lower)
  const sourceSentences = article.paragraphs.flatMap((paragraph) => splitLine(plain(paragraph)))
  const whole = article.mustSplit.filter((at) =>
    isWhole(
      sourceSentences[at] ?? '',
      sentences.map(({ text }) => text),
    ),
  )
  const lengths = sentences.map(({ text }) => wordsOf(text).length)
  const never = found.flatMap((one) => one.never.map((sentence) => `${one.fact.id}: ${sentence}`))
  return {
    id: article.id,
    facts: found.filter(({ kept }) => kept).length,
    factsOf: article.facts.length,
    distortions: never.length,
    newNumbers: numbers.length,
    newNames: names.length,
    sentences: lengths.length,
    words: lengths.reduce((sum, length) => sum + length, 0),
    sourceWords: sourceSentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0),
    lengths,
    hard: hard.length,
    hardOf: article.hardTerms.length,
    whole: whole.length,
    wholeOf: article.mustSplit.length,
    remarks: [
      ...found.flatMap(({ fact, kept }) => (kept ? [] : [`fact not found (${fact.kind}): ${fact.fact}`])),
      ...never.map((one) => `turned round, ${one}`),
      ...numbers.map((one) => `number not in the source: ${one}`),
      ...names.map((one) => `name not in the source: ${one}`),
      ...whole.map((at) => `not split: ${sourceSentences[at]}`),
      ...hard.map((one) => `not explained: ${one}`),
    ],
  }
}

/** Whether a sentence stands in an output as it was, or nearly (85 % of its words, 85 % of its different words). */
function isWhole(sentence: string, outputs: readonly string[]): boolean {
  const own = matchWords(sentence)
  const different = new Set(own)
  return outputs.some((output) => {
    const words = matchWords(output)
    if (` ${words.join(' ')} `.includes(` ${own.join(' ')} `)) return true
    const shared = [...new Set(words)].filter((word) => different.has(word)).length
    return words.length >= 0.85 * own.length && shared >= 0.85 * different.size
  })
}

function matchWords(text: string): readonly string[] {
  return folded(text).match(/[a-z0-9']+/g) ?? []
}

/** Several reports as one. */
export function sumFacts(reports: readonly FactCounts[]): FactCounts {
  const sum = (of: (report: FactCounts) => number): number => reports.reduce((all, report) => all + of(report), 0)
  return {
    facts: sum((report) => report.facts),
    factsOf: sum((report) => report.factsOf),
    distortions: sum((report) => report.distortions),
    newNumbers: sum((report) => report.newNumbers),
    newNames: sum((report) => report.newNames),
    sentences: sum((report) => report.sentences),
    words: sum((report) => report.words),
    sourceWords: sum((report) => report.sourceWords),
    lengths: reports.flatMap(({ lengths }) => lengths),
    hard: sum((report) => report.hard),
    hardOf: sum((report) => report.hardOf),
    whole: sum((report) => report.whole),
    wholeOf: sum((report) => report.wholeOf),
  }
}
