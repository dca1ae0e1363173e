import type { ParsedWord } from './parser.ts'

type Words = readonly ParsedWord[]
type Mend = (forms: readonly string[], words: Words) => Words

/**
 * Mends habits of the parser that hurt rewriting most. Each mend looks for one pattern and leaves the rest alone;
 * none makes a word its own ancestor. Answers the words again, mended or not.
 */
export function repair(forms: readonly string[], parsed: Words): Words {
  // The mends look through the whole sentence for each word: on what is no sentence they would take too long.
  if (forms.length > longest) return parsed
  return mends.reduce((words, mend) => mend(forms, words), parsed)
}

/** Words of the longest sentence that is mended. */
const longest = 1000

const helpers = /^(?:has|have|had|having|'ve|’ve|is|are|was|were|be|been|being)$/i
const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const times =
  'noon|midday|midnight|dawn|dusk|night|morning|afternoon|evening|nightfall|tomorrow|today|now|then|end|mid-\\w+'
/** What "by" before it names a time, a measure or a way, and nobody who acts. */
const noAgent = new RegExp(`^(?:${months}|${days}|${times}|means|\\d[\\d,.:]*(?:am|pm|st|nd|rd|th)?)$`, 'i')
const measures =
  /^(?:votes?|points?|percent|cent|%|goals?|runs?|seats?|times?|met(?:er|re)s?|kilomet(?:er|re)s?|km|miles?|inches|feet|degrees?|tonnes?|dollars?|pounds?|euros?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|[$£€])$/i

function hasChild(words: Words, at: number, relations: RegExp): boolean {
  return words.some((word) => word.head === at && relations.test(word.relation))
}

function changed(words: Words, changes: ReadonlyMap<number, Partial<ParsedWord>>): Words {
  return changes.size === 0 ? words : words.map((word, at) => ({ ...word, ...changes.get(at) }))
}

/** A "-ed" word that hangs on a noun and has no subject is a participle: "the satellite, launched in March, has sent". */
const tellParticipleOfNoun: Mend = (_, words) =>
  words.map((word, at) =>
    word.relation === 'acl' && word.xpos === 'VBD' && !hasChild(words, at, /^(?:[nc]subj|aux)/)
      ? { ...word, xpos: 'VBN' }
      : word,
  )

/** Verbs that take a clause without "that", so that its subject may look like their object. */
const sayVerbs =
  /^(?:said|says|say|told|believes?|believed|thinks?|thought|claims?|claimed|added|adds|knew|knows|hopes?|hoped|alleges?|alleged|warned|argued|found|insisted|admitted|confirmed)$/i

/** A name before a verb without a subject is its subject, not a call: "Mr Lee, who is ill, had known". */
const tellSubjectFromCall: Mend = (_, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.relation !== 'vocative' || word.head <= at || hasChild(words, word.head, /^[nc]subj/)) continue
    changes.set(at, { relation: hasChild(words, word.head, /^aux:pass/) ? 'nsubj:pass' : 'nsubj' })
  }
  return changed(words, changes)
}

/** What a word is called where its place in the tree leaves no other class: "of" before a clause, "to" before a noun. */
const tellClassFromPlace: Mend = (forms, words) =>
  words.map((word, at) => {
    const upos = classInPlace(word, forms[at]?.toLowerCase() ?? '')
    return upos === undefined || upos === word.upos ? word : { ...word, upos }
  })

function classInPlace({ upos, relation }: ParsedWord, form: string): string | undefined {
  if (relation === 'mark' && upos === 'ADP') return form === 'to' ? 'PART' : 'SCONJ'
  if (relation === 'mark' && upos === 'PRON' && form === 'that') return 'SCONJ'
  if (relation === 'case' && (upos === 'SCONJ' || upos === 'ADV')) return 'ADP'
  if (relation === 'case' && upos === 'PART' && form === 'to') return 'ADP'
  if (/^(?:aux|cop)/.test(relation) && upos === 'VERB') return 'AUX'
  if (relation === 'amod' && upos === 'ADV') return 'ADJ'
  return relation === 'punct' && upos === 'SYM' ? 'PUNCT' : undefined
}

/** "Mr Verrall": a name right behind a courtesy title is flat with it, whatever else it was read as. */
const joinTitleAndName: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    const title = words[at - 1]
    if (title === undefined || word.upos !== 'PROPN' || title.upos !== 'PROPN') continue
    if (!/^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Senator)\.?$/.test(forms[at - 1] ?? '')) continue
    if (word.head === at - 1 || title.head === at) continue
    // Only where both hang on the same word or the name on nothing that hangs on it: no circle can come of it.
    if (title.head !== word.head || hasChild(words, at, /./)) continue
    changes.set(at, { head: at - 1, relation: 'flat' })
  }
  return changed(words, changes)
}

