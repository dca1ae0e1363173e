import { type TokenSpan, tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isQuestion, tenseOf } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { isDefinite, isTold } from '../../language/insertions.ts'
import { isPerfect } from '../../language/tenses.ts'
import { childrenBy, isRelation } from '../../language/tree.ts'
import type { HiddenVerb } from '../lexicon.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { partsOfDeed } from './deed-parts.ts'

/** What opens the noun phrase, with the word that opens the clause. Longer ones first. */
const openings: readonly (readonly [string, string])[] = [
  ['in the wake of', 'after'],
  ['as a result of', 'because'],
  ['in spite of', 'although'],
  ['because of', 'because'],
  ['owing to', 'because'],
  ['due to', 'because'],
  ['prior to', 'before'],
  ['following', 'after'],
  ['despite', 'although'],
  ['after', 'after'],
  ['before', 'before'],
  ['since', 'since'],
  ['until', 'until'],
]

export const verbForNoun: Rule = {
  name: 'verb-for-noun',
  shows: true,
  because: 'A verb is easier than a noun for what somebody did.',
  examples: [
    ['The town was quiet after the arrest of two men by police.', 'The town was quiet after police arrested two men.'],
    ['The town was quiet after the arrest of two men.', 'The town was quiet after two men were arrested.'],
    ['Following the death of a cyclist, the road was closed.', 'After a cyclist died, the road was closed.'],
    ['Trains ran despite the closure of the bridge.', 'Trains ran although the bridge was closed.'],
    [
      "The club fell apart after the coach's sudden resignation.",
      'The club fell apart after the coach suddenly resigned.',
    ],
    ['The club has won six games since his appointment.', 'The club has won six games since he was chosen.'],
    [
      'The shop will stay open until the arrival of the new owner.',
      'The shop will stay open until the new owner arrives.',
    ],
  ],
  leavesAlone: [
    'The town was quiet after an attack on Tuesday.',
    'Prices stayed high after an increase of 20 per cent.',
    'The road may close after the arrest of two men.',
    'The town will be quiet after the arrest of two men.',
    'The town was quiet after the arrest.',
    'The town was quiet after the arrest of two men who had come from Perth.',
    'He agreed to leave after the publication of the report.',
    'Shares fell after the arrival of 40 per cent more ships than planned, and the closure of the port.',
    'The man was killed by the collapse of a bridge.',
    "The town was quiet after the minister's announcement.",
    'The road was closed after two arrests of men by midday.',
  ],

  rewrite({ words }, context): Rewrite | undefined {
    if (isQuestion(words)) return undefined
    for (let at = 0; at < words.length - 2; at += 1) {
      const opening = openingAt(words, at)
      if (opening === undefined) continue
      const deed = partsOfDeed(words, opening.end, context)
      if (deed === undefined) continue
      // "the death of Ann Lee, a former judge": what is said of her would hang on the verb.
      const isFollowed =
        words[deed.end]?.text === ',' && /^(?:a|an|the|who|which|whose)$/i.test(words[deed.end + 1]?.text ?? '')
      if (isFollowed && words[deed.end - 1]?.upos === 'PROPN') continue
      const tense = tenseFor(words, at, deed.noun, opening.becomes)
      if (tense === undefined) continue
      // "after residents were angry": a state has no "after".
      if (/^be (?!born)/.test(deed.hidden.verb) && !/^(?:although|because)$/.test(opening.becomes)) continue
      const clause = clauseOf(deed, tense)
      if (clause === undefined) continue
      return [
        [
          keep(tokens(0, at)),
          put(opening.becomes, tokens(at, opening.end)),
          ...clause,
          keep(tokens(deed.end, words.length)),
        ],
      ]
    }
    return undefined
  },
}

function openingAt(words: readonly Word[], at: number): { readonly end: number; readonly becomes: string } | undefined {
  for (const [opening, becomes] of openings) {
    const parts = opening.split(' ')
    if (!parts.every((part, offset) => words[at + offset]?.text.toLowerCase() === part)) continue
    // "shortly after", "two days before": the measure would stand loosely.
    const isMeasured =
      at > 0 && /^(?:just|only|even|not|partly|mainly|largely|long|soon)$/i.test(words[at - 1]?.text ?? '')
    return isMeasured ? undefined : { end: at + parts.length, becomes }
  }
  return undefined
}

