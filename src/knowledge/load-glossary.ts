import { readdirSync, readFileSync } from 'node:fs'
import type { Vocabulary } from '../readability/vocabulary.ts'
import { withDerived } from '../study/derived-meanings.ts'
import type { Glossary } from '../study/glossary.ts'
import { createGlossary, type GlossaryRow } from '../study/glossary-from-rows.ts'
import { LazyRow, lazyRowsOf, rowsOf } from './rows.ts'

const folder = new URL('../study/glossary/', import.meta.url)

/** Every row of the glossary files that come with the project, files by name. */
export function readGlossaryRows(): readonly GlossaryRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => lazyRowsOf(readFileSync(new URL(name, folder), 'utf8'), GlossaryLine))
}

/** A row of a glossary file, parted when it is first needed. */
class GlossaryLine extends LazyRow implements GlossaryRow {
  get term(): string {
    return this.key
  }

  get partOfSpeech(): string {
    return this.cell(1)
  }

  get meaning(): string {
    return this.cell(2)
  }

  get topic(): string {
    return this.cell(3)
  }

  get conditions(): string {
    return this.cell(4)
  }

  get example(): string {
    return this.cell(5)
  }

  get lookAlike(): string {
    return this.cell(6)
  }

  get said(): string {
    return this.cell(7)
  }
}

/** The glossary that comes with the project. */
export function loadGlossary(): Glossary {
  return createGlossary(readGlossaryRows())
}

/** That glossary with the meanings that follow from it by rule. */
export function loadDerived(glossary: Glossary, vocabulary: Vocabulary): Glossary {
  const rows = rowsOf(readFileSync(new URL('../study/derived/same-sense.tsv', import.meta.url), 'utf8'))
  const pairs = rows.flatMap(([term = '', parts = '']) => parts.split(' ').map((part) => `${term}/${part}`))
  return withDerived(glossary, vocabulary, new Set(pairs))
}
