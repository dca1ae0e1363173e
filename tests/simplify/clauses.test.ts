import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Level } from '../../src/document/article.ts'
import { createCast } from '../../src/simplify/cast.ts'
import { contentOf, type Draft } from '../../src/simplify/draft.ts'
import { simplifySentence } from '../../src/simplify/engine.ts'
import { knowledge } from '../support/knowledge.ts'

const { reader } = knowledge

/** What the engine makes of one sentence, each claim with its speaker in front. */
function simplified(text: string, level: Level): readonly string[] {
  const analysis = reader.analyse(reader.read('example', [{ kind: 'paragraph', text }]))
  const [sentence] = analysis.sentences
  if (sentence === undefined) return []
  return simplifySentence(sentence, 0, level, createCast(analysis), knowledge).map(printed)
}

function printed(draft: Draft): string {
  const said = draft.frame?.full.map((part) => part.text).join(' ')
  return said === undefined ? contentOf(draft) : `[${said}] ${contentOf(draft)}`
}

const lines = ['cases-clauses.tsv', 'cases-relatives.tsv', 'cases-tails.tsv'].flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'),
)
const cases = lines
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string])

test.each(cases)('level %s: %s', (level, source, expected) => {
  expect(simplified(source, level === '1' ? 1 : 2).join(' | ')).toBe(expected)
})
