import { textOf } from '../document/document.ts'
import type { AnalysedSentence } from '../language/analysis.ts'
import type { EngineParts } from './engine.ts'
import type { PrintedSentence } from './print.ts'

/**
 * The edition's headline: the source's own without the tail that only says where it comes from (": study"),
 * and without working marks. What cannot be made easier safely stays.
 */
export function easierHeadline(sentences: readonly AnalysedSentence[], parts: EngineParts): PrintedSentence {
  const [first] = sentences
  if (first === undefined) {
    const sentence = parts.reader.parse('News')
    return { sentence, origins: [{ tokens: [], rules: [] }], sources: [], rules: [] }
  }
  const last = sentences.at(-1) ?? first
  const span = { start: first.span.start, end: last.span.end }
  const text = textOf(first.document, span)
  const easy = text
    .replace(/:\s*(?:study|report|survey|police|poll|inquiry|research|experts?|officials?)$/i, '')
    .replace(/^(?:exclusive|watch|breaking|analysis|video)\s*[:|]\s*/i, '')
  const sentence = parts.reader.parse(easy)
  const origins = originsByText(sentence, span.start, span.end, first.document)
  return { sentence, origins, sources: sentences.map((_, index) => index), rules: easy === text ? [] : ['headline'] }
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
      if (place !== undefined && document.text.slice(place.start, place.end) === word.text) {
        next = at + 1
        return { tokens: [at], rules: [] }
      }
    }
    return { tokens: [], rules: [] }
  })
}
