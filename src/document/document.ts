import { type CharacterSpan, characters, type TokenSpan } from './span.ts'

/** The smallest part that has a place: a word, a number, a mark. Its index in the document is its only name. */
export interface Token {
  readonly span: CharacterSpan
  readonly kind: 'word' | 'number' | 'punctuation'
}

/**
 * What a block is for. `explanation` is a sentence that the edition adds to say what a hard word means;
 * it stands in a paragraph like any other sentence, so it is a kind of sentence and not of block.
 */
export type BlockKind = 'headline' | 'summary' | 'heading' | 'paragraph' | 'item'

/** A headline, a paragraph, a list item: whole sentences that stand together. */
export interface Block {
  readonly kind: BlockKind
  readonly span: TokenSpan
}

/**
 * One text, kept once and frozen. Tokens know their place in the text;
 * sentences and blocks are ranges of tokens, in order, that cover every token.
 */
export interface Document {
  readonly id: string
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly TokenSpan[]
  readonly blocks: readonly Block[]
}

/** The same document with itself and all its lists frozen. */
export function freezeDocument(document: Document): Document {
  for (const token of document.tokens) Object.freeze(Object.freeze(token).span)
  for (const sentence of document.sentences) Object.freeze(sentence)
  for (const block of document.blocks) Object.freeze(Object.freeze(block).span)
  Object.freeze(document.tokens)
  Object.freeze(document.sentences)
  Object.freeze(document.blocks)
  return Object.freeze(document)
}

/** The characters that a span of tokens covers, with the spaces and marks between them; `''` for an empty span. */
export function textOf(document: Document, span: TokenSpan): string {
  const range = charactersOf(document, span)
  return document.text.slice(range.start, range.end)
}

/** Where a span of tokens begins and ends in the text. An empty span has an empty range. */
export function charactersOf(document: Document, span: TokenSpan): CharacterSpan {
  const first = document.tokens[span.start]
  const last = document.tokens[span.end - 1]
  if (first === undefined || last === undefined || span.end <= span.start) return characters(0, 0)
  return characters(first.span.start, last.span.end)
}

/** The sentences of a block, as indexes into `document.sentences`, ascending. */
export function sentencesOf(document: Document, block: Block): readonly number[] {
  return document.sentences.flatMap((sentence, index) =>
    sentence.start >= block.span.start && sentence.end <= block.span.end ? [index] : [],
  )
}
