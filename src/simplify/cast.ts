import type { TokenSpan } from '../document/span.ts'
import type { AnalysedSentence, Analysis, Name, Word } from '../language/analysis.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { childrenBy, childrenOf, isRelation } from '../language/tree.ts'

/** How a noun phrase is named a second time. */
export interface Naming {
  /** Without a capital that only the first place asks for: "the truce", "Mr Huxtable", "they". */
  readonly text: string
  readonly plural: boolean
  /** "He" or "She" only where the source shows which. */
  readonly pronoun: 'he' | 'she' | 'it' | 'they' | undefined
  readonly isPerson: boolean
}

/** The people and things of one article, and how to name them again. */
export interface Cast {
  /**
   * A short name for the noun phrase with head `head`; undefined where a second mention could mean something else
   * ("some of the men", "no child").
   */
  readonly again: (
    sentence: AnalysedSentence,
    head: number,
    origin: (word: number) => number | undefined,
  ) => Naming | undefined
  /** Whether a word keeps its capital inside a sentence. */
  readonly keepsCapital: (word: Word, next?: Word) => boolean
  /** The text of a token of the original that has a capital which no start of a sentence or quote asked for. */
  readonly capitalInside: (token: number) => string | undefined
  /** Whether a token of the original is this word with a small letter. */
  readonly isSmall: (token: number, word: string) => boolean
  /** The name that covers a token of the original. */
  readonly nameAt: (token: number) => Name | undefined
  /** The one person of the article with this family name; undefined where there is none or more than one. */
  readonly personCalled: (family: string) => Name | undefined
  /** What the article calls a person or a body right before the full name: "union secretary", "chipmaker"; undefined where it says nothing. */
  readonly roleOf: (entity: number) => string | undefined
  /** The first token behind the headline that names a person. */
  readonly firstNamed: (entity: number) => number | undefined
  /** The family names of people who are dead, as far as the article tells. */
  readonly dead: ReadonlySet<string>
  /** Every word that stands in some name of the article. */
  readonly nameWords: ReadonlySet<string>
}

const courtesy =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lady|Lord|Prof|Professor|Sister|Father|Justice|Judge|Senator|Sergeant|Inspector|Cr)\.?$/u
const male = /^(?:Mr|Sir|Lord|Father)\.?$/u
const female = /^(?:Mrs|Ms|Miss|Dame|Lady|Sister)\.?$/u
const higher = /^(?:Chief|Deputy|Assistant|Detective|Senior|Acting|Lord|Staff|Lieutenant|Associate|Emeritus)$/u
/** A second "the X" would mean more or less than the first. */
const quantifier = new Set(
  'all any both each either every few fewer half little many more most much neither no none several some such various certain other another'.split(
    ' ',
  ),
)
const functionWords = new Set(
  'a about after against all also although among an and another any as at because before both but by despite due during each either even every few for from had has have he her here his how however if in into is it its just last like many may meanwhile more most much my nearly no nor not of on once one only or other our out over people police she should since so some still such than that the their then there these they this those though three through to two under unless until up was we were what when where which while who why will with within without would yet you your'.split(
    ' ',
  ),
)

const openers =
  /^(?:Neighbouring|Neighboring|Nearby|Fellow|Former|Local|Longtime|Retired|Senior|Veteran|Outgoing|Incoming|Acting|Then)$/

const officeStart =
  /^(?:Prime|Foreign|Deputy|Vice|Chief|Attorney|Home|Interior|Finance|Defence|Defense|Health|Education|Justice|Trade|Energy|Environment|Transport|Housing|Police|Federal|State|Lord|High|Assistant|Senior|Detective|Labour|Agriculture|Industry|Shadow)$/
const officeEnd =
  /^(?:Minister|President|Secretary|General|Treasurer|Commissioner|Justice|Judge|Superintendent|Inspector|Sergeant|Constable|Premier|Governor|Mayor|Executive|Chancellor|Officer|Magistrate|Prime|Deputy)$/

