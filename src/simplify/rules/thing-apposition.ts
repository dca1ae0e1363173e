import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import {
  chunkBefore,
  chunkFrom,
  clauseFollows,
  finiteVerbAt,
  mainStart,
  type NounChunk,
  subjectFrom,
} from '../../language/chunks.ts'
import { bodyEnd, isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { isDefinite, isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { beIn, timeOf } from '../../language/tenses.ts'
import { childrenBy, isFiniteVerb, rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isPersonLike } from './marked-relative.ts'
import { isOfAll } from './this-idea.ts'

/** "the fungus, a skin disease that …", "6,000 jobs, a tenth of its workforce": what a thing without a name is. */
export const thingApposition: Rule = {
  name: 'thing-apposition',
  because: 'What a thing is now stands in a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'Officials confirmed an outbreak of anthrax, a skin disease that has killed hundreds of animals in the province.',
      'Officials confirmed an outbreak of anthrax.',
      'Anthrax is a skin disease that has killed hundreds of animals in the province.',
    ],
    [
      'The margin, a key measure of how much the bank earns on its loans, fell to 1.74 per cent in June.',
      'The margin fell to 1.74 per cent in June.',
      'The margin is a key measure of how much the bank earns on its loans.',
    ],
    [
      'The chipmaker is to cut 6,000 jobs, a tenth of its workforce, after its profit fell by more than half.',
      'The chipmaker is to cut 6,000 jobs after its profit fell by more than half.',
      'The 6,000 jobs are a tenth of its workforce.',
    ],
  ],
  leavesAlone: [
    'The mayor met the head of the school, a nurse and two doctors in the old hall near the station.',
    'The town closed the old bridge to cars in the spring, a decision that made many people angry for weeks.',
    'She lost her father in the last year of the war, a blow that she never spoke about to her friends.',
    'The court heard that the boy had left the house with the dog, a bag and his coat on Monday.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const last = bodyEnd(words)
    for (let open = 1; open < last - 3; open += 1) {
      if (words[open]?.text !== ',' || !/^(?:an?|about|nearly|almost|half|\d+)$/.test(words[open + 1]?.text ?? ''))
        continue
      const end = closeOf(words, open, last)
      if (end === undefined) continue
      const host = chunkBefore(words, open)
      if (host === undefined || /^(?:,|and|or)$/i.test(words[host.start - 1]?.text ?? '')) continue
      const share = isShare(words, open + 1, end)
      if (share ? !isCountOf(words, host) : !isSort(words, host, open, end, last)) continue
      const naming = context.cast.again(sentence, host.head, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      const time = share ? timeOf(words, rootOf(words)) : timeOfSort(words, host, open, end)
      if (time === undefined) continue
      // "Measles, a virus, can …": one thing, whatever its ending.
      const name = share && !/^the /.test(naming.text) ? `the ${naming.text}` : naming.text
      return [
        [keep(tokens(0, open)), keep(tokens(end === last ? last : end + 1, words.length))],
        [
          put(share ? name : nameOf(words, host, naming.text), tokens(host.head, host.head + 1)),
          put(beIn(time, share), tokens(open, open + 1)),
          keep(tokens(open + 1, end)),
        ],
      ]
    }
    return undefined
  },
}

/** A thing without "the" is called as it stands: "anthrax", "chytrid fungus". */
function nameOf(words: readonly Word[], host: NounChunk, again: string): string {
  if (isDefinite(words, host.head) || /^an?$/i.test(words[host.start]?.text ?? '')) return again
  return words
    .slice(host.start, host.end)
    .map((word) => word.text)
    .join(' ')
}

/** The comma behind which the main verb or a clause of time stands, or the end of the sentence. */
function closeOf(words: readonly Word[], open: number, last: number): number | undefined {
  const isMiddle = mainStart(words, open) === undefined && subjectFrom(words, 0)?.end === open
  for (let at = open + 2; at < last; at += 1) {
    if (words[at]?.text !== ',') continue
    if (finiteVerbAt(words, at + 1) !== undefined) return isMiddle ? at : undefined
    if (isMiddle) return undefined
    const next = words[at + 1]
    const isTime = /^(?:after|before|when|while|as|because|since|although|but)$/i.test(next?.text ?? '')
    if (isTime && (clauseFollows(words, at + 2) || words[at + 2]?.upos === 'DET')) return at
    // "methane, a gas that leaks from pipes, farms and dumps, as the cheapest target": a comma of a list closes nothing.
    const isList = words.slice(at + 1, at + 5).some((word) => /^(?:and|or)$/i.test(word.text))
    if (!isList || next?.upos === 'ADP' || clauseFollows(words, at + 1)) return undefined
  }
  return isMiddle ? undefined : last
}

/** "a tenth of its workforce", "about half of the town", "nearly 9 per cent of the workforce". */
function isShare(words: readonly Word[], start: number, end: number): boolean {
  const text = words
    .slice(start, Math.min(end, start + 7))
    .map((word) => word.text.toLowerCase())
    .join(' ')
  const part =
    /^(?:(?:about|almost|nearly|roughly|over) )?(?:a (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|half|[\d.]+ (?:per cent|percent|%)) of (?:the|its|their|his|her|all) /
  return part.test(`${text} `) && !words.slice(start, end).some(isFiniteVerb)
}

/** "6,000 jobs": a counted thing. */
function isCountOf(words: readonly Word[], host: NounChunk): boolean {
  return (
    words[host.head]?.xpos === 'NNS' &&
    !isOfClass(words[host.head]?.lemma ?? '', 'money') &&
    words.slice(host.start, host.head).some((word) => /^\d/.test(word.text)) &&
    !isOfClass(words[host.head]?.lemma ?? '', 'time')
  )
}

/** Whether "a skin disease that …" can only say what sort of thing stands before the comma. */
function isSort(words: readonly Word[], host: NounChunk, open: number, end: number, last: number): boolean {
  const sort = chunkFrom(words, open + 1)
  const kind = words[sort?.head ?? -1]
  const thing = words[host.head]
  if (
    sort === undefined ||
    !(kind?.xpos === 'NN' || kind?.text === 'species') ||
    thing === undefined ||
    thing.upos !== 'NOUN'
  )
    return false
  if (isOfClass(kind.lemma, 'time') || isOfClass(kind.lemma, 'money') || isOfClass(thing.lemma, 'time')) return false
  const isPerson = isPersonLike(thing)
  if ((isPersonLike(kind) && !isPerson) || (isPerson && speaksOfDeath(words))) return false
  const isSingular =
    thing.xpos === 'NN' || (words[0] === thing && words[end + 1]?.xpos !== 'VBP' && !isFiniteVerb(words[1]))
  const isBare = words.slice(host.start, host.end).every((word) => !/^(?:DT|PRP\$|CD|JJR|JJS)$/.test(word.xpos))
  // "a single witness, a former accountant": a new person who is told of.
  const isNew = isPerson && /^an?$/i.test(words[host.start]?.text ?? '') && isTold(words, rootOf(words))
  if (!isSingular || (!isDefinite(words, host.head) && !isBare && !isNew)) return false
  const tail = words.slice(sort.end, end)
  // "the dog, a bag and his coat": a list.
  if (tail.some((word, at) => /^(?:and|or)$/i.test(word.text) && /^(?:DT|PRP\$|CD)$/.test(tail[at + 1]?.xpos ?? '')))
    return false
  if (tail.some((word) => /^(?:he|she|it|they|I|we|you)$/i.test(word.text))) return false
  const isMiddle = mainStart(words, open) === undefined
  // "a big win" behind the subject is what that is; at the end it may be what happened.
  if (isMiddle && end < last)
    return !/^(?:one|first|second|last)$/i.test(thing.text) && words[host.start - 1]?.text !== 'of'
  if (isOfAll(kind.lemma) || isOfClass(kind.lemma, 'event') || sort.end >= end) return false
  if (isBare && !isDefinite(words, host.head)) return words[host.start - 1]?.upos === 'ADP' && lasting.test(kind.lemma)
  const isAlike = ['person', 'body', 'place', 'vehicle', 'document', 'animal'].some(
    (name) => isOfClass(kind.lemma, name) && isOfClass(thing.lemma, name),
  )
  return (
    (isAlike || lasting.test(kind.lemma)) &&
    words[sort.head]?.head === host.head &&
    /^(?:appos|nmod)/.test(words[sort.head]?.relation ?? '')
  )
}

/** What such a thing is does not change with the news. */
const lasting =
  /^(?:measure|disease|illness|virus|bacterium|fungus|infection|condition|species|drug|pill|medicine|painkiller|vaccine|technique|method|process|gas|metal|mineral|chemical|substance|plant|fish|bird|tree|animal|insect|dish|holiday|language|tradition|sport|crop|fuel|material|poison|toxin|parasite|pesticide|explosive|sign|term|word|system|law|rule|hormone|protein|cancer|food|drink|grain|fruit|vegetable)$/

function timeOfSort(
  words: readonly Word[],
  host: NounChunk,
  open: number,
  end: number,
): 'past' | 'present' | undefined {
  const kind = words[chunkFrom(words, open + 1)?.head ?? -1]
  const isNow = words.slice(open, end).some((word) => /^VB[ZP]$/.test(word.xpos))
  // A victim may be dead.
  const isVictim = /^(?:victim|casualty|deceased)$/.test(words[host.head]?.lemma ?? '')
  if (isVictim) return 'past'
  if (isNow || lasting.test(kind?.lemma ?? '') || (kind !== undefined && isPersonLike(kind))) return 'present'
  if (childrenBy(words, host.head, 'det', 'nmod:poss').length === 0) return 'present'
  return timeOf(words, rootOf(words))
}
