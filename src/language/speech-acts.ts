import type { Word } from './analysis.ts'
import { isReporting } from './reporting.ts'

/** What people do with words besides saying that something is so. */
const deeds = new Set(
  'accuse admit apologise apologize appeal ask attack blame call caution condemn criticise criticize declare decline defend demand deny describe dismiss encourage implore invite joke oppose order pledge plead praise promise refuse reject request support thank threaten urge vow warn welcome'.split(
    ' ',
  ),
)

/** Whether a verb tells of speech: "said", "urged", "refused". */
export function isSpeechAct(lemma: string): boolean {
  return isReporting(lemma) || deeds.has(lemma)
}

/** What a board or a court does inside, and tells nobody: no speaker is thought of. */
const inner =
  /^(?:conclude|find|show|believe|think|hope|expect|fear|accept|agree|estimate|guess|reveal|assume|reckon|suspect|predict|forecast)$/

/**
 * Where "and urged …", "but promised …" stands without a subject in `[start, end)`: in "She said the church had failed and
 * promised …" the one who promised may be the speaker or the one spoken of.
 */
export function secondSpeechAct(words: readonly Word[], start: number, end = words.length): number | undefined {
  for (let at = start + 1; at < end - 1; at += 1) {
    if (!/^(?:and|but)$/i.test(words[at]?.text ?? '')) continue
    const verb = words[at + 1]?.upos === 'ADV' ? at + 2 : at + 1
    const word = words[verb]
    if (word !== undefined && isSpeechAct(word.lemma) && !inner.test(word.lemma) && isToldIn(words, start, verb))
      return at
    if (isSpeakerAgain(words, at + 1)) return at
  }
  return undefined
}

/** "…, but he is quick to point out", "and she urged people": the writer tells what the speaker does besides. */
function isSpeakerAgain(words: readonly Word[], at: number): boolean {
  if (!/^(?:he|she)$/i.test(words[at]?.text ?? '') || !/^(?:VBD|VBZ)$/.test(words[at + 1]?.xpos ?? '')) return false
  return words
    .slice(at + 1, at + 6)
    .some(
      (word) => word.upos === 'VERB' && (isSpeechAct(word.lemma) || word.lemma === 'point') && !inner.test(word.lemma),
    )
}

/** Whether the word at `verb` tells a past deed; an -ed form also counts where nothing since `start` lets it be a participle. */
export function isToldIn(words: readonly Word[], start: number, verb: number): boolean {
  const word = words[verb]
  if (word?.upos !== 'VERB') return false
  if (word.xpos === 'VBD') return true
  if (word.xpos !== 'VBN' || words[verb + 1]?.text === 'by') return false
  return !words.slice(start, verb).some((other) => other.xpos === 'VBN' || other.lemma === 'have')
}
