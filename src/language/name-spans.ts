import type { AnalysedSentence, Word } from './analysis.ts'
import { stateBodies } from './name-kinds.ts'
import {
  bodyWords,
  calendar,
  capitalsNoNames,
  forHeads,
  givenNames,
  longPlaces,
  nationalities,
  ofHeads,
  otherWords,
  places,
  placeWords,
  shortNames,
  titleWords,
  workNouns,
} from './name-words.ts'

/** Where a name stands in its sentence, with the title before it. Indexes count the sentence's words. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly title: string | undefined
}

/** Words that are written with a capital inside sentences of the document, and with a small letter. */
export interface Writing {
  readonly capital: ReadonlySet<string>
  /** Those of them that stand alone somewhere, without another capital beside them. */
  readonly alone: ReadonlySet<string>
  readonly small: ReadonlySet<string>
}

/** Which words stand with a capital where no sentence begins; those are names even at the start of one. */
export function writingOf(sentences: readonly AnalysedSentence[]): Writing {
  const capital = new Set<string>()
  const alone = new Set<string>()
  const small = new Set<string>()
  for (const sentence of sentences) {
    if (isTitleCase(sentence)) continue
    for (const [at, word] of sentence.words.entries()) {
      if (/^\p{Ll}/u.test(word.text)) small.add(word.text)
      else if (/^\p{Lu}/u.test(word.text) && !opens(sentence.words, at)) {
        capital.add(word.text)
        const hasNeighbour = [at - 1, at + 1].some((place) => isCapital(sentence.words[place]))
        if (!hasNeighbour) alone.add(word.text)
      }
    }
  }
  return { capital, alone, small }
}

/** The names of one sentence, longest first where one could be cut in several ways. */
export function nameSpans(sentence: AnalysedSentence, writing: Writing): readonly NameSpan[] {
  const { words } = sentence
  const headline = isTitleCase(sentence)
  const found: NameSpan[] = []
  for (let at = 0; at < words.length; ) {
    if (!isNameWord(words, at, writing, headline)) {
      at += 1
      continue
    }
    let end = at + 1
    for (let next = nextEnd(sentence, at, end, writing, headline); next > end; ) {
      end = next
      next = nextEnd(sentence, at, end, writing, headline)
    }
    found.push(...cutRun(words, startOfRun(sentence, at), end))
    at = end
  }
  return found
}

/** Most longer words of a line without a full stop have a capital: there, capitals tell nothing. */
function isTitleCase({ words }: AnalysedSentence): boolean {
  if (/^[.!?]$/.test(words.at(-1)?.text ?? '')) return false
  const long = words.slice(1).filter(({ text }) => /^\p{L}{4,}/u.test(text))
  return long.length >= 3 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length >= long.length * 0.7
}

/** Whether a capital is due here whatever the word is: at the start, and after a quote or colon that opens. */
function opens(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text
  return before === undefined || /^(?:["“‘'`:•*–—-]|``|\.{2,}|…|\d{1,2}[.)])$/u.test(before)
}

const closedClass = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'INTJ', 'PART', 'PRON', 'PUNCT', 'SCONJ'])

