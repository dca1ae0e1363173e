import { readFileSync } from 'node:fs'
import type { Saying, SayingStyle } from '../speech/saying.ts'
import { rowsOf } from './rows.ts'

const folder = new URL('../speech/lexicon/', import.meta.url)

/** How texts are said, from the lexicon that comes with the project. */
export function loadSaying(style: SayingStyle = 'en-AU'): Saying {
  return {
    style,
    names: new Map(
      [...readRows('names'), ...readRows('spellings')].map(([name = '', respelling = '']) => [name, respelling]),
    ),
    acronyms: new Set(readRows('acronyms').map(([letters = '']) => letters)),
    shortForms: new Map(
      readRows('short-forms').map(([form = '', said = '', sounds]) => [
        form,
        { said, ...(sounds === undefined ? {} : { sounds }) },
      ]),
    ),
    units: new Map(readRows('units').map(([written = '', one = '', many = '']) => [written, { one, many }])),
  }
}

function readRows(name: string): readonly (readonly string[])[] {
  return rowsOf(readFileSync(new URL(`${name}.tsv`, folder), 'utf8'))
}
