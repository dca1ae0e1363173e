import { parseArgs } from 'node:util'
import { blocksOfText } from '../../clean/blocks.ts'
import { textOf } from '../../document/document.ts'
import { loadReader } from '../../knowledge/load-reader.ts'
import { readForms, writeSentence } from '../../language/conllu.ts'
import { readInput, UsageError, write } from '../input.ts'

/** `analyse`: CoNLL-U of a plain text, or of the forms of a CoNLL-U text. */
export async function analyse(values: readonly string[]): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: { text: { type: 'boolean', default: false }, conllu: { type: 'boolean', default: false } },
  })
  if (given.text === given.conllu) throw new UsageError('Say --text or --conllu.')
  const text = new TextDecoder().decode(await readInput(positionals[0]))
  const reader = loadReader()
  if (given.conllu) {
    for (const forms of readForms(text)) await write(writeSentence(reader.parseForms(forms)))
    return 0
  }
  const document = reader.read('text', blocksOfText(text))
  for (const sentence of reader.analyse(document).sentences)
    await write(writeSentence(sentence.words, textOf(document, sentence.span)))
  return 0
}