/** Words that tell of a time to come: the noun may tell of it too. */
const toCome =
  /^(?:next|tomorrow|later|upcoming|planned|expected|proposed|possible|scheduled|feared|likely|alleged|reported|suspected)$/i

/** In which tense the clause stands, told by the clause that it hangs on; undefined where that tells nothing sure. */
function tenseFor(
  words: readonly Word[],
  start: number,
  noun: number,
  opening: string,
): 'past' | 'present' | undefined {
  if (!isRelation(words[noun]?.relation ?? '', 'obl', 'advcl')) return undefined
  let governor = words[noun]?.head ?? -1
  // "became famous after": the tense stands on the verb above.
  if (isRelation(words[governor]?.relation ?? '', 'xcomp') && words[governor]?.upos !== 'VERB')
    governor = words[governor]?.head ?? -1
  if (governor < 0 || words.some((word) => toCome.test(word.text))) return undefined
  // A verb between the two may be the one that it hangs on.
  const between = words.slice(governor + 1, Math.max(governor + 1, start))
  if (between.some((word) => /^(?:VB|VBD|VBZ|VBP|VBG|MD|TO)$/.test(word.xpos))) return undefined
  if (!isDefinite(words, noun) && !isTold(words, governor)) return undefined
  if (childrenBy(words, governor, 'mark').some((at) => /^(?:if|unless|whether)$/i.test(words[at]?.text ?? '')))
    return undefined
  const helpers = childrenBy(words, governor, 'aux').map((at) => words[at]?.text.toLowerCase())
  if (opening === 'before' || opening === 'until') {
    if (helpers.includes('will')) return 'present'
    // "spoke before the opening of the summit on Friday": it may still be to come. Nobody says so of a death.
    const isSure = opening === 'until' || /^(?:death|birth)$/.test(words[noun]?.lemma ?? '')
    return isSure && tenseOf(words, governor) === 'past' ? 'past' : undefined
  }
  if (opening === 'since' && !isPerfect(words, governor) && !helpers.includes('had')) return undefined
  return tenseOf(words, governor) === 'past' ? 'past' : undefined
}

/** The clause: doer, verb and what it is done to; or what it is done to and a passive. */
function clauseOf(deed: Deed, tense: 'past' | 'present'): readonly Piece[] | undefined {
  const { hidden, noun, subject, object } = deed
  const told = tokens(noun, noun + 1)
  const adverb = deed.adverb === undefined ? '' : `${deed.adverb} `
  if (subject !== undefined) {
    const tag = tense === 'past' ? 'VBD' : subject.plural ? 'VBP' : 'VBZ'
    const form = hidden.verb.startsWith('be ')
      ? `${beForm(tense, subject.plural)} ${adverb}${hidden.verb.slice(3)}`
      : `${adverb}${inflect(hidden.verb, tag)}`
    return [
      subject.text === undefined ? keep(subject.span) : put(subject.text, subject.span),
      put(form, told),
      ...(object === undefined ? [] : [keep(object.span)]),
      ...deed.between.map(keep),
    ]
  }
  if (object === undefined || !hasPassive(hidden)) return undefined
  const form = `${beForm(tense, object.plural)} ${adverb}${inflect(hidden.verb, 'VBN')}`
  return [
    object.text === undefined ? keep(object.span) : put(object.text, object.span),
    put(form, told),
    ...deed.between.map(keep),
  ]
}

function beForm(tense: 'past' | 'present', plural: boolean): string {
  return tense === 'past' ? (plural ? 'were' : 'was') : plural ? 'are' : 'is'
}

/** "were looked into" reads well enough, "was asked for" and "was been angry" do not. */
function hasPassive({ verb }: HiddenVerb): boolean {
  return (
    !/^(?:be|not|want|have|get|go|become) /.test(verb) && !/ (?:for|at|about|of|with|to|on|against|from|in)$/.test(verb)
  )
}

/** The parts of a noun phrase that tells of something done. */
export interface Deed {
  readonly noun: number
  /** One past the last word that the clause takes up. */
  readonly end: number
  readonly hidden: HiddenVerb
  readonly adverb: string | undefined
  readonly subject: Party | undefined
  readonly object: Party | undefined
  /** Words that stay behind verb and object: "in Sydney". */
  readonly between: readonly TokenSpan[]
}

/** Who does it, or what it is done to. */
export interface Party {
  readonly span: TokenSpan
  readonly plural: boolean
  /** "his" → "he". */
  readonly text: string | undefined
}
