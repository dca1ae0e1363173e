import type { Document } from '../document/document.ts'
import { textOf } from '../document/document.ts'
import { structureRules } from '../simplify/rules/index.ts'
import type { BuiltStory } from './build.ts'
import type { ChangeKind, ChangeRow } from './prepared.ts'

/** Why a step that is not a rule of its own changed a sentence, in easy words. */
const reasons: Readonly<Record<string, string>> = {
  'speaker-first': 'We say first who said it.',
  'according-to': 'We say first who said it.',
  'speaker-again': 'We say again who said it.',
  'date-in-full': 'We added the date.',
  'short-form-in-full': 'We wrote the short form out in full.',
  headline: 'We made the headline shorter.',
  explain: 'We added this sentence to explain a word.',
  'outside-model': 'A language model wrote these words. Our checks saw no lost or new fact.',
}
const ruleReasons: ReadonlyMap<string, string> = new Map(structureRules.map((rule) => [rule.name, rule.because]))

/** The reason that a rule gives to readers. */
export function reasonOf(rule: string): string {
  const [kind, entry] = rule.split(':')
  if (kind === 'word' || kind === 'phrase') return `We used easier words for "${entry}".`
  return reasons[rule] ?? ruleReasons.get(rule) ?? 'We changed the words.'
}

/** Rows of "what changed" in the order of the source; explanations stand behind what they explain. */
export function findChanges(original: Document, built: BuiltStory): readonly ChangeRow[] {
  const rows: ChangeRow[] = []
  for (const [source] of original.sentences.entries()) {
    const own = built.sentences.flatMap((sentence, at) => (sentence.sources.includes(source) ? [at] : []))
    if (own.length === 0) {
      rows.push({
        kind: 'left-out',
        sources: [source],
        sentences: [],
        reasons: ['We left this out to keep the story short.'],
      })
      continue
    }
    const rules = [...new Set(own.flatMap((at) => built.sentences[at]?.rules ?? []))]
    rows.push({
      kind: kindOf(original, built, source, own, rules),
      sources: [source],
      sentences: own,
      reasons: [...new Set(rules.map(reasonOf))],
    })
    for (let at = (own.at(-1) ?? 0) + 1; built.sentences[at]?.kind === 'explanation'; at += 1) {
      rows.push({ kind: 'added', sources: [], sentences: [at], reasons: [reasonOf('explain')] })
    }
  }
  return rows
}

function kindOf(
  original: Document,
  built: BuiltStory,
  source: number,
  own: readonly number[],
  rules: readonly string[],
): ChangeKind {
  if (own.length > 1) return 'split'
  const span = original.sentences[source]
  const [only] = own
  const easy = only === undefined ? undefined : built.document.sentences[only]
  if (span !== undefined && easy !== undefined && textOf(original, span) === textOf(built.document, easy)) return 'kept'
  return rules.length > 0 && rules.every((rule) => rule === 'speaker-first' || rule === 'according-to')
    ? 'moved'
    : 'reworded'
}
