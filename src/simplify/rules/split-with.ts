import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkFrom } from '../../language/chunks.ts'
import { isNegated, isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isTold } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { isPerfect, timeOf } from '../../language/tenses.ts'
import { childrenBy, rootOf, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

export const splitWith: Rule = {
  name: 'split-with',
  because: 'The part with "with" is now a sentence of its own.',
  besides: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'The vote ended late on Tuesday night, with three members leaving the hall in anger.',
      'The vote ended late on Tuesday night.',
      'Three members left the hall in anger.',
    ],
    [
      'Two centres were opened for people from the valley, with about 1,300 people registered by midday.',
      'Two centres were opened for people from the valley.',
      'About 1,300 people were registered by midday.',
    ],
    [
      'Under the plan, money would be handed out as grants, with at least 40 per cent kept for the smallest states.',
      'Under the plan, money would be handed out as grants.',
      'At least 40 per cent would be kept for the smallest states.',
    ],
    [
      'Two helicopters stayed on the ground for most of the day, their pilots unable to see through the smoke.',
      'Two helicopters stayed on the ground for most of the day.',
      'Their pilots were unable to see through the smoke.',
    ],
    [
      'The ferry sank in rough seas off the island on Monday, with at least 46 people still missing.',
      'The ferry sank in rough seas off the island on Monday.',
      'At least 46 people were still missing.',
    ],
    [
      'The fire has destroyed 14 homes in the valley, with two firefighters treated for burns.',
      'The fire has destroyed 14 homes in the valley.',
      'Two firefighters have been treated for burns.',
    ],
  ],
  leavesAlone: [
    'The girl was found near the river, with her dog, by a man who was fishing there.',
    'The plan will go to a vote in May if it rains, with farmers hoping for a better price by then.',
    'He was seen in the park near the school, his hand on the gate, by two of the teachers.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const root = rootOf(words)
    if (root === undefined || isQuestion(words)) return undefined
    // A closing quote belongs to the part; only the last mark does not.
    const end = /^[.!?]$/.test(words.at(-1)?.text ?? '') ? words.length - 1 : words.length
    for (let open = end - 4; open > 3; open -= 1) {
      if (words[open]?.text !== ',') continue
      const isWith = words[open + 1]?.text.toLowerCase() === 'with'
      const isOwn = /^(?:his|her|its|their)$/i.test(words[open + 1]?.text ?? '')
      if (!isWith && !isOwn) continue
      const start = isWith ? open + 2 : open + 1
      const inside = words.slice(start, end)
      // "emergency, intensive care and maternity wards": commas of a list before the noun.
      const comma = inside.findLastIndex((word) => word.text === ',' || word.text === ';')
      if (comma >= 0 && !isListOpening(inside, comma) && nameWithGroup(words, start, end) === undefined) continue
      if (inside.filter((word) => word.text === '"').length % 2 === 1) continue
      // Nothing before may hang on a word of the part.
      if (words.some((word, at) => at <= open && word.upos !== 'PUNCT' && word.head > open)) continue
      const noun = subjectOfPart(words, start, end) ?? nameWithGroup(words, start, end)
      if (noun === undefined) continue
      const predicate = predicateOfPart(words, phraseEnd(words, groupEnd(words, noun, end)), end)
      if (predicate === undefined) continue
      // What somebody says beside it is said, whatever is true of the rest.
      const isSaid =
        isWith &&
        words[predicate]?.xpos === 'VBG' &&
        (/^(?:say|tell|warn|add|argue|claim|insist|predict|expect|hope|fear|complain|call)$/.test(
          words[predicate]?.lemma ?? '',
        ) ||
          (/^(?:show|suggest|indicate|put|point)$/.test(words[predicate]?.lemma ?? '') && isFinding(words, noun)))
      if (isSaid && words.some((word) => /^(?:if|unless|whether)$/i.test(word.text))) continue
      // "would be paid as grants, with a third kept for …": what is planned is told as planned.
      // "is likely …, with 180 millimetres forecast to fall": what is foreseen is told as foreseen.
      const isForeseen = /^(?:forecast|expected|predicted|tipped)$/i.test(words[predicate]?.text ?? '')
      const modal = isSaid || isForeseen || isNegated(words, root) ? undefined : planned(words, root)
      if (!isSaid && !isForeseen && modal === undefined && !isTold(words, root)) continue
      const time = timeOf(words, root) ?? (isSaid ? 'past' : modal === undefined ? undefined : 'present')
      if (time === undefined) continue
      const plural =
        /^NNP?S$/.test(words[noun]?.xpos ?? '') ||
        childrenBy(words, noun, 'conj').length > 0 ||
        words[noun - 1]?.text === 'and'
      const verb =
        modal !== undefined
          ? underModal(words, predicate, modal)
          : isDoneSince(words, root, predicate)
            ? { text: plural ? 'have been' : 'has been', from: predicate, to: predicate }
            : verbFor(words, predicate, isPerfect(words, root) && isOver(words, predicate) ? 'past' : time, plural)
      if (verb === undefined) continue
      const rest = ownerNamed(sentence, verb.to, noun, context)
      return [
        [keep(tokens(0, open)), keep(tokens(end, words.length))],
        [keep(tokens(start, verb.from)), put(verb.text, tokens(verb.from, verb.to)), ...rest],
      ]
    }
    return undefined
  },
}

