import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { finiteVerbAt } from '../../language/chunks.ts'
import { bodyEnd, isNegated, isQuestion } from '../../language/clause-parts.ts'
import { isTold, lengthOnPage } from '../../language/insertions.ts'
import { mayGoBack } from '../../language/tail-clause.ts'
import { timeOf } from '../../language/tenses.ts'
import { childOf, childrenBy, rootOf } from '../../language/tree.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** Under this many words a sentence is not worth parting in this way. */
export const worthSplitting = { 1: 12, 2: 18 } as const

/** The words that open the part, with what they become. */
const links: Readonly<Record<string, { readonly past: string; readonly present: string }>> = {
  after: { past: 'this happened after', present: 'this comes after' },
  before: { past: 'this happened before', present: 'this comes before' },
  despite: { past: 'this was despite', present: 'this is despite' },
  because: { past: 'this was because', present: 'this is because' },
  following: { past: 'this happened after', present: 'this comes after' },
  when: { past: 'this happened when', present: 'this happens when' },
}
const soThat = { past: 'this was so that', present: 'this is so that' }
const givenThat = { past: 'this was because', present: 'this is because' }

export const thisWasAfter: Rule = {
  name: 'this-was-after',
  because: 'When or why it happened now stands in a sentence of its own.',
  shows: true,
  whenLong: true,
  examples: [
    [
      'Hundreds of nurses walked out of the hospital on Wednesday morning, after talks over pay and staff broke down.',
      'Hundreds of nurses walked out of the hospital on Wednesday morning.',
      'This happened after talks over pay and staff broke down.',
    ],
    [
      'The bill passed the lower house by 83 votes to 61 on Wednesday night, despite claims that it would hurt owners.',
      'The bill passed the lower house by 83 votes to 61 on Wednesday night.',
      'This was despite claims that it would hurt owners.',
    ],
    [
      'Only 60,000 people came to the ground to see the game on Saturday, because the price of a ticket had gone up.',
      'Only 60,000 people came to the ground to see the game on Saturday.',
      'This was because the price of a ticket had gone up.',
    ],
    [
      'The old car factory will stay open for at least two more years because the state has bought a share in it.',
      'The old car factory will stay open for at least two more years.',
      'This is because the state has bought a share in it.',
    ],
    [
      'The school moved its exams to the evening so that pupils who fast could eat before they sat down to write.',
      'The school moved its exams to the evening.',
      'This was so that pupils who fast could eat before they sat down to write.',
    ],
    [
      'The market will open two hours earlier on Sundays so that nurses can shop on the way home from the night shift.',
      'The market will open two hours earlier on Sundays.',
      'This is so that nurses can shop on the way home from the night shift.',
    ],
    [
      'The bill was passed by 64 votes to 58 in the lower house late on Thursday after a debate of nine hours.',
      'The bill was passed by 64 votes to 58 in the lower house late on Thursday.',
      'This happened after a debate of nine hours.',
    ],
    [
      'At least 12 people were killed when a bus hit a truck on a narrow road near the town of Oruro on Sunday night.',
      'At least 12 people were killed.',
      'This happened when a bus hit a truck on a narrow road near the town of Oruro on Sunday night.',
    ],
  ],
  leavesAlone: [
    'The young man made news all over the world on Monday after offering a ticket to any woman of that name.',
    'No one was hurt when part of the roof of a swimming pool fell in during a storm on Sunday night.',
    'The survey was of young people, and 28 per cent of them were living at home because they wanted to save money.',
    'Very little is known about how the brain keeps what it learns, so that is not a thing to fear any time soon.',
    'They were poor for years in part because the islands are served by slow and old ferries from the coast.',
    'The team did not play in the final on Saturday because two of its best players were ill.',
    'The mayor wants to close the old bridge in March because it is not safe for heavy trucks.',
    'The court heard that the man had left the house at night because he was afraid of his son.',
    'The road will open in June, after the council has painted the lines and put up all of the new signs.',
    'She did not leave the old house on the hill, because it was hers, until the day the water came.',
    'They want to leave before the winter, after the children have finished the year at the school.',
    'Look after the dog, the cat and the two old horses on the farm near the river, the note said.',
  ],

  rewrite({ words }, { level, before, speaker }): Rewrite | undefined {
    const root = rootOf(words)
    if (root === undefined || isQuestion(words) || lengthOnPage(words) + before < worthSplitting[level])
      return undefined
    const end = bodyEnd(words)
    for (let at = end - 3; at > root; at -= 1) {
      const text = words[at]?.text.toLowerCase() ?? ''
      const isGiven = text === 'given' && words[at + 1]?.text.toLowerCase() === 'that'
      const isSoThat = isPurpose(words, at)
      const link = isGiven ? givenThat : isSoThat ? soThat : links[text]
      if (link === undefined) continue
      if (isMeasured(words, at) || (at === root + 1 && !isHarm(words, root, at))) continue
      const hasComma = words[at - 1]?.text === ','
      // Without a comma only a whole clause behind "after" is sure to belong to the verb.
      const isBehindDay = !hasComma && text === 'after' && isDay(words, at - 1)
      const isPlain = isSoThat || ((text === 'because' || isHarm(words, root, at)) && isOnlyVerb(words, root, at))
      if (!hasComma && !(text === 'after' || text === 'before' || isPlain)) continue
      const start = text === 'because' && words[at + 1]?.text.toLowerCase() === 'of' ? undefined : at
      if (start === undefined || !/^(?:ADP|SCONJ|VERB|ADV)$/.test(words[at]?.upos ?? '')) continue
      // "after offering a ticket": who did it stands in the main clause.
      if (words[at + 1]?.xpos === 'VBG' && text !== 'despite') continue
      // "rose after the deal was made public, before falling back": what came next is of the first verb.
      if (
        words.some(
          (word, place) =>
            place > at &&
            word.text === ',' &&
            /^(?:before|and|but|then)$/i.test(words[place + 1]?.text ?? '') &&
            words[place + 2]?.xpos === 'VBG',
        )
      )
        continue
      // "Bolivia, ranked 46, despite being poor, has introduced": the main verb stands behind.
      if (
        words.some(
          (word, place) =>
            place > at &&
            word.text === ',' &&
            finiteVerbAt(words, place + 1) !== undefined &&
            place - at < 12 &&
            text === 'despite',
        )
      )
        continue
      // "bought it in 1962, when it was new, for 900 pounds": the end belongs to the first verb.
      if (
        text === 'when' &&
        hasComma &&
        words.some((word, place) => place > at && word.text === ',' && words[place + 1]?.upos === 'ADP')
      )
        continue
      // "metadata – the number called, when and for how long": questions, no clause.
      if (text === 'when' && /^(?:and|or|,|where|how|why)$/i.test(words[at + 1]?.text ?? '')) continue
      // "rose until the end of 2013, when few smoked": that is told of the year.
      const isOfTime =
        text === 'when' &&
        hasComma &&
        words.slice(0, at).some((word) => /^(?:until|till|since|before|by|after)$/i.test(word.text)) &&
        (isDay(words, at - 2) || /^\d{4}$/.test(words[at - 2]?.text ?? ''))
      if (isOfTime) continue
      const top = topOf(words, at, end)
      // "Ms Lowe said he killed her because she meant to leave": next to its speaker "she" would be Ms Lowe.
      if (before > 0 && /^(?:he|she)$/i.test(words[at + 1]?.text ?? '')) continue
      // "The firm said the flat was cheap because it had stood empty": nor is "it" the firm.
      if (before > 0 && /^its?$/i.test(words[at + 1]?.text ?? '') && !/^(?:he|she)\b/.test(speaker ?? '')) continue
      if (top === undefined || (words[top]?.head !== root && !hasComma && !isBehindDay)) continue
      const own = childOf(words, top, 'nsubj', 'csubj')
      const isClause = own !== undefined
      if (own !== undefined && mayGoBack(words, own, own, end)) continue
      if (!hasComma && !isClause && !isBehindDay) continue
      if ((text === 'because' || isSoThat || text === 'when' || isGiven) && !isClause) continue
      if ((text === 'after' || text === 'before' || text === 'following') && !isEvent(words, root)) continue
      if (text === 'when' && !isEvent(words, root)) continue
      // "until a hearing on 9 December, when they are expected to speak": that is told of the day, not of the deed.
      if (text === 'when' && timeOf(words, root) !== timeOf(words, predicateIn(words, top))) continue
      // Why something may or must be is as true as why it is; only "not … because" has two meanings.
      const isReason = isGiven || text === 'because'
      // "will open early so that nurses can shop": what a plan is for is so today.
      const isPlanned = isSoThat && childrenBy(words, root, 'aux').some((aux) => words[aux]?.text === 'will')
      const isUnsure = isReason || isPlanned ? isNegated(words, root) : !isTold(words, root)
      if (text !== 'despite' && isUnsure) continue
      if (childrenBy(words, root, 'advcl').some((child) => child < root)) continue
      const time = isReason
        ? timeOf(words, predicateIn(words, top))
        : (timeOf(words, root) ?? (text === 'despite' || isPlanned ? 'present' : undefined))
      const marks = words.slice(0, at).filter((word) => word.text === '"').length
      if (time === undefined || marks % 2 === 1) continue
      const past = time === 'past' || (!isReason && hasPerfect(words, root))
      const cut = hasComma ? at - 1 : at
      const linkEnd = isGiven || isSoThat ? at + 2 : at + 1
      return [
        [keep(tokens(0, cut)), keep(tokens(end, words.length))],
        [put(past ? link.past : link.present, tokens(at, linkEnd)), keep(tokens(linkEnd, words.length))],
      ]
    }
    return undefined
  },
}

