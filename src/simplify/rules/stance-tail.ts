import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { inflect } from '../../language/inflect.ts'
import { canAct, isOfClass } from '../../language/noun-classes.ts'
import { type ParticipleTail, participleTailOf, verbsBetween } from '../../language/participle-tail.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** What only somebody who speaks or decides can do. */
const stances = new Set(
  'accuse acknowledge admit argue assert blame call cite claim compare concede condemn criticise criticize declare demand deny describe dismiss doubt emphasise insist label liken maintain note point praise predict promise question quote reject ridicule stress thank threaten urge vow warn pledge'.split(
    ' ',
  ),
)

/** Who can also write, say or warn of something: then it may be that one who goes on. */
const otherSpeech =
  /^(?:write|send|say|tell|warn|announce|publish|issue|report|claim|argue|declare|state|post|speak|ask)$/

/** "X did A, blaming B" → "X did A. X blamed B." */
export const stanceTail: Rule = {
  name: 'stance-tail',
  because: 'What the person also said or did now has a sentence of its own.',
  shows: true,
  byMarks: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Southern Bank has reported a 4 per cent fall in profit to $5.3 billion, blaming fierce competition for home loans in the cities.',
      'Southern Bank has reported a 4 per cent fall in profit to $5.3 billion.',
      'Southern Bank blamed fierce competition for home loans in the cities.',
    ],
    [
      'Mr Thorup said sorry to the clinics but defended the decision not to pay, arguing that it would have led to more attacks.',
      'Mr Thorup said sorry to the clinics but defended the decision not to pay.',
      'He argued that it would have led to more attacks.',
    ],
    [
      'Mr Bell said there were signs that the fire had been started by a gas stove, dismissing suggestions that it had been lit by a child.',
      'Mr Bell said there were signs that the fire had been started by a gas stove.',
      'He dismissed suggestions that it had been lit by a child.',
    ],
  ],
  leavesAlone: [
    'Ms Lee said the mayor would go ahead with the plan for a new road along the river, arguing that it would bring jobs to the town.',
    'Ms Lee said the mayor wrote a letter to the farmers near the river, warning them that the water could rise again.',
    'The mayor criticised a report in which the bank spoke of the council, blaming it for the state of the road.',
    'The minister was attacked by the unions on Monday over the plan, accusing fingers pointing at her from all sides.',
    'The keeper said the young elephant had stayed near the others all night, calling to its mother from time to time.',
    'Ms Lee may leave the party at the end of the year, blaming its leaders for the loss of two seats in the north.',
    'The bank helped the farmers to write to the minister in May, blaming the council for the state of the road.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (context.before > 0) return undefined
    const tail = participleTailOf(words)
    const word = words[tail?.verb ?? -1]
    if (tail === undefined || word === undefined || !stances.has(word.lemma) || !isPlain(words, tail)) return undefined
    const { comma, verb, main, group, end } = tail
    const agent = agentOf(words, main.subject.head, context)
    // "will shut its plant, blaming": the plan is to come, the blame is there.
    const isPlan = group.time === 'modal' && words[group.finite]?.text.toLowerCase() === 'will'
    if (agent === undefined || (group.time === 'modal' && !isPlan) || group.isPassive || group.time === 'pluperfect')
      return undefined
    const naming = context.cast.again(sentence, main.subject.head, context.origin)
    if (naming === undefined || !isOnlySpeaker(words, tail, naming.pronoun)) return undefined
    const isPast = group.time === 'past' || group.time === 'perfect'
    const form = (lemma: string): string => inflect(lemma, isPast ? 'VBD' : naming.plural ? 'VBP' : 'VBZ')
    const who = naming.isPerson ? (naming.pronoun ?? naming.text) : naming.text
    return [
      [keep(tokens(0, comma)), keep(tokens(end, words.length))],
      [
        put(who, tokens(main.subject.head, main.subject.head + 1)),
        put(form(word.lemma), tokens(verb, verb + 1)),
        keep(tokens(verb + 1, words.length)),
      ],
    ]
  },
}

/** "pointing to", and no list of deeds that a first one could share its end with. */
function isPlain(words: readonly Word[], { verb, alike, comma, end }: ParticipleTail): boolean {
  const next = words[verb + 1]
  if (words[verb]?.lemma === 'point' && next?.text !== 'to') return false
  // "the calf stayed near, calling to its mother"
  if (words[verb]?.lemma === 'call' && /^(?:to|out|from|in)$/.test(next?.text ?? '')) return false
  return alike.length === 0 && end - comma > 3 && next?.upos !== 'PUNCT'
}

/** "arguing that …" */
function isClaimBehind(words: readonly Word[], verb: number): boolean {
  return (
    /^(?:argue|insist|stress|note|maintain|assert|emphasise|claim)$/.test(words[verb]?.lemma ?? '') &&
    words[verb + 1]?.text.toLowerCase() === 'that'
  )
}

/** The subject, if it can speak: a person, a body, a name. */
function agentOf(words: readonly Word[], head: number, { cast, origin }: RuleContext): number | undefined {
  const word = words[head]
  if (word === undefined) return undefined
  if (/^(?:he|she|they|we|I)$/i.test(word.text)) return head
  const kind = cast.nameAt(origin(head) ?? -1)?.kind
  if (word.upos === 'PROPN') return kind === 'place' ? undefined : head
  return canAct(word.lemma) ? head : undefined
}

/** Whether nobody between the main verb and the tail could be the one who goes on. */
function isOnlySpeaker(
  words: readonly Word[],
  { main, group, comma }: ParticipleTail,
  pronoun: string | undefined,
): boolean {
  const between = words.slice(group.head + 1, comma)
  const isInfinitive = (one: Word, at: number): boolean => one.xpos === 'VB' && between[at - 1]?.text === 'to'
  if (between.some((one, at) => isInfinitive(one, at) && otherSpeech.test(one.lemma))) return false
  // "…, a club that …,": behind another addition the tail may go on with that.
  if (between.some((one) => one.text === ',')) return false
  return verbsBetween(words, group.head, comma).every(({ verb, subject }) => {
    const before = words[verb - 1]?.text.toLowerCase() ?? ''
    const isSecond = /^(?:and|but|also|then)$/.test(before) && words[verb]?.xpos === words[main.verb]?.xpos
    if (isSecond && (subject === undefined || subject === main.subject.head || subject < main.verb)) return true
    const noun = words[subject ?? -1]
    if (noun === undefined || subject === undefined || subject < group.head) return false
    // "wept as she urged them": whoever "she" is, it is the one.
    if (noun.text.toLowerCase() === pronoun) return true
    // "the minister said the state would go ahead, arguing that": what a body plans, the speaker argues for.
    const isPlan = words[verb]?.xpos === 'MD' && isReporting(words[group.head]?.lemma ?? '')
    if (isPlan && isClaimBehind(words, comma + 1) && noun.upos === 'NOUN' && !isOfClass(noun.lemma, 'person'))
      return true
    // A thing neither blames nor warns; "who", "it" and a name may.
    if (/^there$/i.test(noun.text)) return true
    return noun.upos === 'NOUN' && !canAct(noun.lemma)
  })
}