function isNameWord(words: readonly Word[], at: number, writing: Writing, headline: boolean): boolean {
  const word = words[at]
  if (word === undefined || !/^\p{Lu}/u.test(word.text) || capitalsNoNames.has(word.text)) return false
  const lower = word.text.toLowerCase()
  if (calendar.has(lower)) return isNamedDay(words, at)
  if (nationalities.has(lower) || places.has(lower)) return !headline || word.upos === 'PROPN' || word.upos === 'ADJ'
  if (/^\p{Lu}(?:\p{Lu}|\.)+$/u.test(word.text) && !headline) return true
  if (headline) return word.upos === 'PROPN' && (writing.capital.has(word.text) || !writing.small.has(lower))
  if (!opens(words, at)) {
    // After a comma or inside a quote a pronoun or "The" can have a capital.
    return (
      !closedClass.has(word.upos) || (writing.capital.has(word.text) && word.upos !== 'PRON' && word.upos !== 'DET')
    )
  }
  if (closedClass.has(word.upos)) return false
  if (isTitle(word.text)) return isCapital(words[at + 1])
  if (writing.alone.has(word.text) && !writing.small.has(lower)) return true
  const next = words[at + 1]
  if (isCapital(next) && !calendar.has(next.text.toLowerCase()) && !closedClass.has(next.upos)) {
    if (writing.capital.has(word.text) || givenNames.has(lower) || beginsLongPlace(lower, next.text)) return true
    // "Education Queensland said", "Tourism Tasmania has": a body of that state.
    if (stateBodies.test(lower) && places.has(next.text.toLowerCase())) return true
    if (writing.small.has(lower) || /^(?:yesterday|today|tomorrow|tonight)$/.test(lower)) return false
    return word.upos === 'PROPN' || word.upos === 'ADJ' || word.upos === 'NOUN'
  }
  if (writing.small.has(lower) || word.upos !== 'PROPN') return givenNames.has(lower) && word.upos === 'PROPN'
  // "Shadow treasurer", "Summit chair": a word before a role tells what role it is.
  const head = words[word.head]
  return !(
    word.head > at &&
    head !== undefined &&
    titleWords.has(head.text) &&
    /^(?:compound|amod)/.test(word.relation)
  )
}

function beginsLongPlace(first: string, second: string): boolean {
  return longPlaces.has(`${first}_${second.toLowerCase()}`)
}

/** "Theresa May", "Sunday Times", "Easter Island": days and months that are parts of names. */
function isNamedDay(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const next = words[at + 1]
  const last = next?.text.toLowerCase() ?? ''
  if (isCapital(next) && (bodyWords.has(last) || placeWords.has(last)) && !titleWords.has(last)) return true
  return (
    before !== undefined &&
    isCapital(before) &&
    givenNames.has(before.text.toLowerCase()) &&
    words[at]?.upos === 'PROPN'
  )
}

function isCapital(word: Word | undefined): word is Word {
  return word !== undefined && /^\p{Lu}/u.test(word.text)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\.$/, '')
}

/** "Minister", "Ms", "Col."; "Col Trevanion" has a given name. */
function isTitle(text: string): boolean {
  return titleWords.has(plain(text)) && !givenNames.has(text.toLowerCase())
}

/** "al-Qaeda": the small particle before the hyphen is part of the name. */
function startOfRun({ words }: AnalysedSentence, at: number): number {
  return words[at - 1]?.text === '-' && /^(?:al|el|ad|an|as|ash|ul)$/.test(words[at - 2]?.text ?? '') ? at - 2 : at
}

