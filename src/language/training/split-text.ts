// Makes raw training text: one sentence a line, its words between spaces, as our own tokeniser cuts them.
//   node src/language/training/split-text.ts TEXT… > RAW.txt
// TEXT: plain text, a paragraph a line.
import { readFileSync } from 'node:fs'
import { splitSentences } from '../sentences.ts'
import { tokenise } from '../tokenise.ts'

const shortest = 4
const longest = 90

const seen = new Set<string>()
for (const path of process.argv.slice(2)) {
  for (const paragraph of readFileSync(path, 'utf8').split('\n')) {
    const tokens = tokenise(paragraph)
    for (const { start, end } of splitSentences(paragraph, tokens)) {
      const forms = tokens.slice(start, end).map(({ span }) => paragraph.slice(span.start, span.end))
      const line = forms.join(' ')
      if (forms.length < shortest || forms.length > longest || seen.has(line)) continue
      seen.add(line)
      process.stdout.write(`${line}\n`)
    }
  }
}
