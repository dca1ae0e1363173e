import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts'

/** The real reader, lexicon, lists and glossary, loaded once for a test file. */
export const knowledge = loadKnowledge()
