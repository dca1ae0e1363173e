/** Spoken words to one written word of easy news: "$3.20" is five. Measured on eight easy stories (1.05–1.08). */
const spokenWords = 1.065
/** Silence between sentences that comes to one spoken word, in seconds: pauses do not stretch with the words (0.055–0.081). */
const pauseOfWord = 0.067

/** How long one spoken word may sound, in seconds, so that a narration with its pauses has a pace in written words a minute. */
export function wordSeconds(pace: number): number {
  return 60 / pace / spokenWords - pauseOfWord
}