/** "Four people were hurt when a wall fell on them": in news of harm, the "when" tells how it came about. */
function isHarm(words: readonly Word[], root: number, at: number): boolean {
  return (
    words[at]?.text.toLowerCase() === 'when' &&
    /^(?:die|kill|hurt|injure|drown|wound|damage|destroy)$/.test(words[root]?.lemma ?? '') &&
    words[at + 1]?.upos !== 'PRON'
  )
}

/** "so that workers could repair it"; not ", so that is no danger". */
function isPurpose(words: readonly Word[], at: number): boolean {
  return (
    /^so that$/i.test(`${words[at]?.text} ${words[at + 1]?.text}`) &&
    words[at - 1]?.text !== ',' &&
    finiteVerbAt(words, at + 2) === undefined
  )
}

/** "on Thursday after a debate", "on 3 May after": a day is no measure, so what follows belongs to the verb. */
function isDay(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? ''
  const [before, two] = [words[at - 1]?.text ?? '', words[at - 2]?.text ?? '']
  const day = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i
  const month = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/
  if (day.test(text)) return /^(?:on|late|early|last|this)$/i.test(before)
  if (/^(?:night|morning|evening|afternoon)$/i.test(text))
    return day.test(before) && !/^(?:the|a|every|each)$/i.test(two)
  return (month.test(text) && /^\d+$/.test(before) && /^on$/i.test(two)) || (/^\d+$/.test(text) && month.test(before))
}

