import type { Word } from '../language/analysis.ts'

/** Whether a paragraph goes on with a quotation: one that does not open it again closed it, or a mark was missing. */
export function goesOnQuoted(words: readonly Pick<Word, 'text'>[]): boolean {
  return /^["“]$/u.test(words[0]?.text ?? '')
}

/**
 * Whether a quotation is open behind some words. News closes none at the end of a paragraph if the next one opens it again, so
 * a mark that opens an open quotation changes nothing.
 */
export function isQuoteOpenBehind(words: readonly Pick<Word, 'text'>[], isOpen: boolean): boolean {
  let open = isOpen
  for (const [at, { text }] of words.entries()) {
    if (text === '“') open = true
    else if (text === '”') open = false
    // A straight mark at the front of a paragraph that goes on with a quotation opens it again.
    else if (text === '"') open = at === 0 || !open
  }
  return open
}
