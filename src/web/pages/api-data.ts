import { textOf } from '../../document/document.ts'
import type { PreparedEdition } from '../../edition/prepared.ts'
import type { Narration } from '../../speech/timings.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import type { Wrap } from '../../wrap/wrap.ts'
import { storyPath } from '../parts.ts'
import { isEasy } from './difficulty.ts'
import { headlineOf } from './story-summary.ts'

/** An article as the API tells it. The original text is not in it: it may not be ours to give. */
export function articleData(siteUrl: string, article: StoredArticle) {
  const { fields } = article.arrival
  return {
    id: article.id,
    url: siteUrl + storyPath(article),
    date: article.date,
    slug: article.slug,
    version: article.version,
    state: article.state,
    received: article.received,
    updated: article.updated,
    headline: fields.headline,
    summary: fields.summary,
    source: fields.source,
    credit: fields.credit,
    author: fields.author,
    sourceUrl: fields.url,
    published: fields.published,
    language: fields.language,
    topic: fields.topic,
    licence: fields.licence,
    permissions: fields.permissions,
    sample: fields.sample === true,
    editions: ([1, 2] as const).map((level) => ({
      level,
      url: siteUrl + storyPath(article, level),
      data: `${siteUrl}/api/v1/articles/${article.id}/editions/${level}`,
    })),
  }
}

/** An edition as the API tells it: text by sentences, words, questions, scores, changes, audio. */
export function editionData(
  siteUrl: string,
  article: StoredArticle,
  { edition, scores, changes, study }: PreparedEdition,
  status: EditionStatus,
  narration: Narration | undefined,
) {
  const base = siteUrl + storyPath(article, edition.level)
  return {
    article: article.id,
    level: edition.level,
    url: base,
    headline: headlineOf(edition.document),
    date: article.date,
    credit: article.arrival.fields.credit,
    source: article.arrival.fields.source,
    state: status.state,
    textHash: status.textHash,
    checkedBy: status.checkedBy,
    checkedAt: status.checkedAt,
    madeBy: edition.madeBy,
    easy: isEasy(scores),
    blocks: edition.document.blocks.map((block) => ({
      kind: block.kind,
      sentences: edition.document.sentences.flatMap((span, index) =>
        span.start >= block.span.start && span.end <= block.span.end ? [index] : [],
      ),
    })),
    sentences: edition.sentences.map((sentence, index) => ({
      text: textOf(edition.document, edition.document.sentences[index] ?? { start: 0, end: 0 }),
      kind: sentence.kind,
      sources: sentence.sources,
      rules: sentence.rules,
    })),
    glosses: edition.glosses.notes.map(({ span, value }) => ({
      term: value.term,
      shown: textOf(edition.document, span),
      meaning: value.meaning,
      origin: value.origin,
      partOfSpeech: value.partOfSpeech,
    })),
    words: study.words.map(({ term, partOfSpeech, meaning, origin, example, level }) => ({
      term,
      partOfSpeech,
      meaning,
      origin,
      example,
      level,
    })),
    questions: study.questions,
    changes,
    fidelity: edition.fidelity,
    scores,
    audio:
      narration === undefined
        ? undefined
        : {
            url: `${base}/story.mp3`,
            captions: `${base}/story.vtt`,
            timings: `${base}/timings.json`,
            seconds: narration.seconds,
            bytes: narration.bytes,
            voice: narration.voice,
            pace: narration.pace,
          },
  }
}

/** A wrap as the API tells it. */
export function wrapData(siteUrl: string, wrap: Wrap, narration: Narration | undefined) {
  const base = `${siteUrl}/wrap/${wrap.date}`
  return {
    date: wrap.date,
    level: wrap.level,
    title: wrap.title,
    url: base,
    articles: wrap.articles,
    sentences: wrap.document.sentences.map((span) => textOf(wrap.document, span)),
    parts: wrap.parts,
    audio:
      narration === undefined
        ? undefined
        : {
            url: `${base}/wrap.mp3`,
            captions: `${base}/wrap.vtt`,
            timings: `${base}/timings.json`,
            seconds: narration.seconds,
            bytes: narration.bytes,
            chapters: narration.chapters,
          },
  }
}
