import type { Level } from '../../document/article.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { WordEntry } from '../../study/study.ts'
import { storyPath } from '../parts.ts'
import { meaningSource } from './text-view.ts'

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
    ...words.map((word) => [word.term, meaningCell(word), word.example, word.partOfSpeech, word.level, audio]),
  ]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A meaning that is not ours says so in its own cell: cards show no other. */
function meaningCell({ meaning, origin }: WordEntry): string {
  const source = meaningSource(origin)
  return source === '' ? meaning : `${meaning} (${source})`
}

function cell(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ')
  const safe = /^\s*[=+\-@]/.test(line) ? `'${line}` : line
  return `"${safe.replaceAll('"', '""')}"`
}
