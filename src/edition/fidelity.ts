import type { FidelityFinding, FidelityReport } from '../document/article.ts'
import { textOf } from '../document/document.ts'
import type { AnalysedSentence, Analysis } from '../language/analysis.ts'
import { findAttribution } from '../language/attribution.ts'
import { notOnlyIn } from '../language/not-only.ts'
import { isReporting } from '../language/reporting.ts'
import { hedges, negations, quotedRuns } from '../simplify/guards.ts'
import { numberValue } from '../simplify/numbers.ts'
import type { BuiltStory } from './build.ts'

const strongHedges = new Set(
  [...hedges].filter((word) =>
    /^(?:alleged|allegedly|accused|suspected|charged|reportedly|believed|expected|claimed|apparently|may|might|could|possible|possibly|probably|likely|unlikely)$/.test(
      word,
    ),
  ),
)

/** Source against edition: what was added, lost or changed. `easy` is the analysis of the edition's own document. */
export function checkFidelity(original: Analysis, built: BuiltStory, easy: Analysis): FidelityReport {
  const story = built.sentences.flatMap((sentence, index) => (sentence.kind === 'explanation' ? [] : [index]))
  const kept = new Set(story.flatMap((index) => built.sentences[index]?.sources ?? []))
  const headlineEnd = original.document.blocks.find((block) => block.kind === 'headline')?.span.end ?? 0
  const leftOut = original.sentences.flatMap((sentence, index) =>
    kept.has(index) || sentence.span.end <= headlineEnd ? [] : [index],
  )
  const added = built.sentences.flatMap((sentence, index) => (sentence.kind === 'explanation' ? [index] : []))
  const used = new Set(
    story.flatMap((index) => tokensOf(built, index).flatMap((token) => built.alignment[token]?.tokens ?? [])),
  )
  const words = original.sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, at) => (word.upos === 'PUNCT' ? [] : [sentence.span.start + at])),
  )
  const findings: FidelityFinding[] = [
    ...addedFacts(original, built, easy, story),
    ...original.sentences.flatMap((sentence, index) =>
      kept.has(index) && sentence.span.start >= headlineEnd ? lostFacts(sentence, index, built, easy) : [],
    ),
    ...leftOut.map(
      (source): FidelityFinding => ({
        kind: 'sentence-left-out',
        weight: 'note',
        message: 'This sentence of the source was left out.',
        source,
      }),
    ),
    ...added.map(
      (sentence): FidelityFinding => ({
        kind: 'sentence-added',
        weight: 'note',
        message: 'This sentence was added to explain a word.',
        sentence,
      }),
    ),
  ]
  return {
    findings,
    leftOut,
    added,
    kept: words.length === 0 ? 1 : words.filter((token) => used.has(token)).length / words.length,
  }
}

function tokensOf(built: BuiltStory, sentence: number): readonly number[] {
  const span = built.document.sentences[sentence]
  return span === undefined ? [] : Array.from({ length: span.end - span.start }, (_, at) => span.start + at)
}

function numbersIn(
  sentence: AnalysedSentence,
): readonly { readonly text: string; readonly value: number; readonly at: number }[] {
  return sentence.words.flatMap((word, at) => {
    const value = /\d/.test(word.text) || word.upos === 'NUM' ? numberValue(word.text) : undefined
    return value === undefined ? [] : [{ text: word.text, value, at }]
  })
}

function addedFacts(
  original: Analysis,
  built: BuiltStory,
  easy: Analysis,
  story: readonly number[],
): readonly FidelityFinding[] {
  const numbers = new Set(original.sentences.flatMap((sentence) => numbersIn(sentence).map(({ value }) => value)))
  const words = new Set(original.sentences.flatMap((sentence) => sentence.words.map((word) => word.text)))
  const quotes = quotedRuns(original.sentences.flatMap((sentence) => sentence.words.map((word) => word.text))).map(bare)
  return story.flatMap((index) => {
    const sentence = easy.sentences[index]
    if (sentence === undefined) return []
    const findings: FidelityFinding[] = []
    const writtenOut = (at: number): boolean => {
      const rules = built.alignment[sentence.span.start + at]?.rules ?? []
      return rules.includes('date-in-full') || rules.includes('short-form-in-full') || rules.includes('actor')
    }
    for (const { text, value, at } of numbersIn(sentence)) {
      if (!numbers.has(value) && !writtenOut(at))
        findings.push({
          kind: 'number-added',
          weight: 'problem',
          message: `The number ${text} is not in the source.`,
          sentence: index,
        })
    }
    for (const [at, word] of sentence.words.entries()) {
      if (at === 0 || word.upos !== 'PROPN' || !/^\p{Lu}/u.test(word.text) || words.has(word.text) || writtenOut(at))
        continue
      findings.push({
        kind: 'name-added',
        weight: 'problem',
        message: `The name ${word.text} is not in the source.`,
        sentence: index,
      })
    }
    for (const run of quotedRuns(sentence.words.map((word) => word.text))) {
      if (!quotes.some((quote) => quote.includes(bare(run))))
        findings.push({
          kind: 'quote-changed',
          weight: 'problem',
          message: 'The words in quotation marks are not the exact words of the source.',
          sentence: index,
        })
    }
    return findings
  })
}

