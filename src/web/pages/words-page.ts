import type { Level } from '../../document/article.ts'
import type { PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle, StoredWord } from '../../store/store.ts'
import { storyPath } from '../parts.ts'
import { type StoryFrame, storyFrame, type WordRow, wordRows } from './story-page.ts'
import { meaningSource, wordPath } from './text-view.ts'

/** The new words of one story. */
export interface WordListPage extends StoryFrame {
  readonly level: Level
  readonly words: readonly WordRow[]
  readonly otherLevel: { readonly name: string; readonly path: string }
}

/** The site's dictionary, by first letter. */
export interface DictionaryPage {
  readonly total: number
  readonly letters: readonly {
    readonly letter: string
    readonly words: readonly {
      readonly term: string
      readonly meaning: string
      /** Whose meaning it is, where it is not ours. */
      readonly source: string
      readonly path: string
      readonly stories: string
    }[]
  }[]
}

/** The word list of an edition. */
export function wordListPage(
  article: StoredArticle,
  prepared: PreparedArticle,
  level: Level,
  status: EditionStatus,
): WordListPage {
  const other = level === 1 ? 2 : 1
  return {
    ...storyFrame(article, prepared, level, status),
    level,
    words: wordRows(prepared.editions[level].study.words),
    otherLevel: { name: `Level ${other}`, path: `${storyPath(article, other)}/words` },
  }
}

/** All explained words of the site. Words that start with no letter stand under "#", last. */
export function dictionaryPage(words: readonly StoredWord[]): DictionaryPage {
  const letterOf = (term: string): string => {
    const letter = term.normalize('NFD').charAt(0).toUpperCase()
    return /^[A-Z]$/.test(letter) ? letter : '#'
  }
  const letters = [...new Set(words.map(({ term }) => letterOf(term)))].sort((a, b) =>
    a === '#' ? 1 : b === '#' ? -1 : a.localeCompare(b),
  )
  return {
    total: words.length,
    letters: letters.map((letter) => ({
      letter,
      words: words
        .filter(({ term }) => letterOf(term) === letter)
        .map(({ term, meaning, origin, stories }) => ({
          term,
          meaning,
          source: meaningSource(origin),
          path: wordPath(term),
          stories: stories === 1 ? '1 story' : `${stories} stories`,
        })),
    })),
  }
}
