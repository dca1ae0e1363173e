import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkBefore, chunkFrom, finiteVerbAt, subjectFrom } from '../../language/chunks.ts'
import { agrees, bodyEnd, holdsNewPart, isQuestion } from '../../language/clause-parts.ts'
import {
  clauseByMarks,
  hostsBefore,
  type Insertion,
  insertionFrom,
  isDefinite,
  mayStandAlone,
  meansInserted,
} from '../../language/insertions.ts'
import { canAct, isOfClass } from '../../language/noun-classes.ts'
import { placeWord } from '../../language/place-words.ts'
import { isReporting } from '../../language/reporting.ts'
import { childrenBy, hasFiniteVerb, isFiniteVerb, isRelation, subjectOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { without } from '../without.ts'

export const splitRelative: Rule = {
  name: 'split-relative',
  because: 'The part with "who" or "which" is now a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'The truce, which took effect on Saturday, has stopped most of the shelling around the port city.',
      'The truce has stopped most of the shelling around the port city.',
      'The truce took effect on Saturday.',
    ],
    [
      'Police spoke to the driver, who was not hurt in the crash near the school.',
      'Police spoke to the driver.',
      'The driver was not hurt in the crash near the school.',
    ],
    [
      'The company has hired 300 new workers, most of whom will start at the factory in Geelong next month.',
      'The company has hired 300 new workers.',
      'Most of the 300 new workers will start at the factory in Geelong next month.',
    ],
    [
      'The council held four meetings, during which people asked about the cost of the new road.',
      'The council held four meetings.',
      'During the four meetings, people asked about the cost of the new road.',
    ],
    [
      'The museum, which bought the painting in 1990, will return it to Italy next month.',
      'The museum bought the painting in 1990.',
      'The museum will return it to Italy next month.',
    ],
  ],
  leavesAlone: [
    'People who lost their homes in the flood can ask for money at the town hall from Monday.',
    'Prices fell by 3 per cent in June, which surprised most of the banks in the city.',
    'The value of the land, which is not the same in all parts of the country, has been known for years.',
    'Some of the workers, who asked not to be named, said they had not been paid since May.',
    'The town may buy a new fire truck, which would be kept at the old station near the lake.',
    "The deal gives the US company, which already owns two Australian newspapers, control of the country's largest radio network.",
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words)) return undefined
    for (let open = words.length - 3; open > 0; open -= 1) {
      if (words[open]?.text !== ',') continue
      const link = linkAt(words, open + 1)
      if (link === undefined) continue
      const found = insertionAt(words, open)
      if (found === undefined) continue
      const { span, top } = found
      if (!hasFiniteVerb(words, top) || holdsNewPart(words, link.end, span.end)) continue
      if (endsBeforeName(words, span.end)) continue
      // "could not bear the cost, which it put at a million, alone": the last word is of the main clause.
      if (words[span.end - 2]?.text === ',' && /^(?:ADV|ADJ)$/.test(words[span.end - 1]?.upos ?? '')) continue
      // "he said the changes, which the minister insists are small, …": inside a claim another speaker's words are an aside.
      if (
        context.before > 0 &&
        isReporting(words[top]?.lemma ?? '') &&
        childrenBy(words, top, 'ccomp', 'xcomp').length > 0
      )
        continue
      // "the rules, which he described as theft": his own words, told once.
      const teller = subjectOf(words, top)
      if (
        context.before > 0 &&
        /^(?:describe|call|label|dub|brand|term|condemn|denounce|criticise|criticize|praise)$/.test(
          words[top]?.lemma ?? '',
        ) &&
        /^(?:he|she|it|they)$/i.test(words[teller ?? -1]?.text ?? '')
      )
        continue
      // "The union, whose members voted to reject it, wants more": behind the main clause "it" would be something else.
      if (
        words
          .slice(link.end, span.end)
          .some((word) => /^(?:it|them)$/i.test(word.text) && !isRelation(word.relation, 'nsubj', 'expl'))
      )
        continue
      if (isBehindPart(words, open)) continue
      const host = hostFor(words, found, link.word)
      if (host === undefined || !mayStandAlone(words, host) || childrenBy(words, host, 'conj').length > 0) continue
      if (words.slice(host, open).some((word) => word.text === '"')) continue
      // "the head of Eastern Power, Ann Lee, who": the name right before it.
      const near = chunkBefore(words, open)
      const isBeforeName = near !== undefined && host < near.start && words[near.start - 1]?.text === ','
      if (words[link.word]?.text === 'who' && isBeforeName && words[host]?.upos === 'PROPN') continue
      if (needsMore(words, host, span.end)) continue
      // "support in the Senate, where": only a place or a body is one to be in.
      const isWhere = words[link.word]?.text.toLowerCase() === 'where'
      const noun = words[host]
      if (isWhere && noun?.upos === 'NOUN' && !whereNouns.some((sort) => isOfClass(noun.lemma, sort))) continue
      // "a blow to the ANC, which had to regroup": the name right before it, where the reader takes another.
      const isOtherThing =
        near !== undefined &&
        near.head > host &&
        noun?.upos === 'NOUN' &&
        !canAct(noun.lemma) &&
        link.lead === 'none' &&
        words[link.word]?.text.toLowerCase() === 'which' &&
        context.cast.nameAt(context.origin(near.head) ?? -1)?.kind === 'organisation'
      // "Shares in Helvar, which": read as a name because it stands first.
      if (isOtherThing || (host === 0 && noun?.upos === 'PROPN' && words[1]?.upos === 'ADP')) continue
      // "who is launching Rewilding Britain, a new charity": the rest tells of what would go behind.
      if (endsInApposition(words, span.end) || words.slice(link.end, span.end).some(({ text }) => text === ':'))
        continue
      // "residents of Ararat, where services were merged": people are no place.
      if (
        words[link.word]?.text.toLowerCase() === 'where' &&
        words[host]?.upos === 'NOUN' &&
        isOfClass(words[host]?.lemma ?? '', 'person')
      )
        continue
      if (
        words[host]?.upos === 'PROPN' &&
        isRelation(words[host]?.relation ?? '', 'conj') &&
        words[host - 1]?.text === 'and'
      )
        continue
      // "declared it a catastrophe, which means that …": the declaring does.
      const verb = verbBehind(words, link)
      const isAll = words[link.word]?.text.toLowerCase() === 'which' && link.lead === 'none'
      if (isAll && words[verb]?.lemma === 'mean' && verb === link.end && span.end >= bodyEnd(words))
        return [
          without(words, found),
          [
            put(words[verb]?.xpos === 'VBP' ? 'this means' : `this ${words[verb]?.text}`, tokens(open + 1, verb + 1)),
            keep(tokens(verb + 1, span.end)),
          ],
        ]
      if (isAll && words[verb]?.lemma === 'mean') continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || isBodysOwn(words, link, naming.isPerson)) continue
      if (isOtherOwner(words, host, link, context)) continue
      const place = tokens(host, host + 1)
      const clause = clauseOf(sentence, found, link, naming, place, context)
      if (clause === undefined) continue
      // "The museum, which bought the painting, will return it": the painting first.
      if (meansInserted(words, span)) {
        const isFront = subjectFrom(words, 0)?.end === open && link.lead === 'none' && clause[0]?.kind === 'put'
        if (!isFront || clause.length !== 2) continue
        const from = words[span.end]?.text === ',' ? span.end + 1 : span.end
        return [
          [keep(tokens(0, open)), ...clause.slice(1)],
          [put(naming.text, place), keep(tokens(from, words.length))],
        ]
      }
      return [without(words, found), clause]
    }
    return undefined
  },
}