/** Where the name that began at `start` and reaches to `end` goes on to; `end` where it stops. */
function nextEnd(sentence: AnalysedSentence, start: number, end: number, writing: Writing, headline: boolean): number {
  const { words, document, span } = sentence
  const named = (at: number): boolean => isNameWord(words, at, writing, headline)
  const here = words[end]
  const before = words[end - 1]
  if (here === undefined || before === undefined) return end
  const touches = document.tokens[span.start + end]?.span.start === document.tokens[span.start + end - 1]?.span.end
  const own = before.text.toLowerCase()
  if (here.text === '-') {
    if (!touches) return end
    if (isSyllable(words, start, end)) return end + 2
    return named(end + 1) && !bothPlaces(before, words[end + 1]) ? end + 2 : end
  }
  if (here.text === '&') return named(end + 1) ? end + 2 : end
  if (/^['’]s$/.test(here.text)) return endsInPossessive(words, start, end) ? nextAfterPossessive(words, end) : end
  if (here.text === 'of' || here.text === 'for') {
    const heads = here.text === 'of' ? ofHeads : forHeads
    const first = words[end + 1]?.text === 'the' ? end + 2 : end + 1
    const isSecretary = own === 'secretary' && words[first]?.text === 'State'
    if (!named(first) || !(heads.has(own) || isSecretary) || places.has(own)) return end
    // "the bridge of Sydney" has no capital; "House of Representatives" has.
    return first + 1
  }
  if (here.text === 'and') return joinsWithAnd(words, start, end, named) ? end + 2 : end
  if (/^(?:von|van|de|der|den|da|del|della|di|bin|ibn|al|el|la|le|dos|du)$/.test(here.text)) {
    const first = /^(?:der|den|la|las|los|al|-)$/.test(words[end + 1]?.text ?? '') ? end + 2 : end + 1
    return named(first) ? first + 1 : end
  }
  if (!named(end)) return end
  if (startsAnother(words, start, end)) return end
  return end + 1
}

/** "Kim Jong-un": the second syllable of a given name, not "New York-based". */
function isSyllable(words: readonly Word[], start: number, hyphen: number): boolean {
  const next = words[hyphen + 1]?.text ?? ''
  if (hyphen - start < 2 || !/^\p{Ll}{2,5}$/u.test(next) || next.endsWith('ed')) return false
  if (
    words.slice(start, hyphen).some(({ text }) => places.has(text.toLowerCase()) || bodyWords.has(text.toLowerCase()))
  )
    return false
  return !/^(?:born|like|style|era|wide|held|run|made|bound|type|level|free|only|long|old|area|class|plan|built|style|size|aged|turn|elect|in|on|up|off|out)$/.test(
    next,
  )
}

/** "Sydney-Perth train": two places with a hyphen are two names, but "Asia-Pacific" is one. */
function bothPlaces(before: Word, after: Word | undefined): boolean {
  const pair = `${before.text}-${after?.text ?? ''}`.toLowerCase()
  const isPlace = (word: Word | undefined): boolean =>
    word !== undefined && (places.has(word.text.toLowerCase()) || nationalities.has(word.text.toLowerCase()))
  return isPlace(before) && isPlace(after) && !longPlaces.has(pair)
}

/** "Dalton's, by contrast": a name that ends in 's where nothing follows that could belong to it. */
function endsInPossessive(words: readonly Word[], start: number, end: number): boolean {
  if (placeOrKnown(words.slice(start, end))) return false
  const after = words[end + 1]
  if (after === undefined || /^[,.;:)]$/.test(after.text) || after.upos === 'AUX' || after.upos === 'CCONJ') return true
  if (after.upos === 'VERB' && /^VB[DZP]$/.test(after.xpos)) return true
  const last = words[end - 1]?.text.toLowerCase() ?? ''
  const isGroup = /^(?:women|children|men|people|king|queen|farmers|workers|girls|boys)$/.test(last)
  return (isGroup || /^(?:st|saint)\.?$/i.test(words[end - 2]?.text ?? '')) && isCapital(after)
}

function nextAfterPossessive(words: readonly Word[], end: number): number {
  return isCapital(words[end + 1]) ? end + 2 : end + 1
}

function placeOrKnown(run: readonly Word[]): boolean {
  const last = run.at(-1)?.text ?? ''
  return (
    places.has(last.toLowerCase()) ||
    shortNames.has(last) ||
    (run.length > 1 && givenNames.has(run[0]?.text.toLowerCase() ?? ''))
  )
}

/** "Allied Nurses and Carers Union" is one body, "Russia and Nusra Front" are two names. */
function joinsWithAnd(words: readonly Word[], start: number, end: number, named: (at: number) => boolean): boolean {
  if (!named(end + 1)) return false
  const left = words[end - 1]
  const right = words[end + 1]
  if (left === undefined || right === undefined) return false
  if (workNouns.has(words[start - 1]?.text.toLowerCase() ?? '')) return true
  let last = end + 1
  while (isCapital(words[last + 1]) && named(last + 1)) last += 1
  const closing = words[last]?.text.toLowerCase() ?? ''
  const isBody = bodyWords.has(closing) || otherWords.has(closing)
  const own = words.slice(start, end)
  const isDepartment = own.some(({ text }) => text === 'of' || text === 'for')
  const known =
    places.has(left.text.toLowerCase()) || shortNames.has(left.text) || givenNames.has(own[0]?.text.toLowerCase() ?? '')
  if (known || bodyWords.has(left.text.toLowerCase()) || placeWords.has(left.text.toLowerCase())) return false
  if (isDepartment) return last === end + 1 || !isBody
  // In one name, what stands before "and" belongs to a word after it, or what stands after it to the name before.
  return isBody && last > end + 1 && (left.head > end || own.length > 1)
}

/** Whether a new name begins at `end`: "Russian | Vladimir Putin", "Sydney | Mayor Ann Lee". */
function startsAnother(words: readonly Word[], start: number, end: number): boolean {
  const before = words[end - 1]?.text.toLowerCase() ?? ''
  if (end - start !== 1 || !nationalities.has(before)) return false
  if (beginsLongPlace(before, words[end]?.text ?? '')) return false
  let last = end
  while (isCapital(words[last + 1]) || (words[last + 1]?.text === 'and' && isCapital(words[last + 2]))) last += 1
  for (let at = end; at <= last; at += 1) {
    const word = words[at]?.text.toLowerCase() ?? ''
    if (titleWords.has(word)) return false
    if (bodyWords.has(word) || placeWords.has(word) || otherWords.has(word)) return false
  }
  return true
}

/** A run of capitals as names: without titles, and with the place before a title as a name of its own. */
function cutRun(words: readonly Word[], start: number, end: number): readonly NameSpan[] {
  const last = words[end - 1]?.text.toLowerCase() ?? ''
  const isRoyal = /^(?:king|queen|prince|princess|captain|lord|lady|sir)$/.test(words[start]?.text.toLowerCase() ?? '')
  const isBody =
    end - start > 1 &&
    !titleWords.has(last) &&
    (bodyWords.has(last) ||
      otherWords.has(last) ||
      (placeWords.has(last) && (isRoyal || !words.slice(start, end).some(({ text }) => isTitle(text)))))
  const courtesy = /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|president|senator|king|queen|prince|pope)$/
  let first = start
  for (let at = start; at < end; at += 1) {
    const word = plain(words[at]?.text ?? '')
    if (!isTitle(words[at]?.text ?? '')) continue
    const isSecretary = words[at + 1]?.text === 'of' && words[at + 2]?.text === 'State'
    if (isBody && !courtesy.test(word) && !isSecretary) continue
    if (at + 1 < end && words[at + 1]?.text === 'of' && !isSecretary) continue
    first = isSecretary ? at + 3 : at + 1
  }
  if (first === start) return [{ start, end, title: titleBefore(words, start) }]
  const title = words
    .slice(start, first)
    .map(({ text }) => text)
    .join(' ')
  const before = knownBefore(words, start, first)
  const own = first < end ? [{ start: first, end, title }] : []
  return [...before, ...own]
}

