import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { lengthOnPage } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { type TailClause, tailClauseOf, type VerbGroup } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { ownClause } from './pronoun-owners.ts'
import { isLastingVerb, isMeasured, worthSplitting } from './this-was-after.ts'

/** "A when B", "A as B" → "A. This happened when B." by word classes; what goes on while A happens is told "at the time". */
export const thisHappened: Rule = {
  name: 'this-happened',
  because: 'When it happened now stands in a sentence of its own.',
  shows: true,
  byMarks: true,
  certain: true,
  whenLong: true,
  examples: [
    [
      'The old stone bridge gave way on the morning of 3 February as a bus with 40 pupils was crossing it.',
      'The old stone bridge gave way on the morning of 3 February.',
      'At the time, a bus with 40 pupils was crossing it.',
    ],
    [
      'Power was cut to about 60,000 homes in Adelaide when demand grew too fast on the hottest day of the year.',
      'Power was cut to about 60,000 homes in Adelaide.',
      'This happened when demand grew too fast on the hottest day of the year.',
    ],
    [
      'Farmers are selling their sheep at the fastest rate in 20 years as a second dry spring leaves the fields bare.',
      'Farmers are selling their sheep at the fastest rate in 20 years.',
      'This comes as a second dry spring leaves the fields bare.',
    ],
    [
      'The works has been losing about a million pounds a day since its last owner stopped all building in May.',
      'The works has been losing about a million pounds a day.',
      'This has gone on since its last owner stopped all building in May.',
    ],
  ],
  leavesAlone: [
    'The two sides did not talk about money for the new port when the minister came to the town in May.',
    'The minister asked the state to pay the taxes of the farmers this year, as it had done in the last drought.',
    'People in the north of the country drink much less milk and eat more fruit as they get older.',
    'The team ran as fast as it could to the other side of the river when the storm came.',
    'The police asked the young man in the car where he had been when the shop was robbed on Monday night.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (lengthOnPage(words) + context.before < worthSplitting[context.level]) return undefined
    const tail = tailClauseOf(words, /^(?:when|as|while|after|before|since)$/)
    // "The frenzy began when …": too little to stand alone.
    if (tail === undefined || tail.at < 4 || !isTime(words, tail)) return undefined
    const hasAlready = words.slice(0, tail.at).some((word) => /^(?:already|still)$/i.test(word.text))
    const link = isToldPlainly(words, tail)
      ? linkOf(words, tail, context.before > 0, hasAlready)
      : newsLink(words, tail)
    const clause = link === undefined ? undefined : ownClause(sentence, tail, context)
    if (link === undefined || clause === undefined) return undefined
    return [
      [keep(tokens(0, tail.hasComma ? tail.at - 1 : tail.at))],
      [put(link, tokens(tail.at, tail.at + 1)), ...clause],
    ]
  },
}

