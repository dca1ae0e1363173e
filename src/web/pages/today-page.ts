import type { Level } from '../../document/article.ts'
import type { Narration } from '../../speech/timings.ts'
import type { Wrap, WrapPartKind } from '../../wrap/wrap.ts'
import { clockLength, dayInWords, daysAfter } from './dates.ts'
import type { PlayerView } from './player-view.ts'
import type { LevelLink } from './story-page.ts'
import type { StorySummary } from './story-summary.ts'
import { type BlockView, documentBlocks } from './text-view.ts'

/** The day's news: one big Play button, the stories, and what to do next. */
export interface TodayPage {
  readonly date: string
  readonly day: string
  /** "Today", or why it is another day. */
  readonly isToday: boolean
  readonly player?: PlayerView
  readonly wrapPath?: string
  readonly levels: readonly LevelLink[]
  readonly stories: readonly StorySummary[]
  readonly samplesOnly: boolean
}

/** One part of the wrap with its own text. */
export interface WrapPartView {
  readonly kind: WrapPartKind
  readonly title: string
  /** Seconds from the start, and the same as `1:25`; absent while there is no sound. */
  readonly start?: number
  readonly at?: string
  readonly path?: string
  readonly blocks: readonly BlockView[]
}

/** The wrap of one day: player, chapters, the whole text, its stories. */
export interface WrapPage {
  readonly date: string
  readonly day: string
  readonly title: string
  readonly level: Level
  readonly player: PlayerView
  readonly parts: readonly WrapPartView[]
  readonly stories: readonly StorySummary[]
  readonly before: { readonly path: string; readonly day: string }
}

/** The front page. `stories` are in the order of the wrap, or newest first where there is none. */
export function todayPage(given: {
  readonly date: string
  readonly today: string
  readonly level: Level
  readonly stories: readonly StorySummary[]
  readonly player: PlayerView | undefined
}): TodayPage {
  const { date, today, level, stories, player } = given
  return {
    date,
    day: dayInWords(date),
    isToday: date === today,
    levels: ([1, 2] as const).map((each) => ({
      name: `Level ${each}`,
      says: each === 1 ? 'easiest' : 'easy',
      path: `/?level=${each}`,
      here: each === level,
      level: each,
    })),
    stories,
    samplesOnly: stories.length > 0 && stories.every((story) => story.sample),
    ...(player === undefined ? {} : { player, wrapPath: `/wrap/${date}` }),
  }
}

/** The page of a wrap. Parts without sentences are left out. */
export function wrapPage(
  wrap: Wrap,
  narration: Narration | undefined,
  player: PlayerView,
  stories: readonly StorySummary[],
): WrapPage {
  const blocks = documentBlocks(wrap.document)
  const before = daysAfter(wrap.date, -1)
  return {
    date: wrap.date,
    day: dayInWords(wrap.date),
    title: wrap.title,
    level: wrap.level,
    player,
    parts: wrap.parts.flatMap((part) => {
      const inside = blocks
        .map((block) => ({
          ...block,
          sentences: block.sentences.filter(({ index }) => index >= part.from && index < part.to),
        }))
        .filter((block) => block.sentences.length > 0)
      if (inside.length === 0) return []
      const start = narration?.sentences.find(({ sentence }) => sentence >= part.from && sentence < part.to)?.start
      const story = stories.find(({ article }) => article === part.article)
      return [
        {
          kind: part.kind,
          title: part.title,
          blocks: inside,
          ...(start === undefined ? {} : { start, at: clockLength(start) }),
          ...(story === undefined ? {} : { path: story.path }),
        },
      ]
    }),
    stories,
    before: { path: `/wrap/${before}`, day: dayInWords(before) },
  }
}
