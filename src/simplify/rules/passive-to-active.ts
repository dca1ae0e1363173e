import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { inflect } from '../../language/inflect.ts'
import { type Agent, agentOf } from '../../language/passive.ts'
import { childOf, childrenBy, rootOf, subtreeOf } from '../../language/tree.ts'
import { keep, type Piece, put, type Rewrite } from '../rewrite.ts'
import type { Rule, RuleContext } from '../rule.ts'

const objectForms: Readonly<Record<string, string>> = {
  he: 'him',
  she: 'her',
  they: 'them',
  we: 'us',
  i: 'me',
  it: 'it',
  you: 'you',
}

export const passiveToActive: Rule = {
  name: 'passive-to-active',
  because: 'Now the sentence says first who did it.',
  examples: [
    ['The plan was rejected by the council on Monday.', 'The council rejected the plan on Monday.'],
    ['Two hikers were rescued by police.', 'Police rescued two hikers.'],
    ['The law has been criticised by doctors.', 'Doctors have criticised the law.'],
  ],
  leavesAlone: [
    'The vote was won by 83 votes.',
    'The work will be finished by midday.',
    'Prices were pushed up by the drought.',
    'The town was hit by heavy rain.',
    'The declaration was signed by leaders of 18 nations in Suva on Wednesday.',
    'The bill was backed by unions but opposed by banks.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    const verb = rootOf(words)
    if (verb === undefined || isQuestion(words) || words[verb]?.xpos !== 'VBN') return undefined
    const subject = childOf(words, verb, 'nsubj:pass')
    const agent = plainAgent(words, verb, context)
    if (subject === undefined || agent === undefined) return undefined
    if (childrenBy(words, verb, 'conj', 'advcl', 'ccomp', 'parataxis', 'xcomp', 'cc').length > 0) return undefined
    const group = helpers(words, verb, agent.plural)
    if (group === undefined) return undefined
    const own = subtreeOf(words, subject)
    const start = own[0] ?? subject
    const end = (own.at(-1) ?? subject) + 1
    // Something between the subject and its verb ("he, too, was") is left as it is.
    if (end !== group.start || words.slice(start, end).some((word) => word.text === ',' || word.text === '"'))
      return undefined
    const object = own.length === 1 ? objectForms[words[subject]?.text.toLowerCase() ?? ''] : undefined
    // "was knocked back by the council": the small word stays with its verb.
    // So does the preposition of "was agreed to by both sides".
    const clings =
      words[verb + 1]?.relation === 'compound:prt' || (words[verb + 1]?.upos === 'ADP' && verb + 2 === agent.by)
    if (clings && object !== undefined) return undefined
    const particle = clings ? verb + 2 : verb + 1
    const pieces: readonly Piece[] = [
      keep(tokens(0, start)),
      keep(tokens(agent.start, agent.end)),
      ...group.pieces,
      keep(tokens(verb + 1, particle)),
      object === undefined ? keep(tokens(start, end)) : put(object, tokens(start, end)),
      keep(tokens(particle, agent.by)),
      keep(tokens(agent.end, words.length)),
    ]
    return [pieces.filter((piece) => piece.kind === 'put' || piece.span.end > piece.span.start)]
  },
}

/** What somebody makes or does: "research by", "a raid by", "measurements by". */
const isMade =
  /(?:ment|tion|sion|sis|ance|ence|al)$|^(?:study|research|report|survey|review|work|attack|raid|paper|figure|data|offer|claim|statement|film|book|song|painting|visit|test|search|finding|warning|ruling|speech|call|move|plan|fall|rise|push|bid|poll|photo|picture|story|article|novel|play|letter)$/

/** The doer, named without a comma, a second one or more said of it: only then can it open the sentence. */
function plainAgent(words: readonly Word[], verb: number, context: RuleContext): Agent | undefined {
  const agent = agentOf(words, verb, (head) => {
    const kind = context.cast.nameAt(context.origin(head) ?? -1)?.kind
    return kind === 'person' || kind === 'organisation'
  })
  if (agent === undefined) return undefined
  // "are based on six years of measurements by a team": the team made the measurements.
  const before = words[agent.by - 1]
  if (agent.by > verb + 1 && before?.xpos.startsWith('NN') && isMade.test(before.lemma)) return undefined
  // "by workers from a shipyard": what is said more of the doer would stay behind.
  if (/^(?:from|of|with|near|at|inside|outside|living|based)$/i.test(words[agent.end]?.text ?? '')) return undefined
  // "by a surfer about 400 metres off Burleigh Heads": that is where it was.
  if (
    words
      .slice(agent.head + 1, agent.end)
      .some((part) => part.upos === 'NUM' || /^(?:off|outside|inside|near)$/i.test(part.text))
  )
    return undefined
  // "by the National Museum in Oslo": the place is the museum's.
  // "by researchers at the Karlsen Institute in Oslo": or the institute's.
  if (
    words[agent.end]?.text === 'in' &&
    (words[agent.head]?.upos === 'PROPN' || words[agent.end - 1]?.upos === 'PROPN')
  )
    return undefined
  const inside = words.slice(agent.by, agent.end)
  // "by leaders of 18 nations in Suva": the place may be where it was done.
  const of = inside.findIndex((part) => part.text === 'of')
  if (of >= 0 && inside.slice(of).some((part) => /^(?:in|at|on|near|during)$/.test(part.text))) return undefined
  if (inside.some((part) => part.text === ',' || part.upos === 'CCONJ' || part.text === '"')) return undefined
  return childrenBy(words, agent.head, 'acl', 'appos', 'conj').length > 0 ? undefined : agent
}

/** The active verb group with its first word: "was rejected" → "rejected", "has been criticised" → "have criticised". */
function helpers(
  words: readonly Word[],
  verb: number,
  plural: boolean,
): { readonly start: number; readonly pieces: readonly Piece[] } | undefined {
  const aux = childrenBy(words, verb, 'aux').filter((at) => at < verb)
  const between = words.slice(aux[0] ?? verb, verb)
  // "was not rejected", "was also rejected": the adverb would need a new place.
  if (between.length !== aux.length || aux.length === 0) return undefined
  const main = words[verb]
  const start = aux[0] ?? verb
  if (main === undefined) return undefined
  const chain = aux.map((at) => words[at]?.text.toLowerCase() ?? '').join(' ')
  const all = tokens(start, verb + 1)
  const form = (text: string): readonly Piece[] => [put(text, all)]
  const { lemma } = main
  if (chain === 'was' || chain === 'were') return { start, pieces: form(inflect(lemma, 'VBD')) }
  if (chain === 'is' || chain === 'are') return { start, pieces: form(inflect(lemma, plural ? 'VBP' : 'VBZ')) }
  if (chain === 'has been' || chain === 'have been')
    return { start, pieces: form(`${plural ? 'have' : 'has'} ${main.text}`) }
  if (chain === 'had been') return { start, pieces: form(`had ${main.text}`) }
  const modal = words[aux[0] ?? 0]
  if (aux.length === 2 && modal?.xpos === 'MD' && chain.endsWith(' be'))
    return { start, pieces: form(`${modal.text.toLowerCase()} ${inflect(lemma, 'VB')}`) }
  return undefined
}