function bare(run: string): string {
  return run
    .toLowerCase()
    .replaceAll(/[.,!?;]+/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** What a kept source sentence had and its easy sentences have not. */
function lostFacts(
  source: AnalysedSentence,
  index: number,
  built: BuiltStory,
  easy: Analysis,
): readonly FidelityFinding[] {
  const own = built.sentences.flatMap((sentence, at) =>
    sentence.kind === 'story' && sentence.sources.includes(index) ? [at] : [],
  )
  const sentences = own.flatMap((at) => easy.sentences[at] ?? [])
  const first = own[0]
  if (first === undefined) return []
  const text = sentences.map((sentence) => textOf(sentence.document, sentence.span)).join(' ')
  const place = { sentence: first, source: index }
  const findings: FidelityFinding[] = []
  const used = new Set(
    own.flatMap((at) => tokensOf(built, at).flatMap((token) => built.alignment[token]?.tokens ?? [])),
  )
  const isUsed = (at: number): boolean => used.has(source.span.start + at)
  // A part that was left out whole, with the word it hangs on, is told as left out; a word lost from a part that stayed is a fault.
  const isLost = (at: number): boolean => {
    const head = source.words[at]?.head ?? -1
    return !isUsed(at) && (head < 0 || isUsed(head))
  }
  const values = new Set(sentences.flatMap((sentence) => numbersIn(sentence).map(({ value }) => value)))
  for (const { text: number, value, at } of numbersIn(source)) {
    if (values.has(value) || number.toLowerCase() === 'one') continue
    const weight = isLost(at) || isUsed(at) ? 'problem' : 'note'
    const message = weight === 'note' ? `The number ${number} was left out.` : `The number ${number} was lost.`
    findings.push({ kind: 'number-lost', weight, message, ...place })
  }
  for (const word of source.words) {
    if (
      word.upos === 'PROPN' &&
      /^\p{Lu}/u.test(word.text) &&
      !text.includes(word.text) &&
      !writtenFrom(built, easy, own, word.text)
    )
      findings.push({ kind: 'name-lost', weight: 'note', message: `The name ${word.text} was left out.`, ...place })
  }
  const isAnyLost = (set: ReadonlySet<string>): boolean => {
    const count = (list: readonly AnalysedSentence[]): number =>
      list.flatMap((sentence) => sentence.words).filter((word) => set.has(word.text.toLowerCase())).length
    const gone = source.words.flatMap((word, at) => (set.has(word.text.toLowerCase()) && !isUsed(at) ? [at] : []))
    return count(sentences) < count([source]) && (gone.length === 0 || gone.some(isLost))
  }
  // "Not only A but also B" denies nothing: told as "A. X also B."
  const isTwoFacts = notOnlyIn(source.words) !== undefined && /\balso\b/i.test(text)
  if (isAnyLost(negations) && !isTwoFacts)
    findings.push({ kind: 'negation-lost', weight: 'problem', message: 'A "not" or "no" was lost.', ...place })
  if (isAnyLost(strongHedges))
    findings.push({
      kind: 'hedge-lost',
      weight: 'problem',
      message: 'A word such as "alleged" or "may" was lost.',
      ...place,
    })
  const claim = findAttribution(source)
  if (claim !== undefined) {
    const claimed = new Set(
      claim.content.flatMap((span) =>
        Array.from({ length: span.end - span.start }, (_, at) => source.span.start + span.start + at),
      ),
    )
    for (const at of own) {
      const sentence = easy.sentences[at]
      if (sentence === undefined) continue
      const holds = sentence.words.filter(
        (word, offset) =>
          word.upos !== 'PUNCT' &&
          built.alignment[sentence.span.start + offset]?.tokens.some((token) => claimed.has(token)),
      ).length
      if (holds > 2 && !sentence.words.some((word) => isReporting(word.lemma) || word.text === 'told'))
        findings.push({
          kind: 'attribution-lost',
          weight: 'problem',
          message: 'This sentence no longer says who said it.',
          sentence: at,
          source: index,
        })
    }
  }
  return findings
}

/** Whether a short form was written out in one of the sentences. */
function writtenFrom(built: BuiltStory, easy: Analysis, own: readonly number[], name: string): boolean {
  return own.some((index) => {
    const span = easy.sentences[index]?.span
    if (span === undefined) return false
    return (
      built.alignment.slice(span.start, span.end).some((origin) => origin.rules.includes('short-form-in-full')) &&
      /^[A-Z]{2,}$/.test(name)
    )
  })
}
