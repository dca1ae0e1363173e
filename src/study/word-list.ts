import type { Gloss } from '../document/article.ts'
import { type Document, textOf } from '../document/document.ts'
import type { Layer } from '../document/layer.ts'
import type { Vocabulary } from '../readability/vocabulary.ts'
import type { WordEntry } from './study.ts'

/** The words worth learning from an edition: its glossed terms, each with the sentence that first uses it. */
export function makeWordList(document: Document, glosses: Layer<Gloss>, vocabulary: Vocabulary): readonly WordEntry[] {
  const seen = new Set<string>()
  return glosses.notes.flatMap(({ span, value }) => {
    if (seen.has(value.term)) return []
    seen.add(value.term)
    const sentence = document.sentences.find((one) => one.start <= span.start && span.end <= one.end)
    const parts = value.term.split(' ')
    const upos = value.partOfSpeech.toUpperCase()
    return [
      {
        term: value.term,
        partOfSpeech: value.partOfSpeech,
        meaning: value.meaning,
        example: sentence === undefined ? '' : textOf(document, sentence),
        span,
        level: vocabulary.cefr(parts.at(-1) ?? value.term, upos),
        origin: value.origin,
      },
    ]
  })
}
