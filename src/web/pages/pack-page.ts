import type { Level } from '../../document/article.ts'
import type { PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import { storyPath } from '../parts.ts'
import { type GapView, gapsOf, type OrderView, orderOf, seededNumbers, shuffled } from './pack-exercises.ts'
import { type SheetPage, sheetPage } from './sheet-page.ts'
import { wordRows } from './story-page.ts'

/** The exercises that a teacher may choose, in the order of the pack. */
export const exercises = [
  { name: 'before', words: 'Before you read' },
  { name: 'words', words: 'New words' },
  { name: 'right', words: 'Right or wrong' },
  { name: 'gaps', words: 'Fill the gaps' },
  { name: 'order', words: 'Put in order' },
  { name: 'talk', words: 'Talk about it' },
  { name: 'write', words: 'Write' },
] as const
export type ExerciseName = (typeof exercises)[number]['name']

/** What a teacher asked for. The same options make the same sheet. */
export interface PackOptions {
  readonly level: Level
  /** Letter size in points. */
  readonly letters: '14' | '16' | '18'
  readonly exercises: readonly ExerciseName[]
  readonly gaps: number
  readonly wordBank: boolean
  readonly seed: number
}

/** A question of the pack with its answer, which only the key shows. */
export interface PackQuestion {
  readonly question: string
  readonly answer: string
  readonly choices: readonly string[]
}

/** The teacher's lesson for one edition. */
export interface PackPage extends SheetPage {
  readonly options: PackOptions
  readonly choices: typeof exercises
  readonly wanted: Readonly<Record<ExerciseName, boolean>>
  readonly before: readonly string[]
  readonly right: readonly PackQuestion[]
  readonly check: readonly PackQuestion[]
  readonly gapFill: readonly GapView[]
  readonly wordBank: readonly string[]
  readonly order: readonly OrderView[]
  readonly talk: readonly string[]
  readonly write: string
  /** Path of the answer key to exactly this sheet. */
  readonly keyPath: string
}

const mostGaps = 10
const sentencesToOrder = 5

/** Reads the form. What is missing or wrong becomes the default: all exercises, 8 gaps, a word bank, seed 1. */
export function readPackOptions(query: Readonly<Record<string, unknown>>, level: Level): PackOptions {
  const asked = [query.exercise].flat()
  const sent = query.sent === '1'
  const number = (value: unknown, lowest: number, highest: number, otherwise: number): number => {
    const given = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : otherwise
    return Math.min(highest, Math.max(lowest, given))
  }
  return {
    level: query.level === '1' ? 1 : query.level === '2' ? 2 : level,
    letters: query.letters === '16' ? '16' : query.letters === '18' ? '18' : '14',
    exercises: exercises.map(({ name }) => name).filter((name) => !sent || asked.includes(name)),
    gaps: number(query.gaps, 1, mostGaps, 8),
    wordBank: !sent || query.bank === '1',
    seed: number(query.seed, 1, 999_999, 1),
  }
}

/** The same options as an address, always in the same order. */
export function packQuery({ letters, exercises: names, gaps, wordBank, seed }: PackOptions): string {
  const query = new URLSearchParams({ sent: '1', letters, gaps: String(gaps), seed: String(seed) })
  for (const name of names) query.append('exercise', name)
  if (wordBank) query.set('bank', '1')
  return query.toString()
}

/** The pack of a story. Pure: the same story, options and seed give the same page. */
export function packPage(
  article: StoredArticle,
  prepared: PreparedArticle,
  status: EditionStatus,
  options: PackOptions,
  shortAddress: string,
): PackPage {
  const edition = prepared.editions[options.level]
  const next = seededNumbers(options.seed)
  const gapFill = gapsOf(edition, options.gaps, next)
  const { questions, words } = edition.study
  const asQuestion = ({ question, answer, choices }: (typeof questions)[number]): PackQuestion => ({
    question,
    answer,
    choices: choices ?? [],
  })
  const has = (name: ExerciseName): boolean => options.exercises.includes(name)
  return {
    ...sheetPage(article, prepared, options.level, status, shortAddress),
    words: wordRows(words),
    options,
    choices: exercises,
    wanted: {
      before: has('before'),
      words: has('words'),
      right: has('right'),
      gaps: has('gaps'),
      order: has('order'),
      talk: has('talk'),
      write: has('write'),
    },
    before: ['Read the headline. What is the story about?', 'What do you know about this already?'],
    right: questions.filter(({ kind }) => kind === 'true-false').map(asQuestion),
    check: questions.filter(({ kind }) => kind !== 'true-false').map(asQuestion),
    gapFill,
    wordBank: options.wordBank
      ? shuffled(
          gapFill.map(({ answer }) => answer),
          next,
        )
      : [],
    order: orderOf(edition, sentencesToOrder, next),
    talk: [
      'What is new for you in this story?',
      'Is this good news or bad news? For whom?',
      'Did something like this happen where you live?',
    ],
    write: 'Write 3 sentences about the story. Use 2 new words.',
    keyPath: `${storyPath(article, options.level)}/key?${packQuery(options)}`,
  }
}
