import type { Gloss } from '../../document/article.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { lemmaOf } from '../../language/lemma.ts'
import type { Glossary } from '../glossary.ts'

/** Adjectives that are another word where they stand as a noun before a noun: "sole fillets", "stern rails". */
const otherNouns = new Set(
  'collective covert epic gradual gross limp literal lush mere moral novel orderly ordinary pale rash sole stern tense trusty'.split(
    ' ',
  ),
)

/** Nouns that are another word where they are read as an adjective: "a content child", "grave fears". */
const otherAdjectives = new Set(
  'bias continent content contingent corporal effluent fleet forte foul given grave halt instinct jade lyric mechanic motive nappy opponent pedal pedestrian potty precedent premium roundabout rum salmon stout straw subsidiary summary union utility void'.split(
    ' ',
  ),
)

/**
 * The entry for another part of speech than the tree's, where the sense is the same: a participle that is an adjective, an
 * adjective before a noun that the tree calls a noun (and the other way round), and pairs that were read one by one
 * (`sameSense`: "hint/VERB" where the entry is the noun's). Entries with conditions are never used.
 */
export function ofOtherPart(
  word: Word,
  isQuality: boolean,
  glossary: Glossary,
  sameSense: ReadonlySet<string>,
): Gloss | undefined {
  const form = word.text.toLowerCase()
  const lemma = word.lemma.toLowerCase()
  const entries = (term: string) => glossary.sameLetters(term).filter(({ gloss }) => gloss.term.toLowerCase() === term)
  // An entry of its own that does not fit here: the word has another sense.
  if (entries(lemma).some(({ gloss }) => gloss.partOfSpeech === word.upos.toLowerCase())) return undefined
  const entry = (term: string, part: string): Gloss | undefined =>
    entries(term).find(({ gloss, isAlways }) => isAlways && gloss.partOfSpeech === part)?.gloss
  const stands = word.relation === 'amod' || word.relation === 'compound'
  const listed = (part: string): Gloss | undefined =>
    sameSense.has(`${lemma}/${word.upos}`) ? entry(lemma, part) : undefined
  switch (word.upos) {
    case 'VERB':
      return (isQuality ? entry(form, 'adj') : undefined) ?? listed('noun') ?? listed('adj')
    case 'ADJ':
      return (
        entry(form, 'verb') ??
        (form.endsWith('ly') ? entry(form, 'adv') : undefined) ??
        ofParticiple(form, entry) ??
        listed('noun') ??
        (stands && !otherAdjectives.has(lemma) ? entry(lemma, 'noun') : undefined)
      )
    case 'NOUN':
      return (
        listed('verb') ??
        listed('adj') ??
        (word.relation === 'amod' || (word.relation === 'compound' && !otherNouns.has(lemma))
          ? (entry(form, 'adj') ?? (word.relation === 'amod' ? ofParticiple(form, entry) : undefined))
          : undefined)
      )
    case 'ADV':
      return form.endsWith('ly') ? undefined : entry(form, 'adj')
    default:
      return undefined
  }
}

/** Whether a participle says how a thing is: "displaced workers", "armed with knives"; not "she sustained an injury". */
export function isQuality({ words }: AnalysedSentence, at: number): boolean {
  const word = words[at]
  if (word === undefined || !/^VB[GN]$/.test(word.xpos)) return false
  const hasObject = words.some(({ head, relation }) => head === at && /^(?:i?obj|ccomp|xcomp)$/.test(relation))
  if (hasObject) return false
  if (word.relation === 'amod' || word.relation === 'compound') return true
  return (
    word.xpos === 'VBN' && !words.some(({ head, lemma, upos }) => head === at && upos === 'AUX' && lemma === 'have')
  )
}

/** "a discouraged boy": the verb's entry tells what the adjective means. */
function ofParticiple(form: string, entry: (term: string, part: string) => Gloss | undefined): Gloss | undefined {
  const tag = form.endsWith('ing') ? 'VBG' : form.endsWith('ed') ? 'VBN' : undefined
  if (tag === undefined) return undefined
  const lemma = lemmaOf(form, tag)
  return lemma === form ? undefined : entry(lemma, 'verb')
}
