import { rememberSentences } from '../language/remember.ts'
import type { SimplifyParts } from '../simplify/simplify.ts'
import { createFallback } from '../study/fallback.ts'
import { loadDefinitions } from './load-definitions.ts'
import { loadDerived, loadGlossary } from './load-glossary.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadReader } from './load-reader.ts'
import { loadVocabulary } from './load-vocabulary.ts'

/** All that the core is given: both readers with their weights, word lists, lexicon and glossary. `siteTerms`: path of a site's own protected terms. */
export function loadKnowledge(siteTerms?: string): SimplifyParts {
  const vocabulary = loadVocabulary()
  const glossary = loadDerived(loadGlossary(), vocabulary)
  return {
    reader: rememberSentences(loadReader()),
    checker: rememberSentences(loadReader({ model: 'second' })),
    lexicon: loadLexicon(siteTerms),
    vocabulary,
    glossary: {
      ...glossary,
      fallback: createFallback(loadDefinitions(), vocabulary, (term) => glossary.entry(term) !== undefined),
    },
  }
}
