import type { Gloss } from '../document/article.ts'
import type { AnalysedSentence } from '../language/analysis.ts'
import { conditionsHold } from '../language/word-condition.ts'
import type { FoundEntry, Glossary, SpelledEntry } from './glossary.ts'

/** One row of the glossary. */
export interface GlossaryRow {
  readonly term: string
  readonly partOfSpeech: string
  readonly meaning: string
  readonly topic: string
  /** When the word has this meaning; see language/word-condition.ts. Empty: always. */
  readonly conditions: string
  /** A sentence of the news in which the word has this meaning; empty where any sentence will do. */
  readonly example: string
  /** A sentence in which it has another. */
  readonly lookAlike: string
  /** How it is said, where that is hard to see: "reh-fuh-REN-duhm". */
  readonly said: string
}

/** A glossary from its rows. Longer terms are found before shorter ones; names are never explained by a common word. */
export function createGlossary(rows: readonly GlossaryRow[]): Glossary {
  // Terms are parted and sorted when their first word is first asked for: most are never met in an article.
  const rowsByFirst = new Map<string, GlossaryRow[]>()
  for (const row of rows) {
    const first = firstPart(row.term.toLowerCase())
    const same = rowsByFirst.get(first)
    if (same === undefined) rowsByFirst.set(first, [row])
    else same.push(row)
  }
  let byLetters: ReadonlyMap<string, readonly SpelledEntry[]> | undefined
  const byFirst = new Map<string, readonly Term[]>()
  const termsFrom = (first: string): readonly Term[] => {
    const known = byFirst.get(first)
    if (known !== undefined) return known
    const made = (rowsByFirst.get(firstPart(first)) ?? [])
      .flatMap((row) => waysOf(row))
      .filter(({ parts }) => parts[0] === first)
      .sort((a, b) => b.parts.length - a.parts.length)
    const terms = made.map((term) => (isBroad(term, made) ? { ...term, gloss: broad(term.gloss) } : term))
    if (terms.length > 0) byFirst.set(first, terms)
    return terms
  }
  return {
    entry: (term) => {
      const wanted = term.toLowerCase()
      const row = rowsByFirst.get(firstPart(wanted))?.find((one) => one.term.toLowerCase() === wanted)
      return row === undefined ? undefined : glossOf(row)
    },
    sameLetters: (word) => {
      byLetters ??= lettersIn(rows)
      return byLetters.get(lettersOf(word.toLowerCase())) ?? []
    },
    find: (sentence, at) => {
      const { words } = sentence
      const word = words[at]
      if (word === undefined) return undefined
      const lemma = word.lemma.toLowerCase()
      const text = word.text.toLowerCase()
      const terms = [...termsFrom(lemma), ...(text === lemma ? [] : termsFrom(text))]
      for (const { parts, gloss, conditions } of terms) {
        const fits = parts.every((part, offset) => {
          const here = words[at + offset]
          return here !== undefined && (here.lemma.toLowerCase() === part || here.text.toLowerCase() === part)
        })
        if (!fits) continue
        const head = words[at + parts.length - 1]
        if (
          parts.length === 1 &&
          (!samePart(gloss.partOfSpeech, word.upos) || (/^\p{Ll}/u.test(gloss.term) && isNamed(sentence, at)))
        )
          continue
        // "rates rose" is no "rate rise".
        if (
          parts.length > 1 &&
          gloss.partOfSpeech === 'noun' &&
          head !== undefined &&
          /^(?:VERB|AUX)$/.test(head.upos) &&
          !/^VB[GN]$/.test(head.xpos)
        )
          continue
        // "federal court bail": a noun before another noun may be part of a longer term, but still names the thing.
        if (head === undefined) continue
        if (!conditionsHold(conditions, sentence, at, at + parts.length, at + parts.length - 1)) continue
        const told = parts.length === 1 && isOfLongerWord(sentence, at) ? broad(gloss) : gloss
        return { gloss: told, length: parts.length, sense: senseOf(conditions, gloss, terms) }
      }
      return undefined
    },
  }
}

