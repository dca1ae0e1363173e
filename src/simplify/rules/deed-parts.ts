import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom } from '../../language/chunks.ts'
import { canAct, isOfClass } from '../../language/noun-classes.ts'
import { childrenBy } from '../../language/tree.ts'
import type { HiddenVerb } from '../lexicon.ts'
import type { RuleContext } from '../rule.ts'
import type { Deed, Party } from './verb-for-noun.ts'

/** Adjectives that say how it was done, with their adverbs. */
const adverbs: Readonly<Record<string, string>> = {
  sudden: 'suddenly',
  slow: 'slowly',
  illegal: 'illegally',
  violent: 'violently',
  public: 'publicly',
  repeated: 'repeatedly',
  brutal: 'brutally',
  secret: 'secretly',
  partial: 'partly',
  complete: 'completely',
  deliberate: 'deliberately',
  permanent: 'permanently',
}

/** Acts whose owner, if a person, is the one that they are done to: "his arrest". "The minister's announcement" is another thing. */
const doneToOwner =
  /^(?:arrest|appointment|removal|murder|kidnapping|assassination|extradition|execution|dismissal|sacking|capture|imprisonment|conviction|deportation|expulsion|rescue|detention|kidnap|abduction|hospitalisation|shooting|stabbing|nomination)$/

const owners: Readonly<Record<string, string>> = { his: 'he', her: 'she', its: 'it', their: 'they' }

/** What a noun phrase from `start` on tells of something done; undefined where its parts are not sure. */
export function partsOfDeed(words: readonly Word[], start: number, context: RuleContext): Deed | undefined {
  const head = headOf(words, start)
  if (head === undefined) return undefined
  const { noun } = head
  const hidden = context.hiddenVerb(words[noun]?.lemma ?? '')
  if (hidden === undefined || childrenBy(words, noun, 'conj', 'cc', 'appos', 'nummod').length > 0) return undefined
  const { owner } = head
  const next = words[noun + 1]?.text.toLowerCase() ?? ''
  const link = next === 'of' ? hidden.of : hidden.links.get(next)
  let at = noun + 1
  let [subject, object]: [Party | undefined, Party | undefined] = [undefined, undefined]
  let first: Party | undefined
  if (link === 'object' || link === 'subject' || link === 'either') {
    first = partyFrom(words, noun + 2, noun, hidden)
    if (first === undefined) return undefined
    at = first.span.end
  }
  const doer = doerFrom(words, at, hidden, context)
  if (doer === 'unsure') return undefined
  if (first !== undefined) {
    const isDoer = link === 'subject' || (link === 'either' && doer === undefined && owner === undefined)
    if (link === 'either' && isDoer) return undefined
    if (isDoer) subject = first
    else object = first
  }
  if (doer !== undefined) {
    if (subject !== undefined) return undefined
    subject = doer.party
  }
  if (owner !== undefined) {
    if (subject !== undefined) return undefined
    const isDone = object === undefined && hidden.of === 'object' && hidden.links.get(next) !== 'to'
    if (!isDone) subject = mayDo(words, owner, hidden, context) ? owner : undefined
    else object = doneToOwner.test(words[noun]?.lemma ?? '') && !isBody(words, owner) ? owner : undefined
    if (subject === undefined && object === undefined) return undefined
  }
  // What the verb needs must be there: an object that "by" leaves out, "to" and what follows.
  if (subject !== undefined && object === undefined && hidden.of === 'object' && hidden.links.get(next) !== 'to')
    return undefined
  if (subject === undefined && object === undefined) return undefined
  const end = doer?.end ?? at
  if (!goesOn(words, end, hidden)) return undefined
  const plural = words[noun]?.xpos === 'NNS'
  if (plural && !(object ?? subject)?.plural) return undefined
  return { noun, end, hidden, adverb: head.adverb, subject, object, between: doer?.between ?? [] }
}

/** The noun behind "the", "a", "his" or "the town's", with at most one adjective that has an adverb. */
function headOf(
  words: readonly Word[],
  start: number,
): { readonly noun: number; readonly adverb: string | undefined; readonly owner: Party | undefined } | undefined {
  const first = words[start]
  if (first === undefined) return undefined
  let at = start
  let owner: Party | undefined
  const pronoun = first.xpos === 'PRP$' ? owners[first.text.toLowerCase()] : undefined
  const mark = words.findIndex((word, place) => place > start && place < start + 7 && word.xpos === 'POS')
  if (pronoun !== undefined) {
    owner = { span: tokens(start, start + 1), plural: pronoun === 'they', text: pronoun }
    at += 1
  } else if (mark > start && chunkFrom(words.slice(0, mark), start)?.end === mark) {
    owner = { span: tokens(start, mark), plural: isPlural(words[mark - 1]), text: undefined }
    at = mark + 1
  } else if (/^(?:the|a|an)$/i.test(first.text)) at += 1
  const adverb = words[at]?.upos === 'ADJ' ? adverbs[words[at]?.text.toLowerCase() ?? ''] : undefined
  if (adverb !== undefined) at += 1
  return words[at]?.upos === 'NOUN' ? { noun: at, adverb, owner } : undefined
}

/** "an attack on Tuesday", "the election of 2016", "an increase of 20 per cent": a day or an amount is nobody and nothing. */
export function isAmountOrTime(words: readonly Word[], start: number, end: number, head: number): boolean {
  const word = words[head]
  return (
    word === undefined ||
    word.upos === 'NUM' ||
    isOfClass(word.lemma.toLowerCase(), 'time') ||
    words
      .slice(start, end)
      .some(
        (one) =>
          /^(?:[$£€%]|cent|percent|point|dollar|euro|pound|degree|kilometre|metre|mile|hectare|tonne)$/i.test(
            one.lemma,
          ) || /^(?:19|20)\d\d$/.test(one.text),
      )
  )
}

