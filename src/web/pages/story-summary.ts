import type { Level } from '../../document/article.ts'
import { textOf } from '../../document/document.ts'
import type { PreparedEdition } from '../../edition/prepared.ts'
import type { Narration } from '../../speech/timings.ts'
import type { StoredArticle } from '../../store/store.ts'
import { storyPath } from '../parts.ts'
import { lengthInWords, shortDay } from './dates.ts'

/** A story as one entry of a list. */
export interface StorySummary {
  readonly article: string
  readonly level: Level
  readonly headline: string
  /** The first two sentences. */
  readonly summary: string
  readonly path: string
  readonly date: string
  readonly day: string
  readonly topic?: string
  readonly sample: boolean
  /** "Listen: 1 minute"; absent while there is no sound. */
  readonly listen?: string
  /** "6 new words"; absent where there are none. */
  readonly newWords?: string
}

/** Draws a list entry from an edition. */
export function summaryOf(
  article: StoredArticle,
  { edition, study }: PreparedEdition,
  narration: Narration | undefined,
): StorySummary {
  const words = study.words.length
  return {
    article: article.id,
    level: edition.level,
    headline: headlineOf(edition.document) ?? article.arrival.fields.headline,
    summary: edition.sentences
      .flatMap((sentence, index) => (sentence.kind === 'story' ? [edition.document.sentences[index]] : []))
      .slice(0, 2)
      .map((span) => (span === undefined ? '' : textOf(edition.document, span)))
      .join(' '),
    path: storyPath(article, edition.level),
    date: article.date,
    day: shortDay(article.date),
    ...(article.arrival.fields.topic === undefined ? {} : { topic: article.arrival.fields.topic }),
    sample: article.arrival.fields.sample === true,
    ...(narration === undefined ? {} : { listen: `Listen: ${lengthInWords(narration.seconds)}` }),
    ...(words === 0 ? {} : { newWords: words === 1 ? '1 new word' : `${words} new words` }),
  }
}

/** The headline of a document; undefined where it has none. */
export function headlineOf(document: Parameters<typeof textOf>[0]): string | undefined {
  const block = document.blocks.find(({ kind }) => kind === 'headline')
  return block === undefined ? undefined : textOf(document, block.span)
}
