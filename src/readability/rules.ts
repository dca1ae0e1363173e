import type { Edition, Level } from '../document/article.ts'
import { sentencesOf, textOf } from '../document/document.ts'
import type { AnalysedSentence, Analysis } from '../language/analysis.ts'
import { countText, runningWords } from './counts.ts'
import { fleschKincaid } from './formulas.ts'
import { isPassive, scoreText, storySentences } from './score.ts'
import type { EditionScores, RuleResult } from './scores.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the rules look at. */
interface Looked {
  readonly edition: Edition
  readonly analysis: Analysis
  readonly vocabulary: Vocabulary
  readonly level: Level
  /** Story and explanation sentences with their index in the document. */
  readonly sentences: readonly { readonly index: number; readonly sentence: AnalysedSentence; readonly words: number }[]
}

type Rule = (looked: Looked) => RuleResult

/** Scores of an edition with the house's rules T1–T21, each passed or failed with the sentences that fail. `analysis` is of the edition's own document. */
export function scoreEdition(edition: Edition, analysis: Analysis, vocabulary: Vocabulary): EditionScores {
  const story = new Set(storySentences(analysis))
  const sentences = analysis.sentences.flatMap((sentence, index) =>
    story.has(sentence) ? [{ index, sentence, words: runningWords(sentence).length }] : [],
  )
  const looked: Looked = { edition, analysis, vocabulary, level: edition.level, sentences }
  return { ...scoreText(analysis, vocabulary), level: edition.level, rules: rules.map((rule) => rule(looked)) }
}

const byLevel = <Value>(level: Level, one: Value, two: Value): Value => (level === 1 ? one : two)

function failing(looked: Looked, test: (sentence: AnalysedSentence) => boolean): readonly number[] {
  return looked.sentences.filter(({ sentence }) => test(sentence)).map(({ index }) => index)
}

function ofSentences(id: string, name: string, wanted: string, sentences: readonly number[], allowed = 0): RuleResult {
  const found =
    sentences.length === 0 ? 'none' : sentences.length === 1 ? '1 sentence' : `${sentences.length} sentences`
  return { id, name, passed: sentences.length <= allowed, found, wanted, sentences }
}

const outsideQuotes = (sentence: AnalysedSentence): string =>
  textOf(sentence.document, sentence.span).replaceAll(/"[^"]*"/g, '""')

