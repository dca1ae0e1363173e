import type { Word } from '../language/analysis.ts'
import { clauseFollows, finiteVerbAt, mainStart, subjectFrom } from '../language/chunks.ts'
import { isOfNotOnly } from '../language/not-only.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isReporting } from '../language/reporting.ts'
import { childrenBy, hasFiniteVerb, isFiniteVerb, isRelation, rootOf, subjectOf } from '../language/tree.ts'
import type { Draft } from './draft.ts'
import { sameNumber } from './numbers.ts'

/** Words that turn a sentence round. */
export const negations: ReadonlySet<string> = new Set(
  "not n't n’t no never none nobody nothing neither nor without hardly barely scarcely cannot nowhere".split(' '),
)

/** Words that keep a claim a claim, or a guess a guess; and amounts that must not be lost. */
export const hedges: ReadonlySet<string> = new Set(
  'alleged allegedly accused suspected charged reported reportedly believed expected claimed apparently apparent may might could would should possible possibly probable probably perhaps likely unlikely seem appear suggest about around approximately almost nearly roughly least fewer under over up only mostly mainly partly largely usually sometimes often some most many all half every up if unless'.split(
    ' ',
  ),
)

/** What a rewrite made of one draft. */
export interface Step {
  readonly before: Draft
  readonly after: readonly Draft[]
}

/** Why a rewrite must not stand, or undefined where nothing was lost, added or broken. */
export function refusal(step: Step, nameWords: ReadonlySet<string>): string | undefined {
  return (
    nothingLeft(step) ??
    lostWord(step) ??
    cutName(step) ??
    addedWord(step, nameWords) ??
    brokenQuote(step) ??
    brokenSentence(step) ??
    changedCore(step)
  )
}

/** The same for a rewrite that only leaves a part out: what went is gone, what stayed must stand. */
export function refusalOfShortening(step: Step, nameWords: ReadonlySet<string>): string | undefined {
  return nothingLeft(step) ?? cutName(step) ?? addedWord(step, nameWords) ?? brokenSentence(step) ?? changedCore(step)
}

function nothingLeft({ after }: Step): string | undefined {
  return after.length === 0 ? 'nothing is left' : undefined
}

type Protected = 'number' | 'name' | 'negation' | 'hedge'

/** Why a word must stay, or undefined. */
export function protectedKind(word: Word): Protected | undefined {
  const text = word.text.toLowerCase()
  if (negations.has(text)) return 'negation'
  if (/\d/.test(word.text) || word.upos === 'NUM') return 'number'
  if (word.upos === 'PROPN' && /^[\p{Lu}\d]/u.test(word.text)) return 'name'
  if (hedges.has(text) || hedges.has(word.lemma)) return 'hedge'
  return undefined
}

/** Every protected word stands again, in a word that comes from it. */
function lostWord({ before, after }: Step): string | undefined {
  const { words } = before.sentence
  for (const [at, word] of words.entries()) {
    const kind = protectedKind(word)
    if (kind === undefined || (kind !== 'number' && isOfNotOnly(words, at) && saysAlso(after))) continue
    const from = before.origins[at]?.tokens ?? []
    const kept = after.some((draft) =>
      draft.sentence.words.some((candidate, index) => {
        if (!sharesOrigin(draft.origins[index]?.tokens ?? [], from)) return false
        return sameProtected(kind, word, candidate)
      }),
    )
    const framed = after.some((draft) =>
      draft.frame?.full.some(
        // "Neither the bank nor the union would say A": before a second sentence the "neither" would be gone.
        (part) =>
          sharesOrigin(part.origin.tokens, from) &&
          (part.text === word.text || (kind !== 'negation' && part.text.toLowerCase() === word.text.toLowerCase())),
      ),
    )
    if (!kept && !framed) return `lost ${kind} "${word.text}"`
  }
  return undefined
}

/** "Not only A but also B" → "A. X also B.": nothing was denied. */
function saysAlso(after: readonly Draft[]): boolean {
  return after.length === 2 && after[1]?.sentence.words.some((word) => /^also$/i.test(word.text)) === true
}