/** Whether the link tells when, and belongs to no word before it: "the day when", "as fast as", "known as", "asked when". */
function isTime(words: readonly Word[], { at, link, own, ownGroup }: TailClause): boolean {
  const before = words[at - 1]
  // "calmed down faster when they heard birds"
  if (before === undefined || isMeasured(words, at) || /^(?:JJR|RBR)$/.test(before.xpos)) return false
  if (
    /^(?:and|or|but|even|just|only|not|except|especially|particularly|so|such|much|as|than|same|if|whether)$/i.test(
      before.text,
    )
  )
    return false
  // "The war broke out when …", "It began when …": without its when, that says nothing new.
  const isStart = words
    .slice(0, at)
    .some(
      (word) =>
        /^(?:begin|start|erupt|originate)$/.test(word.lemma) ||
        (word.lemma === 'break' && words.some(({ text }) => text === 'out')),
    )
  if (link === 'when' && isStart && words.slice(0, at).filter((word) => /\d|day$/.test(word.text)).length === 0)
    return false
  // "was 27 when he was convicted": an age means nothing without its time.
  if (before.upos === 'NUM' && words[at - 2]?.lemma === 'be') return false
  if (link === 'when' && before.text === ',')
    return isOnDay(words, at - 2) && !words.slice(at).some((word) => word.text === ',')
  if (link === 'when')
    return (
      !(isMoment(words, at - 1) && words[at - 2]?.upos !== 'NUM') &&
      !(before.upos === 'VERB' && asking.test(before.lemma))
    )
  if (link !== 'as') return true
  if (words.slice(Math.max(0, at - 4), at).some((word) => /^(?:as|so|such|same)$/i.test(word.text))) return false
  if (before.upos === 'VERB' && /^VB[ND]$/.test(before.xpos) && named.test(before.lemma)) return false
  // "as the law requires", "as it had done in 2019": how, not when.
  const [head, next] = [words[ownGroup.head], words[ownGroup.head + 1]]
  const hasObject = /^(?:DET|NOUN|PROPN|ADJ|NUM)$/.test(next?.upos ?? '')
  // "as figures showed that prices rose": what they showed stands behind.
  const hasClause = next?.upos === 'SCONJ' && next.text.toLowerCase() === 'that'
  const mayHaveGap =
    gapVerbs.test(head?.lemma ?? '') && (!hasObject || /^(?:tell|say|ask|show)$/.test(head?.lemma ?? ''))
  if (head === undefined || (mayHaveGap && !hasClause)) return false
  return (
    !(/^(?:be|have|do)$/.test(head.lemma) && !/^(?:DET|NOUN|ADJ|NUM|ADV|PROPN)$/.test(next?.upos ?? '')) &&
    own.verb > at
  )
}

/** "on Monday, when": the day of the deed; not "before 1990, when". */
function isOnDay(words: readonly Word[], at: number): boolean {
  const back = words.slice(Math.max(0, at - 4), at + 1).map((word) => word.text.toLowerCase())
  const isDay = isOfClass(words[at]?.lemma ?? '', 'time') || words[at]?.upos === 'NUM'
  return (
    isDay &&
    back.some((text) => /^(?:on|in|at)$/.test(text)) &&
    !back.some((text) => /^(?:before|after|until|since|by|from|to|for)$/.test(text))
  )
}

/** "the day", "years" before "when"; not "on Tuesday", "last year". */
function isMoment(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (
    word === undefined ||
    !(isOfClass(word.lemma, 'time') || /^(?:age|era|stage|point|case|situation)$/.test(word.lemma))
  )
    return false
  if (/^\p{Lu}/u.test(word.text)) return /^(?:the|a|every|each|first)$/i.test(words[at - 1]?.text ?? '')
  return (
    !/^(?:last|this|next|late|early|that|later)$/i.test(words[at - 1]?.text ?? '') &&
    !/^\p{Lu}\w+day$/u.test(words[at - 1]?.text ?? '')
  )
}

const asking = /^(?:know|see|say|decide|ask|tell|remember|recall|wonder|explain|learn|determine|imagine|choose)$/
const named =
  /^(?:know|describe|see|regard|view|treat|name|appoint|elect|hire|work|act|serve|use|cast|pose|dress|resign|quit|retire|start|begin|finish|end)$/
const gapVerbs =
  /^(?:say|require|promise|expect|know|note|argue|demand|show|suggest|describe|call|put|see|hope|fear|plan|predict|report|tell|believe|think|intend|want|ask|propose|allow|claim|state|wish|like|need|request|recommend|agree|understand|explain|point|seem|appear|happen|mention|write|order|warn|like)$/