/** "a report, dated two weeks before the trial, in which": of the report or of the trial? */
function isBehindPart(words: readonly Word[], open: number): boolean {
  const before = words.slice(0, open).findLastIndex((word) => word.text === ',')
  return (
    before > 0 &&
    words[before + 1]?.xpos === 'VBN' &&
    words[before - 1]?.upos === 'NOUN' &&
    words.slice(before + 2, open).some(({ upos }) => upos === 'NOUN') &&
    !words.slice(before, open).some(isFiniteVerb)
  )
}

const whereNouns = ['place', 'body', 'event', 'vehicle'] as const

/** ", a new charity to help children." behind the comma that closes a clause: no verb of the main clause comes any more. */
function endsInApposition(words: readonly Word[], close: number): boolean {
  const end = bodyEnd(words)
  return (
    close < end &&
    words[close]?.text === ',' &&
    /^an?$/i.test(words[close + 1]?.text ?? '') &&
    !words.slice(close + 1, end).some(isFiniteVerb)
  )
}

/** "gives the company, which owns two papers, control of a third": the verb waits for more than its first object. */
function needsMore(words: readonly Word[], host: number, end: number): boolean {
  const head = words[words[host]?.head ?? -1]
  if (head === undefined || !isRelation(words[host]?.relation ?? '', 'obj', 'iobj')) return false
  const waits =
    /^(?:give|offer|cost|grant|award|deny|hand|teach|charge|call|name|make|leave|keep|send|pay|show|tell|consider|let|help|see|hear)$/
  const later = words.slice(host, end).filter((word) => word.text === ',').length
  return waits.test(head.lemma) && end >= bodyEnd(words) && later > 1
}

