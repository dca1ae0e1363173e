import { tokens } from '../../document/span.ts'
import type { AnalysedSentence, Word } from '../../language/analysis.ts'
import { isQuestion, speaksOfDeath } from '../../language/clause-parts.ts'
import { indefiniteArticle } from '../../language/inflect.ts'
import { lengthOf } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { rootOf, subjectOf } from '../../language/tree.ts'
import type { Cast } from '../cast.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'

const worthSplitting = { 1: 10, 2: 17 } as const

/** Roles that one person has at a time, if it is said of what: "Housing Minister", "Corella Bank chief economist". */
const single =
  /^(?:minister|treasurer|premier|president|governor|mayor|chancellor|commissioner|ombudsman|executive|economist|scientist|officer|secretary|chair|chairman|chairwoman|chairperson|captain|coach|envoy|ambassador|speaker|pope|king|queen|leader|ceo|director|editor|conductor|boss)$|^chief$/i
const first =
  /^(?:chief|prime|deputy|foreign|shadow|head|attorney|housing|health|education|finance|industry|defence|energy|transport|environment|trade|police|agriculture|home|treasury|climate|justice|immigration|union|summit|inquiry|council|state|federal)$/i

/** "Dairy farmer Peter Lawson said …" → "Peter Lawson is a dairy farmer. He said …" */
export const roleAndName: Rule = {
  name: 'role-and-name',
  because: 'Who the person is now stands in a sentence of its own.',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Dairy farmer Peter Lawson said he had opened his gates on Monday and let all of his 140 cows go.',
      'Peter Lawson is a dairy farmer.',
      'Lawson said he had opened his gates on Monday and let all of his 140 cows go.',
    ],
    [
      'Corella Bank chief economist Priya Nandan said the bank now expects a fall in rates by the end of the year.',
      'Priya Nandan is the Corella Bank chief economist.',
      'Nandan said the bank now expects a fall in rates by the end of the year.',
    ],
  ],
  leavesAlone: [
    'Dairy farmer Peter Lawson died in the fire on Monday night when he went back for his 140 cows and his dog.',
    'The farmer said Peter Lawson had opened his gates on Monday and let all of his 140 cows go home.',
    'Former prime minister Ann Lee and her husband said they would sell the house by the river next year.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const root = rootOf(words)
    if (root === undefined || isQuestion(words) || speaksOfDeath(words)) return undefined
    if (lengthOf(words) + context.before < worthSplitting[context.level]) return undefined
    const subject = subjectOf(words, root)
    if (subject === undefined || subject > root) return undefined
    const start = /^(?:but|and)$/i.test(words[0]?.text ?? '') ? 1 : 0
    const name = nameBehind(sentence, start, context)
    if (name === undefined || subject >= name.end || name.end > root) return undefined
    // "Ann Lee and her husband": the role is of one of them.
    if (words.slice(name.end, root).some((word) => word.upos === 'CCONJ')) return undefined
    if (
      !/^(?:VERB|AUX|ADV)$/.test(words[name.end]?.upos ?? '') ||
      (!isReporting(words[root]?.lemma ?? '') && words[root]?.upos !== 'VERB')
    )
      return undefined
    const naming = context.cast.again(sentence, name.start, context.origin)
    if (naming === undefined || !naming.isPerson) return undefined
    const role = words.slice(start, name.start)
    if (role.length < 2) return undefined
    const text = roleText(sentence, start, name.start, context.cast)
    const article = articleFor(role, /^\p{Lu}/u.test(text))
    const rest = keep(tokens(name.end, words.length))
    const isRole = [put(`is ${article}`, tokens(name.start, name.start)), put(text, tokens(start, name.start))]
    // "But …" stands right behind what it answers.
    return start === 1
      ? [
          [keep(tokens(0, 1)), keep(tokens(name.start, name.end)), rest],
          [put(naming.text, tokens(name.start, name.end)), ...isRole],
        ]
      : [
          [keep(tokens(name.start, name.end)), ...isRole],
          [put(naming.text, tokens(name.start, name.end)), rest],
        ]
  },
}

