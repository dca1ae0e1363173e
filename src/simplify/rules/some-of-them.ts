import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { bodyEnd, isModal, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { governorOf, hostsBefore, isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { beIn, isPerfect, timeOf } from '../../language/tenses.ts'
import { childOf, childrenBy, hasFiniteVerb, isRelation, rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { without } from '../without.ts'

const parts =
  /^(?:some|most|many|all|both|half|none|hundreds|thousands|dozens|two|three|four|five|six|seven|eight|nine|ten|several|few|one|\d+)$/i

export const someOfThem: Rule = {
  name: 'some-of-them',
  because: 'What is true of some of them now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'The rangers have answered 212 calls for help since Friday, most of them from farms along the river.',
      'The rangers have answered 212 calls for help since Friday.',
      'Most of the 212 calls were from farms along the river.',
    ],
    [
      'At least 11 people, among them four children, were hurt in the crash near the town of Brenica.',
      'At least 11 people were hurt in the crash near the town of Brenica.',
      'Four children were among them.',
    ],
  ],
  leavesAlone: [
    'Thousands of fans, many of them in tears, were expected to welcome the team home on Sunday.',
    'The club may sell some players, two of them from Brazil, before the new season begins in May.',
    'Friends of the family, who looked for them all night, found the boys near the old bridge.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (let open = 1; open < words.length - 4; open += 1) {
      if (words[open]?.text !== ',') continue
      const close = closeOf(words, open)
      const texts = words.slice(open + 1, close).map((word) => word.text.toLowerCase())
      const isSome = parts.test(texts[0] ?? '') && texts[1] === 'of' && texts[2] === 'them'
      const isAmong = (texts[0] === 'among' || texts[0] === 'amongst') && texts[1] === 'them'
      if ((!isSome && !isAmong) || close - open < 4) continue
      // "among them Ann Lee, a farmer, who said": more of one of them.
      if (isAmong && /^(?:a|an|the|who|which|whose)$/i.test(words[close + 1]?.text ?? '')) continue
      if (words.slice(open + 1, close).some((word) => word.text === '"' || /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos)))
        continue
      const host =
        hostsBefore(words, open).find((at) => isPlural(words[at]) && !isSpan(words[at])) ??
        countedBefore(words, open) ??
        onlyPlural(words, open)
      const predicate = host === undefined ? undefined : governorOf(words, host)
      if (host === undefined || predicate === undefined) continue
      // "are thought to be old", "are believed to be waiting": what the things are is known all the same.
      const isThought =
        /^(?:think|believe|know|say)$/.test(words[predicate]?.lemma ?? '') && words[predicate]?.xpos === 'VBN'
      // "to stop an outbreak that has killed 61 people": those are dead, whatever is hoped for.
      const hasHappened =
        isRelation(words[predicate]?.relation ?? '', 'acl:relcl') &&
        timeOf(words, predicate) !== undefined &&
        hasFiniteVerb(words, predicate) &&
        !isModal(words, predicate) &&
        !isNegated(words, predicate)
      const later = laterBe(words, predicate)
      if (!isThought && !hasHappened && later === undefined && !isTold(words, predicate)) continue
      const below = childOf(words, predicate, 'xcomp')
      if (/^(?:expect|plan|hope|want|due|set)$/.test(words[predicate]?.lemma ?? '') && below !== undefined) continue
      const time =
        timeOf(words, predicate) ?? timeOf(words, rootOf(words)) ?? (later === undefined ? undefined : 'present')
      if (time === undefined) continue
      const found = { open, span: tokens(open + 1, close), top: open + 1 }
      if (isAmong && later !== undefined) continue
      if (isAmong) {
        const added = [
          keep(tokens(open + 3, close)),
          put(time === 'past' ? 'were among them' : 'are among them', tokens(open + 1, open + 3)),
        ]
        // "Four children were among them." stands right behind the sentence that names them.
        return one(words, open + 3, close) ? undefined : [without(words, found), added]
      }
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || !naming.plural) continue
      const next = words[open + 4]
      // "hurt, five of them seriously": the adverb needs its verb.
      if (next?.upos === 'ADV' && /ly$/.test(next.text) && open + 5 >= close) continue
      const be = beIn(isPerfect(words, predicate) ? 'past' : time, words[open + 1]?.text.toLowerCase() !== 'one')
      const isThere =
        next !== undefined &&
        (/^(?:ADP|ADV|ADJ)$/.test(next.upos) || next.xpos === 'IN' || /^(?:VBG|VBN|NNS|TO)$/.test(next.xpos))
      if (!isThere) continue
      return [
        without(words, found),
        [
          keep(tokens(open + 1, open + 3)),
          put(
            naming.text.startsWith('the ') || naming.isPerson ? naming.text : `the ${naming.text}`,
            tokens(open + 3, open + 4),
          ),
          // "some of them dating from the 1970s": a state, told by its own verb.
          ...(next.text === 'dating' && later === undefined
            ? [put(time === 'past' ? 'dated' : 'date', tokens(open + 4, open + 5)), keep(tokens(open + 5, close))]
            : [put(later ?? be, tokens(open + 4, open + 4)), keep(tokens(open + 4, close))]),
        ],
      ]
    }
    return undefined
  },
}

