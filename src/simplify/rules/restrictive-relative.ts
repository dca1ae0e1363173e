import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { chunkFrom, finiteVerbAt } from '../../language/chunks.ts'
import { agrees, bodyEnd, isQuestion } from '../../language/clause-parts.ts'
import { isIntroduced, isOfEvent, lengthOf } from '../../language/insertions.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isReporting } from '../../language/reporting.ts'
import { childrenBy, hasFiniteVerb, isFiniteVerb, isRelation, rootOf, spanOf, subtreeOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { isOfAll } from './this-idea.ts'

/** Shorter ones read well as they are. */
const worthSplitting = { 1: 11, 2: 17 } as const

/** The first word with a tense of the main clause, as the reader sees it. */
function mainVerbStart(words: readonly Word[]): number | undefined {
  const root = rootOf(words)
  if (root === undefined) return undefined
  return [...childrenBy(words, root, 'aux', 'cop'), root].sort((a, b) => a - b).find((at) => isFiniteVerb(words[at]))
}

/** "ruled that the state had hidden a report that might clear her": what is told of the report, the judges tell too. */
export function isInOthersClaim(words: readonly Word[], host: number): boolean {
  for (let at = host, step = 0; at >= 0 && step < words.length; at = words[at]?.head ?? -1, step += 1) {
    const governor = words[words[at]?.head ?? -1]
    const isThat = childrenBy(words, at, 'mark').some((mark) => words[mark]?.text.toLowerCase() === 'that')
    if (
      isThat &&
      isRelation(words[at]?.relation ?? '', 'ccomp') &&
      (isReporting(governor?.lemma ?? '') || /^(?:rule|find|decide|hear|show)$/.test(governor?.lemma ?? ''))
    )
      return true
  }
  return false
}

/** "A bill that would limit rents and ban offers has passed": the subject of the sentence with the clause that tells more of it. */
export const newSubject: Rule = {
  name: 'new-subject',
  because: 'What a new thing is or does now stands in a sentence of its own.',
  adds: true,
  shows: true,
  byMarks: true,
  whenLong: true,
  examples: [
    [
      'A bill that would limit rent rises to once a year and ban secret offers has passed the lower house.',
      'A bill has passed the lower house.',
      'The bill would limit rent rises to once a year and ban secret offers.',
    ],
  ],
  leavesAlone: [
    'An animal that eats only plants and leaves and never any meat is called a herbivore in books about nature.',
    'A person who is found in the park at night may be told to go home by the police.',
    'A man who said that he saw the crash left before the police came to the house.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level]) return undefined
    if (words.some((word) => /^["“”;:]$/u.test(word.text) && word.text !== '"')) return undefined
    const subject = chunkFrom(words, 0)
    if (subject === undefined || !/^(?:a|an)$/i.test(words[0]?.text ?? '')) return undefined
    const link = words[subject.end]?.text.toLowerCase() ?? ''
    const own = finiteVerbAt(words, subject.end + 1)
    const main = mainVerbStart(words)
    if (!/^(?:that|who|which)$/.test(link) || own === undefined || main === undefined || main < own + 3)
      return undefined
    // Only what happened or is said now tells of one certain thing.
    const verb = words[main]
    const root = words[rootOf(words) ?? -1]
    const isOnce =
      verb?.xpos === 'VBD' || (verb?.lemma === 'have' && root?.xpos === 'VBN') || isReporting(verb?.lemma ?? '')
    if (!isOnce || words.slice(subject.end + 1, main).some((word) => isReporting(word.lemma) && word.upos === 'VERB'))
      return undefined
    if (
      words
        .slice(own + 1, main)
        .some((word) => /^(?:VBD|VBZ|MD)$/.test(word.xpos) && word.upos !== 'AUX' && link === 'who')
    )
      return undefined
    if (words.slice(0, main).filter((word) => word.text === '"').length % 2 === 1) return undefined
    const naming = context.cast.again(sentence, subject.head, context.origin)
    if (naming === undefined) return undefined
    const end = words[main - 1]?.text === ',' ? main - 1 : main
    return [
      [keep(tokens(0, subject.end)), keep(tokens(main, words.length))],
      [put(naming.text, tokens(subject.head, subject.head + 1)), keep(tokens(subject.end + 1, end))],
    ]
  },
}

export const restrictiveRelative: Rule = {
  name: 'restrictive-relative',
  because: 'What a new thing is or does now stands in a sentence of its own.',
  adds: true,
  shows: true,
  whenLong: true,
  examples: [
    [
      'A bill that would stop owners from asking for more money has passed the lower house by 83 votes to 61.',
      'A bill has passed the lower house by 83 votes to 61.',
      'The bill would stop owners from asking for more money.',
    ],
    [
      'The money went to a riding school that had never had a single pupil in six years and had no horses.',
      'The money went to a riding school.',
      'The riding school had never had a single pupil in six years and had no horses.',
    ],
  ],
  leavesAlone: [
    'Tenants who had paid on time for two years could not be evicted without a reason set out in the law.',
    'The state may build a school that would take pupils from four towns along the coast from next year.',
    'She did not find a doctor who could see the child before the end of the week in any of the towns.',
    'An animal that eats only plants and leaves and never any meat is called a herbivore in books about nature.',
    'Anyone with a ticket that was sold before Monday can get the money back from the club at the gate.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (isQuestion(words) || lengthOf(words) + context.before < worthSplitting[context.level]) return undefined
    for (let verb = words.length - 1; verb > 1; verb -= 1) {
      const word = words[verb]
      if (word === undefined || !isRelation(word.relation, 'acl:relcl') || word.head < 0 || word.head > verb) continue
      const host = word.head
      if (isInOthersClaim(words, host)) continue
      // "described it as a day that would be remembered": a view of it.
      if (words.slice(Math.max(0, host - 4), host).some((one) => one.text.toLowerCase() === 'as')) continue
      if (words[host]?.upos !== 'NOUN' || !isIntroduced(words, host) || words[host]?.relation === 'conj') continue
      // "called it unlawful, in a decision that could …", "…, a weakness that could …": without its clause either would say nothing.
      const phrase = subtreeOf(words, host).find((at) => words[at]?.upos !== 'PUNCT') ?? host
      const isAside = words[phrase - 1]?.text === ','
      if (isAside && words[phrase]?.upos === 'ADP') continue
      // "a reading that should have …" tells what all of it is; "the disease, a disease" says nothing.
      const isOther = isAside && isRelation(words[host]?.relation ?? '', 'appos', 'parataxis', 'nmod', 'conj')
      const isSaid = words.slice(0, phrase).some((one) => one.lemma === words[host]?.lemma)
      // "was given fentanyl, a painkiller that is strong, before the operation": the tail is of the main clause.
      const isCut = subtreeOf(words, verb).some((at) => words[at]?.text === ',')
      // What a name is goes as a whole.
      if (isOther && words[phrase - 2]?.upos === 'PROPN') continue
      if (isOther && (isOfAll(words[host]?.lemma ?? '') || isSaid || isCut)) continue
      if (!hasFiniteVerb(words, verb) || !isOfEvent(words, host)) continue
      const inside = subtreeOf(words, verb)
      const start = inside.find((at) => words[at]?.upos !== 'PUNCT') ?? verb
      const whole = spanOf(words, verb)
      if (inside.length !== whole.end - whole.start || start !== host + 1) continue
      const link = words[start]
      if (link === undefined || !/^(?:who|that|which)$/i.test(link.text) || !isRelation(link.relation, 'nsubj'))
        continue
      // "the treasurer of a club who stole": no club steals where a person stands before it.
      const above = words[words[host]?.head ?? -1]
      const isOfPerson = isRelation(words[host]?.relation ?? '', 'nmod') && isOfClass(above?.lemma ?? '', 'person')
      if (/^who$/i.test(link.text) && isOfPerson && !isOfClass(words[host]?.lemma ?? '', 'person')) continue
      if (childrenBy(words, verb, 'nsubj').length > 1 || childrenBy(words, host, 'conj').length > 0) continue
      const end = Math.min(whole.end, bodyEnd(words))
      // "countries that have argued for decades | over who may drink": what follows belongs to the clause.
      if (/^(?:WP|WDT|WRB|WP\$)$/.test(words[end + 1]?.xpos ?? '') && words[end]?.upos === 'ADP') continue
      // "who had held it for years and was never challenged": both are told of the host.
      if (/^(?:and|but)$/.test(words[end]?.text ?? '') && finiteVerbAt(words, end + 1) !== undefined) continue
      if (words[end]?.text === ',' && /^(?:which|who|whose|where)$/i.test(words[end + 1]?.text ?? '')) continue
      // "who shut down the network, forcing exams to be cancelled": what he did forced it.
      if (words[end]?.text === ',' && words[end + 1]?.xpos === 'VBG') continue
      // "while more than 22,000 people who came by plane have asked": the number counts these, and "the people" may be others.
      if (
        link.text.toLowerCase() === 'who' &&
        /^(?:people|other|person|man|woman|child|adult)$/.test(words[host]?.lemma ?? '') &&
        words[host]?.xpos === 'NNS' &&
        (childrenBy(words, host, 'nummod').length > 0 || words[host - 1]?.upos !== 'DET')
      )
        continue
      // "the garage of a neighbour that had never been locked": a person is a "who".
      if (link.text.toLowerCase() !== 'who' && isOfClass(words[host]?.lemma ?? '', 'person')) continue
      const naming = context.cast.again(sentence, host, context.origin)
      if (naming === undefined || !agrees(words, verb, naming.plural)) continue
      if (words.slice(start, end).some((part) => part.text === '"')) continue
      const place = tokens(host, host + 1)
      const main: Piece[] = [keep(tokens(0, start)), keep(tokens(end, words.length))]
      return [main, [put(naming.text, place), keep(tokens(start + 1, end))]]
    }
    return undefined
  },
}
