import { tokens } from '../../document/span.ts'
import type { Word } from '../../language/analysis.ts'
import { reportingAt, speakerFrom, startsOf } from '../../language/attribution-by-marks.ts'
import { finiteVerbAt } from '../../language/chunks.ts'
import { isQuestion } from '../../language/clause-parts.ts'
import { isOfClass } from '../../language/noun-classes.ts'
import { isSpeechAct } from '../../language/speech-acts.ts'
import { clauseStartAt } from '../../language/tail-clause.ts'
import { keep, put, type Rewrite } from '../rewrite.ts'
import type { Rule } from '../rule.ts'
import { mayBe, pronounKind } from './pronoun-owners.ts'

/** "Y said A, although he stopped short of B", "Y said A, though a spokesman for Z said B": what is said besides A. */
export const speakerBut: Rule = {
  name: 'speaker-but',
  because: '"But" is easier than "although".',
  shows: true,
  keepsSpeaker: true,
  whenLong: true,
  examples: [
    [
      'Mr Whitlock said the government would look at a lower speed limit, although he refused to promise a new bike path.',
      'Mr Whitlock said the government would look at a lower speed limit.',
      'But Mr Whitlock refused to promise a new bike path.',
    ],
    [
      'The government said it would accept the decision, though a spokesman for Mr Odeka accused the judges of taking sides.',
      'The government said it would accept the decision.',
      'But a spokesman for Mr Odeka accused the judges of taking sides.',
    ],
  ],
  leavesAlone: [
    'Mr Whitlock said the mayor would look at a lower speed limit, although he refused to promise a new bike path.',
    'Mr Whitlock said the road was safe, although he knew of two crashes that had happened in the past year.',
    'The government said it would accept the decision, though it was sad for the people who had voted for it.',
    'Ms Lee said her son was happy at the school, though his teacher said he often sat by himself.',
  ],

  rewrite(sentence, context): Rewrite | undefined {
    const { words } = sentence
    if (context.before > 0 || isQuestion(words) || words.some((word) => /^["“”;:]$/u.test(word.text))) return undefined
    const [start = 0] = startsOf(words)
    const speaker = speakerFrom(words, start)
    const said = speaker === undefined ? undefined : reportingAt(words, speaker.end)
    if (speaker === undefined || said === undefined) return undefined
    const at = words.findIndex(
      (word, place) =>
        place > said + 3 && /^(?:although|though|while)$/i.test(word.text) && words[place - 1]?.text === ',',
    )
    if (at < 0) return undefined
    const isWhile = /^while$/i.test(words[at]?.text ?? '')
    const kind = pronounKind(words[at + 1])
    if (kind === undefined) {
      if (!isOtherSpeaker(words, at + 1)) return undefined
      const link = isWhile ? 'meanwhile,' : 'but'
      return [[keep(tokens(0, at - 1))], [put(link, tokens(at, at + 1)), keep(tokens(at + 1, words.length))]]
    }
    // "A, though B, said": only one such clause, and it ends the sentence.
    if (isWhile || words.slice(at + 1).some((word) => word.text === ',')) return undefined
    const verb = finiteVerbAt(words, at + 2)
    if (verb === undefined || !isDeedOfSpeech(words, verb)) return undefined
    const naming = context.cast.again(sentence, speaker.head, context.origin)
    const fits =
      naming !== undefined && (kind === 'they' ? naming.plural : !naming.plural && naming.isPerson === (kind !== 'it'))
    // Somebody in the claim could be the one who refused.
    const isRival = (word: Word, place: number): boolean =>
      (word.upos === 'PROPN' ||
        isOfClass(word.lemma, 'person') ||
        isOfClass(word.lemma, 'body') ||
        word.upos === 'PRON') &&
      mayBe(words, said + 1 + place, word, kind) &&
      word.text.toLowerCase() !== words[at + 1]?.text.toLowerCase()
    if (!fits || words.slice(said + 1, at).some(isRival)) return undefined
    return [
      [keep(tokens(0, at - 1))],
      [put('but', tokens(at, at + 1)), put(naming.text, tokens(at + 1, at + 2)), keep(tokens(at + 2, words.length))],
    ]
  },
}

/** "refused", "warned", "stopped short of", "did not say": what a speaker does, told by the writer. */
function isDeedOfSpeech(words: readonly Word[], verb: number): boolean {
  const word = words[verb]
  if (word === undefined || word.xpos === 'MD' || word.lemma === 'have' || word.lemma === 'be') return false
  const isDenied = word.lemma === 'do' && /^(?:not|n['’]t)$/i.test(words[verb + 1]?.text ?? '')
  const head = isDenied ? words[verb + 2] : word
  if (head === undefined || (!isDenied && head.upos !== 'VERB')) return false
  if (head.lemma === 'stop') return words[verb + 1]?.text === 'short'
  return (
    /^(?:elaborate|specify|name|give|rule)$/.test(head.lemma) || (isSpeechAct(head.lemma) && !inner.test(head.lemma))
  )
}

/** What nobody needs to say aloud, and what may have happened long before. */
const inner =
  /^(?:find|show|believe|think|hope|fear|expect|agree|support|reject|oppose|attack|ask|call|order|thank|accept|blame)$/

/** "a spokesman for Mr Odeka accused": somebody with a name or a trade, who speaks in the plain past. */
function isOtherSpeaker(words: readonly Word[], start: number): boolean {
  const clause = clauseStartAt(words, start)
  if (clause === undefined || words[clause.verb]?.xpos !== 'VBD') return false
  const { subject, verb } = clause
  // One pair of commas may tell who it is; behind the verb nothing more may follow.
  if (words.slice(verb).some((word) => word.text === ',')) return false
  const own = words.slice(subject.start, verb)
  const isKnown =
    own.some((word) => word.upos === 'PROPN') ||
    (words[subject.head]?.xpos === 'NNS' && isOfClass(words[subject.head]?.lemma ?? '', 'person'))
  return (
    isKnown &&
    !own.some((word) => word.xpos === 'PRP$') &&
    isSpeechAct(words[verb]?.lemma ?? '') &&
    (!inner.test(words[verb]?.lemma ?? '') ||
      (words[verb]?.lemma === 'call' && /^(?:for|on)$/.test(words[verb + 1]?.text ?? '')))
  )
}
