import { loadSaying } from '../../src/knowledge/load-saying.ts'
import { readDocument } from '../../src/language/reader.ts'
import { say } from '../../src/speech/say.ts'

/** The habits that tests speak with. */
export const saying = loadSaying()
const american = loadSaying('en-US')

/** What is said of a text, words with spaces between, sentence by sentence. */
export function said(text: string, style: 'en-AU' | 'en-US' = 'en-AU'): string {
  const document = readDocument('said', [{ kind: 'paragraph', text }])
  return document.sentences
    .flatMap((span) => say(document, span, style === 'en-AU' ? saying : american))
    .map((word) => word.text)
    .join(' ')
}