/**
 * "the head of the company, Ann Lee, who said": a body or a place is no "who"; "the Court (CAS) in Lausanne, which has ruled":
 * a place behind a body is not what acts.
 */
export function isOtherOwner(words: readonly Word[], host: number, link: Link, context: RuleContext): boolean {
  const text = words[link.word]?.text.toLowerCase() ?? ''
  const kind = context.cast.nameAt(context.origin(host) ?? -1)?.kind
  // "said Ann Lee, a trader at Brinlow, which trades oil": a person is no "which".
  if (link.lead === 'none' && text === 'which' && kind === 'person') return true
  // "An investigation by the commission, which was completed": what was done is the investigation.
  const before = chunkStart(words, host)
  if (
    link.lead === 'none' &&
    text === 'which' &&
    /^(?:by|at|over|into)$/i.test(words[before - 1]?.text ?? '') &&
    words[before - 2]?.upos === 'NOUN' &&
    /^(?:publish|complete|launch|release|begin|start|open|end|finish|commission|last|follow|see|find|write|kill|injure|cause|happen|hold|broadcast|report)$/.test(
      words[verbBehind(words, link)]?.lemma ?? '',
    )
  )
    return true
  if (link.lead === 'none' && text === 'who' && (kind === 'organisation' || kind === 'place')) return true
  let start = host
  while (words[start - 1]?.upos === 'PROPN') start -= 1
  return (
    /^(?:which|who|whose)$/.test(text) &&
    words[host]?.upos === 'PROPN' &&
    /^(?:in|at)$/i.test(words[start - 1]?.text ?? '') &&
    (words[start - 2]?.upos === 'PROPN' || words[start - 2]?.text === ')')
  )
}

function chunkStart(words: readonly Word[], host: number): number {
  return chunkBefore(words, host + 1)?.start ?? host
}

/** The verb of a relative clause whose subject is the relative word. */
function verbBehind(words: readonly Word[], link: Link): number {
  let at = link.end
  while (/^(?:AUX|ADV|PART)$/.test(words[at]?.upos ?? '')) at += 1
  return at
}

/** "the president of the union, whose members voted": members, staff and branches are a body's, not a person's. */
export function isBodysOwn(words: readonly Word[], link: Link, isPerson: boolean): boolean {
  return (
    isPerson &&
    words[link.word]?.text.toLowerCase() === 'whose' &&
    /^(?:member|staff|branch|shareholder|headquarters|fleet|turnover|subsidiary|readership|membership)$/.test(
      words[chunkFrom(words, link.end)?.head ?? -1]?.lemma ?? '',
    )
  )
}

/** The word or words that open a relative clause. */
export interface Link {
  /** The relative word. */
  readonly word: number
  /** One past it. */
  readonly end: number
  /** "most of" of "most of whom": the words before the relative word. */
  readonly lead: 'none' | 'part' | 'preposition'
}

const parts =
  /^(?:some|most|many|all|both|none|each|half|two|three|four|five|six|seven|eight|nine|ten|several|few|one|\d+)$/i

const around =
  /^(?:a|an|the|about|around|almost|nearly|only|just|at|least|up|to|more|than|per|cent|number|couple|handful|few|dozen|third|thirds|quarter|quarters|majority|tenth|fifth|\d[\d.,]*)$/i

