import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { inflect } from '../../language/inflect.ts'
import { canAct } from '../../language/noun-classes.ts'
import { type ParticipleTail, participleTailOf, stirredBy, verbsBetween } from '../../language/participle-tail.ts'
import { isReporting } from '../../language/reporting.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

/** What only an event does, whoever acts in it: "the court ordered a recount, prompting protests". */
const ofEvents = new Set(
  'boost dash deepen disrupt enable ensure fuel heighten imply mean pave prompt reignite reopen revive spark spell spur trigger worsen'.split(
    ' ',
  ),
)

/** What an event does to these, and a person to others: "ending months of doubt", "raising fears", "sending shares lower". */
const ofEventsTo: Readonly<Record<string, RegExp>> = {
  end: /^(?:hope|month|year|week|day|decade|speculation|uncertainty|run|streak|wait|drought|chance|dream|dispute|era|doubt|bid|reign)$/,
  raise:
    /^(?:fear|hope|concern|question|doubt|suspicion|alarm|prospect|possibility|expectation|tension|eyebrow|stake|risk)$/,
  send: /^(?:share|price|stock|market|cost|shockwave|thousand|ripple|yield)$/,
  hand: /^(?:victory|win|blow|boost|lead|advantage|defeat|control|lifeline|majority)$/,
  deal: /^(?:blow)$/,
  give: /^(?:hope|boost|lead|advantage|control|majority|chance|edge)$/,
  bring: /^(?:total|number|toll|end|halt|hope|relief|misery|chaos|fear|figure|tally|lead|traffic|service)$/,
  take: /^(?:total|number|toll|figure|tally|lead)$/,
  put: /^(?:pressure|life|job|lead|end|doubt|strain)$/,
  cause: /./,
  force: /./,
  allow: /./,
  affect: /./,
  threaten: /^(?:home|house|town|village|job|life|supply|livelihood|species|future|economy|property)$/,
  make: /./,
  open: /^(?:way|door|path)$/,
  clear: /^(?:way|path)$/,
  complete: /^(?:turnaround|comeback|process|victory|double|rout)$/,
  seal: /^(?:victory|win|place|fate|deal|title)$/,
  mark: /^(?:end|start|beginning|time|anniversary|return|turn|shift|change)$/,
  plunge: /./,
  overwhelm: /./,
  strand: /./,
  displace: /./,
}

/** What fire, water or a thing does to people and things. */
const ofForces = new Set(
  'kill injure hurt wound destroy damage flood block cut close shut trap drown wreck bury isolate collapse wash'.split(
    ' ',
  ),
)

/** "A, prompting B" → "A. This prompted B.": whatever the tree hangs the participle on, all of A brought B about. */
export const effectTail: Rule = {
  name: 'effect-tail',
  because: 'What came of it now has a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The highest court in Zambora ordered a new count of the votes on Tuesday, handing a rare victory to the opposition.',
      'The highest court in Zambora ordered a new count of the votes on Tuesday.',
      'This handed a rare victory to the opposition.',
    ],
    [
      'The central bank left its main rate unchanged at 4.35 per cent on Tuesday, surprising most of those who follow it.',
      'The central bank left its main rate unchanged at 4.35 per cent on Tuesday.',
      'This surprised most of those who follow it.',
    ],
    [
      'An Indian firm has agreed to buy the old steel works for £310m, ending months of uncertainty for its 2,600 workers.',
      'An Indian firm has agreed to buy the old steel works for £310m.',
      'This ends months of uncertainty for its 2,600 workers.',
    ],
    [
      'A fire burned through a camp on the Greek island of Pelora on Tuesday night, destroying hundreds of tents and injuring 27 people.',
      'A fire burned through a camp on the Greek island of Pelora on Tuesday night.',
      'This destroyed hundreds of tents and injured 27 people.',
    ],
  ],
  leavesAlone: [
    'Mr Lee hit the guard with a chair in the hall on Tuesday night, injuring him and breaking two of the windows.',
    'The council may sell the land near the school next year, ending years of doubt over the plan for a park.',
    'Ms Lee said the bank had lost its best workers to two of its rivals, raising doubts about the way it was led.',
    'The bank did not cut its rate on Tuesday at the end of its meeting, prompting calls for its head to go.',
    'The film was long and the story, surprising and sad, was told by three of the men who came home from it.',
    'Police went through the crowd at the gate for hours on Tuesday, raising the tents and looking under the seats.',
  ],

  rewrite(sentence): Rewrite | undefined {
    const { words } = sentence
    const tail = participleTailOf(words)
    if (tail === undefined || words.slice(0, tail.comma).some(isTurning)) return undefined
    const { comma, verb, alike, end, main, group } = tail
    // "X said A, forcing B": what A did would be told as a fact.
    const isSaid = isReporting(words[group.head]?.lemma ?? '') && words[group.head + 1]?.text !== 'to'
    if (isSaid || !isOneEvent(words, tail)) return undefined
    const isForce = !mayAct(words, main.subject.head)
    if (![verb, ...alike].every((at) => isEffect(words, at, isForce))) return undefined
    const form = formOf(words, tail)
    if (form === undefined) return undefined
    return [
      [keep(tokens(0, comma)), keep(tokens(end, words.length))],
      [put('this', tokens(comma, comma)), ...restOf(words, [verb, ...alike], form)],
    ]
  },
}