/** "the Guardian", "a program called PRISM": whatever the reader took it for, a capital inside a sentence makes it a name. */
function isNamed({ words }: AnalysedSentence, at: number): boolean {
  const [word, before] = [words[at], words[at - 1]]
  if (word === undefined) return false
  const isInside = before !== undefined && before.upos !== 'PUNCT'
  return /^\p{Lu}/u.test(word.text) && (word.upos === 'PROPN' || isInside)
}

/** "tailor-made", "a real-estate firm": half of a longer word may be another word. */
function isOfLongerWord({ words, document, span }: AnalysedSentence, at: number): boolean {
  const touches = (one: number): boolean =>
    document.tokens[span.start + one]?.span.end === document.tokens[span.start + one + 1]?.span.start
  const isBefore = words[at + 1]?.text === '-' && touches(at) && touches(at + 1)
  const isBehind = words[at - 1]?.text === '-' && touches(at - 1) && touches(at - 2)
  return isBefore || isBehind
}

/** A term as it is looked for in a sentence. */
interface Term {
  readonly parts: readonly string[]
  readonly gloss: Gloss
  readonly conditions: string
}

/** "quarter" beside "profit" shows its sense; what only says "not beside …" leaves the usual one. */
function senseOf(conditions: string, { term, partOfSpeech }: Gloss, all: readonly Term[]): FoundEntry['sense'] {
  if (conditions.split(',').some((one) => /^(?:has|obj|head|next|prev|subj|noun|nextnoun)[:]/.test(one)))
    return 'special'
  const isOnly =
    all.filter((other) => other.gloss.term === term && other.gloss.partOfSpeech === partOfSpeech).length === 1
  return isOnly && conditions === '' ? 'only' : 'usual'
}

/** One sentence for all senses that the conditions of other rows leave: "A bass is a fish, or something that makes low sounds." */
function isBroad(term: Term, all: readonly Term[]): boolean {
  return (
    term.conditions === '' &&
    / or /.test(term.gloss.meaning) &&
    all.some(
      (other) =>
        other.conditions !== '' &&
        other.gloss.term === term.gloss.term &&
        other.gloss.partOfSpeech === term.gloss.partOfSpeech,
    )
  )
}

/** Good to look up, but not to stand in a story. */
function broad(gloss: Gloss): Gloss {
  return { ...gloss, origin: 'derived' }
}

/** "by-election" is three tokens, "e-cigarette" one: a term is found either way. */
function waysOf(row: GlossaryRow): readonly Term[] {
  const term = row.term.toLowerCase()
  const gloss = glossOf(row)
  const ways = term.includes('-') ? [term.split(/[ ]|(?<=-)|(?=-)/), term.split(' ')] : [term.split(' ')]
  return ways.map((way) => ({ parts: way.filter((part) => part !== ''), gloss, conditions: row.conditions }))
}

/** The letters of a term up to its first space or hyphen. */
function firstPart(term: string): string {
  const end = term.search(/[ -]/)
  return end <= 0 ? term : term.slice(0, end)
}

function glossOf({ term, meaning, partOfSpeech, topic }: GlossaryRow): Gloss {
  return { term, meaning, partOfSpeech: partOfSpeech.toLowerCase(), topic, origin: 'own' }
}

function lettersIn(rows: readonly GlossaryRow[]): ReadonlyMap<string, readonly SpelledEntry[]> {
  const found = new Map<string, SpelledEntry[]>()
  for (const row of rows) {
    const letters = lettersOf(row.term.toLowerCase())
    const entry = { gloss: glossOf(row), isAlways: row.conditions === '' }
    const same = found.get(letters)
    if (same === undefined) found.set(letters, [entry])
    else same.push(entry)
  }
  return found
}

function lettersOf(term: string): string {
  return term.replace(/[ -]/g, '')
}

function samePart(partOfSpeech: string, upos: string): boolean {
  if (partOfSpeech === 'noun') return upos === 'NOUN' || upos === 'PROPN'
  return partOfSpeech === upos.toLowerCase() || (partOfSpeech === 'adj' && upos === 'PROPN')
}
