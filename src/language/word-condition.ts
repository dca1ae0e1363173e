import type { AnalysedSentence, Word } from './analysis.ts'
import { isOfClass } from './noun-classes.ts'
import { childrenBy, childrenOf, isRelation } from './tree.ts'

/**
 * Whether the conditions of an entry hold for words `[start, end)` with head word `head`. Conditions are parted by commas
 * and must all hold; `!` turns one round; `a|b` in a word list means either; `obj|passive` means either condition.
 *
 * - `next:to`, `prev:vote`: lemma or form of the neighbour; `next:~`: any word follows
 * - `nextpos:NOUN|ADJ`, `prevpos:DET`: its universal part of speech; `nextnoun:war`: lemma of the next noun of the phrase
 * - `obj`, `noobj`, `obj:home|car`, `subj:people`, `prep:to`, `ccomp`, `amod:legal`, `compound`, `head:have`
 * - `passive`, `active`, `plural`, `neg`, `attributive`, `predicative`, `noun:risk` (the noun it stands before), `role:case`
 * - in any list, `@person` (also body, animal, force, place, money, time, vehicle, document, event; see noun-classes.ts),
 *   `@name` (a proper noun) and `@number` stand for all words of that class
 * - `here:is|are` (form of the first word), `has:storm` (a word of the sentence)
 */
export function conditionsHold(
  conditions: string,
  sentence: AnalysedSentence,
  start: number,
  end: number,
  head: number,
): boolean {
  if (conditions === '') return true
  return conditions.split(',').every((condition) => {
    const isNot = condition.startsWith('!')
    const plain = isNot ? condition.slice(1) : condition
    const [name = '', list] = plain.split(':')
    const holds =
      list === undefined
        ? name.split('|').some((one) => holdsOne(one, undefined, sentence.words, start, end, head))
        : holdsOne(name, list.split('|'), sentence.words, start, end, head)
    return holds !== isNot
  })
}

function isOneOf(word: Word | undefined, list: readonly string[]): boolean {
  if (word === undefined) return false
  return (
    list.includes('~') ||
    list.includes(word.lemma.toLowerCase()) ||
    list.includes(word.text.toLowerCase()) ||
    list.some((name) => name.startsWith('@') && isOfWordClass(word, name.slice(1)))
  )
}

/** `@name`: a proper noun; any other class is a common noun's. A pronoun that stands for people is a person. */
function isOfWordClass(word: Word, name: string): boolean {
  if (name === 'name') return word.upos === 'PROPN'
  if (name === 'number') return word.upos === 'NUM'
  if (name === 'person' && word.upos === 'PRON')
    return /^(?:i|you|he|she|we|they|who|him|her|them|us|me)$/i.test(word.text)
  return word.upos === 'NOUN' && isOfClass(word.lemma, name)
}

function holdsOne(
  name: string,
  list: readonly string[] | undefined,
  words: readonly Word[],
  start: number,
  end: number,
  head: number,
): boolean {
  const word = words[head]
  if (word === undefined) return false
  const children = (...relations: readonly string[]): readonly number[] => childrenBy(words, head, ...relations)
  const any = (places: readonly number[]): boolean =>
    list === undefined ? places.length > 0 : places.some((at) => isOneOf(words[at], list))
  switch (name) {
    case 'next':
      return isOneOf(words[end], list ?? ['~']) && words[end]?.upos !== 'PUNCT'
    case 'prev':
      return isOneOf(words[start - 1], list ?? ['~']) && words[start - 1]?.upos !== 'PUNCT'
    case 'nextpos':
      return list?.includes(words[end]?.upos ?? '') ?? false
    case 'prevpos':
      return list?.includes(words[start - 1]?.upos ?? '') ?? false
    case 'nextnoun': {
      const noun = words.slice(end, end + 5).find((other) => other.upos === 'NOUN')
      return isOneOf(noun, list ?? ['~'])
    }
    case 'obj':
      return any([...children('obj'), ...(isPassive(words, head) ? children('nsubj') : [])])
    case 'noobj':
      return children('obj', 'ccomp', 'xcomp').length === 0
    case 'subj':
      return any(children('nsubj'))
    case 'prep':
      return children('obl', 'nmod').some((at) =>
        childrenBy(words, at, 'case').some((place) => isOneOf(words[place], list ?? ['~'])),
      )
    case 'ccomp':
      return children('ccomp').length > 0
    case 'amod':
      return any(children('amod'))
    case 'compound':
      return childrenOf(words, head).some((at) => isRelation(words[at]?.relation ?? '', 'compound'))
    case 'head':
      return isOneOf(words[word.head], list ?? ['~'])
    case 'passive':
      return isPassive(words, head)
    case 'active':
      return !isPassive(words, head)
    case 'plural':
      return word.xpos === 'NNS'
    case 'neg':
      return childrenOf(words, head).some((at) => /^(?:not|n't|never)$/i.test(words[at]?.text ?? ''))
    case 'attributive':
      return isRelation(word.relation, 'amod') && word.head > head
    case 'predicative':
      return children('cop').length > 0 || word.relation === 'xcomp'
    case 'noun':
      return isOneOf(words[word.head], list ?? ['~'])
    case 'role':
      return list?.some((role) => isRelation(words[start]?.relation ?? '', role)) ?? false
    case 'here':
      return list?.includes(words[start]?.text.toLowerCase() ?? '') ?? false
    case 'has':
      return words.some((other) => isOneOf(other, list ?? ['~']))
    default:
      throw new Error(`words: there is no condition "${name}"`)
  }
}

function isPassive(words: readonly Word[], head: number): boolean {
  const own = words.filter((word) => word.head === head)
  if (own.some(({ relation }) => relation === 'aux:pass')) return true
  // "the number had halved": behind "had" alone nothing is passive, whatever the tree says of the subject.
  const isPerfect = own.some(({ relation, lemma }) => relation === 'aux' && lemma === 'have')
  return !isPerfect && own.some(({ relation }) => relation === 'nsubj:pass')
}