const rules: readonly Rule[] = [
  (looked) => {
    const most = byLevel(looked.level, 15, 20)
    const longest = Math.max(0, ...looked.sentences.map(({ words }) => words))
    const sentences = looked.sentences.filter(({ words }) => words > most).map(({ index }) => index)
    return {
      id: 'T1',
      name: 'Longest sentence',
      passed: sentences.length === 0,
      found: `${longest} words`,
      wanted: `${most} words or fewer`,
      sentences,
    }
  },
  (looked) => {
    const most = byLevel(looked.level, 9, 12)
    const total = looked.sentences.reduce((sum, { words }) => sum + words, 0)
    const mean = looked.sentences.length === 0 ? 0 : total / looked.sentences.length
    return {
      id: 'T2',
      name: 'Words in a sentence, on average',
      passed: mean <= most,
      found: mean.toFixed(1),
      wanted: `${most} or fewer`,
      sentences: [],
    }
  },
  (looked) => {
    const most = byLevel(looked.level, 5, 7)
    const grade = fleschKincaid(
      countText(
        looked.sentences.map(({ sentence }) => sentence),
        1,
        'Tom',
      ),
    )
    return {
      id: 'T3',
      name: 'School grade',
      passed: grade <= most,
      found: grade.toFixed(1),
      wanted: `${most} or less`,
      sentences: [],
    }
  },
  (looked) => {
    const known = looked.level === 1 ? 'level 1' : 'level 2'
    const words = looked.sentences
      .flatMap(({ sentence }) => runningWords(sentence))
      .filter(({ isName, text }) => !isName && !/\d/.test(text))
    const easy = words.filter(({ word }) => looked.vocabulary.isEasy(word.lemma, word.upos, looked.level)).length
    const share = words.length === 0 ? 1 : easy / words.length
    return {
      id: 'T4',
      name: `Words on the ${known} list`,
      passed: share >= 0.95,
      found: `${Math.round(share * 100)} per cent`,
      wanted: '95 per cent or more',
      sentences: [],
    }
  },
  (looked) => {
    const explained = new Set(
      looked.edition.glosses.notes.flatMap(({ value }) => value.term.toLowerCase().split(/[ -]/)),
    )
    const hard = (sentence: AnalysedSentence): boolean =>
      sentence.words.some(
        (word) =>
          ['NOUN', 'VERB', 'ADJ', 'ADV'].includes(word.upos) &&
          /^\p{L}{2,}$/u.test(word.text) &&
          !looked.vocabulary.isEasy(word.lemma, word.upos, looked.level) &&
          !explained.has(word.lemma.toLowerCase()),
      )
    return ofSentences('T5', 'Hard words without a meaning', 'none', failing(looked, hard))
  },
  (looked) => {
    const most = byLevel(looked.level, 4, 6)
    const words = looked.sentences.reduce((sum, one) => sum + one.words, 0)
    const explained = looked.edition.sentences.filter((sentence) => sentence.kind === 'explanation').length
    const rate = words === 0 ? 0 : (explained / words) * 100
    return {
      id: 'T6',
      name: 'Explained words in 100 words',
      passed: rate <= most,
      found: rate.toFixed(1),
      wanted: `${most} or fewer`,
      sentences: [],
    }
  },
  (looked) => {
    const [most, mostWords] = byLevel(looked.level, [3, 35] as const, [4, 50] as const)
    const words = new Map(looked.sentences.map((one) => [one.index, one.words]))
    const long = looked.edition.document.blocks.flatMap((block) => {
      const own = sentencesOf(looked.edition.document, block).filter((index) => words.has(index))
      const total = own.reduce((sum, index) => sum + (words.get(index) ?? 0), 0)
      return own.length > most || (own.length > 1 && total > mostWords) ? own.slice(0, 1) : []
    })
    return ofSentences('T7', 'Long paragraphs', `${most} sentences and ${mostWords} words or fewer`, long)
  },
  (looked) => {
    const relative = failing(looked, (sentence) => sentence.words.some((word) => word.relation === 'acl:relcl'))
    return ofSentences(
      'T8',
      'Sentences with "who" or "which" parts',
      byLevel(looked.level, 'none', 'one at most'),
      relative,
      byLevel(looked.level, 0, 1),
    )
  },
  (looked) => {
    const passive = failing(looked, isPassive)
    const allowed = byLevel(looked.level, 0, Math.floor(looked.sentences.length * 0.1))
    return ofSentences('T9', 'Passive sentences', byLevel(looked.level, 'none', '1 in 10 or fewer'), passive, allowed)
  },
  (looked) =>
    ofSentences(
      'T10',
      'Idioms that we know of',
      'none',
      failing(looked, (sentence) =>
        /\b(?:in hot water|ball is in|spark(?:ed|s)? outrage|under fire|tip of the iceberg|back to square one|last straw|green light|silver bullet|level playing field|in the same boat|perfect storm|by stealth)\b/i.test(
          outsideQuotes(sentence),
        ),
      ),
    ),
  (looked) => {
    const text = looked.edition.document.text
    const short = failing(looked, (sentence) =>
      (outsideQuotes(sentence).match(/\b[A-Z]{2,6}\b/g) ?? []).some(
        (form) => !wellKnown.has(form) && !longFormIn(text, form),
      ),
    )
    return ofSentences('T11', 'Short forms that are not written out', 'none', short)
  },
  (looked) => {
    const contracted = failing(looked, (sentence) =>
      /\b\w+(?:n't|'re|'ve|'ll)\b|\b(?:I'm|it's|that's|there's|he's|she's)\b/i.test(outsideQuotes(sentence)),
    )
    return ofSentences(
      'T12',
      'Short verb forms such as "don\'t"',
      byLevel(looked.level, 'none', 'allowed'),
      contracted,
      byLevel(looked.level, 0, contracted.length),
    )
  },
  (looked) => ofSentences('T13', 'People with more than one short name', 'none', twoNames(looked)),
  (looked) => {
    const many = failing(
      looked,
      (sentence) =>
        (
          outsideQuotes(sentence)
            .replaceAll(
              /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?/g,
              '',
            )
            .match(/\d[\d,.]*/g) ?? []
        ).length > 1,
    )
    return ofSentences('T14', 'Sentences with more than one number', 'none', many)
  },
  (looked) =>
    ofSentences(
      'T15',
      'Hard marks such as ; ( ) & /',
      'none',
      failing(looked, (sentence) => /[;()[\]&/]|\be\.g\.|\bi\.e\./.test(outsideQuotes(sentence))),
    ),
  (looked) =>
    ofSentences(
      'T16',
      'Sentences with two "not" words',
      'none',
      failing(
        looked,
        (sentence) =>
          sentence.words.filter((word) =>
            /^(?:not|n't|never|no|none|nobody|nothing|neither|nor|without)$/i.test(word.text),
          ).length > 1,
      ),
    ),
  (looked) => {
    const changed = new Set(
      looked.edition.fidelity.findings.flatMap((finding) =>
        finding.kind === 'quote-changed' && finding.sentence !== undefined ? [finding.sentence] : [],
      ),
    )
    return ofSentences('T17', 'Quotes that are not the exact words', 'none', [...changed])
  },
  (looked) => {
    const first = looked.sentences[0]
    const tells = first?.sentence.words.some((word) => word.relation.startsWith('nsubj')) ?? false
    return {
      id: 'T18',
      name: 'The first sentence says who did what',
      passed: tells,
      found: tells ? 'yes' : 'no',
      wanted: 'yes',
      sentences: tells || first === undefined ? [] : [first.index],
    }
  },
  (looked) =>
    ofSentences(
      'T19',
      'Days without a date',
      'none',
      failing(looked, (sentence) => /\b(?:today|tomorrow|yesterday|tonight)\b/i.test(outsideQuotes(sentence))),
    ),
  (looked) =>
    ofSentences(
      'T20',
      'Words in United States spelling',
      'none',
      failing(looked, (sentence) =>
        /\b(?:color|favor|labor|center|theater|organize[ds]?|realize[ds]?|recognize[ds]?|defense|traveled|program{2}e)\b/.test(
          outsideQuotes(sentence),
        ),
      ),
    ),
  (looked) => {
    const block = looked.edition.document.blocks.find(({ kind }) => kind === 'headline')
    const words = block === undefined ? 0 : textOf(looked.edition.document, block.span).split(/\s+/).length
    return {
      id: 'T21',
      name: 'Headline',
      passed: words > 0 && words <= 8,
      found: `${words} words`,
      wanted: '8 words or fewer',
      sentences: words > 8 ? [0] : [],
    }
  },
]

const wellKnown = new Set([
  'ABC',
  'AFL',
  'BBC',
  'CIA',
  'DNA',
  'FBI',
  'FIFA',
  'GPS',
  'HIV',
  'NASA',
  'NRL',
  'SBS',
  'TAFE',
  'TV',
  'UNESCO',
  'UNICEF',
  'US',
  'UK',
  'UN',
  'OK',
  'ID',
  'AM',
  'PM',
])

/** Whether the words that a short form stands for are written out somewhere in the text. */
function longFormIn(text: string, form: string): boolean {
  const letters = [...form].map((letter) => `${letter}[\\p{L}]+`).join('(?: (?:of|and|for|the|in))* ')
  return new RegExp(letters, 'u').test(text)
}

function twoNames(looked: Looked): readonly number[] {
  const short = new Map<number, Set<string>>()
  const found: number[] = []
  const { document, names } = { document: looked.analysis.document, names: looked.analysis.names }
  for (const note of names.notes) {
    if (note.value.kind !== 'person') continue
    const text = textOf(document, note.span)
    if (text === note.value.full) continue
    const known = short.get(note.value.entity) ?? new Set()
    if (known.size > 0 && !known.has(text)) {
      const sentence = looked.sentences.find(
        ({ sentence: one }) => one.span.start <= note.span.start && note.span.end <= one.span.end,
      )
      if (sentence !== undefined) found.push(sentence.index)
    }
    known.add(text)
    short.set(note.value.entity, known)
  }
  return found
}