/** Whether "because" can belong to no other verb, and nothing before it is denied. */
function isOnlyVerb(words: readonly Word[], root: number, at: number): boolean {
  const before = words.slice(0, at)
  if (
    before.some((word) => /^(?:not|n['’]t|never|no|nobody|none|only|without|if|when|that|who|which)$/i.test(word.text))
  )
    return false
  // "28 per cent live at home because they save": those who do so for this reason were counted.
  if (
    words[at]?.text.toLowerCase() === 'because' &&
    before
      .slice(0, root)
      .some(
        (word) =>
          word.upos === 'NUM' ||
          /^(?:%|some|many|most|few|several|all|half|hundreds|thousands|dozens|millions)$/i.test(word.text),
      )
  )
    return false
  return !before.slice(root + 1).some((word) => word.upos === 'VERB' || word.upos === 'AUX' || word.xpos === 'TO')
}

/** "given that the cost was": the verb of the clause hangs on "given". */
function predicateIn(words: readonly Word[], top: number): number {
  return words[top]?.text.toLowerCase() === 'given' ? (childOf(words, top, 'ccomp') ?? top) : top
}

/** The one word of the run `[start, end)` that hangs outside; nothing outside may hang inside. */
function topOf(words: readonly Word[], start: number, end: number): number | undefined {
  const tops: number[] = []
  for (const [at, word] of words.entries()) {
    if (word.upos === 'PUNCT') continue
    const isInside = at >= start && at < end
    const headInside = word.head >= start && word.head < end
    if (isInside && !headInside) tops.push(at)
    if (!isInside && headInside) return undefined
  }
  return tops.length === 1 ? tops[0] : undefined
}

/** Something that happens, not something that is so. */
export function isEvent(words: readonly Word[], predicate: number): boolean {
  const word = words[predicate]
  if (word?.upos !== 'VERB' || childOf(words, predicate, 'cop') !== undefined) return false
  return !isLastingVerb(word.lemma)
}

/** Verbs that tell what is so, or what is said: nothing that happens at one moment. */
export function isLastingVerb(lemma: string): boolean {
  return lasting.test(lemma)
}

const lasting =
  /^(?:be|have|know|believe|think|want|need|like|love|hate|own|live|seem|appear|remain|stay|mean|include|contain|cost|depend|belong|expect|hope|operate|run|work|serve|use|lead|own|say|tell|add|argue|claim|warn|deny|admit|state|announce)$/

function hasPerfect(words: readonly Word[], predicate: number): boolean {
  return childrenBy(words, predicate, 'aux').some((at) => words[at]?.lemma === 'have')
}

/** "one hour after", "shortly before", "even because": the word before belongs to the phrase. */
export function isMeasured(words: readonly Word[], start: number): boolean {
  const before = words[start - 1]
  if (before === undefined) return true
  if (measures.test(before.text) || (before.text === 'part' && words[start - 2]?.text === 'in')) return true
  // "for two more years because": only "after", "before" and the like can be measured.
  if (/^(?:because|despite|when|as|while|since|so|given|amid|during|on|in|at)$/i.test(words[start]?.text ?? ''))
    return false
  // "had been quiet for 600 years before it woke": how long it had been so, not how long before.
  if (
    /^before$/i.test(words[start]?.text ?? '') &&
    /\bfor\b/i.test(
      words
        .slice(Math.max(0, start - 4), start)
        .map((word) => word.text)
        .join(' '),
    )
  )
    return false
  const isUnit =
    /^(?:moment|second|minute|hour|day|night|week|month|year|decade|century|time|kilometre|metre|kilometer|meter|mile|point|goal|km|m|cm)s?$/i.test(
      before.text,
    )
  const amount = words[start - 2]
  return (
    isUnit &&
    (before.text.endsWith('s') ||
      amount?.upos === 'NUM' ||
      /^(?:a|an|some|few|several|many|,)$/i.test(amount?.text ?? ''))
  )
}

/** Adverbs that belong to the link: "soon after", "partly because"; not "was sold cheaply because". */
const measures =
  /^(?:just|soon|shortly|long|immediately|right|straight|directly|even|only|not|well|ever|never|partly|mainly|mostly|largely|simply|chiefly|especially|particularly|probably|perhaps|maybe|possibly|merely|exactly|almost|nearly|much|so|too|once|precisely|presumably|apparently|also|in)$/i
