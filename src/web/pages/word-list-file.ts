import type { Level } from '../../document/article.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { WordEntry } from '../../study/study.ts'
import { storyPath } from '../parts.ts'

/**
 * A word list as CSV that Anki and spreadsheets open: word, meaning, sentence, part of speech, level, audio address.
 * Cells that a spreadsheet would run as a formula start with an apostrophe.
 */
export function wordListFile(
  siteUrl: string,
  article: StoredArticle,
  level: Level,
  words: readonly WordEntry[],
): string {
  const audio = `${siteUrl}${storyPath(article, level)}/story.mp3`
  const rows = [
    ['word', 'meaning', 'sentence', 'part of speech', 'level', 'audio'],
    ...words.map((word) => [word.term, word.meaning, word.example, word.partOfSpeech, word.level, audio]),
  ]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ')
  const safe = /^\s*[=+\-@]/.test(line) ? `'${line}` : line
  return `"${safe.replaceAll('"', '""')}"`
}
