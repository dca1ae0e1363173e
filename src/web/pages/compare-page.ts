import type { Edition, Level } from '../../document/article.ts'
import { type Document, textOf } from '../../document/document.ts'
import type { ChangeKind, PreparedArticle } from '../../edition/prepared.ts'
import type { EditionStatus, StoredArticle } from '../../store/store.ts'
import { storyPath } from '../parts.ts'
import { type StoryFrame, storyFrame } from './story-page.ts'

/** One row of easy beside original. */
export interface CompareRow {
  readonly kind: ChangeKind
  /** A sign and a word, so that colour is never needed. */
  readonly sign: string
  readonly word: string
  readonly easy: readonly string[]
  readonly original: readonly string[]
  readonly reasons: readonly string[]
}

/** Something that the check of the facts saw. */
export interface FindingView {
  readonly problem: boolean
  readonly message: string
}

/** Easy beside original, with what changed and why. */
export interface ComparePage extends StoryFrame {
  readonly level: Level
  readonly otherLevel: { readonly name: string; readonly path: string }
  readonly rows: readonly CompareRow[]
  readonly counts: readonly { readonly word: string; readonly sign: string; readonly count: number }[]
  readonly findings: readonly FindingView[]
  /** Who wrote the easy text. */
  readonly writtenBy: string
  readonly mayShow: boolean
}

const signs: Readonly<Record<ChangeKind, { readonly sign: string; readonly word: string }>> = {
  kept: { sign: '=', word: 'Same' },
  reworded: { sign: '≈', word: 'Other words' },
  split: { sign: '÷', word: 'Made shorter' },
  moved: { sign: '↕', word: 'Moved' },
  'left-out': { sign: '−', word: 'Left out' },
  added: { sign: '+', word: 'Added' },
}

/** The comparison of an edition with its original. */
export function comparePage(
  article: StoredArticle,
  prepared: PreparedArticle,
  level: Level,
  status: EditionStatus,
): ComparePage {
  const { edition, changes } = prepared.editions[level]
  const mayShow = article.arrival.fields.permissions.mayShowOriginal
  const rows = changes.map(({ kind, sources, sentences, reasons }) => ({
    kind,
    ...signs[kind],
    easy: sentencesAt(edition.document, sentences),
    original: mayShow ? sentencesAt(prepared.original, sources) : [],
    reasons,
  }))
  const other = level === 1 ? 2 : 1
  return {
    ...storyFrame(article, prepared, level, status),
    level,
    otherLevel: { name: `Level ${other}`, path: `${storyPath(article, other)}/compare` },
    rows,
    counts: Object.values(signs)
      .map(({ word, sign }) => ({ word, sign, count: rows.filter((row) => row.word === word).length }))
      .filter(({ count }) => count > 0),
    // What was left out or added has a row of its own below.
    findings: edition.fidelity.findings
      .filter(({ kind }) => kind !== 'sentence-left-out' && kind !== 'sentence-added')
      .map(({ weight, message }) => ({ problem: weight === 'problem', message })),
    writtenBy: writtenBy(edition),
    mayShow,
  }
}

function writtenBy({ sentences, madeBy }: Edition): string {
  const outside = sentences.filter(({ rules }) => rules.includes('outside-model')).length
  if (outside === 0) return 'Our own program wrote the easy text. It does not use a large language model.'
  const model = madeBy.slice(madeBy.indexOf(' and ') + ' and '.length)
  const count = outside === 1 ? '1 sentence is' : `${outside} sentences are`
  return `Our own program wrote the easy text. But ${count} by a language model (${model}). Our program checked each one.`
}

function sentencesAt(document: Document, indexes: readonly number[]): readonly string[] {
  return indexes.flatMap((index) => {
    const span = document.sentences[index]
    return span === undefined ? [] : [textOf(document, span)]
  })
}
