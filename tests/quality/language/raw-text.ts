/** A stretch of raw text with the places of its gold tokens and sentences in it: [from, to) in characters. */
export interface GoldText {
  readonly text: string
  readonly tokens: readonly (readonly [number, number])[]
  readonly sentences: readonly (readonly [number, number])[]
}

/** One document of a treebank: its paragraphs, headings and list items, as the treebank marks them. */
export interface GoldDocument {
  readonly id: string
  readonly blocks: readonly GoldText[]
}

interface GoldSentence {
  readonly text: string
  readonly forms: readonly string[]
  readonly isJoined: boolean
}

/** Puts the raw text of a treebank together again: sentences with a space between them, where the treebank has one. */
export function readDocuments(conllu: string): readonly GoldDocument[] {
  const documents: { id: string; blocks: GoldSentence[][] }[] = []
  let comments: string[] = []
  let rows: string[][] = []
  for (const line of [...conllu.split(/\r?\n/), '']) {
    if (line.startsWith('#')) comments.push(line)
    else if (line !== '') rows.push(line.split('\t'))
    else if (rows.length > 0) {
      const id = value(comments, 'newdoc id')
      if (id !== undefined || documents.length === 0) documents.push({ id: id ?? '', blocks: [] })
      const blocks = documents.at(-1)?.blocks ?? []
      if (blocks.length === 0 || comments.some((comment) => comment.startsWith('# newpar'))) blocks.push([])
      blocks.at(-1)?.push(sentenceOf(rows, value(comments, 'text') ?? ''))
      comments = []
      rows = []
    }
  }
  return documents.map(({ id, blocks }) => ({ id, blocks: blocks.map(joined) }))
}

/** All blocks of a document as one running text, with a space where one block ends. */
export function runTogether({ blocks }: GoldDocument): GoldText {
  let text = ''
  const tokens: (readonly [number, number])[] = []
  const sentences: (readonly [number, number])[] = []
  for (const block of blocks) {
    if (text !== '') text += ' '
    const shift = text.length
    text += block.text
    for (const [from, to] of block.tokens) tokens.push([from + shift, to + shift])
    for (const [from, to] of block.sentences) sentences.push([from + shift, to + shift])
  }
  return { text, tokens, sentences }
}

function value(comments: readonly string[], name: string): string | undefined {
  return comments.find((comment) => comment.startsWith(`# ${name} = `))?.slice(name.length + 5)
}

function sentenceOf(rows: readonly (readonly string[])[], text: string): GoldSentence {
  const words = rows.filter(([id = '']) => /^\d+$/.test(id))
  const surface = rows.filter(([id = '']) => !id.includes('.')).at(-1)
  const last = rows.findLast(([id = '']) => id.includes('-'))
  const isCovered = last?.[0]?.endsWith(`-${words.at(-1)?.[0]}`) ?? false
  const miscellaneous = (isCovered ? last : surface)?.[9] ?? ''
  return {
    text,
    forms: words.map(([, form = '']) => form),
    isJoined: miscellaneous.split('|').includes('SpaceAfter=No'),
  }
}

function joined(block: readonly GoldSentence[]): GoldText {
  let text = ''
  const tokens: (readonly [number, number])[] = []
  const sentences: (readonly [number, number])[] = []
  for (const [at, sentence] of block.entries()) {
    if (at > 0 && !block[at - 1]?.isJoined) text += ' '
    const start = text.length
    text += sentence.text
    let from = start
    for (const form of sentence.forms) {
      const found = text.indexOf(form, from)
      if (found < 0) continue
      tokens.push([found, found + form.length])
      from = found + form.length
    }
    sentences.push([start, text.length])
  }
  return { text, tokens, sentences }
}

/**
 * A block cut where a gold sentence ends without a mark: headings, captions and signatures stood on lines of their own
 * before the treebank ran its lines together.
 */
export function asLines({ text, tokens, sentences }: GoldText): readonly GoldText[] {
  const lines: { from: number; to: number; sentences: (readonly [number, number])[] }[] = []
  let open = false
  for (const sentence of sentences) {
    const [from, to] = sentence
    const line = lines.at(-1)
    if (open && line !== undefined) {
      line.to = to
      line.sentences.push(sentence)
    } else lines.push({ from, to, sentences: [sentence] })
    open = /[.!?…][\])"”’']*$/u.test(text.slice(from, to))
  }
  return lines.map(({ from, to, sentences: own }) => ({
    text: text.slice(from, to),
    tokens: tokens
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start - from, end - from]),
    sentences: own.map(([start, end]) => [start - from, end - from]),
  }))
}
