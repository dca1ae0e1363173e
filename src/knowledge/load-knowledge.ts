import { rememberSentences } from '../language/remember.ts'
import type { SimplifyParts } from '../simplify/simplify.ts'
import { loadGlossary } from './load-glossary.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadReader } from './load-reader.ts'
import { loadVocabulary } from './load-vocabulary.ts'

/** All that the core is given: both readers with their weights, word lists, lexicon and glossary. */
export function loadKnowledge(): SimplifyParts {
  return {
    reader: rememberSentences(loadReader()),
    checker: rememberSentences(loadReader({ model: 'second' })),
    lexicon: loadLexicon(),
    vocabulary: loadVocabulary(),
    glossary: loadGlossary(),
  }
}