/** "who", "which", "whose", "where", "most of whom", "a number of which", "during which". */
export function linkAt(words: readonly Word[], start: number): Link | undefined {
  const first = words[start]?.text.toLowerCase() ?? ''
  if (/^(?:who|which|whose|where)$/.test(first)) return { word: start, end: start + 1, lead: 'none' }
  const of = [1, 2, 3, 4, 5].map((step) => start + step).find((at) => words[at]?.text.toLowerCase() === 'of')
  if (of !== undefined && /^(?:whom|which)$/i.test(words[of + 1]?.text ?? '')) {
    const own = words.slice(start, of).map((word) => word.text.toLowerCase())
    // "a number of whom", "about 60 per cent of which", "only a handful of whom"
    const isPart =
      own.every((text) => parts.test(text) || around.test(text)) &&
      own.some((text) => !around.test(text) || /^(?:number|couple|handful|few|\d[\d.,]*)$/.test(text))
    return isPart ? { word: of + 1, end: of + 2, lead: 'part' } : undefined
  }
  if (
    /^(?:during|after|before|in|at|on|under|through|from|with|about|near|inside)$/.test(first) &&
    /^(?:which|whom)$/i.test(words[start + 1]?.text ?? '')
  )
    return { word: start + 1, end: start + 2, lead: 'preposition' }
  return undefined
}

/** The relative clause behind the comma; a verb without a subject behind its closing comma belongs to the main clause. */
function insertionAt(words: readonly Word[], open: number): Insertion | undefined {
  const found = insertionFrom(words, open + 1)
  const early = beforeSecondVerb(words, open + 1)
  const shown = /^(?:who|whose|where)$/i.test(words[open + 1]?.text ?? '') ? clauseByMarks(words, open) : undefined
  if (found === undefined && early === undefined) return shown
  if (early !== undefined && (found === undefined || early.span.end < found.span.end)) return { open, ...early }
  return found === undefined ? undefined : { open, ...found }
}

/**
 * "the truce, which began on Sunday, and had fired" and "the levy, which towns backed, would have added": what follows the
 * comma is the main clause, whatever the parse says.
 */
function beforeSecondVerb(
  words: readonly Word[],
  start: number,
): { readonly span: Insertion['span']; readonly top: number } | undefined {
  const top = words.findIndex(
    (word, at) => at > start && isRelation(word.relation, 'acl:relcl') && word.head < start && hasFiniteVerb(words, at),
  )
  if (top < 0) return undefined
  for (let at = top + 1; at < bodyEnd(words) - 1; at += 1) {
    if (words[at]?.text !== ',') continue
    const next = /^(?:and|but)$/.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1
    const verb = words[next]
    if (next === at + 1 && !isFiniteVerb(verb)) continue
    const second = words.findIndex(
      (word, index) => index >= next && word.head === top && isRelation(word.relation, 'conj'),
    )
    if (next > at + 1 && (second < 0 || subjectOf(words, second) !== undefined || !hasFiniteVerb(words, second)))
      continue
    return { span: tokens(start, at), top }
  }
  return undefined
}

/** "belongs to the party of the prime minister, Ann Lee, denies": behind the comma stands a name that belongs to the clause. */
function endsBeforeName(words: readonly Word[], close: number): boolean {
  if (words[close]?.text !== ',') return false
  let at = close + 1
  while (words[at]?.upos === 'PROPN') at += 1
  return at > close + 1 && words[at]?.text === ',' && finiteVerbAt(words, at + 1) !== undefined
}

