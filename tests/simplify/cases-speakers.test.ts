import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createCast } from '../../src/simplify/cast.ts'
import { contentOf } from '../../src/simplify/draft.ts'
import { simplifySentence } from '../../src/simplify/engine.ts'
import { printDrafts } from '../../src/simplify/print.ts'
import { knowledge } from '../support/knowledge.ts'

const cases = readFileSync(new URL('cases-speakers.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'))

test.each(cases)('level %s: %s', (level, text = '', expected) => {
  const { reader } = knowledge
  const analysis = reader.analyse(reader.read('case', [{ kind: 'paragraph', text }]))
  const cast = createCast(analysis)
  const made = analysis.sentences.flatMap((sentence, index) =>
    printDrafts(simplifySentence(sentence, index, level === '1' ? 1 : 2, cast, knowledge), reader, cast).map(contentOf),
  )
  expect(made.join(' | ')).toBe(expected)
})
