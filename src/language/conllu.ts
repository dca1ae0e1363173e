import type { Word } from './analysis.ts'

/** Sentences of a CoNLL-U text as their forms; comments, ranges (1-2) and empty nodes (1.1) are passed over. */
export function readForms(text: string): readonly (readonly string[])[] {
  const sentences: string[][] = []
  let forms: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      if (forms.length > 0) sentences.push(forms)
      forms = []
      continue
    }
    if (line.startsWith('#')) continue
    const [id = '', form = ''] = line.split('\t')
    if (/^\d+$/.test(id)) forms.push(form)
  }
  if (forms.length > 0) sentences.push(forms)
  return sentences
}

/** One sentence as CoNLL-U lines, with a comment for its text where there is one; ends with an empty line. */
export function writeSentence(words: readonly Word[], text?: string): string {
  const rows = words.map((word, at) =>
    [
      at + 1,
      clean(word.text),
      clean(word.lemma),
      word.upos,
      word.xpos,
      featureColumn(word),
      word.head + 1,
      word.relation,
      '_',
      '_',
    ].join('\t'),
  )
  const comment = text === undefined ? [] : [`# text = ${text.replaceAll(/\s+/g, ' ').trim()}`]
  return `${[...comment, ...rows].join('\n')}\n\n`
}

function clean(text: string): string {
  const flat = text.replaceAll(/\s/g, ' ')
  return flat === '' ? '_' : flat
}

function featureColumn({ features }: Word): string {
  const parts: string[] = []
  if (features.degree !== undefined) parts.push(`Degree=${features.degree === 'comparative' ? 'Cmp' : 'Sup'}`)
  if (features.number !== undefined) parts.push(`Number=${features.number === 'singular' ? 'Sing' : 'Plur'}`)
  if (features.person !== undefined) parts.push(`Person=${features.person}`)
  if (features.tense !== undefined) parts.push(`Tense=${features.tense === 'past' ? 'Past' : 'Pres'}`)
  if (features.form !== undefined) {
    const names = { finite: 'Fin', infinitive: 'Inf', participle: 'Part', gerund: 'Ger' } as const
    parts.push(`VerbForm=${names[features.form]}`)
  }
  return parts.length === 0 ? '_' : parts.join('|')
}
