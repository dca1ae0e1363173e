import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from '../../../src/knowledge/rows.ts'
import type { Reader } from '../../../src/language/analysis.ts'
import { referentsOf } from '../../../src/language/refer.ts'

const goldFile = join(import.meta.dirname, '../refer-gold.tsv')
const pronoun = /^(?:he|she|it|they|him|her|them|his|hers|its|their)$/i

/** How often the resolver is right where it answers, in the sample articles of `folder`; undefined where they are not there. */
export function measureReferents(
  reader: Reader,
  folder: string,
):
  | { readonly asked: number; readonly answered: number; readonly right: number; readonly wrong: readonly string[] }
  | undefined {
  const place = join(folder, 'articles/dev')
  if (!existsSync(place)) return undefined
  const gold = new Map(
    rowsOf(readFileSync(goldFile, 'utf8')).map(([article, sentence, at, owner = '']) => [
      `${article} ${sentence} ${at}`,
      owner,
    ]),
  )
  let answered = 0
  let right = 0
  const wrong: string[] = []
  for (const file of readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const article: unknown = JSON.parse(readFileSync(join(place, file), 'utf8'))
    if (
      typeof article !== 'object' ||
      article === null ||
      !('paragraphs' in article) ||
      !Array.isArray(article.paragraphs)
    )
      continue
    const blocks = article.paragraphs.map((text) => ({ kind: 'paragraph' as const, text: String(text) }))
    const analysis = reader.analyse(reader.read(file, blocks))
    const referents = referentsOf(analysis)
    for (const [index, { words, span }] of analysis.sentences.entries()) {
      let count = 0
      for (const [at, word] of words.entries()) {
        if (!pronoun.test(word.text)) continue
        count += 1
        const referent = referents.get(span.start + at)
        if (referent === undefined) continue
        answered += 1
        const name = analysis.names.notes.find(({ value }) => value.entity === referent.entity)?.value.full
        const token = analysis.document.tokens[referent.token]?.span
        const text = name ?? (token === undefined ? '' : analysis.document.text.slice(token.start, token.end))
        const owner = gold.get(`${file.slice(0, 2)} ${index} ${count}`) ?? ''
        if (owner !== '' && (text.includes(owner) || owner.includes(text))) right += 1
        else
          wrong.push(`${file.slice(0, 2)}, sentence ${index}: "${word.text}" read as ${text}, is ${owner || 'nobody'}`)
      }
    }
  }
  return { asked: gold.size, answered, right, wrong }
}