/** A name of several words stays whole: "Mr Verrall" never becomes "Mr", nor "machine-sized" "sized". */
function cutName({ before, after }: Step): string | undefined {
  const { words, document, span } = before.sentence
  const touching = (at: number): boolean =>
    document.tokens[span.start + at]?.span.end === document.tokens[span.start + at + 1]?.span.start
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [first, second] = [words[at], words[at + 1]]
    if (first === undefined || second === undefined) continue
    const isName = first.upos === 'PROPN' && second.upos === 'PROPN'
    const isJoined = touching(at) && (first.text === '-' || second.text === '-')
    if (!isName && !isJoined) continue
    const a = before.origins[at]?.tokens ?? []
    const b = before.origins[at + 1]?.tokens ?? []
    if (a.length === 0 || b.length === 0) continue
    for (const draft of after) {
      for (const [place, word] of draft.sentence.words.entries()) {
        if (
          word.text !== first.text ||
          !sharesOrigin(draft.origins[place]?.tokens ?? [], a) ||
          (draft.origins[place]?.rules.length ?? 0) > (before.origins[at]?.rules.length ?? 0)
        )
          continue
        const next = draft.origins[place + 1]?.tokens ?? []
        if (!b.some((token) => next.includes(token))) return `cut "${first.text} ${second.text}"`
      }
    }
  }
  return undefined
}

function sharesOrigin(found: readonly number[], from: readonly number[]): boolean {
  return from.length === 0 || from.some((token) => found.includes(token))
}

function sameProtected(kind: Protected, word: Word, candidate: Word): boolean {
  const a = word.text.toLowerCase()
  const b = candidate.text.toLowerCase()
  if (a === b) return true
  switch (kind) {
    case 'number':
      return sameNumber(word.text, candidate.text)
    case 'negation':
      return negations.has(b)
    case 'name':
      return candidate.text.includes(word.text) || word.text.includes(candidate.text)
    case 'hedge':
      return candidate.lemma === word.lemma || hedges.has(b)
  }
}

/** No number, negation or name that the draft did not have; names of the article may be said again. */
function addedWord({ before, after }: Step, nameWords: ReadonlySet<string>): string | undefined {
  const had = before.sentence.words
  for (const draft of after) {
    for (const word of draft.sentence.words) {
      const kind = protectedKind(word)
      if (kind === undefined || kind === 'hedge') continue
      if (had.some((old) => protectedKind(old) === kind && sameProtected(kind, old, word))) continue
      if (
        kind === 'name' &&
        (nameWords.has(word.text) ||
          had.some((old) => old.text === word.text || old.text.toLowerCase() === word.text.toLowerCase()))
      )
        continue
      if (kind === 'name' && word.text === draft.sentence.words[0]?.text) continue
      if (kind === 'number' && had.some((old) => sameNumber(old.text, word.text))) continue
      return `added ${kind} "${word.text}"`
    }
  }
  return undefined
}

/** What stands between marks is the same, in order, and marks pair up in every sentence. */
function brokenQuote({ before, after }: Step): string | undefined {
  const quotes = quotedRuns(textsOf(before.sentence.words))
  const now = after.flatMap((draft) => [
    ...quotedRuns(textsOf(draft.sentence.words)),
    ...quotedRuns(draft.frame?.full.map((part) => part.text) ?? []),
  ])
  const even = after.every((draft) => draft.sentence.words.filter((word) => word.text === '"').length % 2 === 0)
  const wasEven = before.sentence.words.filter((word) => word.text === '"').length % 2 === 0
  if (wasEven && !even) return 'a quote was cut'
  const bare = (run: string): string => run.replace(/[.,!?;]+$/u, '').toLowerCase()
  for (const quote of quotes) {
    if (now.some((run) => bare(run) === bare(quote))) continue
    if (!isInParts(bare(quote), now.map(bare))) return `quote changed: ${quote}`
  }
  return undefined
}

/** Whether a quote stands in two or more parts, one behind the other, with nothing left out but marks and a joining "and". */
function isInParts(quote: string, runs: readonly string[]): boolean {
  let rest = quote
  let found = 0
  for (const run of runs) {
    const plain = rest.replace(/^(?:[\s,;.]|and\b)+/u, '')
    if (run === '' || !plain.startsWith(run)) continue
    rest = plain.slice(run.length)
    found += 1
  }
  return found > 1 && /^[\s,;.]*$/u.test(rest)
}

