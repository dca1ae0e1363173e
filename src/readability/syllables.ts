import { dictionary } from 'cmu-pronouncing-dictionary'
import { syllable } from 'syllable'

/** Syllables of one written word: by the CMU dictionary where it has the word, else by spelling; at least 1. */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase().replaceAll('’', "'")
  const known = inDictionary(lower) ?? inDictionary(lower.replace(/'s$/, ''))
  if (known !== undefined) return known
  const parts = lower.split(/[-–/]/).filter((part) => part !== '')
  if (parts.length === 0) return 1
  return parts.reduce(
    (sum, part) => sum + (inDictionary(part) ?? Math.max(1, /\d/.test(part) ? digits(part) : syllable(part))),
    0,
  )
}

function inDictionary(word: string): number | undefined {
  const phones = (dictionary as Readonly<Record<string, string | undefined>>)[word]
  return phones?.match(/\d/g)?.length
}

/** A figure counts one syllable a digit, at most four: "2016" reads about as long as a four-syllable word. */
function digits(part: string): number {
  return Math.min(4, part.replaceAll(/\D/g, '').length || 1)
}
