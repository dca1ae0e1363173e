import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import type { TailClause } from '../../language/tail-clause.ts'
import { keep, type Piece, put } from '../rewrite.ts'
import type { RuleContext } from '../rule.ts'

const kinds: Readonly<Record<string, 'he' | 'she' | 'it' | 'they'>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  she: 'she',
  her: 'she',
  it: 'it',
  its: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
}

/** Which pronoun a word is; undefined for other words. */
export function pronounKind(word: Word | undefined): 'he' | 'she' | 'it' | 'they' | undefined {
  return kinds[word?.text.toLowerCase() ?? '']
}

/**
 * The words of a clause behind its link for a sentence of its own. Behind "She said this was because" a "she" would be the
 * speaker: there its owner is named, where only one can be meant; undefined where that is not sure.
 */
export function ownClause(
  sentence: AnalysedSentence,
  tail: TailClause,
  context: RuleContext,
): readonly Piece[] | undefined {
  const { words } = sentence
  const start = tail.at + 1
  const whole = keep(tokens(start, words.length))
  if (context.before === 0) return [whole]
  const first = words.findIndex((_, at) => at >= start && isOwned(words, at, start))
  if (first < 0) return [whole]
  const kind = kinds[words[first]?.text.toLowerCase() ?? '']
  const subject = words[tail.main.subject.head]
  if (kind === undefined) return [whole]
  // "he had worked … because he had": whoever "he" is, it is the same one.
  if (kinds[subject?.text.toLowerCase() ?? ''] === kind) return [whole]
  // A person who speaks is no "it", and no "they".
  const isPerson = /^(?:he|she|mr|ms|mrs|miss|dr|professor|sir|dame)\b/i.test(context.speaker ?? '')
  if (isPerson && (kind === 'it' || kind === 'they')) return [whole]
  if (first !== start) return undefined
  const owners = words.slice(0, tail.at).flatMap((word, at) => (mayBe(words, at, word, kind) ? [at] : []))
  const [owner, second] = owners
  if (owner !== tail.main.subject.head || second !== undefined) return undefined
  const naming = context.cast.again(sentence, owner, context.origin)
  if (naming === undefined || naming.plural !== (kind === 'they')) return undefined
  return [put(naming.text, tokens(start, start + 1)), keep(tokens(start + 1, words.length))]
}

/** A pronoun with its owner before the clause: "it feared", not "the firm lost its licence". */
function isOwned(words: readonly Word[], at: number, start: number): boolean {
  const word = words[at]
  const kind = kinds[word?.text.toLowerCase() ?? '']
  if (word === undefined || kind === undefined || (word.upos !== 'PRON' && word.upos !== 'DET')) return false
  return !words.slice(start, at).some((other, place) => mayBe(words, start + place, other, kind))
}

/** Whether a word before may be what a pronoun of a kind means. */
export function mayBe(words: readonly Word[], at: number, word: Word, kind: 'he' | 'she' | 'it' | 'they'): boolean {
  if (kinds[word.text.toLowerCase()] !== undefined) return kinds[word.text.toLowerCase()] === kind
  if (!/^(?:NOUN|PROPN)$/.test(word.upos)) return false
  // The last word of a name or compound stands for it.
  if (/^(?:NOUN|PROPN)$/.test(words[at + 1]?.upos ?? '')) return false
  const isSeveral = /^NNP?S$/.test(word.xpos)
  if (kind === 'they') return isSeveral || isOfClass(word.lemma, 'body')
  if (isSeveral || isOfClass(word.lemma, 'time')) return false
  const isSomebody = isOfClass(word.lemma, 'person')
  return word.upos === 'PROPN' || (kind === 'it') !== isSomebody
}
