import type { AnalysedSentence, Analysis, Name, Word } from './analysis.ts'
import { isOfClass } from './noun-classes.ts'
import { quotationsOf } from './quotations.ts'
import { isReporting } from './reporting.ts'
import { childOf, childrenBy, isRelation, rootOf, spanOf } from './tree.ts'

/** Who or what a pronoun stands for. */
export interface Referent {
  /** Token of the head of the noun or name that it stands for. */
  readonly token: number
  /** The person or body of that name, where it is one. */
  readonly entity?: number
  /** The rule that was sure. */
  readonly because: 'only-person-before' | 'only-person-of-the-last-sentence' | 'own-subject' | 'speaker-says-it'
}

type Gender = 'female' | 'male'

interface Person {
  readonly token: number
  readonly entity: number
}

const female = new Set(
  'Alice Amanda Amelia Amy Andrea Angela Anita Ann Anna Anne Barbara Beth Bridget Bronwyn Caroline Catherine Charlotte Chloe Christine Clare Claire Claudia Daniela Deborah Diana Elena Elizabeth Ella Emily Emma Eva Fatima Fiona Frances Georgia Grace Hannah Helen Ingrid Isabella Jacinta Jane Janet Jennifer Jessica Joan Joanna Judith Julia Julie Karen Kate Katherine Kathryn Kylie Laura Leila Linda Lisa Lorna Louise Lucy Margaret Maria Marie Marta Mary Megan Mia Michelle Miriam Nadia Natalie Nicole Nina Olivia Pamela Patricia Penny Priya Rachel Rebecca Rosa Rose Ruth Sally Samantha Sandra Sarah Sharon Sofia Sophie Susan Tanya Teresa Vanessa Victoria Wendy Yvonne Zoe'.split(
    ' ',
  ),
)
const male = new Set(
  'Adam Ahmed Alan Albert Alexander Ali Andrew Anthony Anton Arthur Ben Benjamin Brian Carlos Charles Christopher Colin Craig Daniel Darren David Dennis Donald Edward Emmanuel Eric Frank Gareth Gary George Gordon Graham Greg Gregory Harry Henry Ian Ivan Jack Jacob James Jason Jeff John Jonathan Joseph Juan Karl Keith Kevin Lachlan Liam Luke Malcolm Marcus Mark Martin Matthew Michael Mohammed Nathan Neil Nicholas Nigel Oliver Omar Oscar Patrick Paul Peter Philip Ray Richard Rob Robert Robin Roger Russell Ryan Scott Sean Simon Stephen Steve Steven Stuart Terry Thomas Timothy Tom Tony Victor Vladimir Walter Wayne William Yusuf'.split(
    ' ',
  ),
)

/**
 * Who "he", "she", "his", "her" and "it" are, for the pronouns of which a cautious reader is sure; the others are left out.
 * Keys are tokens of the document. A pronoun inside quotation marks is never answered: who "it" is there, its speaker knows.
 */
export function referentsOf(analysis: Analysis): ReadonlyMap<number, Referent> {
  const found = new Map<number, Referent>()
  const people = peopleOf(analysis)
  const genders = gendersOf(analysis)
  const quoted = new Set<number>()
  for (const { span } of quotationsOf(analysis))
    for (let token = span.start; token < span.end; token += 1) quoted.add(token)
  for (const [index, sentence] of analysis.sentences.entries()) {
    for (const [at, word] of sentence.words.entries()) {
      const token = sentence.span.start + at
      if (word.upos !== 'PRON' || quoted.has(token)) continue
      const gender = genderOf(word)
      const referent =
        gender === undefined ? thingOf(sentence, at) : personOf(analysis, index, at, gender, people, genders, found)
      if (referent !== undefined) found.set(token, referent)
    }
  }
  return found
}

function genderOf(word: Word): Gender | undefined {
  if (/^(?:he|him|his)$/i.test(word.text)) return 'male'
  return /^(?:she|her|hers)$/i.test(word.text) ? 'female' : undefined
}

function peopleOf(analysis: Analysis): readonly Person[] {
  return analysis.names.notes.flatMap(({ span, value }) =>
    value.kind === 'person' ? [{ token: span.end - 1, entity: value.entity }] : [],
  )
}

/** What titles and first names tell. */
function gendersOf({ document, names }: Analysis): ReadonlyMap<number, Gender> {
  const found = new Map<number, Gender>()
  const textAt = (token: number): string => {
    const place = document.tokens[token]?.span
    return place === undefined ? '' : document.text.slice(place.start, place.end)
  }
  const told = (name: Name, start: number): Gender | undefined => {
    for (const title of [textAt(start - 1), textAt(start)]) {
      if (/^(?:Mr|Sir|Lord|Father|King|Prince)\.?$/.test(title)) return 'male'
      if (/^(?:Mrs|Ms|Miss|Dame|Lady|Sister|Queen|Princess)\.?$/.test(title)) return 'female'
    }
    const first = name.full.split(' ').find((part) => female.has(part) || male.has(part))
    return first === undefined ? undefined : female.has(first) ? 'female' : 'male'
  }
  for (const { span, value } of names.notes) {
    const gender = value.kind === 'person' ? told(value, span.start) : undefined
    if (gender !== undefined) found.set(value.entity, gender)
  }
  return found
}

