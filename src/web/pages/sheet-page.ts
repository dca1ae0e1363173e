import type { Level } from '../../document/article.ts'
import type { PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import type { Question } from '../../study/study.ts'
import { type StoryFrame, storyFrame, type WordRow, wordRows } from './story-page.ts'
import { type BlockView, editionBlocks } from './text-view.ts'

/** One story on paper: the text, six words, three questions. */
export interface SheetPage extends StoryFrame {
  readonly level: Level
  readonly blocks: readonly BlockView[]
  readonly words: readonly WordRow[]
  readonly questions: readonly Question[]
  /** `http://localhost:3000/p/AB12`: says later whether the sheet is still current. */
  readonly shortAddress: string
}

const wordsOnSheet = 6
const questionsOnSheet = 3

/** The sheet of a story at a level. */
export function sheetPage(
  article: StoredArticle,
  prepared: PreparedArticle,
  level: Level,
  status: EditionStatus,
  shortAddress: string,
): SheetPage {
  const { edition, study } = prepared.editions[level]
  return {
    ...storyFrame(article, prepared, level, status),
    level,
    blocks: editionBlocks(edition).filter((block) => block.kind !== 'headline'),
    words: wordRows(study.words.slice(0, wordsOnSheet)),
    questions: study.questions.slice(0, questionsOnSheet),
    shortAddress,
  }
}