/** The last word of "180 millimetres of rain", "farmers in the valley": what hangs behind the noun by a preposition. */
function phraseEnd(words: readonly Word[], noun: number): number {
  if (!/^(?:of|in|from|at)$/.test(words[noun + 1]?.text ?? '')) return noun
  return chunkFrom(words, noun + 2)?.head ?? noun
}

/** "Ann Lee, of the Blue Network, saying": a name with its group between commas. */
function nameWithGroup(words: readonly Word[], start: number, end: number): number | undefined {
  const chunk = chunkFrom(words, start)
  if (chunk === undefined || words[chunk.head]?.upos !== 'PROPN' || words[chunk.end]?.text !== ',') return undefined
  const close = groupEnd(words, chunk.head, end)
  return close > chunk.head && words.slice(close + 1, end).every((word) => word.text !== ',') ? chunk.head : undefined
}

/** The comma that closes ", of the Blue Network," behind a name; the name itself where there is none. */
function groupEnd(words: readonly Word[], noun: number, end: number): number {
  if (words[noun + 1]?.text !== ',' || !/^(?:of|from)$/.test(words[noun + 2]?.text ?? '')) return noun
  const close = words.findIndex((word, at) => at > noun + 2 && at < end && word.text === ',')
  return close > 0 && close < noun + 10 && words[close + 1]?.xpos === 'VBG' ? close : noun
}

/** "…, with a judge finding he would flee": behind the judge's own sentence "he" would be the judge, so the name is said. */
function ownerNamed(sentence: AnalysedSentence, start: number, noun: number, context: RuleContext): readonly Piece[] {
  const { words } = sentence
  const all = [keep(tokens(start, words.length))]
  const at = words.findIndex((word, place) => place >= start && /^(?:he|she)$/i.test(word.text))
  const root = rootOf(words)
  const subject = root === undefined ? undefined : subjectOf(words, root)
  if (at < 0 || subject === undefined || !isOfClass(words[noun]?.lemma ?? '', 'person')) return all
  const naming = context.cast.again(sentence, subject, context.origin)
  const isPerson = naming?.isPerson === true || isOfClass(words[subject]?.lemma ?? '', 'person')
  if (naming === undefined || !isPerson || /^(?:he|she|it|they)$/i.test(naming.text)) return all
  return [keep(tokens(start, at)), put(naming.text, tokens(at, at + 1)), keep(tokens(at + 1, words.length))]
}

/** Polls and figures show now what is planned for later. */
function isFinding(words: readonly Word[], noun: number): boolean {
  return /^(?:poll|survey|figure|forecast|study|report|datum|data|estimate|map|model|test|result)$/.test(
    words[noun]?.lemma ?? '',
  )
}

/** "would", "will", "could", "may" over a main verb without a condition beside it. */
function planned(words: readonly Word[], root: number): string | undefined {
  const modal = childrenBy(words, root, 'aux').find((at) =>
    /^(?:would|will|could|may|might|should)$/i.test(words[at]?.text ?? ''),
  )
  const hasCondition = words.some((word) => /^(?:if|unless|whether)$/i.test(word.text))
  return modal === undefined || hasCondition ? undefined : words[modal]?.text.toLowerCase()
}

/** "has destroyed 14 homes, with two people treated for burns": done in the same time; "expected" and "planned" are so now. */
function isDoneSince(words: readonly Word[], root: number, predicate: number): boolean {
  const word = words[predicate]
  const before = words[predicate - 1]
  return (
    isPerfect(words, root) &&
    word?.xpos === 'VBN' &&
    // "with 14 deaths recorded last year": a time that is over.
    !words.slice(predicate, predicate + 6).some((one) => /^(?:last|ago|yesterday|(?:19|20)\d\d)$/.test(one.text)) &&
    !isOver(words, predicate) &&
    !/^(?:having|being|been|still|now)$/.test(before?.text ?? '') &&
    !/^(?:expect|plan|set|schedule|need|base|locate|know|believe|fear|think|aim|involve|concern|interest)$/.test(
      word.lemma,
    )
  )
}