/** What is not told as it happened: "may", "if", "not", "hopes to". */
function isTurning(word: Word): boolean {
  return /^(?:not|n['’]t|no|never|nobody|if|unless|whether|may|might|could|would|should|can|must|hardly|almost|nearly|allegedly|reportedly|plan|plans|planned|want|wants|wanted|hope|hopes|hoped|try|tries|tried|threatened|refused|failed|"|“|”)$/iu.test(
    word.text,
  )
}

/** One thing that happened before the tail: no second clause in which the tail could belong. */
function isOneEvent(words: readonly Word[], { main, group, comma }: ParticipleTail): boolean {
  if (group.isNegated || group.time === 'pluperfect') return false
  if (
    words
      .slice(group.head + 1, comma)
      .some((one) => one.text === ',' || /^(?:who|which|that|where|as|while)$/i.test(one.text))
  )
    return false
  return verbsBetween(words, group.head, comma).every(
    ({ verb, subject }) =>
      /^(?:and|but|then)$/i.test(words[verb - 1]?.text ?? '') &&
      words[verb]?.xpos === words[main.verb]?.xpos &&
      (subject === undefined || subject < main.verb),
  )
}

function mayAct(words: readonly Word[], head: number): boolean {
  const word = words[head]
  return word === undefined || word.upos !== 'NOUN' || canAct(word.lemma)
}

/** Whether an event does what the -ing form at `at` tells. */
function isEffect(words: readonly Word[], at: number, isForce: boolean): boolean {
  const lemma = words[at]?.lemma ?? ''
  // "making this the driest year": "this" would be said twice.
  if (/^(?:this|these)$/i.test(words[at + 1]?.text ?? '')) return false
  if (lemma === 'leave') return words.slice(at + 2, at + 9).some((word) => leftSo.test(word.text))
  if (stirredBy(words[at]) !== undefined || ofEvents.has(lemma) || (isForce && ofForces.has(lemma))) return true
  const objects = ofEventsTo[lemma]
  // The first noun behind it that no other noun follows: "months of uncertainty", "the company's shares".
  const object = words.findIndex(
    (word, place) =>
      place > at &&
      /^(?:NOUN|PROPN|NUM|PRON)$/.test(word.upos) &&
      !/^(?:NOUN|PROPN|PART)$/.test(words[place + 1]?.upos ?? ''),
  )
  return objects !== undefined && object > 0 && object < at + 8 && objects.test(words[object]?.lemma ?? '')
}

/** "leaving 900 people without a boat" */
const leftSo = /^(?:without|unable|homeless|dead|stranded|injured|wounded|vulnerable|exposed|jobless)$/i
/** What has just been agreed does this from now on. */
const fromNow = /^(?:end|mark|mean|open|clear|pave|allow|make)$/

/** The form of a verb in the time of what brought it about; undefined for a time in which that is not sure. */
function formOf(
  words: readonly Word[],
  { group }: ParticipleTail,
): ((lemma: string, isFirst: boolean) => string) | undefined {
  switch (group.time) {
    case 'past':
      return (lemma) => inflect(lemma, 'VBD')
    case 'perfect':
      return (lemma, isFirst) =>
        fromNow.test(lemma) ? inflect(lemma, 'VBZ') : `${isFirst ? 'has ' : ''}${inflect(lemma, 'VBN')}`
    case 'present':
      return (lemma) => inflect(lemma, 'VBZ')
    case 'modal':
      return words[group.finite]?.text.toLowerCase() === 'will'
        ? (lemma, isFirst) => `${isFirst ? 'will ' : ''}${lemma}`
        : undefined
    default:
      return undefined
  }
}

function restOf(
  words: readonly Word[],
  places: readonly number[],
  form: (lemma: string, isFirst: boolean) => string,
): readonly Piece[] {
  return places.flatMap((at, index) => [
    put(form(stirredBy(words[at]) ?? words[at]?.lemma ?? '', index === 0), tokens(at, at + 1)),
    keep(tokens(at + 1, places[index + 1] ?? words.length)),
  ])
}