/** A noun phrase with what hangs on it by "of", "from", "with" or "for", and a second one behind "and". */
function partyFrom(words: readonly Word[], start: number, noun: number, hidden: HiddenVerb): Party | undefined {
  const chunk = chunkFrom(words, start)
  if (chunk === undefined || words[chunk.head]?.upos === 'PRON' || words[chunk.head]?.xpos === 'VBG') return undefined
  if (isAmountOrTime(words, chunk.start, chunk.end, chunk.head)) return undefined
  // The reader must see it hang on the act.
  if (words[chunk.head]?.head !== noun && words[words[chunk.head]?.head ?? -1]?.head !== noun) return undefined
  let { end } = chunk
  let plural = isPlural(words[chunk.head])
  for (let more = 0; more < 3; more += 1) {
    const text = words[end]?.text.toLowerCase() ?? ''
    const next = chunkFrom(words, end + 1)
    if (next === undefined) break
    const isJoined = text === 'and' && words[next.head]?.head === chunk.head
    if (text === 'and' && !isJoined) return undefined
    const above = words[next.head]?.head
    // "the closure of the road to Perth": the reader often hangs the second on the act.
    const isLoose = /^(?:from|to|between)$/.test(text) && above === noun && !hidden.links.has(text)
    const hangs = isLoose || (/^(?:of|from|with|for|at|near|on|to|between)$/.test(text) && above === chunk.head)
    const isTime = isOfClass(words[next.head]?.lemma ?? '', 'time') || words[next.head]?.upos === 'NUM'
    if (!isJoined && (!hangs || isTime)) break
    if (isJoined) plural = true
    end = next.end
  }
  return { span: tokens(start, end), plural, text: undefined }
}

/** "by police", also behind "in Sydney": the doer, if it can act; `unsure` where "by" tells something else. */
function doerFrom(
  words: readonly Word[],
  start: number,
  hidden: HiddenVerb,
  context: RuleContext,
): { readonly party: Party; readonly end: number; readonly between: Deed['between'] } | 'unsure' | undefined {
  let at = start
  const between: Deed['between'][number][] = []
  if (/^(?:in|at|on|near)$/i.test(words[at]?.text ?? '')) {
    const place = chunkFrom(words, at + 1)
    if (place !== undefined && words[place.end]?.text.toLowerCase() === 'by') {
      between.push(tokens(at, place.end))
      at = place.end
    }
  }
  const by = words[at]?.text.toLowerCase() ?? ''
  if (by !== 'by' && hidden.links.get(by) !== 'subject') return undefined
  const doer = chunkFrom(words, at + 1)
  if (doer === undefined || hidden.links.get(by) !== 'subject') return 'unsure'
  // "a surge in Victoria": where it was, not what rose.
  if (by === 'in' && words[doer.head]?.upos === 'PROPN') return 'unsure'
  const party: Party = { span: tokens(doer.start, doer.end), plural: isPlural(words[doer.head]), text: undefined }
  const after = words[doer.end]
  // "by police and soldiers", "by a man who": too much for the front of a clause.
  if (
    after?.upos === 'CCONJ' ||
    /^(?:of|who|that|which|from|with)$/i.test(after?.text ?? '') ||
    /^VB[GN]$/.test(after?.xpos ?? '')
  )
    return 'unsure'
  return isActor(words, doer.head, context) ? { party, end: doer.end, between } : 'unsure'
}

function isActor(words: readonly Word[], head: number, context: RuleContext): boolean {
  const word = words[head]
  if (word === undefined) return false
  if (word.upos === 'PROPN') {
    const kind = context.cast.nameAt(context.origin(head) ?? -1)?.kind
    return kind === 'person' || kind === 'organisation' || kind === 'place'
  }
  return word.upos === 'NOUN' && canAct(word.lemma)
}

/** Whose act it is: "the council's closure of the road", "its refusal to pay"; of what happens, whatever it happens to. */
function mayDo(words: readonly Word[], owner: Party, hidden: HiddenVerb, context: RuleContext): boolean {
  return hidden.of === 'subject' || owner.text !== undefined || isActor(words, owner.span.end - 1, context)
}

function isBody(words: readonly Word[], owner: Party): boolean {
  const last = words[owner.span.end - 1]
  return owner.text === 'it' || isOfClass(last?.lemma ?? '', 'body') || last?.lemma === 'police'
}

function isPlural(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (/^NNP?S$/.test(word.xpos) || word.features.number === 'plural' || /^(?:police|people)$/.test(word.lemma))
  )
}

/** Whether what follows may stand behind a clause: a mark, a place or time, a link that the verb takes too. */
function goesOn(words: readonly Word[], at: number, hidden: HiddenVerb): boolean {
  const next = words[at]
  if (next === undefined || /^[.,;:!]$/.test(next.text)) return true
  const text = next.text.toLowerCase()
  // "the refusal to pay" needs a verb that takes "to"; any other "to" a row that says so.
  if (text === 'to') return hidden.links.get('to') === 'to'
  if (hidden.links.get(text) === text) return true
  if (/^(?:in|on|at|near|during|outside|inside|last|this)$/.test(text)) return true
  return isOfClass(next.lemma, 'time') && next.upos !== 'NOUN'
}
