/** One word of a treebank. */
export interface GoldWord {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  /** Index of the head in the sentence; -1 for the root. */
  readonly head: number
  readonly relation: string
}

/** The sentences of a CoNLL-U text; comments, ranges (1-2) and empty nodes (1.1) are passed over. */
export function readTreebank(text: string): readonly (readonly GoldWord[])[] {
  const sentences: GoldWord[][] = []
  let sentence: GoldWord[] = []
  for (const line of [...text.split(/\r?\n/), '']) {
    if (line === '') {
      if (sentence.length > 0) sentences.push(sentence)
      sentence = []
      continue
    }
    const [id = '', form = '', , upos = '', xpos = '', , head = '', relation = ''] = line.split('\t')
    if (/^\d+$/.test(id)) sentence.push({ form, upos, xpos, head: Number(head) - 1, relation })
  }
  return sentences
}