/** "leaving", "registered by midday": beside a perfect, this too is past. */
function isOver(words: readonly Word[], predicate: number): boolean {
  return (
    words[predicate]?.xpos === 'VBG' ||
    words[predicate + 1]?.text.toLowerCase() === 'by' ||
    words.slice(predicate, predicate + 4).some((one) => /^(?:last|ago|yesterday|(?:19|20)\d\d)$/.test(one.text))
  )
}

function underModal(
  words: readonly Word[],
  predicate: number,
  modal: string,
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const word = words[predicate]
  if (word === undefined || /^(?:having|being|been)$/.test(words[predicate - 1]?.text ?? '')) return undefined
  if (word.xpos === 'VBG' && word.text !== 'missing')
    return { text: `${modal} ${word.lemma}`, from: predicate, to: predicate + 1 }
  return { text: `${modal} be`, from: predicate, to: predicate }
}

/** Whether the last comma still stands in a list that "and" ends, with no verb before it. */
function isListOpening(words: readonly Word[], comma: number): boolean {
  const and = words.findIndex((word, at) => at > comma && word.text.toLowerCase() === 'and')
  return (
    and > comma &&
    and <= comma + 4 &&
    words.slice(0, and).every((word) => word.text !== ';' && !/^(?:VERB|AUX)$/.test(word.upos))
  )
}

/** The head of the first noun phrase of the part, right before its predicate. */
function subjectOfPart(words: readonly Word[], start: number, end: number): number | undefined {
  const two = `${words[start]?.text} ${words[start + 1]?.text}`.toLowerCase()
  const first = /^(?:at least|at most|up to|more than|less than|fewer than)$/.test(two) ? start + 2 : start
  for (let at = first; at < Math.min(end, start + 12); at += 1) {
    const word = words[at]
    if (word === undefined || /^(?:VERB|AUX|ADP|SCONJ)$/.test(word.upos)) return undefined
    const next = words[at + 1]
    if (!/^(?:NOUN|PROPN)$/.test(word.upos) || next === undefined) continue
    if (/^(?:NOUN|PROPN|PUNCT|CCONJ|PART)$/.test(next.upos)) continue
    return at
  }
  return undefined
}

/** The word that says what the noun does or is: "leaving", "closed", "unable", "having been unable". */
function predicateOfPart(words: readonly Word[], noun: number, end: number): number | undefined {
  for (let at = noun + 1; at < Math.min(end, noun + 5); at += 1) {
    const word = words[at]
    if (word === undefined) return undefined
    if (word.upos === 'ADV' || word.text === 'having' || word.text === 'been' || word.text === 'being') continue
    if (word.xpos === 'VBG' || word.xpos === 'VBN') return at
    // A past form here is a participle that was read as a finite verb.
    if (word.xpos === 'VBD' && word.head >= 0) return at
    if (word.upos === 'ADJ' && !/^(?:NOUN|ADJ)$/.test(words[at + 1]?.upos ?? '') && word.lemma !== 'such') return at
    return undefined
  }
  return undefined
}

function verbFor(
  words: readonly Word[],
  predicate: number,
  time: 'past' | 'present',
  plural: boolean,
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const word = words[predicate]
  if (word === undefined) return undefined
  const before = words[predicate - 1]?.text
  const having = words.findIndex((one, at) => at < predicate && at > predicate - 4 && one.text === 'having')
  if (having >= 0) {
    const been = before === 'been'
    return been || word.xpos === 'VBN'
      ? { text: been ? 'had been' : 'had', from: having, to: been ? predicate : having + 1 }
      : undefined
  }
  if (before === 'being')
    return {
      text: `${time === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is'} being`,
      from: predicate - 1,
      to: predicate,
    }
  // "46 people still missing": a state, and "still" stands behind its "be".
  const still = words[predicate - 1]?.text.toLowerCase() === 'still' ? predicate - 1 : predicate
  if (word.xpos === 'VBG' && (word.text === 'missing' || still < predicate)) {
    return { text: time === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is', from: still, to: still }
  }
  if (word.xpos === 'VBG') {
    const { lemma } = word
    if (lemma === 'be') return undefined
    // "with most economists expecting it to": what is thought now is thought now.
    if (time === 'past' || (isReporting(lemma) && !/^(?:expect|hope|fear|believe|think|predict|want)$/.test(lemma)))
      return { text: inflect(lemma, 'VBD'), from: predicate, to: predicate + 1 }
    return { text: inflect(lemma, plural ? 'VBP' : 'VBZ'), from: predicate, to: predicate + 1 }
  }
  // "with elections due by next October": still to come.
  const isToCome =
    word.text.toLowerCase() === 'due' &&
    words.slice(predicate).some((one) => /^(?:next|by|until|later)$/i.test(one.text))
  const be = time === 'past' && !isToCome ? (plural ? 'were' : 'was') : plural ? 'are' : 'is'
  return { text: be, from: predicate, to: predicate }
}
