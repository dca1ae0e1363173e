import type { Level } from '../../document/article.ts'
import type { PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import type { Question, WordEntry } from '../../study/study.ts'
import { storyPath } from '../parts.ts'
import { dayInWords } from './dates.ts'
import { checkedLine, creditLine, type DifficultyView, difficultyView, readingLine } from './difficulty.ts'
import type { PlayerView } from './player-view.ts'
import { headlineOf } from './story-summary.ts'
import {
  type BlockView,
  documentBlocks,
  editionBlocks,
  type GlossView,
  glossViews,
  meaningSource,
  wordPath,
} from './text-view.ts'

/** One way to read a story. */
export interface LevelLink {
  readonly name: string
  readonly says: string
  readonly path: string
  readonly here: boolean
  /** Kept as the reader's level when it is chosen; absent for the original. */
  readonly level?: Level
}

/** A word of the table "New words". */
export interface WordRow extends WordEntry {
  readonly path: string
  /** Whose meaning it is, where it is not ours: "from a dictionary". */
  readonly source: string
}

/** Words as the tables of a story show them. */
export function wordRows(words: readonly WordEntry[]): readonly WordRow[] {
  return words.map((word) => ({ ...word, path: wordPath(word.term), source: meaningSource(word.origin) }))
}

/** What stands above and below every form of one story. */
export interface StoryFrame {
  readonly headline: string
  readonly day: string
  readonly date: string
  readonly topic?: string
  readonly sample: boolean
  readonly levels: readonly LevelLink[]
  readonly checked: string
  readonly credit?: string
  readonly licence?: string
  /** Where the story was first published, if that is a web address. */
  readonly url?: string
  readonly updated?: string
  readonly links: StoryLinks
}

/** The pages and files that belong to one story at one level. */
export interface StoryLinks {
  readonly story: string
  readonly compare: string
  readonly words: string
  readonly wordsFile: string
  readonly print: string
  readonly pack: string
  readonly audio: string
  readonly captions: string
  readonly data: string
}

/** A story at one level. */
export interface StoryPage extends StoryFrame {
  readonly level: Level
  readonly title: readonly BlockView[]
  readonly blocks: readonly BlockView[]
  readonly glosses: readonly GlossView[]
  readonly reading: string
  readonly player: PlayerView
  readonly words: readonly WordRow[]
  readonly questions: readonly Question[]
  readonly difficulty: DifficultyView
  readonly leftOut: number
}

/** A story as it came. */
export interface OriginalPage extends StoryFrame {
  readonly blocks: readonly BlockView[]
  readonly mayShow: boolean
  readonly reading: string
}

/** The page of a story at a level. */
export function storyPage(
  article: StoredArticle,
  prepared: PreparedArticle,
  level: Level,
  status: EditionStatus,
  player: PlayerView,
): StoryPage {
  const { edition, scores, study } = prepared.editions[level]
  const blocks = editionBlocks(edition)
  return {
    ...storyFrame(article, prepared, level, status),
    level,
    title: blocks.filter((block) => block.kind === 'headline').slice(0, 1),
    blocks: blocks.filter((block) => block.kind !== 'headline'),
    glosses: glossViews(edition),
    reading: readingLine(scores),
    player,
    words: wordRows(study.words),
    questions: study.questions,
    difficulty: difficultyView(scores, prepared.originalScores, [
      prepared.editions[1].scores,
      prepared.editions[2].scores,
    ]),
    leftOut: edition.fidelity.leftOut.length,
  }
}

/** The page of a story as it came; without its text where the licence keeps it back. */
export function originalPage(article: StoredArticle, prepared: PreparedArticle, status: EditionStatus): OriginalPage {
  const mayShow = article.arrival.fields.permissions.mayShowOriginal
  const { band, counts } = prepared.originalScores
  return {
    ...storyFrame(article, prepared, 'original', status),
    headline: article.arrival.fields.headline,
    blocks: mayShow ? documentBlocks(prepared.original).filter((block) => block.kind !== 'headline') : [],
    mayShow,
    reading: `${band.name}. ${counts.sentences === 0 ? 0 : Math.round(counts.words / counts.sentences)} words a sentence.`,
  }
}

/** What every page of a story shares. For the original the links lead on at level 1. */
export function storyFrame(
  article: StoredArticle,
  prepared: PreparedArticle,
  shown: Level | 'original',
  status: EditionStatus,
): StoryFrame {
  const { fields } = article.arrival
  const level = shown === 'original' ? 1 : shown
  const credit = creditLine(article)
  return {
    headline: headlineOf(prepared.editions[level].edition.document) ?? fields.headline,
    day: dayInWords(article.date),
    date: article.date,
    sample: fields.sample === true,
    levels: levelLinks(article, shown),
    checked: checkedLine(status),
    links: storyLinks(article, level),
    ...(fields.topic === undefined ? {} : { topic: fields.topic }),
    ...(credit === undefined ? {} : { credit }),
    ...(fields.licence === undefined ? {} : { licence: fields.licence }),
    ...(fields.url !== undefined && /^https?:\/\//i.test(fields.url) ? { url: fields.url } : {}),
    ...(article.version > 1 ? { updated: dayInWords(article.updated.slice(0, 10)) } : {}),
  }
}

/** The addresses of all that belongs to a story at a level. */
export function storyLinks(article: StoredArticle, level: Level): StoryLinks {
  const base = storyPath(article, level)
  return {
    story: base,
    compare: `${base}/compare`,
    words: `${base}/words`,
    wordsFile: `${base}/words.csv`,
    print: `${base}/print`,
    pack: `${base}/pack`,
    audio: `${base}/story.mp3`,
    captions: `${base}/story.vtt`,
    data: `${base}/story.json`,
  }
}

function levelLinks(article: StoredArticle, shown: Level | 'original'): readonly LevelLink[] {
  const link = (name: string, says: string, part: Level | 'original'): LevelLink => ({
    name,
    says,
    path: storyPath(article, part),
    here: part === shown,
    ...(part === 'original' ? {} : { level: part }),
  })
  return [
    link('Level 1', 'easiest', 1),
    link('Level 2', 'easy', 2),
    ...(article.arrival.fields.permissions.mayShowOriginal ? [link('Original', 'hard', 'original')] : []),
  ]
}
