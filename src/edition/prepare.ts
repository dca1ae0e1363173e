import type { Arrival, Edition, Level } from '../document/article.ts'
import type { Analysis, Reader } from '../language/analysis.ts'
import { scoreEdition } from '../readability/rules.ts'
import { scoreText } from '../readability/score.ts'
import type { Suggestions } from '../simplify/outside/rewriter.ts'
import { useSuggestions } from '../simplify/outside/use-suggestions.ts'
import { type EasyStory, type SimplifyParts, simplifyStory } from '../simplify/simplify.ts'
import { makeQuestions } from '../study/questions.ts'
import { makeWordList } from '../study/word-list.ts'
import { buildStory } from './build.ts'
import { findChanges } from './difference.ts'
import { checkFidelity } from './fidelity.ts'
import type { PreparedArticle, PreparedEdition } from './prepared.ts'

/** Name and version of the embedded engine, kept with every edition that it makes. */
export const engineName = 'newsease-1'

/**
 * The path of an article: read it, score it, and make its two easy editions. `suggestions` are texts that somebody else
 * wrote for it; only what passes the judge comes in.
 */
export function prepareArticle(arrival: Arrival, parts: SimplifyParts, suggestions?: Suggestions): PreparedArticle {
  const analysis = readArrival(arrival, parts.reader)
  return {
    original: analysis.document,
    originalScores: scoreText(analysis, parts.vocabulary),
    editions: {
      1: prepareEdition(analysis, 1, parts, suggestions),
      2: prepareEdition(analysis, 2, parts, suggestions),
    },
  }
}

/** The original as an analysed document: headline first, then the body. Dates in it are seen from its own day. */
export function readArrival({ fields, body }: Arrival, reader: Reader): Analysis {
  const document = reader.read('original', [{ kind: 'headline', text: fields.headline }, ...body])
  return reader.analyse(document, fields.published)
}

/** One easy edition of an analysed article: simplified, checked against its source, scored, with help for learners. */
export function prepareEdition(
  original: Analysis,
  level: Level,
  parts: SimplifyParts,
  suggestions?: Suggestions,
): PreparedEdition {
  const { story, madeBy } = writeStory(original, level, parts, suggestions)
  const built = buildStory(`level-${level}`, story)
  const easy = parts.reader.analyse(built.document)
  const fidelity = checkFidelity(original, built, easy)
  const edition: Edition = { level, ...built, fidelity, madeBy }
  const told = edition.sentences.flatMap((sentence, index) => (sentence.kind === 'story' ? [index] : []))
  return {
    edition,
    scores: scoreEdition(edition, easy, parts.vocabulary),
    changes: findChanges(original.document, built),
    study: {
      words: makeWordList(edition.document, edition.glosses, parts.vocabulary),
      questions: makeQuestions(easy, told),
    },
  }
}

function writeStory(
  original: Analysis,
  level: Level,
  parts: SimplifyParts,
  suggestions: Suggestions | undefined,
): { readonly story: EasyStory; readonly madeBy: string } {
  const own = simplifyStory(original, level, parts)
  if (suggestions === undefined) return { story: own, madeBy: engineName }
  const { story, used } = useSuggestions(own, original, suggestions, level, parts)
  return { story, madeBy: used === 0 ? engineName : `${engineName} and ${suggestions.name}` }
}