function hostFor(words: readonly Word[], found: Insertion, link: number): number | undefined {
  const hosts = hostsBefore(words, found.open)
  // "the Court of Sport in Lausanne, which has ruled": the place or the body?
  const [near, far] = hosts
  if (
    near !== undefined &&
    far !== undefined &&
    /^(?:which|who|whose)$/i.test(words[link]?.text ?? '') &&
    words[near]?.upos === 'PROPN' &&
    words[far]?.upos === 'PROPN' &&
    words.slice(far, near).some((word) => /^(?:in|at)$/i.test(word.text))
  )
    return undefined
  const head = words[found.top]?.head ?? -1
  const text = words[link]?.text.toLowerCase()
  // "the first days of early voting, which opened on Monday": of two things, only a number tells which.
  const tensed = words.slice(link + 1, link + 4).find((word) => /^(?:VBZ|VBP|VBD|MD)$/.test(word.xpos))
  if (
    text === 'which' &&
    near !== undefined &&
    far !== undefined &&
    near !== head &&
    words[near - 1]?.upos !== 'DET' &&
    words.slice(far, near).some((word) => word.text === 'of') &&
    tensed?.xpos === 'VBD' &&
    !/^(?:was|were)$/.test(tensed.text)
  )
    return undefined
  // "the murder of Ron Davey, whose body was found": a person's.
  const isAged = /^\d{1,3}$/.test(words[found.open - 1]?.text ?? '') && words[found.open - 2]?.text === ','
  const owner = isAged ? found.open - 3 : found.open - 1
  if (
    text === 'whose' &&
    head !== owner &&
    words[owner]?.upos === 'PROPN' &&
    words.slice(0, owner).findLast((word) => word.upos !== 'PROPN')?.text === 'of' &&
    !isOfClass(words[head]?.lemma ?? '', 'person') &&
    words[head]?.upos === 'NOUN'
  )
    return hosts.includes(owner) || isAged ? owner : undefined
  const isPerson = (at: number): boolean => {
    const word = words[at]
    if (word === undefined) return false
    if (word.upos === 'PROPN' || word.upos === 'PRON') return true
    return (
      isOfClass(word.lemma, 'person') ||
      isOfClass(word.lemma, 'body') ||
      /(?:er|or|ist|ant|ent|ian|man|woman|men|women)s?$/.test(word.lemma)
    )
  }
  // "Jens Aldorf, the leader of the group on the council, who had called": a body behind "on" is hardly the one.
  if (
    text === 'who' &&
    hosts.includes(head) &&
    isOfClass(words[head]?.lemma ?? '', 'body') &&
    words[head]?.xpos === 'NN' &&
    words[chunkStart(words, head) - 1]?.upos === 'ADP'
  )
    return undefined
  if (text === 'who' && hosts.includes(head) && !isPerson(head)) {
    const people = hosts.filter(isPerson)
    return people.length === 1 ? people[0] : undefined
  }
  // "the head of the hospital, which treats 900 patients": a person is no "which".
  if (text === 'which' && hosts.includes(head) && isOfClass(words[head]?.lemma ?? '', 'person')) {
    const things = hosts.filter((at) => !isPerson(at) || isOfClass(words[at]?.lemma ?? '', 'body'))
    return things.length === 1 && things[0] === hosts[0] ? things[0] : undefined
  }
  // "the showdown with the Soviet Union, which broke up": the further thing only where the nearer cannot be meant.
  if (text === 'which' && hosts.includes(head) && near !== undefined && head !== near && mayBeMeant(words, near, link))
    return undefined
  // "the jingle for a brand of soup, which she described as": no brand, and no soup for sure.
  const isOfKind =
    near !== undefined &&
    words.slice(Math.max(0, near - 3), near).some((word) => word.text === 'of') &&
    words
      .slice(Math.max(0, near - 5), near)
      .some((word) => /^(?:brand|kind|type|sort|piece|form|style|line|make|variety)$/.test(word.lemma))
  if (text === 'which' && isOfKind) return undefined
  if (hosts.includes(head)) return head
  // The parser hung the clause on something else: only a person right before "who" is sure.
  const [nearest] = hosts
  return text === 'who' && nearest !== undefined && isPerson(nearest) && isDefinite(words, nearest)
    ? nearest
    : undefined
}

/** Whether a noun right before ", which" agrees with its verb and is a thing that much can be said of. */
function mayBeMeant(words: readonly Word[], noun: number, link: number): boolean {
  const word = words[noun]
  const verb = words[finiteVerbAt(words, link + 1) ?? -1]
  if (word === undefined || isOfClass(word.lemma, 'time') || isOfClass(word.lemma, 'person')) return false
  if (word.upos === 'NUM' || isOfClass(word.lemma, 'money')) return false
  const isPlural = /^NNP?S$/.test(word.xpos) || childrenBy(words, noun, 'conj').length > 0
  if (verb?.xpos === 'VBZ' || verb?.text === 'was') return !isPlural
  if (verb?.xpos === 'VBP' || verb?.text === 'were') return isPlural
  return true
}

