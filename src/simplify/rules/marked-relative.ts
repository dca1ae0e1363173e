import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { chunkBefore, clauseFollows, finiteVerbAt, mainStart } from '../../language/chunks.ts'
import { bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { hostsBefore, isDefinite, isTold, mayStandAlone } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { childrenBy, rootOf } from '../../language/tree.ts'
import type { Naming } from '../cast.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

export const markedRelative: Rule = {
  name: 'marked-relative',
  because: 'The part with "who", "which" or "where" is now a sentence of its own.',
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'The UK will have to work hard to pass northern Chile, which has more than a dozen places to watch the stars.',
      'The UK will have to work hard to pass northern Chile.',
      'Chile has more than a dozen places to watch the stars.',
    ],
    [
      'The British prime minister, who is cutting short his trip to Europe, will return to London on Monday night.',
      'The British prime minister will return to London on Monday night.',
      'The prime minister is cutting short his trip to Europe.',
    ],
    [
      'Cash is still king in Germany, where most of the shops take only paper money and coins.',
      'Cash is still king in Germany.',
      'In Germany, most of the shops take only paper money and coins.',
    ],
  ],
  leavesAlone: [
    'Money for the poles and wires of the network, which are old, will come from the bank.',
    'Prices fell by 3 per cent in June, which surprised most of the banks in the city.',
    'The town may buy a new fire truck, which would be kept at the old station near the lake.',
    'The owner of the shop, who asked not to be named, lost all he had.',
    'She said the plan would help farmers in the valley, who had lost so much in the long drought.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || words.some((word) => /^["“”;]$/u.test(word.text))) return undefined
    const last = bodyEnd(words)
    for (let open = last - 4; open > 0; open -= 1) {
      if (words[open]?.text !== ',') continue
      const link = words[open + 1]?.text.toLowerCase() ?? ''
      if (!/^(?:who|which|where)$/.test(link)) continue
      const end = endOf(words, open, last)
      if (end === undefined) continue
      const host = hostOf(words, open, link)
      if (host === undefined) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || /^(?:he|she|it|they|we|you|I)$/i.test(naming.text)) continue
      const clause = clauseOf(sentence, { open, end, link, host, naming }, context)
      if (clause === undefined) continue
      const rest = end === last ? [keep(tokens(last, words.length))] : [keep(tokens(end + 1, words.length))]
      return [[keep(tokens(0, open)), ...rest], clause]
    }
    return undefined
  },
}

/** The comma that closes the clause, before the main verb; or the end where no comma comes after it but those of a list. */
function endOf(words: readonly Word[], open: number, last: number): number | undefined {
  const isMiddle = mainStart(words, open) === undefined
  for (let at = open + 2; at < last; at += 1) {
    if (words[at]?.text !== ',') continue
    if (isMiddle) return finiteVerbAt(words, at + 1) === undefined || at < open + 4 ? undefined : at
    // A comma of "a, b and c" stays inside; any other makes the end unsure.
    const isList = words.slice(at + 1, at + 7).some((word) => /^(?:and|or)$/i.test(word.text))
    if (!isList || clauseFollows(words, at + 1) || /^(?:IN|TO|VBG|VBN|WP|WDT|WRB|CC)$/.test(words[at + 1]?.xpos ?? ''))
      return undefined
  }
  return isMiddle || last - open < 5 ? undefined : last
}

/** Verbs whose "which" is mostly all that was told before, not the last noun. */
const tellsOfAll = new Set(
  'affect allow bring cause come encourage force happen help hurt lead leave let make mean prevent prompt raise stop suggest surprise'.split(
    ' ',
  ),
)

function isPerson(word: Word): boolean {
  return (
    word.upos === 'PROPN' ||
    isOfClass(word.lemma, 'person') ||
    /(?:er|or|ist|ant|ent|ian|man|woman|men|women)s?$/.test(word.lemma)
  )
}

/** The noun before the comma, where only one can be meant. */
function hostOf(words: readonly Word[], open: number, link: string): number | undefined {
  const near = chunkBefore(words, open)
  if (near === undefined) return undefined
  const word = words[near.head]
  if (word === undefined) return undefined
  // "Dancing in the Street": half of a title is no thing.
  if (word.upos === 'PROPN' && /^\p{Lu}/u.test(words[near.start - 2]?.text ?? '') && near.start > 2) return undefined
  const isLinked = /^(?:of|for|in|at|from|with|between|to|and|or)$/i.test(words[near.start - 1]?.text ?? '')
  const other = isLinked ? chunkBefore(words, near.start - 1)?.head : undefined
  const rivals = [...hostsBefore(words, open), ...(other === undefined ? [] : [other])].filter((at) => at !== near.head)
  const verb = words[finiteVerbAt(words, open + 2) ?? -1]
  // "…, which means that …": what happened means it.
  if (link === 'which' && verb !== undefined && tellsOfAll.has(verb.lemma)) return undefined
  const fits = (at: number): boolean => {
    const candidate = words[at]
    if (candidate === undefined) return false
    if (link === 'who' && !isPerson(candidate)) return false
    // "in June, which surprised the banks": what happened did.
    if (link === 'which' && isOfClass(candidate.lemma, 'time')) return false
    if (link === 'where' && !(candidate.upos === 'PROPN' || isOfClass(candidate.lemma, 'place'))) return false
    const isPlural = candidate.xpos === 'NNS' || candidate.xpos === 'NNPS' || childrenBy(words, at, 'conj').length > 0
    if (verb === undefined || link === 'where') return true
    if (verb.text === 'was' || verb.xpos === 'VBZ') return !isPlural
    if (verb.text === 'were' || verb.xpos === 'VBP') return isPlural || candidate.upos === 'PROPN'
    return true
  }
  if (!fits(near.head)) return undefined
  if (isLinked && /^(?:and|or)$/i.test(words[near.start - 1]?.text ?? '')) return undefined
  const isSure = !isLinked || word.upos === 'PROPN' || !rivals.some(fits)
  if (!isSure || !mayStandAlone(words, near.head)) return undefined
  const root = rootOf(words)
  return isDefinite(words, near.head) || isTold(words, root) ? near.head : undefined
}

interface Found {
  readonly open: number
  readonly end: number
  readonly link: string
  readonly host: number
  readonly naming: Naming
}

function clauseOf(
  { words }: AnalysedSentence,
  { open, end, link, host, naming }: Found,
  context: RuleContext,
): readonly Piece[] | undefined {
  const place = tokens(host, host + 1)
  const rest = keep(tokens(open + 2, end))
  if (link === 'where') {
    if (!clauseFollows(words, open + 2) || context.cast.nameAt(context.origin(host) ?? -1)?.kind === 'person')
      return undefined
    return [put(`in ${naming.text},`, tokens(open + 1, open + 2)), rest]
  }
  const verb = finiteVerbAt(words, open + 2)
  if (verb === undefined) return undefined
  const finite = words[verb]
  if (finite === undefined) return undefined
  if (finite.xpos === 'VBZ' || finite.text === 'was') return naming.plural ? undefined : [put(naming.text, place), rest]
  if (finite.xpos === 'VBP' || finite.text === 'were')
    return naming.plural ? [put(naming.text, place), rest] : undefined
  return [put(naming.text, place), rest]
}
