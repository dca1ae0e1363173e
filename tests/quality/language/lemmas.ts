import type { Reader } from '../../../src/language/analysis.ts'

/** Share of right lemmas in per cent: as they are written, and with capitals left aside. */
export interface LemmaFigures {
  readonly words: number
  readonly exact: number
  readonly anyCase: number
}

/** Lemmas of a treebank with gold tokens and predicted tags. Words without a gold lemma are passed over. */
export function measureLemmas(reader: Reader, conllu: string): LemmaFigures {
  let [words, exact, anyCase] = [0, 0, 0]
  for (const block of conllu.split(/\r?\n\r?\n/)) {
    const rows = block
      .split(/\r?\n/)
      .map((line) => line.split('\t'))
      .filter(([id = '']) => /^\d+$/.test(id))
    const read = reader.parseForms(rows.map(([, form = '']) => form))
    for (const [at, [, form, lemma = '']] of rows.entries()) {
      if (lemma === '_' && form !== '_') continue
      words += 1
      const own = read[at]?.lemma ?? ''
      if (own === lemma) exact += 1
      if (own.toLowerCase() === lemma.toLowerCase()) anyCase += 1
    }
  }
  const share = (right: number): number => (100 * right) / Math.max(1, words)
  return { words, exact: share(exact), anyCase: share(anyCase) }
}