/** What stands between "said" and a clause without a subject is that subject: "said the ticket, bought by Ann, was for Bob". */
const giveClaimItsSubject: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (!/^(?:i?obj|obl|nsubj)$/.test(word.relation) || word.head < 0 || word.head >= at) continue
    if (
      !/^(?:NOUN|PROPN|PRON)$/.test(word.upos) ||
      !sayVerbs.test(forms[word.head] ?? '') ||
      hasChild(words, at, /^case/)
    )
      continue
    const clause = words.findIndex(
      (other, place) => place > at && other.head === word.head && other.relation === 'ccomp',
    )
    if (clause < 0 || hasChild(words, clause, /^(?:[nc]subj|expl|mark)/)) continue
    changes.set(at, { head: clause, relation: hasChild(words, clause, /^aux:pass/) ? 'nsubj:pass' : 'nsubj' })
  }
  return changed(words, changes)
}

/** A past verb with a subject and no helper has its own tense: "Rates remained high", not as in "has remained". */
const tellPast: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.xpos !== 'VBN' || /^(?:acl$|amod|advcl$|xcomp)/.test(word.relation)) continue
    if (hasChild(words, at, /^(?:aux|cop)/)) continue
    const subject = words.findIndex((other) => other.head === at && other.relation === 'nsubj')
    const head = words[word.head]
    // A second verb shares the helper of the first: "has met and agreed".
    const shares = word.relation === 'conj' && head?.xpos === 'VBN'
    if (subject >= 0 && subject < at && !shares && /(?:ed|t|d|n|k|g|e)$/i.test(forms[at] ?? ''))
      changes.set(at, { xpos: 'VBD' })
  }
  return changed(words, changes)
}

/** After a form of "have" or "be" as helper, a verb is a participle: "had cut", "was told". */
const tellParticiple: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.xpos !== 'VBD') continue
    const isHelped = words.some(
      (other, place) =>
        other.head === at && place < at && /^aux/.test(other.relation) && helpers.test(forms[place] ?? ''),
    )
    if (isHelped) changes.set(at, { xpos: 'VBN' })
  }
  return changed(words, changes)
}

/** -ing words that have become prepositions. */
const prepositions =
  /^(?:according|including|excluding|following|regarding|concerning|considering|during|barring|pending|depending|owing|notwithstanding|starting|beginning)$/i

/** "Opposing bail, the lawyer said …": an -ing word at the start that stands before a bare noun and a comma is a clause. */
const openWithClause: Mend = (forms, words) => {
  const [opening] = words
  if (opening?.xpos !== 'VBG' || !/^(?:amod|case)$/.test(opening.relation) || prepositions.test(forms[0] ?? ''))
    return words
  const at = opening.head
  const noun = words[at]
  const verb = words[noun?.head ?? -1]
  if (
    noun === undefined ||
    verb === undefined ||
    noun.head < at ||
    !/^(?:obl|dislocated|parataxis)/.test(noun.relation)
  )
    return words
  if (words.some((word, place) => place > 0 && word.head === at && /^(?:case|det|cop)/.test(word.relation)))
    return words
  const comma = forms.indexOf(',', at)
  const subject = words.findIndex((word) => word.head === noun.head && /^nsubj/.test(word.relation))
  if (comma < 0 || subject < comma) return words
  const changes = new Map<number, Partial<ParsedWord>>([
    [0, { head: noun.head, relation: 'advcl' }],
    [at, { head: 0, relation: 'obj' }],
  ])
  if (words[comma]?.head === at) changes.set(comma, { head: 0 })
  return changed(words, changes)
}

/** "With prices rising, …": a noun between "with" and its participle is what rises. */
const giveWithItsSubject: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (!/^VB[GN]$/.test(word.xpos) || word.relation !== 'advcl' || hasChild(words, at, /^nsubj/)) continue
    const mark = words.findIndex(
      (other, place) => place < at && other.head === at && /^with$/i.test(forms[place] ?? ''),
    )
    if (mark < 0) continue
    const noun = words.findIndex(
      (other, place) => place > mark && place < at && other.head === word.head && other.relation === 'obl',
    )
    if (noun >= 0 && !hasChild(words, noun, /^case/)) {
      changes.set(noun, { head: at, relation: words[at]?.xpos === 'VBN' ? 'nsubj:pass' : 'nsubj' })
    }
  }
  return changed(words, changes)
}

/** "By 1990", "by midday", "by 83 votes": a time or a measure does nothing to anybody. */
const keepAgentsAlive: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.relation !== 'obl:agent') continue
    const form = forms[at] ?? ''
    const isMeasured = measures.test(form) && hasChild(words, at, /^(?:nummod|compound)/)
    const isWho = hasChild(words, at, /^(?:amod|nmod:poss)/)
    if (isMeasured || (noAgent.test(form) && !isWho)) changes.set(at, { relation: 'obl' })
  }
  return changed(words, changes)
}

