import { readdirSync, readFileSync } from 'node:fs'
import type { Glossary } from '../study/glossary.ts'
import { createGlossary, type GlossaryRow } from '../study/glossary-from-rows.ts'
import { rowsOf } from './rows.ts'

const folder = new URL('../study/glossary/', import.meta.url)

/** Every row of the glossary files that come with the project, files by name. */
export function readGlossaryRows(): readonly GlossaryRow[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => rowsOf(readFileSync(new URL(name, folder), 'utf8')))
    .map(
      ([
        term = '',
        partOfSpeech = '',
        meaning = '',
        topic = '',
        conditions = '',
        example = '',
        lookAlike = '',
        said = '',
      ]) => ({ term, partOfSpeech, meaning, topic, conditions, example, lookAlike, said }),
    )
}

/** The glossary that comes with the project. */
export function loadGlossary(): Glossary {
  return createGlossary(readGlossaryRows())
}