function textsOf(words: readonly Word[]): readonly string[] {
  return words.map((word) => word.text)
}

/** The runs of words between pairs of double marks. */
export function quotedRuns(texts: readonly string[]): readonly string[] {
  const runs: string[] = []
  let open: string[] | undefined
  for (const text of texts) {
    if (/^["“”]$/u.test(text)) {
      if (open === undefined) open = []
      else {
        runs.push(open.join(' '))
        open = undefined
      }
    } else open?.push(text)
  }
  return runs
}

/** Each new sentence has a verb with a tense and something it is said of. */
/** "But which, it says, is often late": half of a clause. */
function opensWithRelative(words: readonly Word[]): boolean {
  const first = /^(?:and|but|or)$/i.test(words[0]?.text ?? '') ? 1 : 0
  return /^(?:which|who|whom|whose)$/i.test(words[first]?.text ?? '')
}

function brokenSentence({ before, after }: Step): string | undefined {
  for (const { sentence, origins } of after) {
    const { words } = sentence
    const root = rootOf(words)
    if (root === undefined) return 'no root'
    if (words[0]?.text === '"' || words.at(-1)?.text === '?') continue
    if (saysThing(words, root) || saysNothing(words, before.sentence.words))
      return `nothing is said in "${textsOf(words).join(' ')}"`
    if (opensWithRelative(words)) return 'opens with half of a clause'
    if (losesAnd(words, before.sentence.words)) return 'a list would lose its "and"'
    if (endsInHalfClause(words, before.sentence.words)) return 'a clause would lose its verb'
    if (hasSecondVerb(words) && !hasSecondVerb(before.sentence.words)) return 'a second verb has no subject'
    if (hasLooseRelative(words, before.sentence.words)) return 'half of a relative clause would stay'
    if (isBareSubclause(words)) return `no main clause in "${textsOf(words).join(' ')}"`
    if (isBareClaim(words)) return `no verb behind "that" in "${textsOf(words).join(' ')}"`
    if (!hasFiniteVerb(words, root) && hasMadeVerb(before, { sentence, origins })) continue
    if (!hasFiniteVerb(words, root) && hadVerb(before, { sentence, origins })) continue
    if (!hasFiniteVerb(words, root) && !hasOwnVerb(words)) return `no finite verb in "${textsOf(words).join(' ')}"`
    if (subjectOf(words, root) === undefined && !hasOwnSubject(words) && mainStart(words, words.length) === undefined)
      return `no subject in "${textsOf(words).join(' ')}"`
    if (/^(?:,|;|:|-)$/.test(words[0]?.text ?? '')) return 'starts with a mark'
    const texts = textsOf(words)
    for (const [at, text] of texts.entries()) {
      const next = texts[at + 1]?.toLowerCase()
      const wasSo = before.sentence.words.some(
        (word, place) => word.text === text && before.sentence.words[place + 1]?.text === texts[at + 1],
      )
      if (!wasSo && next === text.toLowerCase() && /^[a-z]+$/i.test(text) && !/^(?:had|very|so)$/i.test(text))
        return `doubled "${text}"`
    }
  }
  return undefined
}

/** "chewed the wiring, invaded the hospital." of "…, and forced": the last deed took the "and" along. */
function losesAnd(words: readonly Word[], before: readonly Word[]): boolean {
  const isOpen = (list: readonly Word[]): boolean =>
    list.some(
      (word, at) =>
        word.text === ',' &&
        /^VB[DN]$/.test(list[at + 1]?.xpos ?? '') &&
        isRelation(list[at + 1]?.relation ?? '', 'conj') &&
        list[list[at + 1]?.head ?? -1]?.xpos === list[at + 1]?.xpos &&
        !list.slice(at + 1).some((other) => /^(?:and|or|but|then)$/i.test(other.text)),
    )
  return isOpen(words) && !isOpen(before)
}

/** "until a passing nurse, Ann Lee." of "until a passing nurse, Ann Lee, took over": its verb went. */
function endsInHalfClause(words: readonly Word[], before: readonly Word[]): boolean {
  // "retired nurse Ann Lee": behind a comma and before a noun it is no verb.
  const isVerb = (word: Word, at: number, list: readonly Word[]): boolean =>
    isFiniteVerb(word) && !(list[at - 1]?.text === ',' && list[at + 1]?.upos === 'NOUN')
  const half = (list: readonly Word[]): boolean => {
    const at = list.findLastIndex((word) => /^(?:until|when|while|because|although|though|if|unless)$/i.test(word.text))
    const rest = list.slice(at + 1)
    const isBare = at > 0 && rest.length > 1 && !/^VB[GN]$/.test(rest[0]?.xpos ?? '') && !rest.some(isVerb)
    const opener = rest[0]
    // "when her predecessor, Ann Lee."; "until Friday" is whole.
    const isUntil = /^until$/i.test(list[at]?.text ?? '')
    const opensThing =
      opener !== undefined &&
      (/^(?:DET|PROPN)$/.test(opener.upos) || opener.xpos === 'PRP$') &&
      rest.some((word) => word.text === ',')
    const hasPerson = rest.some((word) => word.upos === 'NOUN' && isOfClass(word.lemma, 'person'))
    // "while shares in the banks."
    const isMany = !isUntil && opener?.xpos === 'NNS'
    return isBare && !/^of$/i.test(opener?.text ?? '') && ((!isUntil && opensThing) || hasPerson || isMany)
  }
  return half(words) && !half(before)
}

/** "The banks tend to profit, gained 2 per cent.": the second verb is of what stood outside. */
function hasSecondVerb(words: readonly Word[]): boolean {
  const first = finiteVerbAt(words, subjectFrom(words, 0)?.end ?? words.length)
  return words.some((word, at) => {
    const verb = words[at + 1]
    if (word.text !== ',' || first === undefined || at < first || verb === undefined) return false
    const isTensed =
      /^VB[DZP]$/.test(verb.xpos) && isFiniteVerb(verb) && /^(?:ADP|NUM|DET|PART)$/.test(words[at + 2]?.upos ?? '')
    const isJoined =
      words.slice(at + 1).some((one) => /^(?:and|or|but|then|nor)$/i.test(one.text)) ||
      words.slice(0, at).some((one) => /^(?:who|which|that|whose|where|")$/i.test(one.text))
    return isTensed && !isJoined && !isReporting(verb.lemma)
  })
}

/** "a complaint from a woman and who later said …": the first "who" went without the second. */
function hasLooseRelative(words: readonly Word[], before: readonly Word[]): boolean {
  const loose = (list: readonly Word[]): boolean =>
    list.some(
      (word, at) =>
        /^(?:and|or|but)$/i.test(word.text) &&
        /^(?:who|whose|which|where)$/.test(list[at + 1]?.text ?? '') &&
        !list
          .slice(0, at)
          .some((other) => /^(?:who|whose|which|that|where|how|when|why|what|if|whether)$/i.test(other.text)),
    )
  return loose(words) && !loose(before)
}

/** "As the king's body was brought home.": a clause that only opens, with no main clause behind it. */
function isBareSubclause(words: readonly Word[]): boolean {
  // "How often each parent may see her.": half of a question.
  const isAsked = /^(?:How|Why|Where|Whether)$/.test(words[0]?.text ?? '') && words.at(-1)?.text !== '?'
  if (
    isAsked &&
    words.filter((word) => isFiniteVerb(word) && word.upos !== 'AUX').length +
      words.filter((word) => word.xpos === 'MD').length <
      2
  )
    return true
  // "Should you choose – Vagna."
  const isInverted = /^Should$/.test(words[0]?.text ?? '') && words.slice(1).filter(isFiniteVerb).length < 2
  if (isInverted && words.at(-1)?.text !== '?') return true
  // "Then, sensing freedom was at hand, into a drain.": what he did stands in the sentence before.
  const close = words.findIndex((word, at) => at > 2 && word.text === ',')
  if (
    words[1]?.text === ',' &&
    words[2]?.xpos === 'VBG' &&
    words[close + 1]?.upos === 'ADP' &&
    !words.slice(close + 1).some((word, at) => word.text === ',' && clauseFollows(words, close + at + 2))
  )
    return true
  return (
    /^(?:As|When|While|Because|If|Although|Though|Unless)$/.test(words[0]?.text ?? '') &&
    clauseFollows(words, 1) &&
    !words.some((word) => word.text === ',')
  )
}

/** "The theatre seats 80.": what was a verb behind "which" is one behind its noun, though the reader may take it for a noun. */
function hadVerb(before: Draft, after: Pick<Draft, 'sentence' | 'origins'>): boolean {
  const { words } = after.sentence
  const tensed = new Set(
    before.sentence.words.flatMap((word, at) => (isFiniteVerb(word) ? (before.origins[at]?.tokens ?? []) : [])),
  )
  const at = words.findIndex((_, place) => after.origins[place]?.tokens.some((token) => tensed.has(token)) === true)
  return (
    at > 0 &&
    at < 7 &&
    (after.origins[at - 1]?.rules.length ?? 0) > 0 &&
    words.slice(0, at).every((word) => /^(?:NOUN|PROPN|DET|ADJ|PRON|NUM|PUNCT|PART|VERB)$/.test(word.upos))
  )
}

/** "Prosecutors allege that Mr Lee, then in charge of a program.": what is said has lost its verb. */
function isBareClaim(words: readonly Word[]): boolean {
  const that = words.findIndex(
    (word, at) =>
      word.text.toLowerCase() === 'that' && word.xpos === 'IN' && at > 0 && isReporting(words[at - 1]?.lemma ?? ''),
  )
  return that > 0 && !words.slice(that + 1).some(isFiniteVerb)
}

/** "The government says the nets.": the subject of what is said, without its verb. */
function saysThing(words: readonly Word[], root: number): boolean {
  const [object] = childrenBy(words, root, 'obj')
  return (
    /^(?:say|claim|allege|insist|argue|believe|think)$/.test(words[root]?.lemma ?? '') &&
    object !== undefined &&
    object > root &&
    /^(?:the|its|their|his|her)$/i.test(words[root + 1]?.text ?? '') &&
    !/^(?:word|name|prayer|truth|responsibility|life|seat|title|victory|right)s?$/i.test(words[object]?.lemma ?? '') &&
    childrenBy(words, root, 'ccomp', 'parataxis', 'xcomp').length === 0 &&
    !words.slice(root + 1).some(isFiniteVerb)
  )
}

/** "Frampton said consumers' ability to criticize brands." of "… means firms must react": the verb of what he said went. */
function saysNothing(words: readonly Word[], before: readonly Word[]): boolean {
  const bare = (list: readonly Word[]): boolean => {
    const said = list.findIndex(
      (word, at) => /^(?:said|says)$/.test(word.text) && !/^(?:,|")$/.test(list[at - 1]?.text ?? ','),
    )
    const thing = said < 0 ? undefined : subjectFrom(list, list[said + 1]?.text === 'that' ? said + 2 : said + 1)
    return (
      thing !== undefined &&
      thing.end - thing.start > 1 &&
      !list.slice(said + 1).some((word) => isFiniteVerb(word) || word.text === '"') &&
      !/^(?:word|name|prayer|truth|mass|thing|goodbye|farewell|much|little|lot|line)s?$/i.test(
        list[thing.head]?.lemma ?? '',
      )
    )
  }
  return bare(words) && !bare(before)
}

/** A rule gave a participle a tense ("Opposing bail, she" → "She opposed bail"); the reader may take it for one again. */
function hasMadeVerb(before: Draft, after: Pick<Draft, 'sentence' | 'origins'>): boolean {
  const source = new Map(
    before.sentence.words.flatMap((word, at) =>
      (before.origins[at]?.tokens ?? []).map((token) => [token, word] as const),
    ),
  )
  return after.sentence.words.some((word, at) => {
    const [from] = after.origins[at]?.tokens ?? []
    const old = from === undefined ? undefined : source.get(from)
    if (old?.xpos !== 'VBG' || old.text.toLowerCase() === word.text.toLowerCase()) return false
    return word.xpos.startsWith('VB') && /^(?:NOUN|PROPN|PRON)$/.test(after.sentence.words[at - 1]?.upos ?? '')
  })
}

/** A verb with a tense that no "who", "which", "because" or "that" puts below another word, whatever was read as the root. */
function hasOwnVerb(words: readonly Word[]): boolean {
  return words.some((word, at) => isFiniteVerb(word) && isOfMainClause(words, at))
}

/** A subject of such a verb. */
function hasOwnSubject(words: readonly Word[]): boolean {
  return words.some((word, at) => isRelation(word.relation, 'nsubj', 'csubj', 'expl') && isOfMainClause(words, at))
}

function isOfMainClause(words: readonly Word[], start: number): boolean {
  let at = start
  for (let steps = 0; steps < words.length && at >= 0; steps += 1) {
    const word = words[at]
    if (word === undefined) return false
    const isBelow =
      isRelation(word.relation, 'acl', 'advcl', 'ccomp') && childrenBy(words, at, 'mark', 'nsubj').length > 0
    if (isBelow && (isRelation(word.relation, 'acl:relcl') || childrenBy(words, at, 'mark').length > 0)) return false
    at = word.head
  }
  return true
}

/**
 * Read again, the new sentences must have the same who-does-what: where a verb and its subject (or object)
 * both came over into one sentence, they still belong together.
 */
function changedCore({ before, after }: Step): string | undefined {
  const { words } = before.sentence
  for (const draft of after) {
    const place = new Map<number, number>()
    for (const [index, origin] of draft.origins.entries()) {
      if (origin.rules.length > (before.origins[0]?.rules.length ?? 0) + 6) continue
      for (const token of origin.tokens) if (!place.has(token)) place.set(token, index)
    }
    const found = (at: number): number | undefined => {
      const token = before.origins[at]?.tokens[0]
      return token === undefined ? undefined : place.get(token)
    }
    for (const [at, word] of words.entries()) {
      if (!isRelation(word.relation, 'nsubj', 'obj') || word.head < 0) continue
      // "which the government insists would not cap": a verb with a tense was read as a subject.
      if (isFiniteVerb(word)) continue
      const dependent = found(at)
      const head = found(word.head)
      if (dependent === undefined || head === undefined || dependent === head) continue
      // Both stand in a run that came over as it was: cutting around it changes nothing inside.
      if (
        dependent - head === at - word.head &&
        isSameRun(before, draft, Math.min(at, word.head), Math.min(dependent, head), Math.abs(at - word.head))
      )
        continue
      // A participle that was given a tense may be read as one again.
      if (
        draft.sentence.words[head]?.text.toLowerCase() !== words[word.head]?.text.toLowerCase() &&
        words[word.head]?.xpos === 'VBG'
      )
        continue
      const now = draft.sentence.words[dependent]
      if (now === undefined || now.text.toLowerCase() !== word.text.toLowerCase()) continue
      if (now.head === head) continue
      // A passive turned round keeps the pair under other names; conj and copula may shift the head by one.
      const shifted = now.head >= 0 ? draft.sentence.words[now.head]?.head : undefined
      if (shifted === head || draft.sentence.words[head]?.head === now.head) continue
      // "Menesian President Osric Valen": which word of a name heads it makes no difference.
      if (isOfSameName(draft.sentence.words, dependent, subjectOf(draft.sentence.words, head))) continue
      if (childrenBy(draft.sentence.words, head, 'nsubj', 'obj', 'obl', 'nmod').includes(dependent)) continue
      return `"${word.text}" no longer belongs to "${words[word.head]?.text}"`
    }
  }
  return undefined
}

/** Whether two words stand in one unbroken run of words with capitals. */
function isOfSameName(words: readonly Word[], one: number, other: number | undefined): boolean {
  if (other === undefined) return false
  const run = words.slice(Math.min(one, other), Math.max(one, other) + 1)
  return run.length < 8 && run.every((word) => /^\p{Lu}/u.test(word.text) && word.upos !== 'PUNCT')
}

/** Whether `length` + 1 words from `from` stand again from `to` on, one by one. */
function isSameRun(before: Draft, after: Draft, from: number, to: number, length: number): boolean {
  for (let step = 0; step <= length; step += 1) {
    const old = before.sentence.words[from + step]?.text.toLowerCase()
    if (old !== after.sentence.words[to + step]?.text.toLowerCase()) return false
  }
  return true
}
