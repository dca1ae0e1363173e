import { indefiniteArticle, inflect } from '../../language/inflect.ts'
import { irregularVerbs, participleLemmas } from '../../language/irregular.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import type { Vocabulary } from '../../readability/vocabulary.ts'
import type { Glossary } from '../glossary.ts'

/** A word that others are made from: a reader knows it, or `rest` tells what it means. */
export interface Base {
  readonly word: string
  /** What stands behind "means", "is" or "means to" in the glossary; none for an easy word. */
  readonly rest?: string
}

/** The known words that a new word can be made from. */
export interface Bases {
  readonly adjective: (word: string) => Base | undefined
  readonly noun: (word: string) => Base | undefined
  readonly verb: (word: string) => Base | undefined
  /** "paid", "crowded": the second participle of a known verb, as it stands. */
  readonly participle: (form: string) => Base | undefined
  /** Whether a base is heard at least as often as what is made from it. */
  readonly isCommoner: (base: string, made: string) => boolean
  /** "drugs", "war", "the government": a noun as it stands for all of its kind. */
  readonly all: (noun: string) => string
  /** "a stroke", "espionage". */
  readonly one: (noun: string) => string
  /** What a verb of the glossary means, with its own verb in another form; see `turned`. */
  readonly turn: (rest: string, xpos: string) => string | undefined
}

/** How often a noun is heard in the plural beside the singular, as a logarithm: from here on, one says "a …" and "…s". */
const oneFrom = -1.5
const manyFrom = -0.95

/** Nouns that have no plural, although letters say otherwise ("stresses" is a verb too). */
const notCounted = new Set(
  'abortion abuse aid air hay land apartheid childcare knowledge migration proof research staff support training business cancer cash corruption crime dark dawn dusk fraud grass harm hope joy light love midnight money music news noon pain peace pollution poverty power racism rain rape sense sex shame sleep smoke snow soil space spam stress terror time trade traffic trouble use violence war waste water weather work'.split(
    ' ',
  ),
)

export function createBases(glossary: Glossary, vocabulary: Vocabulary): Bases {
  const heard = (form: string): number => vocabulary.facts('the', 'DET').heard(form)
  const listed = (word: string, upos: string): boolean =>
    word.length > 2 && vocabulary.facts(word, upos).list !== undefined
  const explained = (word: string, part: string, pattern: (word: string) => RegExp): Base | undefined => {
    const entry = glossary
      .sameLetters(word)
      .find(({ gloss, isAlways }) => isAlways && gloss.term === word && gloss.partOfSpeech === part)
    const rest = entry === undefined ? undefined : pattern(word).exec(entry.gloss.meaning)?.[1]
    return rest === undefined ? undefined : { word, rest }
  }
  const verb = (word: string): Base | undefined =>
    listed(word, 'VERB') ? { word } : explained(word, 'verb', (of) => new RegExp(`^To ${of} means to (.+)\\.$`))
  return {
    adjective: (word) =>
      listed(word, 'ADJ')
        ? { word }
        : explained(word, 'adj', (of) => new RegExp(`^${of} means ((?!that\\b|an? ).+)\\.$`, 'i')),
    noun: (word) =>
      listed(word, 'NOUN')
        ? { word }
        : explained(word, 'noun', (of) => new RegExp(`^(?:(?:an?|the) )?${of} (?:is|means) ((?!when\\b).+)\\.$`, 'i')),
    verb,
    participle: (form) => {
      const lemmas = [
        participleLemmas.get(form),
        ...(form.endsWith('ed')
          ? [form.slice(0, -2), form.slice(0, -1), form.slice(0, -3), `${form.slice(0, -3)}y`]
          : []),
      ]
      const isKnown = lemmas.some(
        (lemma) => lemma !== undefined && listed(lemma, 'VERB') && inflect(lemma, 'VBN') === form,
      )
      return isKnown ? { word: form } : undefined
    },
    isCommoner: (base, made) => heard(base) >= heard(made),
    all: (noun) => {
      if (isOfClass(noun, 'person') || isOfClass(noun, 'animal') || isOfClass(noun, 'vehicle'))
        return inflect(noun, 'NNS')
      if (isOfClass(noun, 'body')) return `the ${noun}`
      if (isCounted(noun, manyFrom, heard)) return inflect(noun, 'NNS')
      // "anti-climb": the verb says it better.
      if (listed(noun, 'VERB') && !isMass(noun)) return inflect(noun, 'VBG')
      return isCounted(noun, oneFrom, heard) ? `the ${noun}` : noun
    },
    one: (noun) => (isCounted(noun, oneFrom, heard) ? `${indefiniteArticle(noun)} ${noun}` : noun),
    turn: (rest, xpos) => turned(rest, xpos, vocabulary),
  }
}

function isMass(noun: string): boolean {
  return notCounted.has(noun) || /(?:ism|ics|ing|ness|ity|age|ure)$/.test(noun)
}

function isCounted(noun: string, from: number, heard: (form: string) => number): boolean {
  if (isMass(noun)) return false
  return heard(noun) > 0 && heard(inflect(noun, 'NNS')) - heard(noun) >= from
}

/** "bring things in" → "bringing things in". None where a second verb may follow: "find or make". */
function turned(rest: string, xpos: string, vocabulary: Vocabulary): string | undefined {
  const [first = '', ...others] = rest.split(' ')
  if (!/^[a-z]+$/.test(first) || /^(?:not|be|become)$/.test(first)) return undefined
  if (!vocabulary.isEasy(first, 'VERB', 2) && !irregularVerbs.has(first)) return undefined
  for (const [at, word] of others.entries()) {
    if (word !== 'or' && word !== 'and') continue
    const next = others.slice(at + 1, at + 3).map((one) => one.replace(/\W+$/, ''))
    if (next[0] === 'to' || vocabulary.isEasy(next[0] ?? '', 'VERB', 2)) return undefined
    if (next[0]?.endsWith('ly') === true && vocabulary.isEasy(next[1] ?? '', 'VERB', 2)) return undefined
  }
  return [inflect(first, xpos), ...others].join(' ')
}

/** A sentence about a base with what the base means behind it, where the sentence ends in the base itself. */
export function because(sentence: string, base: Base): string | undefined {
  if (base.rest === undefined) return sentence
  return sentence.endsWith(` ${base.word}`) ? `${sentence}: ${base.rest}` : undefined
}

/** "not clean", or "not able to kill" for a word that must be told. None where "not" would not reach all that is told. */
export function notSo(base: Base): string | undefined {
  if (base.rest === undefined) return `not ${base.word}`
  return /,| and |^(?:very|too|not|no|only|most|more|so|of|to|with|in|from|for|about|like|made|as|keen)\b/.test(
    base.rest,
  )
    ? undefined
    : `not ${base.rest}`
}

/** The base alone where it is easy; a sentence that has no room for what it means takes no other. */
export function easy(base: Base | undefined): Base | undefined {
  return base?.rest === undefined ? base : undefined
}
