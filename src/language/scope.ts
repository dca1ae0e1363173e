import type { Word } from './analysis.ts'
import { isModal, isNegated } from './clause-parts.ts'
import { childrenBy, isRelation } from './tree.ts'

/** What a word can stand under, so that it is not told as a fact. */
export type ScopeKind = 'not' | 'may' | 'if' | 'wish' | 'question' | 'alleged'

const wishes = new Set(
  'aim ask attempt call consider demand expect hope intend need offer order plan promise propose refuse seek threaten try urge want wish'.split(
    ' ',
  ),
)
const doubts = new Set('possible impossible likely unlikely probable potential doubtful'.split(' '))
const allegations = new Set('accuse allege suspect claim charge believe'.split(' '))

/**
 * For each word, what it stands under: "not" of its own clause or one above, a modal that leaves it open (may, could, might,
 * would, should), "if", a wish or plan, a question, an allegation. What stands under nothing is told as a fact.
 */
export function scopesOf(words: readonly Word[]): readonly ReadonlySet<ScopeKind>[] {
  const isQuestion = words.at(-1)?.text === '?'
  const own = words.map((_, at) => ownScopes(words, at))
  return words.map((_, start) => {
    const found = new Set<ScopeKind>(isQuestion ? ['question'] : [])
    let below = -1
    let at = start
    for (let steps = 0; steps < words.length && at >= 0; steps += 1) {
      for (const kind of own[at] ?? []) {
        // The subject of a denied verb is there; what it does is not.
        const isSubject = below >= 0 && isRelation(words[below]?.relation ?? '', 'nsubj')
        if (!(isSubject && (kind === 'not' || kind === 'may' || kind === 'wish'))) found.add(kind)
      }
      below = at
      at = words[at]?.head ?? -1
    }
    return found
  })
}

function ownScopes(words: readonly Word[], at: number): readonly ScopeKind[] {
  const word = words[at]
  if (word === undefined) return []
  const found: ScopeKind[] = []
  if (isNegated(words, at)) found.push('not')
  const isOpen = childrenBy(words, at, 'aux').some((aux) =>
    /^(?:may|might|could|would|should|can)$/i.test(words[aux]?.text ?? ''),
  )
  if ((isModal(words, at) && isOpen) || doubts.has(word.lemma)) found.push('may')
  if (childrenBy(words, at, 'mark').some((mark) => /^(?:if|unless|whether|should)$/i.test(words[mark]?.text ?? '')))
    found.push('if')
  if (word.upos === 'VERB' && wishes.has(word.lemma) && childrenBy(words, at, 'xcomp', 'ccomp').length > 0)
    found.push('wish')
  if (word.upos === 'VERB' && allegations.has(word.lemma)) found.push('alleged')
  if (
    childrenBy(words, at, 'advmod').some((adverb) =>
      /^(?:allegedly|reportedly|possibly|perhaps|probably|likely)$/i.test(words[adverb]?.text ?? ''),
    )
  )
    found.push(/^alleg|^report/.test(words[at]?.text ?? '') ? 'alleged' : 'may')
  return found
}