function personOf(
  analysis: Analysis,
  index: number,
  at: number,
  gender: Gender,
  people: readonly Person[],
  genders: ReadonlyMap<number, Gender>,
  found: ReadonlyMap<number, Referent>,
): Referent | undefined {
  const sentence = analysis.sentences[index]
  if (sentence === undefined) return undefined
  const { words, span } = sentence
  const token = span.start + at
  const fits = (person: Person): boolean => (genders.get(person.entity) ?? gender) === gender
  const here = people.filter((person) => person.token >= span.start && person.token < token)
  // A pronoun before this one that nobody could answer may be another person.
  const isUnclear = words.some(
    (word, place) => place < at && word.upos === 'PRON' && genderOf(word) === gender && !found.has(span.start + place),
  )
  if (isUnclear) return undefined
  if (here.length > 0) {
    const entities = new Set(here.filter(fits).map(({ entity }) => entity))
    const [only] = here.filter(fits)
    if (entities.size !== 1 || only === undefined || isOwnObject(words, at, only.token - span.start)) return undefined
    return { token: only.token, entity: only.entity, because: 'only-person-before' }
  }
  // Nobody is named before it here: it goes on with the one person of the last sentence.
  const last = analysis.sentences[index - 1]
  if (last === undefined) return undefined
  const before = people.filter((person) => person.token >= last.span.start && person.token < last.span.end)
  const entities = new Set(before.map(({ entity }) => entity))
  const [only] = before
  if (entities.size !== 1 || only === undefined || !fits(only)) return carriedOn(last, gender, found, before.length)
  if (hasOtherPerson(last, only.token - last.span.start)) return undefined
  return { token: only.token, entity: only.entity, because: 'only-person-of-the-last-sentence' }
}

/** "She said …" behind a sentence that itself begins with "she" and names nobody. */
function carriedOn(
  last: AnalysedSentence,
  gender: Gender,
  found: ReadonlyMap<number, Referent>,
  named: number,
): Referent | undefined {
  if (named > 0) return undefined
  const answers = last.words.flatMap((word, at) => (genderOf(word) === gender ? [found.get(last.span.start + at)] : []))
  const [first] = answers
  if (first === undefined || answers.some((one) => one?.entity !== first.entity)) return undefined
  return { ...first, because: 'only-person-of-the-last-sentence' }
}

/** "Emre told him": an object is not the subject of its own verb. */
function isOwnObject(words: readonly Word[], pronoun: number, person: number): boolean {
  const word = words[pronoun]
  if (word === undefined || !isRelation(word.relation, 'obj', 'iobj', 'obl')) return false
  return childrenBy(words, word.head, 'nsubj').some((subject) => {
    const { start, end } = spanOf(words, subject)
    return person >= start && person < end
  })
}

/** "a man", "the patient": a person without a name, in singular, whom the pronoun could be as well. */
function hasOtherPerson({ words }: AnalysedSentence, person: number): boolean {
  return words.some(
    (word, at) =>
      word.xpos === 'NN' &&
      isOfClass(word.lemma, 'person') &&
      isRelation(word.relation, 'nsubj', 'obj') &&
      at !== person &&
      !words.some((other, place) => place === person && (other.head === at || word.head === place)) &&
      !childrenBy(words, at, 'appos', 'flat', 'nmod').includes(person),
  )
}

/** "The council said it …" and "The state raised its offer": a thing that is one, and the only one that it can be. */
function thingOf({ words, span }: AnalysedSentence, at: number): Referent | undefined {
  const word = words[at]
  if (word === undefined) return undefined
  const text = word.text.toLowerCase()
  if (text === 'its' && isRelation(word.relation, 'nmod:poss')) {
    const verb = clauseOf(words, at)
    const subject = verb === undefined ? undefined : childOf(words, verb, 'nsubj')
    if (subject === undefined || subject >= at || !isOneThing(words, subject)) return undefined
    const whole = spanOf(words, subject)
    // "The bank and its staff": inside the subject itself.
    if (at < whole.end && at >= whole.start) return undefined
    // Another thing between the two could own it as well.
    if (
      words
        .slice(Math.max(whole.end, subject + 1), at)
        .some((_, place) => isOneThing(words, place + Math.max(whole.end, subject + 1)))
    )
      return undefined
    return { token: span.start + subject, because: 'own-subject' }
  }
  if (text !== 'it' || !isRelation(word.relation, 'nsubj') || word.relation === 'expl') return undefined
  const verb = rootOf(words)
  const subject = verb === undefined ? undefined : childOf(words, verb, 'nsubj')
  if (verb === undefined || subject === undefined || !isReporting(words[verb]?.lemma ?? '')) return undefined
  if (subject > verb || at < verb || !isOneThing(words, subject)) return undefined
  // Only right behind "said": further on, another thing may stand between.
  const between = words.slice(verb + 1, at)
  return between.some((one) => /^(?:NOUN|PROPN)$/.test(one.upos))
    ? undefined
    : { token: span.start + subject, because: 'speaker-says-it' }
}

function clauseOf(words: readonly Word[], at: number): number | undefined {
  let place = words[at]?.head ?? -1
  for (let steps = 0; steps < words.length && place >= 0; steps += 1) {
    if (childOf(words, place, 'nsubj') !== undefined) return place
    place = words[place]?.head ?? -1
  }
  return undefined
}

function isOneThing(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (word === undefined || word.features.number === 'plural' || /S$/.test(word.xpos)) return false
  if (childrenBy(words, at, 'conj').length > 0 || isOfClass(word.lemma, 'person')) return false
  return word.upos === 'NOUN' || word.upos === 'PROPN'
}