interface Name {
  readonly text: string
  readonly plural: boolean
}

/** Where a second verb with a tense stands right behind "the government insists", "doctors believe". */
function innerVerb(words: readonly Word[], start: number, end: number): number | undefined {
  const verb = finiteVerbAt(words, subjectFrom(words, start)?.end ?? end)
  if (verb === undefined || verb + 1 >= end || !isReporting(words[verb]?.lemma ?? '')) return undefined
  return finiteVerbAt(words, verb + 1) === undefined ? undefined : verb + 1
}

function clauseOf(
  sentence: AnalysedSentence,
  { open, span, top }: Insertion,
  link: Link,
  naming: Name,
  place: { readonly start: number; readonly end: number },
  context: RuleContext,
): readonly Piece[] | undefined {
  const { words } = sentence
  const { text: name, plural } = naming
  const rest = keep(tokens(link.end, span.end))
  const word = words[link.word]
  // "voting, which opened on Monday, up from 310,000": the measure is of what stands outside.
  const clause = words.slice(link.end, span.end)
  if (clause.some((one, at) => one.text === ',' && /^(?:up|down|compared)$/i.test(clause[at + 1]?.text ?? '')))
    return undefined
  const text = word?.text.toLowerCase()
  const isPronoun = /^(?:he|she|it|they|i|we|you)$/i.test(name)
  if (link.lead === 'part') {
    if (!plural || isPronoun) return undefined
    const whole = name.startsWith('the ') ? name : `the ${name}`
    return [keep(tokens(open + 1, link.word)), put(whole, place), rest]
  }
  if (link.lead === 'preposition') {
    if (subjectOf(words, top) === undefined || isPronoun) return undefined
    return [keep(tokens(open + 1, link.word)), put(`${name},`, place), rest]
  }
  switch (text) {
    case 'who':
    case 'which': {
      const subject = childrenBy(words, top, 'nsubj').find((at) => at !== link.word)
      const isSubject = word !== undefined && (isRelation(word.relation, 'nsubj') || subject === undefined)
      if (isSubject) {
        // "which it said were small": the subject is inside.
        if (subject !== undefined && subject < top && subject !== link.word) return undefined
        return agrees(words, top, plural) ? [put(name, place), rest] : undefined
      }
      // "which the government insists would not cap …": what stands outside is the subject of the inner clause.
      const between = innerVerb(words, link.end, span.end)
      if (between !== undefined)
        return [keep(tokens(link.end, between)), put(name, place), keep(tokens(between, span.end))]
      if (word === undefined || !isRelation(word.relation, 'obj') || subject === undefined) return undefined
      if (words.slice(subject + 1, top).some(isFiniteVerb) && !isFiniteVerb(words[top - 1])) return undefined
      if (words.slice(link.end, top).some((part) => part.text === ',')) return undefined
      const inner = words[top + 1]
      if (childrenBy(words, top, 'ccomp', 'xcomp').length > 0 && !isFiniteVerb(inner)) return undefined
      return [keep(tokens(link.end, top + 1)), put(name, place), keep(tokens(top + 1, span.end))]
    }
    case 'whose': {
      if (isPronoun) return undefined
      // "whose support either party may need": what is owned is not what acts.
      const owned = chunkFrom(words, link.end)
      if (
        owned !== undefined &&
        finiteVerbAt(words, owned.end) === undefined &&
        chunkFrom(words, owned.end) !== undefined
      )
        return undefined
      const owner = name.endsWith('s') ? `${name}'` : `${name}'s`
      return [put(owner, place), rest]
    }
    case 'where': {
      if (subjectOf(words, top) === undefined) return undefined
      const person = context.cast.nameAt(context.origin(place.start) ?? -1)?.kind === 'person'
      if (person) return undefined
      if (isPronoun) return undefined
      // The place is named again: behind another sentence "there" could be somewhere else. A short clause has it at its end.
      const isShort =
        span.end - link.end <= 10 &&
        !words.slice(link.end, span.end).some((one) => /^(?:,|and|but|that)$/.test(one.text))
      const there = tokens(link.word, link.word + 1)
      const where = `${placeWord(words, place.start)} ${name}`
      return isShort ? [rest, put(where, there)] : [put(`${where},`, there), rest]
    }
    default:
      return undefined
  }
}
