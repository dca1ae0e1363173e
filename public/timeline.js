/** Seconds by which a place may be early: seeking lands a little before the asked time. */
const slack = 0.012

/**
 * The last entry that has started at a time, by halving; -1 before the first.
 * @param {readonly { start: number }[]} entries in order of `start`
 * @param {number} time seconds
 * @returns {number}
 */
export function lastStarted(entries, time) {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle].start <= time + slack) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Times of a narration, ready for asking which sentence and word sound.
 * A word stays current until the next one starts, so that exactly one is marked.
 * @param {{ sentences: { sentence: number, start: number, end: number, words: number[][] }[] }} timings
 */
export function timelineOf(timings) {
  const sentences = timings.sentences.map((sentence) => ({
    ...sentence,
    words: sentence.words.map(([from, to, start, end]) => ({ from, to, start, end })),
  }))
  return {
    sentences,
    /** Position in `sentences` of the one that sounds at a time; -1 before the first. */
    sentenceAt: (time) => lastStarted(sentences, time),
    /** The word that sounds at a time in a sentence, given by position. */
    wordAt: (position, time) => {
      const words = sentences[position]?.words ?? []
      return words[lastStarted(words, time)]
    },
  }
}