/** Gathers the people and things of an analysed article. Pure; linear in the text. */
export function createCast(analysis: Analysis): Cast {
  const names = new Map<number, Name>()
  const nameWords = new Set<string>()
  const titles = new Map<number, string>()
  const mentionTitles = new Map<number, string>()
  const forms = new Map<number, Map<string, number>>()
  const roles = new Map<number, string>()
  for (const { span, value } of analysis.names.notes) {
    for (let token = span.start; token < span.end; token += 1) {
      names.set(token, value)
      nameWords.add(wordAt(analysis, token))
    }
    const before = wordAt(analysis, span.start - 1)
    const first = wordAt(analysis, span.start)
    const title = courtesy.test(first) ? first : courtesy.test(before) ? before : undefined
    const rank = wordAt(analysis, courtesy.test(first) ? span.start - 1 : span.start - 2)
    // "Detective Chief Inspector Hill" is no inspector.
    if (title !== undefined && value.kind === 'person' && !higher.test(rank)) {
      titles.set(value.entity, title)
      for (let token = span.start; token < span.end; token += 1) mentionTitles.set(token, title)
    }
    if ((value.kind === 'person' || value.kind === 'organisation') && !roles.has(value.entity)) {
      const isFull = textBetween(analysis, span.start, span.end) === value.full
      const role = isFull ? roleBefore(analysis, span, value.kind === 'person' ? 'person' : 'body') : undefined
      if (role !== undefined) roles.set(value.entity, role)
    }
    const counted = forms.get(value.entity) ?? new Map<string, number>()
    const text = textBetween(analysis, span.start, span.end)
    counted.set(text, (counted.get(text) ?? 0) + 1)
    forms.set(value.entity, counted)
  }
  const capitalised = new Set<string>()
  const lower = new Set<string>()
  for (const sentence of analysis.sentences) {
    for (const word of sentence.words.slice(1)) if (/^\p{Lu}/u.test(word.text)) capitalised.add(word.text)
    for (const word of sentence.words) if (/^\p{Ll}/u.test(word.text)) lower.add(word.text)
  }

  const inside = capitalsInside(analysis)
  // "the Lightning": a name of one word.
  const soloNames = new Set(
    analysis.names.notes.flatMap(({ span }) => (span.end - span.start === 1 ? [wordAt(analysis, span.start)] : [])),
  )
  const firstNamed = new Map<number, number>()
  const headline = analysis.document.blocks[0]
  const bodyStart = headline?.kind === 'headline' ? headline.span.end : 0
  for (const { span, value } of analysis.names.notes)
    if (span.start >= bodyStart && value.kind === 'person' && !firstNamed.has(value.entity))
      firstNamed.set(value.entity, span.start)

  // The people of each family name, by entity.
  const byFamily = new Map<string, Map<number, Name>>()
  for (const name of names.values()) {
    if (name.kind !== 'person') continue
    const family = familyName(name.full)
    byFamily.set(family, (byFamily.get(family) ?? new Map()).set(name.entity, name))
  }

  const keepsCapital = (word: Word, next?: Word): boolean => {
    if (!/^\p{Lu}/u.test(word.text)) return true
    if (word.text === 'I' || /^I['’]/.test(word.text)) return true
    if (functionWords.has(word.text.toLowerCase())) return false
    // "Prime Minister Ann Lee": both words of an office.
    if (officeStart.test(word.text) && officeEnd.test(next?.text ?? '')) return true
    // "Local Wiradjuri elder Ann Lee": the first place asks for the capital.
    if (openers.test(word.text) && !capitalised.has(word.text)) return false
    if (/^.+\p{Lu}/u.test(word.text)) return true
    // "Union secretary Ann Lee", where the story also has "the union".
    const isBeforeNoun = next?.upos === 'NOUN' && /^\p{Ll}/u.test(next.text)
    const common = word.text.toLowerCase()
    const isNeverName = !capitalised.has(word.text)
    const isCommon = lower.has(common) && (isNeverName || (isOfClass(common, 'body') && !soloNames.has(word.text)))
    if (isBeforeNoun && isRelation(word.relation, 'compound') && isCommon) return false
    // "Revenue" at the start of a sentence, where the story also has "revenue", is no name.
    const isSubject = isRelation(word.relation, 'nsubj')
    if (isSubject && !nameWords.has(word.text) && !capitalised.has(word.text) && lower.has(word.text.toLowerCase()))
      return false
    // "Unity leader Ann Lee", where the story has "the Unity Alliance" and never "unity".
    const isPartOfName = word.upos === 'NOUN' && nameWords.has(word.text) && capitalised.has(word.text)
    if (
      isPartOfName &&
      isBeforeNoun &&
      !lower.has(common) &&
      !isOfClass(common, 'body') &&
      !isOfClass(common, 'person')
    )
      return true
    return word.upos === 'PROPN' || (word.upos === 'ADJ' && (capitalised.has(word.text) || nameWords.has(word.text)))
  }

  const personAgain = (name: Name, token?: number): Naming => {
    const title = titles.get(name.entity)
    const family = familyName(name.full)
    const pronoun = title === undefined ? undefined : male.test(title) ? 'he' : female.test(title) ? 'she' : undefined
    // "Ian Cole, 40, and his son Mark Cole, 19": of two people of one family name, each needs the whole name.
    const given = givenName(name.full)
    const isOneOfTwo =
      given !== undefined &&
      [...(byFamily.get(family)?.values() ?? [])].some((other) => {
        const theirs = givenName(other.full)
        return theirs !== undefined && theirs !== given && titles.get(other.entity) === title
      })
    // "Oscar Pettigrew … Oscar rolled him over": a child is called by the first name, and "Mr Pettigrew" is another one.
    const called = forms.get(name.entity)
    const times = called?.get(given ?? '') ?? 0
    const byFirst = given !== undefined && times > 1 && times * 2 >= (called?.get(family) ?? 0)
    const own = mentionTitles.get(token ?? -1)
    if (byFirst)
      return { text: own === undefined ? given : `${own} ${family}`, plural: false, pronoun: undefined, isPerson: true }
    // "Sir Charles Barry": "Sir Charles".
    const titled = /^(?:Sir|Dame)$/.test(title ?? '') ? (given ?? family) : family
    const text = isOneOfTwo ? name.full : title === undefined ? family : `${title} ${titled}`
    return { text, plural: false, pronoun, isPerson: true }
  }

  const again = (
    sentence: AnalysedSentence,
    head: number,
    origin: (word: number) => number | undefined,
  ): Naming | undefined => {
    const { words } = sentence
    const word = words[head]
    if (word === undefined) return undefined
    // "a bus driver and father of three": one person.
    const joined = childrenBy(words, head, 'conj')
    const isOne =
      childrenBy(words, head, 'det').some((at) => /^an?$/i.test(words[at]?.text ?? '')) &&
      joined.every((at) => words[at]?.upos === 'NOUN' && childrenBy(words, at, 'det').length === 0) &&
      isOfClass(word.lemma, 'person')
    // "Tom Iskander, a driver and father of three, …, said": what a person is as well is no second one.
    const isNamed =
      word.upos === 'PROPN' &&
      names.get(origin(head) ?? -1)?.kind === 'person' &&
      joined.every((at) => words[at]?.upos === 'NOUN' && childrenBy(words, at, 'det').length === 0)
    if (joined.length > 0 && !isOne && !isNamed) return { text: 'they', plural: true, pronoun: 'they', isPerson: false }
    if (word.upos === 'PRON') return pronounAgain(word)
    // "patient Gordon Ilett": the name stands right behind.
    const next = names.get(origin(head + 1) ?? -1)
    if (word.upos === 'NOUN' && words[head + 1]?.upos === 'PROPN' && next?.kind === 'person') return personAgain(next)
    const called = calledBy(words, head, (at) => names.get(origin(at) ?? -1)?.kind === 'person')
    if (called !== undefined) {
      const person = names.get(origin(called) ?? -1)
      if (person?.kind === 'person') return personAgain(person)
    }
    const name = nameOf(words, head, (at) => {
      const from = origin(at)
      return from === undefined ? undefined : names.get(from)
    })
    // "the Swifts", "the Teachers' Guild": no person has "the" or is called a guild.
    const withThe = name?.kind === 'person' && word.upos === 'PROPN' ? properAgain(sentence, head, true) : undefined
    if (withThe?.text.startsWith('the ') === true) return withThe
    if (name?.kind === 'person' && titles.get(name.entity) === undefined && bodyWord.test(familyName(name.full)))
      return undefined
    if (name?.kind === 'person') return personAgain(name, origin(head))
    if (word.upos === 'PROPN' || (name !== undefined && name.kind !== 'nationality')) {
      const proper = properAgain(sentence, head, name?.kind === 'organisation' || name?.kind === 'place')
      const isWhole = name?.kind === 'organisation' || name?.kind === 'place'
      const whole = isWhole ? wholeName(words, head, name.full) : undefined
      return proper !== undefined && whole?.endsWith(` ${proper.text}`) ? { ...proper, text: whole } : proper
    }
    if (word.upos === 'NOUN') return nounAgain(words, head)
    return undefined
  }

  return {
    again,
    keepsCapital,
    capitalInside: (token) => inside.get(token),
    isSmall: (token, word) => /^\p{Lu}/u.test(word) && wordAt(analysis, token) === word.toLowerCase(),
    nameAt: (token) => names.get(token),
    personCalled: (family) => {
      const [only, second] = byFamily.get(family)?.values() ?? []
      return second === undefined ? only : undefined
    },
    roleOf: (entity) => roles.get(entity),
    firstNamed: (entity) => firstNamed.get(entity),
    dead: familiesOfTheDead(analysis),
    nameWords,
  }
}

/** The tokens with a capital that stand neither first in a sentence nor behind a mark that opens one. */
function capitalsInside({ sentences }: Analysis): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const { words, span } of sentences) {
    const first = words.findIndex((word) => word.upos !== 'PUNCT')
    for (const [at, word] of words.entries()) {
      const isFirst = at <= first || /^(?:["'“‘:;(]|--?|–|—)$/u.test(words[at - 1]?.text ?? '')
      if (!isFirst && /^\p{Lu}/u.test(word.text)) found.set(span.start + at, word.text)
    }
  }
  return found
}

/** Family names of people who died or were killed, whose death, body or widow is spoken of. */
function familiesOfTheDead(analysis: Analysis): ReadonlySet<string> {
  const found = new Set<string>()
  for (const sentence of analysis.sentences) {
    const { words, span } = sentence
    for (const { span: own, value } of analysis.names.notes) {
      if (value.kind !== 'person' || own.start < span.start || own.end > span.end) continue
      const start = own.start - span.start
      const end = own.end - span.start
      const head = words.findIndex((word, at) => at >= start && at < end && (word.head < start || word.head >= end))
      if (head >= 0 && isOfTheDead(words, head, start)) found.add(familyName(value.full))
    }
  }
  return found
}

function isOfTheDead(words: readonly Word[], head: number, start: number): boolean {
  const word = words[head]
  const above = words[word?.head ?? -1]
  if (word === undefined) return false
  if (words[start - 1]?.text.toLowerCase() === 'late' && words[start - 2]?.text.toLowerCase() !== 'a') return true
  if (above === undefined) return false
  if (isRelation(word.relation, 'nsubj') && /^(?:die|drown|perish)$/.test(above.lemma)) return true
  if (/^(?:kill|murder|assassinate|execute)$/.test(above.lemma))
    return word.relation === 'obj' || word.relation === 'nsubj:pass'
  if (word.relation === 'nmod:poss')
    return /^(?:death|widow|widower|funeral|body|murder|killing|killer|grave|remains)$/.test(above.lemma)
  const isOf = childrenBy(words, head, 'case').some((at) => words[at]?.text.toLowerCase() === 'of')
  return isOf && /^(?:death|murder|killing|funeral|body|assassination|execution)$/.test(above.lemma)
}

/** "the hospital's chief executive, Dr Meera Pillai": the name that says who a noun is. */
function calledBy(words: readonly Word[], head: number, isPerson: (word: number) => boolean): number | undefined {
  if (words[head]?.upos !== 'NOUN') return undefined
  const first =
    childrenBy(words, head, 'appos').find((at) => at > head && words[at]?.upos === 'PROPN') ??
    namedBehind(words, head, isPerson)
  if (first === undefined) return undefined
  const last = childrenBy(words, first, 'flat').at(-1)
  return last ?? first
}

/** "the head of the Retail Council, Warren Pike, said": the person between commas behind a role, whatever the name was hung on. */
function namedBehind(words: readonly Word[], head: number, isPerson: (word: number) => boolean): number | undefined {
  const comma = words.findIndex((word, at) => at > head && !/^(?:ADP|DET|NOUN|PROPN|ADJ|PART)$/.test(word.upos))
  const close = words.findIndex((word, at) => at > comma && word.upos !== 'PROPN')
  const isRole =
    isOfClass(words[head]?.lemma ?? '', 'person') ||
    /^(?:head|chair|deputy|counterpart)$/.test(words[head]?.lemma ?? '')
  const isClosed = words[comma]?.text === ',' && /^[,.]$/.test(words[close]?.text ?? '') && close > comma + 2
  return isRole && isClosed && isPerson(comma + 1) && isPerson(close - 1) ? comma + 1 : undefined
}

/** The name of a noun phrase: on its head, or on the words that follow a title ("Ms Stroud", "prosecutor Amelia Stroud"). */
function nameOf(words: readonly Word[], head: number, nameAt: (word: number) => Name | undefined): Name | undefined {
  const own = nameAt(head)
  if (own !== undefined && own.kind !== 'nationality') return own
  for (let at = head + 1; at < words.length && at <= head + 4; at += 1) {
    const word = words[at]
    if (word === undefined || !isRelation(word.relation, 'flat', 'compound', 'appos', 'nmod') || word.upos !== 'PROPN')
      break
    const name = nameAt(at)
    if (name?.kind === 'person') return name
  }
  return own
}

function wordAt(analysis: Analysis, token: number): string {
  const span = analysis.document.tokens[token]?.span
  return span === undefined ? '' : analysis.document.text.slice(span.start, span.end)
}

function textBetween(analysis: Analysis, start: number, end: number): string {
  const first = analysis.document.tokens[start]?.span
  const last = analysis.document.tokens[end - 1]?.span
  return first === undefined || last === undefined ? '' : analysis.document.text.slice(first.start, last.end)
}

const bodyWord =
  /^(?:Guild|Union|Federation|Association|Institute|Alliance|Council|Society|League|Foundation|Trust|Network|Coalition|Committee|Commission|Centre|Center|University|College|Hospital|Authority|Agency|Bureau|Board|Club|Party|Group|Bank)$/

/** "Ian" of "Mr Ian Cole"; undefined where only the family name is told. */
function givenName(full: string): string | undefined {
  const parts = full.split(' ').filter((part) => !courtesy.test(part))
  return parts.length > 1 ? parts[0] : undefined
}

/** Family names of Korea and China that stand before a given name of two parts. */
const familyFirst =
  /^(?:Kim|Park|Lee|Choi|Jung|Jeong|Kang|Cho|Yoon|Yun|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Moon|Bae|Baek|Ryu|Noh|Chang|Chen|Wang|Lin|Tsai|Ma|Hsu|Liu|Wu|Hung|Bong|Son|Yoo|Ban|Ko|Ha|Min|Tsang|Chan|Leung|Wong|Cheung|Ho|Lam|Ng|Tan|Lai)$/

/** "Rachel Nguyen-Hart" → "Nguyen-Hart"; "Kim Ki-Bum" → "Kim"; "Ludwig van Beethoven" → "van Beethoven". */
export function familyName(full: string): string {
  const parts = full.split(' ').filter((part) => !courtesy.test(part))
  // "Kim Ki-Bum": the family name stands first.
  if (parts.length === 2 && familyFirst.test(parts[0] ?? '') && /^\p{L}{1,6}-\p{L}{1,6}$/u.test(parts[1] ?? ''))
    return parts[0] ?? full
  let start = parts.length - 1
  if (/^(?:Jr|Sr|[IVX]{1,5})\.?$/.test(parts[start] ?? '')) start -= 1
  while (
    start > 1 &&
    /^(?:van|von|de|da|di|del|della|den|der|la|le|al|bin|bint|el|ter|dos|du)$/i.test(parts[start - 1] ?? '')
  )
    start -= 1
  return parts.slice(Math.max(0, start)).join(' ') || full
}

function pronounAgain(word: Word): Naming | undefined {
  const text = word.text.toLowerCase()
  switch (text) {
    case 'he':
    case 'she':
      return { text, plural: false, pronoun: text, isPerson: true }
    case 'it':
      return { text, plural: false, pronoun: 'it', isPerson: false }
    case 'they':
    case 'we':
    case 'you':
      return { text, plural: true, pronoun: text === 'they' ? 'they' : undefined, isPerson: true }
    case 'i':
      return { text: 'I', plural: false, pronoun: undefined, isPerson: true }
    default:
      return undefined
  }
}

/** "Family First": the name as it stands around its head, whatever classes its words were read as. */
function wholeName(words: readonly Word[], head: number, full: string): string | undefined {
  const parts = full.split(' ')
  for (let start = Math.max(0, head - parts.length + 1); start <= head; start += 1)
    if (parts.every((part, step) => words[start + step]?.text === part))
      return /^the$/i.test(words[start - 1]?.text ?? '') ? `the ${full}` : full
  return undefined
}

/** A name that is not a person's: the whole run, with the "the" it came with. */
function properAgain(sentence: AnalysedSentence, head: number, isThing: boolean): Naming | undefined {
  const { words, document, span } = sentence
  let start = head
  let end = head + 1
  const inRun = (at: number): boolean => {
    const word = words[at]
    // "As Ann Lee put it": the first word of a sentence has a capital of its own.
    const isOne = word?.text === 'One' && words[at + 1]?.xpos === 'NNP'
    if (word === undefined || (at === 0 && !isOne && functionWords.has(word.text.toLowerCase()))) return false
    if (word.upos === 'PROPN') return true
    return (
      isRelation(word.relation, 'compound', 'flat', 'amod', 'punct', 'case', 'nummod') &&
      /^(?:\p{Lu}|-$|of$|and$|&$|\d)/u.test(word.text) &&
      word.head >= 0 &&
      Math.abs(word.head - at) < 6
    )
  }
  while (start > 0 && inRun(start - 1)) start -= 1
  while (end < words.length && inRun(end)) end += 1
  while (start < head && !/^\p{Lu}|^\d/u.test(words[start]?.text ?? '')) start += 1
  while (end > head + 1 && !/^\p{Lu}|^\d/u.test(words[end - 1]?.text ?? '')) end -= 1
  // "Doctors Without Borders": a name does not begin with "Without"; "neighbouring Zambara" is Zambara.
  if (start > 0 && /^(?:Without|Against|For|Of|And|In)$/.test(words[start]?.text ?? '')) {
    if (!/^\p{Lu}/u.test(words[start - 1]?.text ?? '')) return undefined
    start -= 1
  }
  if (start < head && /^(?:Neighbouring|Neighboring|Nearby)$/.test(words[start]?.text ?? '')) start += 1
  const first = document.tokens[span.start + start]?.span
  const last = document.tokens[span.start + end - 1]?.span
  if (first === undefined || last === undefined) return undefined
  // "Sgt. Pepper's Lonely Hearts Club Band": behind 's only half of a name may stand.
  if (/^['’]s?$/u.test(words[start - 1]?.text ?? '') && /^\p{Lu}/u.test(words[start - 2]?.text ?? '')) {
    // "the Mathematics Teachers' Guild": "the guild".
    const noun = words[head]?.text ?? ''
    const isWhole = end === head + 1 && start === head && bodyWord.test(noun)
    return isWhole ? { text: `the ${noun.toLowerCase()}`, plural: false, pronoun: 'it', isPerson: false } : undefined
  }
  // "the opposition Liberals": a plural name keeps the "the" that stands further off.
  const hasThe = childrenBy(words, head, 'det').some((at) => words[at]?.text.toLowerCase() === 'the')
  const isMany = words[head]?.xpos === 'NNPS' && hasThe
  // "a young Sikh Londoner": "the Sikh Londoner".
  const hasOne = childrenBy(words, head, 'det').some((at) => /^an?$/i.test(words[at]?.text ?? ''))
  const article = isMany || hasOne || words[start - 1]?.text.toLowerCase() === 'the' ? 'the ' : ''
  const plural = (words[head]?.xpos === 'NNPS' && article !== '') || takesPlural(words, head)
  return {
    text: article + document.text.slice(first.start, last.end),
    plural,
    // A name that nothing tells more of may be a person's: it is said again.
    pronoun: isThing || article !== '' ? (plural ? 'they' : 'it') : undefined,
    isPerson: false,
  }
}

/** "Ironbark Rovers have": the verb tells that a name without an article is plural. */
function takesPlural(words: readonly Word[], head: number): boolean {
  const verb = words[head]?.head ?? -1
  if (verb < 0 || !isRelation(words[head]?.relation ?? '', 'nsubj')) return false
  const finite = [verb, ...childrenBy(words, verb, 'aux', 'cop')].map((at) => words[at])
  return finite.some((word) => word?.xpos === 'VBP' || word?.text.toLowerCase() === 'were')
}

/** Without these an office is another one: "prime minister", "deputy mayor", "chief executive". */
const offices = new Set(
  'former prime foreign chief vice deputy general acting assistant shadow interim junior federal attorney associate managing'.split(
    ' ',
  ),
)
const alwaysPlural = new Set(['police', 'people', 'staff', 'crew'])

/** "the truce" of "a fragile truce, which …": article, number and compound, without what else is said of it. */
function nounAgain(words: readonly Word[], head: number): Naming | undefined {
  const word = words[head]
  if (word === undefined) return undefined
  const dependents = childrenOf(words, head)
  if (dependents.some((at) => quantifier.has(words[at]?.text.toLowerCase() ?? ''))) return undefined
  // "the 26-year-old"
  if (word.text === 'old' && words[head - 1]?.text === '-' && /^\d+$/.test(words[head - 4]?.text ?? ''))
    return { text: `the ${words[head - 4]?.text}-year-old`, plural: false, pronoun: undefined, isPerson: true }
  // "one of the men", "a number of cars": the head is a measure, not the thing.
  if (
    /^(?:one|number|majority|minority|lot|couple|pair|dozens?|hundreds?|thousands?|millions?|rest|part|half|third|quarter|per|percentage|kind|sort|type|series|range|group|sign|worth)$/i.test(
      word.text,
    ) ||
    // "200 gallons per person": nobody is meant.
    /^per$/i.test(words[head - 1]?.text ?? '')
  )
    return undefined
  const plural = word.xpos === 'NNS' || word.features.number === 'plural' || alwaysPlural.has(word.lemma)
  const kept = dependents.filter((at) => {
    if (at >= head || words[at]?.upos === 'PUNCT') return false
    // "more than 300 men": without its first words the number would say something else.
    if (isRelation(words[at]?.relation ?? '', 'nummod'))
      return childrenOf(words, at).length === 0 && words[at]?.text.toLowerCase() !== 'one'
    // "the Lower Selva valley", "the Western Ring road"
    if (
      at > 0 &&
      words[at]?.upos === 'ADJ' &&
      /^\p{Lu}/u.test(words[at]?.text ?? '') &&
      words[at + 1]?.upos === 'PROPN'
    )
      return true
    if (offices.has(words[at]?.text.toLowerCase() ?? '') && isOfClass(word.lemma, 'person')) return true
    return isRelation(words[at]?.relation ?? '', 'compound')
  })
  let first = kept[0] ?? head
  // "the Pinch Creek fire": a name before the noun stays whole.
  while (words[first]?.upos === 'PROPN' && words[first - 1]?.upos === 'PROPN') first -= 1
  // "a metal detector enthusiast": "the detector enthusiast" would be another.
  while (
    first < head &&
    words[first - 1]?.upos === 'NOUN' &&
    isRelation(words[first - 1]?.relation ?? '', 'compound') &&
    (words[first - 1]?.head ?? -1) >= first &&
    (words[first - 1]?.head ?? -1) <= head
  )
    first -= 1
  // "the low pressure trough": what belongs to the first part of the compound.
  while (first < head && words[first - 1]?.upos === 'ADJ' && words[first - 1]?.head === first) first -= 1
  const run = words.slice(first, head + 1)
  // "an out-of-control fire", "a washing machine-sized craft": half of such a word would say something else.
  // "a slave-owner": one word in two.
  if (
    words[head - 1]?.text === '-' &&
    words[head - 2]?.upos === 'NOUN' &&
    words[head - 2]?.head === head &&
    first >= head - 2
  ) {
    const whole = `${words[head - 2]?.text}-${word.text}`
    return { text: `the ${whole}`, plural, pronoun: plural ? 'they' : undefined, isPerson: false }
  }
  if (words.slice(Math.max(0, first - 2), head).some((part) => part.text === '-'))
    return { text: `the ${word.text}`, plural, pronoun: plural ? 'they' : undefined, isPerson: false }
  if (run.some((part) => part.upos === 'CCONJ' || part.upos === 'ADP' || part.upos === 'VERB')) return undefined
  const text = words[first]?.upos === 'PROPN' || first > 0 ? joinWords(run) : lowerFirst(joinWords(run))
  // "ahead of wages, which grew": said of all of them, so without "the" again.
  const relations = dependents.map((at) => words[at]?.relation ?? '')
  const hasOwner = relations.some((relation) => isRelation(relation, 'det', 'nmod:poss', 'nummod'))
  const isAll = word.xpos === 'NNS' && relations.every((one) => isRelation(one, 'case', 'punct', 'acl', 'cc'))
  // "Inflation", "youth unemployment": what cannot be counted has no "the" either.
  const isBare = isAll || (word.xpos === 'NN' && !hasOwner)
  // "casual staff", "young people": without the adjective it would be all of them.
  const adjective = dependents.find(
    (at) => at < head && words[at]?.xpos === 'JJ' && isRelation(words[at]?.relation ?? '', 'amod'),
  )
  if (
    !hasOwner &&
    adjective !== undefined &&
    adjective < first &&
    // "Pacific leaders" at the start: whether the capital is the word's own is not known here.
    adjective > 0 &&
    (word.xpos === 'NNS' || alwaysPlural.has(word.lemma) || word.lemma === 'staff')
  ) {
    const whole = joinWords(words.slice(adjective, head + 1))
    return { text: whole, plural: true, pronoun: 'they', isPerson: false }
  }
  // "after years of declining health": "health" alone would be all of it.
  const described = dependents.find(
    (at) =>
      at < head && /^(?:JJ|VBG|VBN)$/.test(words[at]?.xpos ?? '') && isRelation(words[at]?.relation ?? '', 'amod'),
  )
  const before = words[first - 1]
  if (isBare && !isAll && described === undefined && /^(?:JJ|VBG|VBN)$/.test(before?.xpos ?? '')) return undefined
  if (isBare && !isAll && described !== undefined && described < first) {
    const whole = joinWords(words.slice(described, head + 1))
    return { text: described === 0 ? lowerFirst(whole) : whole, plural, pronoun: undefined, isPerson: false }
  }
  return { text: isBare ? text : `the ${text}`, plural, pronoun: plural ? 'they' : undefined, isPerson: false }
}

/** "Rates rose" → "the rates": a capital that only the first place asked for. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function joinWords(words: readonly Word[]): string {
  let text = ''
  for (const word of words) {
    const glue =
      text === '' ||
      word.text === '-' ||
      /[-£$€]$/u.test(text) ||
      /^['’]/u.test(word.text) ||
      (/\d$/.test(text) && /^(?:m|bn|k|km|cm|mm|kg|%|per-cent)$/.test(word.text))
    text += glue ? word.text : ` ${word.text}`
  }
  return text
}

/** "But opposition housing spokesman | Grant Verrall": the words of an office or a job right before a full name. */
function roleBefore(analysis: Analysis, name: TokenSpan, sort: 'person' | 'body'): string | undefined {
  const sentence = analysis.sentences.find(({ span }) => span.start <= name.start && name.start < span.end)
  if (sentence === undefined) return undefined
  const { words, span } = sentence
  // "the prosecutor, Hernan Oyarce, said"
  const hasCommas =
    words[name.start - span.start - 1]?.text === ',' && /^[,.]$/.test(words[name.end - span.start]?.text ?? '')
  const titled = courtesy.test(words[name.start - span.start - 1]?.text ?? '') ? 1 : 0
  const isBehindComma = titled === 1 && words[name.start - span.start - 2]?.text === ','
  const end = name.start - span.start - (hasCommas ? 1 : titled) - (isBehindComma ? 1 : 0)
  let start = end
  while (start > 0 && end - start < 5 && isRoleWord(words[start - 1], start - 1 === 0)) start -= 1
  const last = words[end - 1]
  const isOffice = last !== undefined && isOfClass(last.lemma.toLowerCase(), sort)
  if (start === end || !isOffice || last.xpos === 'NNS' || words[start - 1]?.text === '-') return undefined
  const before = words[start - 1]
  // "Kenya's transport minister": the owner belongs to it, if it is a name; "the town's mayor" cannot open a story's sentence.
  if (before?.xpos === 'POS') {
    let owner = start - 1
    while (owner > 0 && words[owner - 1]?.upos === 'PROPN') owner -= 1
    if (owner === start - 1 || words[owner - 1]?.upos === 'PROPN') return undefined
    start = owner
  } else if (before?.xpos === 'PRP$') {
    // "Its chief executive, Ann Lee": a president or a mother would be somebody else's.
    if (!/^its$/i.test(before.text) || !ofFirms.test(textAt(start, end))) return undefined
  } else if (before !== undefined && (before.xpos === 'CD' || (before.xpos === 'DT' && !article.test(before.text))))
    return undefined
  // "a bank, its owner, Ann Lee": a list would be no role; "Mayor Ann Lee" has it before the name.
  if (hasCommas && before === undefined && words[start]?.upos !== 'PROPN') return undefined
  const own = words.slice(start, end)
  if (own.some((word) => courtesy.test(word.text))) return undefined
  const [first] = own
  const text = textAt(start, end)
  return start === 0 && first !== undefined && first.upos !== 'PROPN'
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text

  function textAt(from: number, to: number): string {
    return textBetween(analysis, span.start + from, span.start + to)
  }
}

const article = /^(?:the|an?)$/i
const ofFirms =
  /^(?:chief executive|managing director|director|spokesman|spokeswoman|spokesperson|general secretary|chairman|chairwoman|chair|coach|captain|editor)$/i

function isRoleWord(word: Word | undefined, isFirst: boolean): boolean {
  if (word === undefined || !/^(?:NOUN|ADJ|PROPN)$/.test(word.upos)) return false
  return isFirst ? !functionWords.has(word.text.toLowerCase()) : true
}
