import type { Word } from '../language/analysis.ts'
import { isOfClass } from '../language/noun-classes.ts'
import { isFiniteVerb, isRelation } from '../language/tree.ts'
import type { Rewrite } from './rewrite.ts'

/** Whether a rewrite ends its first sentence inside "according to …". */
export function cutsSource(words: readonly Word[], [main]: Rewrite): boolean {
  const cut = main?.flatMap((piece) => (piece.kind === 'keep' ? [piece.span.end] : []))[0] ?? words.length
  const to = words.findLastIndex(
    (word, at) => at < cut && /^to$/i.test(word.text) && /^according$/i.test(words[at - 1]?.text ?? ''),
  )
  return to > 1 && cut - to <= 6 && !words.slice(to, cut).some((word) => word.text === ',')
}

/**
 * "the king, bent by age, and twisted to fit into a grave", "a leader who was a victim of lies, in the hands of a poet": what
 * follows the cut belongs to what was cut.
 */
export function leavesHalf(words: readonly Word[], rewrite: Rewrite): boolean {
  const [main] = rewrite
  const kept = main?.flatMap((piece) => (piece.kind === 'keep' ? [piece.span] : [])) ?? []
  const [first, second] = kept
  if (first === undefined || second === undefined || first.start !== 0 || second.start <= first.end + 2) return false
  const open = words[first.end]?.text === ',' ? first.end + 1 : first.end
  const opener = words[open]
  const start = words[second.start]?.text === ',' ? second.start + 1 : second.start
  const [next, following] = [words[start], words[start + 1]]
  if (opener === undefined || next === undefined) return false
  // "the ticket, bought by his wife, was for their daughter": whose it is stands in what would go behind.
  const cut = words.slice(open, second.start)
  const isPerson = (word: Word): boolean => word.upos === 'PROPN' || isOfClass(word.lemma, 'person')
  const points = words.slice(second.start).find((word) => /^(?:their|they|them|his|her|he|she|him)$/i.test(word.text))
  if (
    points !== undefined &&
    cut.some((word) => word.upos === 'NOUN' && isPerson(word)) &&
    (/^the/i.test(points.text) || !words.slice(0, first.end).some(isPerson)) &&
    !words.slice(second.start, words.indexOf(points)).some(isPerson) &&
    !words.slice(0, first.end).some((word) => /^(?:NNS|NNPS)$/.test(word.xpos) && isPerson(word))
  )
    return true
  // "Russia, which has bases in both countries, urged them to stop": "them" is in what would go behind.
  const several = words.slice(second.start).find((word) => /^(?:they|them)$/i.test(word.text))
  const isSeveral = (word: Word): boolean => /^NNP?S$/.test(word.xpos) || isRelation(word.relation, 'conj')
  if (
    several !== undefined &&
    cut.some(isSeveral) &&
    !words.slice(0, first.end).some(isSeveral) &&
    !words.slice(second.start, words.indexOf(several)).some(isSeveral)
  )
    return true
  // "Mr Lee, who owned the boat, said it was insured": what "it" is stands in what would go behind.
  const one = words.slice(second.start).find((word) => /^(?:it|its)$/i.test(word.text))
  const isThing = (word: Word): boolean =>
    word.xpos === 'NN' && !isOfClass(word.lemma, 'person') && !isOfClass(word.lemma, 'time')
  if (
    one !== undefined &&
    !isRelation(one.relation, 'expl') &&
    cut.some(isThing) &&
    words.slice(0, first.end).some((word) => /^(?:Mr|Mrs|Ms|Dr|Professor)$/.test(word.text)) &&
    !words.slice(0, first.end).some(isThing) &&
    !words.slice(second.start, words.indexOf(one)).some(isThing)
  )
    return true
  // "Ms Lee, visiting a shelter in Ararat, a town in the west, on Monday, was": what tells of a place that was cut.
  if (/^(?:DT|PRP\$)$/.test(next.xpos) && words[start - 1]?.text === ',') {
    const comma = words.findIndex((word, at) => at > start && word.text === ',')
    const verb = words.findIndex((word, at) => at > start && isFiniteVerb(word))
    if (comma > 0 && verb > comma && comma - start < 9) return true
  }
  if (/^(?:and|or|but)$/i.test(next.text) && /^VB[NGD]$/.test(opener.xpos) && following?.xpos === opener.xpos)
    return true
  // "many of them crossing into states, where …": what tells of a word that was cut.
  if (/^(?:where|which|whose|whom|who)$/i.test(next.text) && words[start - 1]?.text === ',') return true
  // "…, although he would not confirm it": "it" is what was cut.
  if (/^(?:although|though)$/i.test(next.text))
    return words
      .slice(start, start + 12)
      .some((word) => /^(?:it|this|that)$/i.test(word.text) && isRelation(word.relation, 'obj'))
  return false
}