/** "Citing a report by the bank": who follows "by" after an -ing verb with its object made the object. */
const giveMakerToObject: Mend = (_, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.relation !== 'obl:agent' || words[word.head]?.xpos !== 'VBG' || hasChild(words, word.head, /^aux:pass/))
      continue
    const object = words.findIndex((other, place) => place < at && other.head === word.head && other.relation === 'obj')
    if (object > word.head) changes.set(at, { head: object, relation: 'nmod' })
  }
  return changed(words, changes)
}

/** Things that show what is claimed. */
const sources =
  /^(?:data|figures?|statistics|records?|documents?|surveys?|polls?|reports?|study|studies|research|results?|estimates?|analysis|footage|images?|photos?|pictures?|tests?|numbers|minutes|papers?|projections?|models?|modelling)$/i
const shows = /^(?:shows?|showed|suggests?|suggested|indicates?|indicated|reveals?|revealed|finds?|found)$/i

/** "Rents rose, new data show." and "…, figures released on Monday showed.": at the end of a claim these are verbs with their subject. */
const tellShowingFromNoun: Mend = (forms, words) => {
  const end = forms.findLastIndex((form) => /[\p{L}\p{N}]/u.test(form))
  const at = forms.findLastIndex((form) => shows.test(form))
  const comma = forms.slice(0, Math.max(0, at)).lastIndexOf(',')
  const root = words.findIndex((word) => word.head < 0)
  if (at < 0 || comma < 3 || at - comma > 8 || at - comma < 2 || root >= comma || root < 0) return words
  const isEnd = at === end || (/^(?:on|in|this|last|late|yesterday)$/i.test(forms[at + 1] ?? '') && end - at <= 4)
  const source = forms.findIndex((form, place) => place > comma && place < at && sources.test(form))
  // "official figures showed"; "figures released on Monday show"
  const isBehind = source === at - 1 || (words[source + 1]?.xpos === 'VBN' && source + 1 < at)
  if (!isEnd || source < 0 || !isBehind) return words
  const form = forms[at] ?? ''
  const xpos = /(?:ed|found)$/i.test(form) ? 'VBD' : /s$/i.test(form) ? 'VBZ' : 'VBP'
  const changes = new Map<number, Partial<ParsedWord>>([
    [at, { upos: 'VERB', xpos, head: root, relation: 'parataxis' }],
    [source, { head: at, relation: 'nsubj' }],
  ])
  for (const [place, word] of words.entries()) {
    if (place <= comma || place === source || place === at) continue
    // What hung on the two as on one noun: "new" belongs to the data, "on Monday" to what was done then.
    if (place < source && (word.head === at || word.head <= comma)) changes.set(place, { head: source })
    else if (place > source && place < at && (word.head === at || word.head <= comma))
      changes.set(
        place,
        place === source + 1 ? { head: source, relation: 'acl' } : { head: source + 1, relation: 'obl' },
      )
    else if (place > at && word.head <= comma && word.relation !== 'punct') changes.set(place, { head: at })
  }
  return changed(words, changes)
}

/** "Ann Lee, who farms 300 sheep": what stands between "who" and a thing is a verb. */
const tellVerbBehindWho: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (word.xpos !== 'NNS' || !/^who$/i.test(forms[at - 1] ?? '') || !/[^s]s$/.test(forms[at] ?? '')) continue
    if (/^(?:CD|DT|PRP\$|JJ|NN|NNS|NNP|IN|RP)$/.test(words[at + 1]?.xpos ?? ''))
      changes.set(at, { upos: 'VERB', xpos: 'VBZ' })
  }
  return changed(words, changes)
}

/** "The 26-year-old, who scored": with "the" before it and no noun behind it, a person of that age. */
const tellPersonFromAge: Mend = (forms, words) => {
  const changes = new Map<number, Partial<ParsedWord>>()
  for (const [at, word] of words.entries()) {
    if (forms[at] !== 'old' || word.upos !== 'ADJ' || forms[at - 1] !== '-' || forms[at - 2] !== 'year') continue
    const isOne = /^the$/i.test(forms[at - 5] ?? '') && /^\d+$/.test(forms[at - 4] ?? '')
    if (isOne && !/^(?:NOUN|PROPN|ADJ|NUM|PUNCT)$/.test(forms[at + 1] === ',' ? 'X' : (words[at + 1]?.upos ?? 'PUNCT')))
      changes.set(at, { upos: 'NOUN', xpos: 'NN' })
  }
  return changed(words, changes)
}

const mends: readonly Mend[] = [
  tellPersonFromAge,
  tellVerbBehindWho,
  joinTitleAndName,
  tellParticipleOfNoun,
  tellSubjectFromCall,
  giveClaimItsSubject,
  tellPast,
  tellParticiple,
  openWithClause,
  giveWithItsSubject,
  giveMakerToObject,
  keepAgentsAlive,
  tellShowingFromNoun,
  tellClassFromPlace,
]
