import type { Word } from './analysis.ts'
import { clauseFollows, mainStart } from './chunks.ts'
import { bodyEnd } from './clause-parts.ts'
import { type ClauseStart, clauseStartAt, type VerbGroup, verbGroupAt } from './tail-clause.ts'
import { isFiniteVerb, subjectOf } from './tree.ts'

/** "A, VERB-ing B." at the end of a sentence, as marks and word classes show it. */
export interface ParticipleTail {
  readonly comma: number
  /** The -ing form. */
  readonly verb: number
  /** -ing forms that stand beside it: "killing two people and injuring 11". */
  readonly alike: readonly number[]
  readonly end: number
  readonly main: ClauseStart
  readonly group: VerbGroup
}

/** The -ing part behind the last comma that opens one, with the clause before it; undefined where either may go on. */
export function participleTailOf(words: readonly Word[]): ParticipleTail | undefined {
  if (words.some((word) => /^(?:[?;:()]|--|–|—)$/u.test(word.text))) return undefined
  const end = bodyEnd(words)
  const comma = words.findLastIndex(
    (word, at) => at < end - 2 && word.text === ',' && (words[at + 1]?.xpos === 'VBG' || stirs(words, at + 1)),
  )
  if (comma < 3 || hasOpenQuote(words, comma)) return undefined
  const main = clauseStartAt(words, 0) ?? mainStart(words, comma)
  if (main === undefined || main.verb >= comma) return undefined
  // "…, saying there was no money, but the mayor denied that": the last part is another's.
  const goesOn = words.some(
    (word, at) =>
      at > comma + 1 &&
      word.text === ',' &&
      /^(?:and|but|while|though|although|so|yet)$/i.test(words[at + 1]?.text ?? '') &&
      (clauseFollows(words, at + 2) || isFiniteVerb(words[at + 2])),
  )
  if (goesOn) return undefined
  const alike = words.flatMap((word, at) =>
    at > comma + 2 && at < end && word.xpos === 'VBG' && /^(?:and|but)$/i.test(words[at - 1]?.text ?? '') ? [at] : [],
  )
  return { comma, verb: comma + 1, alike, end, main, group: verbGroupAt(words, main.verb) }
}

const stirring: Readonly<Record<string, string>> = {
  surprising: 'surprise',
  disappointing: 'disappoint',
  alarming: 'alarm',
  shocking: 'shock',
  stunning: 'stun',
  worrying: 'worry',
  upsetting: 'upset',
  delighting: 'delight',
  angering: 'anger',
  dismaying: 'dismay',
}

/** ", surprising most experts": with those who are surprised behind it, the word is a verb, whatever it was read as. */
function stirs(words: readonly Word[], at: number): boolean {
  return stirredBy(words[at]) !== undefined && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(words[at + 1]?.upos ?? '')
}

/** The verb of such a word: "surprise" of "surprising"; undefined for others. */
export function stirredBy(word: Word | undefined): string | undefined {
  return stirring[word?.text.toLowerCase() ?? '']
}

/** Verbs with a tense between the main verb and a place, each with its subject; a second verb of the main subject has none. */
export function verbsBetween(
  words: readonly Word[],
  from: number,
  to: number,
): readonly { readonly verb: number; readonly subject: number | undefined }[] {
  return words.flatMap((word, verb) => {
    if (verb <= from || verb >= to || !isFiniteVerb(word)) return []
    // "had been started": the helper's clause.
    const head = word.upos === 'AUX' && word.head > verb ? word.head : verb
    return [{ verb, subject: subjectOf(words, head) }]
  })
}

function hasOpenQuote(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).filter((word) => /^["“”]$/u.test(word.text)).length % 2 === 1
}
