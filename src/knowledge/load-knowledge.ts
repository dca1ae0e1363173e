import type { SimplifyParts } from '../simplify/simplify.ts'
import { loadGlossary } from './load-glossary.ts'
import { loadLexicon } from './load-lexicon.ts'
import { loadReader } from './load-reader.ts'
import { loadVocabulary } from './load-vocabulary.ts'

/** All that the core is given: the reader with its weights, word lists, lexicon and glossary. */
export function loadKnowledge(): SimplifyParts {
  return { reader: loadReader(), lexicon: loadLexicon(), vocabulary: loadVocabulary(), glossary: loadGlossary() }
}