/** What stands before a title and is a name itself: "US President", "Reserve Bank Governor", "SES Commander". */
function knownBefore(words: readonly Word[], start: number, first: number): readonly NameSpan[] {
  let end = start
  while (end < first && !isTitle(words[end]?.text ?? '')) end += 1
  if (end === start) return []
  const one = words[start]?.text ?? ''
  const last = words[end - 1]?.text.toLowerCase() ?? ''
  const isKnown =
    nationalities.has(one.toLowerCase()) ||
    places.has(one.toLowerCase()) ||
    /^\p{Lu}{2,}$/u.test(one) ||
    shortNames.has(one)
  if (isKnown) {
    const whole = bodyWords.has(last) || placeWords.has(last) || places.has(last)
    return [{ start, end: whole ? end : start + 1, title: undefined }]
  }
  return end - start > 1 && bodyWords.has(last) ? [{ start, end, title: undefined }] : []
}

function titleBefore(words: readonly Word[], start: number): string | undefined {
  const before = words[start - 1]
  // "A major Tasmanian hospital" has no major.
  if (before === undefined || !isTitle(before.text) || !/^(?:NOUN|PROPN)$/.test(before.upos)) return undefined
  return nationalities.has(words[start]?.text.toLowerCase() ?? '') ? undefined : before.text
}
