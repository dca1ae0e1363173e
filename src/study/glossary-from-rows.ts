import type { Gloss } from '../document/article.ts'
import { conditionsHold } from '../language/word-condition.ts'
import type { Glossary, SpelledEntry } from './glossary.ts'

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
  const byTerm = new Map<string, Gloss>()
  let byLetters: ReadonlyMap<string, readonly SpelledEntry[]> | undefined
  const byFirst = new Map<
    string,
    { readonly parts: readonly string[]; readonly gloss: Gloss; readonly conditions: string }[]
  >()
  for (const row of rows) {
    const gloss = glossOf(row)
    const term = row.term.toLowerCase()
    if (!byTerm.has(term)) byTerm.set(term, gloss)
    // "by-election" is three tokens, "e-cigarette" one: a term is found either way.
    const ways = term.includes('-') ? [term.split(/[ ]|(?<=-)|(?=-)/), term.split(' ')] : [term.split(' ')]
    for (const way of ways) {
      const parts = way.filter((part) => part !== '')
      const first = parts[0] ?? ''
      byFirst.set(
        first,
        [...(byFirst.get(first) ?? []), { parts, gloss, conditions: row.conditions }].sort(
          (a, b) => b.parts.length - a.parts.length,
        ),
      )
    }
  }
  return {
    entry: (term) => byTerm.get(term.toLowerCase()),
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
      const terms = [...(byFirst.get(lemma) ?? []), ...(text === lemma ? [] : (byFirst.get(text) ?? []))]
      for (const { parts, gloss, conditions } of terms) {
        const fits = parts.every((part, offset) => {
          const here = words[at + offset]
          return here !== undefined && (here.lemma.toLowerCase() === part || here.text.toLowerCase() === part)
        })
        if (!fits) continue
        const head = words[at + parts.length - 1]
        if (
          parts.length === 1 &&
          (!samePart(gloss.partOfSpeech, word.upos) ||
            (word.upos === 'PROPN' && /^\p{Ll}/u.test(gloss.term) && word.text !== gloss.term))
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
        return { gloss, length: parts.length }
      }
      return undefined
    },
  }
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