/** The full name behind the role: at least two words of a person's name, role nouns before it, no comma. */
function nameBehind(
  sentence: AnalysedSentence,
  start: number,
  { cast, origin }: Parameters<Rule['rewrite']>[1],
): { readonly start: number; readonly end: number } | undefined {
  const { words } = sentence
  const isOfPerson = (at: number): boolean => cast.nameAt(origin(at) ?? -1)?.kind === 'person'
  let at = start
  while (at < words.length && at < start + 8 && !isOfPerson(at)) {
    if (!/^(?:NOUN|PROPN|ADJ|PUNCT)$/.test(words[at]?.upos ?? '') || words[at]?.text === ',' || words[at]?.text === '"')
      return undefined
    at += 1
  }
  const role = words[at - 1]
  if (at === start || role === undefined || !isOfPerson(at)) return undefined
  if (/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Senator|Professor|Sergeant|Inspector|Justice|Judge)\.?$/.test(role.text))
    return undefined
  const noun = role.lemma.toLowerCase()
  if (!isOfClass(noun, 'person') && !single.test(noun) && !/(?:er|or|ist|man|woman|ian)$/.test(noun)) return undefined
  let end = at
  while (end < words.length && (isOfPerson(end) || words[end]?.text === '-')) end += 1
  return end - at >= 2 ? { start: at, end } : undefined
}

/** "Greens senator", "Liberal leader": a party keeps its capital. */
const parties =
  /^(?:Greens|Green|Labor|Labour|Liberal|Liberals|Nationals|Democrat|Democratic|Republican|Conservative|Tory|Reform)$/

function roleText(sentence: AnalysedSentence, start: number, end: number, cast: Cast): string {
  const { document, span, words } = sentence
  const from = document.tokens[span.start + start]?.span.start ?? 0
  const to = document.tokens[span.start + end - 1]?.span.end ?? from
  const text = document.text.slice(from, to)
  const opening = words[start]
  if (start > 0 || opening === undefined) return text
  // "Union secretary" where the story also has "the union", "Local elder".
  const next = words[start + 1]
  const isLower = !parties.test(opening.text) && /^\p{Ll}/u.test(next?.text ?? '') && !cast.keepsCapital(opening, next)
  const isOpener = /^(?:Local|Former|Fellow|Longtime|Retired|Senior|Veteran|Outgoing)$/.test(opening.text)
  if (isLower || isOpener) return text.charAt(0).toLowerCase() + text.slice(1)
  const isName = parties.test(opening.text) || cast.nameWords.has(opening.text) || /^\p{Lu}{2}/u.test(opening.text)
  const isTitle = words.slice(start + 1, end).some((word) => /^\p{Lu}/u.test(word.text))
  return isName || isTitle ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** "the" where only one person has the role, as far as the words tell; else "a". */
function articleFor(role: readonly Word[], isOfName: boolean): string {
  const last = role.at(-1)?.text ?? ''
  const opening = role[0]?.text ?? ''
  const isPast = /^(?:former|ex|acting|retired|senior|junior|local|fellow|independent|assistant)$/i.test(opening)
  const isOffice =
    /^(?:minister|treasurer|premier|governor|commissioner|ombudsman|president|chair|chairman|chairwoman|chairperson|captain|coach|mayor|chancellor)$/i.test(
      last,
    )
  const isGeneral =
    /^general$/i.test(last) && /^(?:attorney|solicitor|auditor|secretary|governor)$/i.test(role.at(-3)?.text ?? '')
  const isLeader =
    /^leader$/i.test(last) &&
    ((isOfName && role.length === 2) ||
      /^(?:opposition|party|labor|labour|coalition|greens|nationals|liberal|house|senate)$/i.test(
        role.at(-2)?.text ?? '',
      ))
  const isNamed = role.some((word) => first.test(word.text)) || role.length > 2 || role[0]?.upos === 'PROPN'
  const isOne = !isPast && role.length > 1 && (isOffice || isGeneral || isLeader || (single.test(last) && isNamed))
  return isOne ? 'the' : indefiniteArticle(opening)
}
