import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import { easierWords } from '../../simplify/words/easier.ts'
import { readInput, write } from '../input.ts'

/** `easier`: for each line "sentence<TAB>word", the same with easier words behind it, best first. */
export async function easier(values: readonly string[]): Promise<number> {
  const text = new TextDecoder().decode(await readInput(values[0]))
  const parts = loadKnowledge()
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const rows = lines.map((line) => {
    const [sentence = '', word = ''] = line.split('\t')
    const found = word === '' ? [] : easierWords(parts.reader.parse(sentence), word, parts.lexicon, parts.vocabulary)
    return [sentence, word, ...found].join('\t')
  })
  await write(rows.length === 0 ? '' : `${rows.join('\n')}\n`)
  return 0
}
