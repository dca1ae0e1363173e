import readability from 'text-readability'
import type { Counts, Formulas } from './scores.ts'

// The package exports one instance of its class; its class is reached through it.
const Base = readability.constructor as unknown as new () => Record<string, (text: string) => number>

/**
 * The formulas of `text-readability`, fed with our own counts: its own sentence and syllable counts are far off on news.
 * Every formula asks these methods and nothing else, so that replacing them is enough.
 */
class FromCounts extends (Base as unknown as new () => TextReadability) {
  readonly counts: Counts

  constructor(counts: Counts) {
    super()
    this.counts = counts
  }

  sentenceCount(): number {
    return Math.max(1, this.counts.sentences)
  }
  lexiconCount(): number {
    return this.counts.words
  }
  syllableCount(word?: string): number {
    // The Linsear formula asks for single words, which it is given as their syllable counts.
    return word !== undefined && /^\d+$/.test(word) ? Number(word) : this.counts.syllables
  }
  polySyllableCount(): number {
    return this.counts.polysyllables
  }
  charCount(): number {
    return this.counts.characters
  }
  letterCount(): number {
    return this.counts.letters
  }
  averageSentenceLength(): number {
    return this.counts.words / this.sentenceCount() || 0
  }
  averageSyllablePerWord(): number {
    return this.counts.syllables / this.counts.words || 0
  }
  averageLetterPerWord(): number {
    return this.counts.letters / this.counts.words || 0
  }
  averageSentencePerWord(): number {
    return this.sentenceCount() / this.counts.words || 0
  }
  difficultWords(_text: string, syllables?: number): number {
    return syllables === 3 ? this.counts.polysyllables : this.counts.unfamiliar
  }
}

interface TextReadability {
  fleschReadingEase(text: string): number
  fleschKincaidGrade(text: string): number
  smogIndex(text: string): number
  colemanLiauIndex(text: string): number
  automatedReadabilityIndex(text: string): number
  daleChallReadabilityScore(text: string): number
  gunningFog(text: string): number
}

/** All formulas on one set of counts. An empty text scores 0 in each. */
export function formulasOf(counts: Counts): Formulas {
  if (counts.words === 0) {
    return {
      fleschReadingEase: 0,
      fleschKincaid: 0,
      smog: 0,
      colemanLiau: 0,
      automatedReadability: 0,
      daleChall: 0,
      linsearWrite: 0,
      gunningFog: 0,
    }
  }
  const text = new FromCounts(counts)
  return {
    fleschReadingEase: text.fleschReadingEase(''),
    fleschKincaid: text.fleschKincaidGrade(''),
    smog: text.smogIndex(''),
    colemanLiau: text.colemanLiauIndex(''),
    automatedReadability: text.automatedReadabilityIndex(''),
    daleChall: text.daleChallReadabilityScore(''),
    linsearWrite: linsearWrite(counts),
    gunningFog: text.gunningFog(''),
  }
}

/**
 * Linsear Write (O'Hayre 1966) on the whole text: the package takes the first 100 words and then divides by the
 * sentences of the whole, which our counts cannot tell apart.
 */
function linsearWrite({ words, polysyllables, sentences }: Counts): number {
  const points = (words - polysyllables + polysyllables * 3) / Math.max(1, sentences)
  return Math.round((points <= 20 ? (points - 2) / 2 : points / 2) * 10) / 10
}

/** Flesch–Kincaid grade, unrounded (Kincaid et al. 1975): what rule T3 is measured by. */
export function fleschKincaid({ words, sentences, syllables }: Counts): number {
  if (words === 0 || sentences === 0) return 0
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}
