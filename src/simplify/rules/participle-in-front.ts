import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isNegated, isQuestion, mainClause, tenseOf } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { canAct } from '../../language/noun-classes.ts'
import { timeOf } from '../../language/tenses.ts'
import { childrenBy, subtreeOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { prepositionLike } from './split-participle.ts'

export const participleInFront: Rule = {
  name: 'participle-in-front',
  because: 'The part with "-ing" or "-ed" is now a sentence of its own.',
  shows: true,
  examples: [
    [
      'Speaking in Perth on Monday, Mr Lee said the port would open in June.',
      'Mr Lee spoke in Perth on Monday.',
      'He said the port would open in June.',
    ],
    [
      'Having lost the vote, the mayor left the hall by a side door.',
      'The mayor had lost the vote.',
      'The mayor left the hall by a side door.',
    ],
    [
      'Organised by the nurses’ union, the strike follows seven months of talks.',
      'The strike was organised by the nurses’ union.',
      'The strike follows seven months of talks.',
    ],
  ],
  leavesAlone: [
    'Following the match, the captain spoke to reporters.',
    'Depending on the weather, the boat will leave at six.',
    'Asked about the fire, she did not answer.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const main = mainClause(words)
    const first = words[0]
    if (main === undefined || first === undefined || isQuestion(words)) return undefined
    const { verb, subject } = main
    const having = first.text === 'Having' && words[1]?.xpos === 'VBN'
    const isIng = having || (first.xpos === 'VBG' && first.upos === 'VERB')
    const isPassive = first.xpos === 'VBN' && first.upos === 'VERB'
    if (!isIng && !isPassive) return undefined
    if (prepositionLike.has(first.lemma) || prepositionLike.has(first.text.toLowerCase())) return undefined
    if (isPassive && /^(?:ask|question|press|quiz)$/.test(first.lemma)) return undefined
    const comma = commaBefore(words, subject)
    if (comma === undefined || subject > verb || isNegated(words, verb)) return undefined
    // "Seeking a way out, he says, is hard": what he says goes on behind the second comma.
    if (words[verb + 1]?.text === ',') return undefined
    const opening = comma + 1
    const tense = tenseOf(words, verb)
    if (tense === undefined) return undefined
    const naming = context.cast.again(sentence, subject, context.origin)
    if (naming === undefined) return undefined
    // "Talking to the men, the question is clear": a thing does not talk.
    const doer = words[subject]
    const isDoer = naming.isPerson || doer?.upos === 'PROPN' || doer?.upos === 'PRON' || canAct(doer?.lemma ?? '')
    if (!isPassive && !isDoer) return undefined
    const name = subjectName(words, subject, opening, verb)
    if (name === undefined) return undefined
    // "the Muslims in Inuvik, a small town in the north, have": behind "they" the town would be the Muslims.
    const hasMore = name.end > subject + 1 && words.slice(subject, name.end).some((word) => word.upos === 'ADP')
    if (hasMore && words[name.rest]?.text === ',') return undefined
    const finite = finiteOf(words, isPassive, having, verb, naming.plural)
    if (finite === undefined) return undefined
    const start = isPassive ? 0 : 1
    return [
      [keep(tokens(opening, name.end)), put(finite, tokens(0, 1)), keep(tokens(start, comma))],
      [put(naming.pronoun ?? naming.text, tokens(subject, subject + 1)), keep(tokens(name.rest, words.length))],
    ]
  },
}

/** The comma right before the subject's first word. */
function commaBefore(words: readonly Word[], subject: number): number | undefined {
  const own = new Set(subtreeOf(words, subject))
  let start = subject
  while (start > 0 && own.has(start - 1) && words[start - 1]?.text !== ',') start -= 1
  return start > 2 && words[start - 1]?.text === ',' ? start - 1 : undefined
}

function subjectName(
  words: readonly Word[],
  subject: number,
  opening: number,
  verb: number,
): { readonly end: number; readonly rest: number } | undefined {
  const own = subtreeOf(words, subject).filter((at) => at >= opening)
  const rest = (own.at(-1) ?? subject) + 1
  if (rest > verb || own[0] !== opening) return undefined
  // "community leader Tavita Leota, whose village …, said": only the name itself opens the first sentence.
  const mark = words.findIndex((word, at) => at >= opening && at < rest && word.text === ',')
  const end = mark < 0 ? rest : mark
  return end > subject ? { end, rest: mark < 0 ? rest : opening + (end - opening) } : undefined
}

function finiteOf(
  words: readonly Word[],
  isPassive: boolean,
  having: boolean,
  verb: number,
  plural: boolean,
): string | undefined {
  // "Having lost a fifth of its land, it has said": as far back as the main verb tells of.
  if (having) {
    const perfect = childrenBy(words, verb, 'aux')
      .map((at) => words[at])
      .find((word) => word?.lemma === 'have')
    // "Having lost a case in 2021, the council has set money aside": it lost it then.
    const isDated = words.slice(0, verb).some(({ text }) => /^(?:ago|(?:1[5-9]|20)\d\d)$/.test(text))
    return perfect === undefined || perfect.xpos === 'VBD' || isDated ? 'had' : plural ? 'have' : 'has'
  }
  if (isPassive) return plural ? 'were' : 'was'
  const time = timeOf(words, verb)
  const lemma = words[0]?.lemma
  if (time === undefined || lemma === undefined) return undefined
  return inflect(lemma, time === 'past' ? 'VBD' : plural ? 'VBP' : 'VBZ')
}