/** "1,100 jobs would be cut, most of them in Sydney": they are not yet, and would be. */
function laterBe(words: readonly Word[], predicate: number): string | undefined {
  const modal = childrenBy(words, predicate, 'aux').find((at) => /^(?:will|would)$/i.test(words[at]?.text ?? ''))
  return modal === undefined || isNegated(words, predicate) || words[predicate]?.head !== -1
    ? undefined
    : `${words[modal]?.text.toLowerCase()} be`
}

/** "over the next 18 months, most of them": months and dollars are not "them". */
function isSpan(word: Word | undefined): boolean {
  return word !== undefined && (isOfClass(word.lemma, 'time') || isOfClass(word.lemma, 'money'))
}

function isPlural(word: Word | undefined): boolean {
  return word?.xpos === 'NNS' || word?.lemma === 'people'
}

/** "killed at least 61 people since July, most of them": the last counted thing, where no other plural and no verb stands behind it. */
function countedBefore(words: readonly Word[], open: number): number | undefined {
  const last = words.findLastIndex((word, at) => at < open && isPlural(word) && !isSpan(word))
  const isCounted =
    childOf(words, last, 'nummod') !== undefined && !isRelation(words[last]?.relation ?? '', 'obl:unmarked')
  return last >= 0 && isCounted && !words.slice(last + 1, open).some((word) => /^(?:VBD|VBZ|VBP|MD)$/.test(word.xpos))
    ? last
    : undefined
}

/** The one plural subject or object before the mark: "them" can be no other. */
function onlyPlural(words: readonly Word[], open: number): number | undefined {
  const plural = words.flatMap((word, at) =>
    at < open && isPlural(word) && !isSpan(word) && isRelation(word.relation, 'nsubj', 'obj') ? [at] : [],
  )
  return plural.length === 1 || (plural.length === 2 && childOf(words, plural[1] ?? -1, 'nummod') !== undefined)
    ? plural.at(-1)
    : undefined
}

/** The next comma, or the end of the sentence. */
function closeOf(words: readonly Word[], open: number): number {
  const end = bodyEnd(words)
  for (let at = open + 1; at < end; at += 1) if (words[at]?.text === ',') return at
  return end
}

/** "among them a mandatory code": one thing, or a list that goes on; left as it is. */
function one(words: readonly Word[], start: number, end: number): boolean {
  return (
    /^(?:a|an|the|his|her|their|its)$/i.test(words[start]?.text ?? '') ||
    words.slice(start, end).some((word) => word.text === ',' || word.upos === 'CCONJ')
  )
}

/** The same where the readers differ on the sentence, but both read the two new ones as whole. */
export const someOfThemMarked: Rule = { ...someOfThem, name: 'some-of-them-marked', byMarks: true, certain: true }
