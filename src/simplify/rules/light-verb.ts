import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { childrenOf } from '../../language/tree.ts'
import type { HiddenVerb } from '../lexicon.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isAmountOrTime } from './deed-parts.ts'

export const lightVerb: Rule = {
  name: 'light-verb',
  because: 'One verb says it now.',
  examples: [
    ['Police conducted an investigation into the fire.', 'Police looked into the fire.'],
    ['The board has made a decision to close the school.', 'The board has decided to close the school.'],
    ['Rebels carried out attacks on two army bases.', 'Rebels attacked two army bases.'],
    ['Officers will carry out an inspection of the boat on Monday.', 'Officers will check the boat on Monday.'],
  ],
  leavesAlone: [
    'Police carried out a raid on Tuesday.',
    'Police conducted a long investigation into the fire.',
    'The board made no decision to close the school.',
    'Police launched an investigation into the fire.',
    'The board made a decision that cost the school $2 million.',
    'The investigation into the fire was carried out by police.',
    'Officers carried out two inspections of the boat.',
    'The firm made a decision on Monday.',
  ],

  rewrite({ words }, { hiddenVerb }): Rewrite | undefined {
    if (isQuestion(words)) return undefined
    for (const [noun, word] of words.entries()) {
      if (word.upos !== 'NOUN') continue
      const hidden = hiddenVerb(word.lemma)
      if (hidden === undefined || hidden.light.size === 0 || hidden.verb.startsWith('be ')) continue
      const light = lightBefore(words, noun, hidden)
      const end = light === undefined ? undefined : linkEnd(words, noun, hidden)
      const verb = light === undefined ? undefined : words[light]
      if (light === undefined || end === undefined || verb === undefined) continue
      // More is said of the act than its link ("a decision, which …", "an attack that …").
      const more = childrenOf(words, noun).filter((at) => at > noun + 1 && words[at]?.upos === 'VERB')
      if (end > noun + 1 && more.length > 0) continue
      return [
        [
          keep(tokens(0, light)),
          put(inflect(hidden.verb, verb.xpos), tokens(light, end)),
          keep(tokens(end, words.length)),
        ],
      ]
    }
    return undefined
  },
}

/** Where the light verb of "VERB a NOUN" stands; undefined where an adjective, a number or "no" says more of the act. */
function lightBefore(words: readonly Word[], noun: number, hidden: HiddenVerb): number | undefined {
  const before = words[noun - 1]
  const isBarePlural = words[noun]?.xpos === 'NNS' && before?.xpos !== 'DT'
  const hasArticle = /^(?:a|an|the)$/i.test(before?.text ?? '')
  if (!isBarePlural && !hasArticle) return undefined
  const last = hasArticle ? noun - 2 : noun - 1
  const isParticle = /^(?:out|up)$/i.test(words[last]?.text ?? '')
  const at = isParticle ? last - 1 : last
  const verb = words[at]
  if (verb === undefined || !/^VB/.test(verb.xpos) || verb.upos !== 'VERB') return undefined
  const lemma = isParticle ? `${verb.lemma} ${words[last]?.text.toLowerCase()}` : verb.lemma
  if (!hidden.light.has(lemma)) return undefined
  // "were made a promise", "homes searched": only what has its object right behind it. A participle needs "have".
  if (
    verb.xpos === 'VBN' &&
    !/^(?:has|have|had|having|not|also|already|just|never|since)$/i.test(words[at - 1]?.text ?? '')
  )
    return undefined
  return at
}

/** One past what the verb takes up: the noun, with "of" or "into" where the verb takes its object without. */
function linkEnd(words: readonly Word[], noun: number, hidden: HiddenVerb): number | undefined {
  const next = words[noun + 1]?.text.toLowerCase() ?? ''
  const opens = /^(?:DT|CD|NN|NNS|NNP|NNPS|JJ|PRP\$|PRP|VBG|VBN|JJS|JJR|\$)$/.test(words[noun + 2]?.xpos ?? '')
  if (next === 'to' && hidden.links.get('to') === 'to') return words[noun + 2]?.xpos === 'VB' ? noun + 1 : undefined
  if (!opens || words[noun + 2]?.xpos === 'VBG') return undefined
  // "carried out a raid on Tuesday": a day is not what was raided.
  const chunk = chunkFrom(words, noun + 2)
  if (chunk === undefined || isAmountOrTime(words, chunk.start, chunk.end, chunk.head)) return undefined
  if (next === 'of') return hidden.of === 'object' || hidden.of === 'either' ? noun + 2 : undefined
  const becomes = hidden.links.get(next)
  if (becomes === undefined || becomes === 'subject' || becomes === 'to') return undefined
  if (becomes === 'object') return noun + 2
  return becomes === next ? noun + 1 : undefined
}
