import { textOf } from '../document/document.ts'
import type { AnalysedSentence, Analysis } from '../language/analysis.ts'
import { childOf, childrenBy, hasFiniteVerb, isRelation, rootOf, spanOf, subjectOf } from '../language/tree.ts'
import type { Question } from './study.ts'

/** Most questions of one edition. */
const most = 4

/** Up to four questions that the story's own sentences answer: who, where, how many, true or false. Never a question that may not be English. */
export function makeQuestions(analysis: Analysis, storySentences: readonly number[]): readonly Question[] {
  const found: Question[] = []
  const used = new Set<number>()
  const take = (make: (sentence: AnalysedSentence, index: number) => Question | undefined, count: number): void => {
    let taken = 0
    for (const index of storySentences) {
      if (taken >= count || found.length >= most) return
      const sentence = analysis.sentences[index]
      if (sentence === undefined || used.has(index) || sentence.words.some((word) => word.text === '"')) continue
      const question = make(sentence, index)
      if (question === undefined) continue
      found.push(question)
      used.add(index)
      taken += 1
    }
  }
  take((sentence, index) => whoQuestion(sentence, index, analysis), 2)
  take(howManyQuestion, 1)
  take((sentence, index) => trueFalse(sentence, index, analysis, found.length % 2 === 1), most)
  return found.sort((a, b) => a.sentence - b.sentence)
}

/** "Mr Lee opened the bridge." → "Who opened the bridge?" */
function whoQuestion(sentence: AnalysedSentence, index: number, analysis: Analysis): Question | undefined {
  const { words, document, span } = sentence
  const root = rootOf(words)
  const subject = root === undefined ? undefined : subjectOf(words, root)
  if (root === undefined || subject === undefined || words.length > 18 || words.length < 4) return undefined
  const own = spanOf(words, subject)
  if (own.start !== 0 || words[subject]?.upos === 'PRON' || !hasFiniteVerb(words, root)) return undefined
  const first = words[own.end]
  if (first === undefined || first.upos === 'PUNCT') return undefined
  const name = analysis.names.notes.find(
    (note) => note.span.start <= span.start + subject && note.span.end > span.start + subject,
  )
  const person = name?.value.kind === 'person'
  const isPlural = words[subject]?.xpos === 'NNS' || childrenBy(words, subject, 'conj').length > 0
  if (isPlural || (!person && name?.value.kind !== 'organisation')) return undefined
  const rest = textOf(document, { start: span.start + own.end, end: span.end }).replace(/[.!]$/, '')
  if (/\b(?:he|she|they|his|her|their|it)\b/i.test(rest)) return undefined
  const answer = textOf(document, { start: span.start, end: span.start + own.end })
  return { kind: 'open', question: `${person ? 'Who' : 'Which group'} ${rest}?`, answer, sentence: index }
}

/** "Police found 14 cars." → "How many cars did police find?" is not always safe; the gap form is: "Police found ____ cars." */
function howManyQuestion(sentence: AnalysedSentence, index: number): Question | undefined {
  const { words, document, span } = sentence
  if (words.length > 18) return undefined
  const at = words.findIndex(
    (word, place) =>
      /^\d[\d,]*$/.test(word.text) &&
      isRelation(word.relation, 'nummod') &&
      words[place + 1]?.xpos === 'NNS' &&
      word.head === place + 1,
  )
  const numbers = words.filter((word) => /\d/.test(word.text)).length
  if (at < 0 || numbers !== 1) return undefined
  const before = textOf(document, { start: span.start, end: span.start + at })
  const after = textOf(document, { start: span.start + at + 1, end: span.end })
  return {
    kind: 'open',
    question: `Which number goes here? ${before} ____ ${after}`.replaceAll(/\s+/g, ' '),
    answer: words[at]?.text ?? '',
    sentence: index,
  }
}

/** A sentence of the story, or the same with one number changed. */
function trueFalse(
  sentence: AnalysedSentence,
  index: number,
  analysis: Analysis,
  wantsFalse: boolean,
): Question | undefined {
  const { words, document, span } = sentence
  if (
    words.length > 16 ||
    words.length < 5 ||
    ['he', 'she', 'it', 'they', 'this', 'but'].includes(words[0]?.text.toLowerCase() ?? '')
  )
    return undefined
  const root = rootOf(words)
  if (root === undefined || subjectOf(words, root) === undefined || !hasFiniteVerb(words, root)) return undefined
  const text = textOf(document, span)
  if (!wantsFalse) return { kind: 'true-false', question: text, answer: 'True', sentence: index }
  const other = otherNumber(words, analysis)
  if (other === undefined) {
    const not = falseByNot(sentence, root)
    return not === undefined
      ? undefined
      : { kind: 'true-false', question: not, answer: `False. ${text}`, sentence: index }
  }
  const place = document.tokens[span.start + other.at]?.span
  const from = document.tokens[span.start]?.span.start ?? 0
  if (place === undefined) return undefined
  const changed = text.slice(0, place.start - from) + other.text + text.slice(place.end - from)
  return { kind: 'true-false', question: changed, answer: `False. ${text}`, sentence: index }
}

/** A small whole number of the sentence and another that stands nowhere in the story. */
function otherNumber(
  words: AnalysedSentence['words'],
  analysis: Analysis,
): { readonly at: number; readonly text: string } | undefined {
  const at = words.findIndex((word) => /^\d{1,3}$/.test(word.text) && isRelation(word.relation, 'nummod'))
  if (at < 0) return undefined
  const all = new Set(analysis.sentences.flatMap((sentence) => sentence.words.map((word) => word.text)))
  const value = Number(words[at]?.text)
  for (const other of [value + 10, value * 2 + 3, value + 21])
    if (!all.has(String(other))) return { at, text: String(other) }
  return undefined
}

/** "The road is open." → "The road is not open." */
function falseByNot(sentence: AnalysedSentence, root: number): string | undefined {
  const { words, document, span } = sentence
  if (words.some((word) => /^(?:not|n't|no|never|only|all|some|any)$/i.test(word.text))) return undefined
  const helper = childOf(words, root, 'cop', 'aux')
  const word = helper === undefined ? undefined : words[helper]
  if (helper === undefined || word === undefined || !/^(?:is|are|was|were|will|has|have|can)$/.test(word.text))
    return undefined
  const from = document.tokens[span.start]?.span.start ?? 0
  const place = document.tokens[span.start + helper]?.span
  if (place === undefined) return undefined
  const text = textOf(document, span)
  return `${text.slice(0, place.end - from)} not${text.slice(place.end - from)}`
}