/** A fact of the past, or of now; nothing that is only said, planned, denied or true of few. */
function isToldPlainly(words: readonly Word[], { at, link, group, ownGroup, main, own }: TailClause): boolean {
  const isUnsure = (word: Word): boolean =>
    word.xpos === 'MD' ||
    /^(?:no|nobody|none|nothing|not|n['’]t|never|neither|nor|without|hardly|rarely|seldom|only|few|little|if|likely|due|set|expected|often|usually|always|sometimes|every|each)$/i.test(
      word.text,
    )
  // "had almost given up when": that did not happen.
  if (
    words.slice(main.verb, main.verb + 4).some((word) => /^(?:almost|nearly)$/i.test(word.text) && word.upos === 'ADV')
  )
    return false
  if (words.slice(main.subject.start, at).some(isUnsure) || ownGroup.time === 'modal' || ownGroup.isNegated)
    return false
  const before = words.slice(0, at)
  const hasTo = words
    .slice(main.verb, at)
    .some((word, place) => word.xpos === 'TO' && words[main.verb + place - 1]?.lemma !== 'have')
  // "were trained to press a lever when a light went on": the pressing, not the training.
  if (hasTo && /^(?:when|while|before)$/.test(link)) return false
  if (before.some((word) => charges.test(word.lemma) || (hasTo && word.upos === 'VERB' && wishes.test(word.lemma))))
    return false
  if (/^(?:there|it|this|that|what|which)$/i.test(words[main.subject.head]?.text ?? '') && group.isState) return false
  return own.verb > 0
}

/** What is only wanted, said or charged: behind "to" or "of" it may be that which the link tells of. */
const wishes =
  /^(?:want|hope|plan|expect|seek|ask|tell|propose|need|wish|intend|promise|threaten|offer|refuse|demand|order|urge|agree|decide|warn|prepare|vow|aim|train|teach|let|use|force)$/
const charges =
  /^(?:accuse|accused|suspect|suspected|allege|alleged|charge|charged|convict|convicted|deny|blame|allegedly)$/

/** What is done once and then lasts: "has been closed since". */
const closed =
  /^(?:astonish|surprise|shock|worry|please|close|shut|block|ban|occupy|control|suspend|hold|detain|jail|isolate|strand|trap|house|keep|leave)$/

/** The words that lead to the clause, or undefined where the two tenses do not tell what happened when. */
function linkOf(words: readonly Word[], tail: TailClause, isSaid: boolean, hasAlready: boolean): string | undefined {
  const { link, group, ownGroup } = tail
  const isThen = group.time === 'past' && ownGroup.time === 'past'
  const lemma = words[group.head]?.lemma ?? ''
  // "claimed four wickets", "announced a plan": without a clause behind them they are deeds.
  const isLasting = group.isState || (isLastingVerb(lemma) && !/^(?:claim|deny|admit|announce|warn|tell)$/.test(lemma))
  const isFollowing = ownGroup.time === 'past' || ownGroup.time === 'pluperfect' || ownGroup.time === 'perfect'
  switch (link) {
    case 'after':
      if (!isFollowing || tail.hasComma) return undefined
      // "Two people are missing after a boat sank"
      if (isLasting) {
        if (!group.isState) return undefined
        return group.time === 'present' ? 'this comes after' : group.time === 'past' ? 'this was after' : undefined
      }
      return byTime(group, 'this happened after', 'this comes after')
    case 'before':
      if (!isFollowing) return undefined
      if (isLasting)
        return ownGroup.time === 'past' && !ownGroup.isState && !isSaid && group.time !== 'present' ? 'then' : undefined
      return group.time === 'past' || group.time === 'pluperfect' ? 'this happened before' : undefined
    case 'since':
      if (group.time !== 'perfect' || ownGroup.time !== 'past' || tail.hasComma) return undefined
      // "has had four leaders since the war": so many only since then.
      if (lemma === 'have') return undefined
      if (group.isProgressive) return 'this has gone on since'
      return isLasting || (group.isPassive && closed.test(lemma)) ? 'this has been so since' : 'this has happened since'
    case 'while':
      return isThen && !group.isProgressive && ownGroup.isProgressive && !tail.hasComma ? 'at the time,' : undefined
    case 'when':
      // "on Monday, when most people were asleep": the day is meant.
      if (tail.hasComma) return isThen && !group.isNegated ? 'this was when' : undefined
      if (isThen && !group.isProgressive && ownGroup.isProgressive) return 'at the time,'
      if (isThen && group.isProgressive && !ownGroup.isProgressive && !ownGroup.isState)
        return isSaid ? 'this was when' : 'then'
      if (
        group.time === 'pluperfect' &&
        !isSaid &&
        ownGroup.time === 'past' &&
        !ownGroup.isState &&
        !ownGroup.isProgressive
      )
        return 'then'
      if (!isThen && !(group.time === 'pluperfect' && isSaid && ownGroup.time === 'past')) return undefined
      if (isLasting && hasAlready) return undefined
      return isLasting ? 'this was when' : 'this happened when'
    case 'as':
      return asLink(words, tail, isLasting)
    default:
      return undefined
  }
}

/** "may have to move after the sea came near", "is expected to resign as her party has lost": what is to come, and what came. */
function newsLink(
  words: readonly Word[],
  { at, link, hasComma, main, group, ownGroup }: TailClause,
): string | undefined {
  const isToCome =
    (group.time === 'modal' && /^(?:will|may|might)$/i.test(words[group.finite]?.text ?? '')) ||
    (group.time === 'present' && /^(?:expected|likely|due|set|missing)$/.test(words[main.verb + 1]?.text ?? ''))
  const others = words
    .slice(main.verb + 1, at)
    .some((word) => /^(?:not|n['’]t|no|never|only|if|or|and)$/i.test(word.text) || charges.test(word.lemma))
  // "stopped in 2008 as it could no longer pay": a reason.
  const couldNot =
    /^could$/i.test(words[ownGroup.finite]?.text ?? '') &&
    (ownGroup.isNegated ||
      /^no longer$/i.test(`${words[ownGroup.finite + 1]?.text} ${words[ownGroup.finite + 2]?.text}`))
  if (link === 'as' && couldNot && !others && group.time === 'past') return 'this was because'
  if (link === 'when' && hasComma && !others && !ownGroup.isNegated && isNextDay(words, ownGroup)) return 'this is when'
  if (!isToCome || others || hasComma || ownGroup.isNegated) return undefined
  if (link === 'after') return ownGroup.time === 'past' ? 'this comes after' : undefined
  return link === 'as' && ownGroup.time === 'perfect' ? 'this comes as' : undefined
}

/** "on 18 December, when it will also decide", "when they are expected to speak". */
function isNextDay(words: readonly Word[], { finite, time }: VerbGroup): boolean {
  if (/^will$/i.test(words[finite]?.text ?? '')) return true
  return time === 'present' && /^(?:expected|due|scheduled|likely)$/.test(words[finite + 1]?.text ?? '')
}

/** "As" may tell when or why: "this happened as" leaves it open. */
function asLink(words: readonly Word[], { group, own, ownGroup }: TailClause, isLasting: boolean): string | undefined {
  const isNow = ownGroup.time === 'present' || ownGroup.time === 'perfect'
  if (group.time === 'past' && (ownGroup.time === 'past' || ownGroup.time === 'pluperfect')) {
    if (ownGroup.isProgressive && !group.isProgressive) return 'at the time,'
    if (isLasting || group.isProgressive) return undefined
    // "bought books as there was no help": a state is a reason, and "about to" a time.
    if (!ownGroup.isState || /^about$/i.test(words[ownGroup.head + 1]?.text ?? '')) return 'this happened as'
    return /^there$/i.test(words[own.subject.head]?.text ?? '') ? 'this was because' : undefined
  }
  if ((group.time === 'perfect' || (group.time === 'present' && group.isProgressive)) && isNow) return 'this comes as'
  return undefined
}

function byTime(group: VerbGroup, past: string, present: string): string | undefined {
  if (group.time === 'present') return group.isProgressive ? present : undefined
  return group.time === 'modal' ? undefined : past
}
