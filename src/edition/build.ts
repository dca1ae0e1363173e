import type { Origin } from '../document/alignment.ts'
import type { EditionSentence, Gloss } from '../document/article.ts'
import { type Block, type Document, freezeDocument, type Token } from '../document/document.ts'
import { type Layer, layer, type Note } from '../document/layer.ts'
import { characters, type TokenSpan, tokens } from '../document/span.ts'
import type { EasySentence, EasyStory } from '../simplify/simplify.ts'

/** The easy story as one frozen document, with what is known of each sentence and each token. */
export interface BuiltStory {
  readonly document: Document
  readonly sentences: readonly EditionSentence[]
  readonly alignment: readonly Origin[]
  readonly glosses: Layer<Gloss>
}

/** Joins finished sentences into a document. Tokens keep the numbers they get here everywhere: page, audio, glosses, changes. */
export function buildStory(id: string, story: EasyStory): BuiltStory {
  let text = ''
  const all: Token[] = []
  const spans: TokenSpan[] = []
  const blocks: Block[] = []
  const about: EditionSentence[] = []
  const alignment: Origin[] = []
  const glosses: Note<Gloss>[] = []

  const add = (sentence: EasySentence): void => {
    const { document, span } = sentence.sentence
    const offset = text.length
    const first = all.length
    text += document.text
    for (const token of document.tokens.slice(span.start, span.end)) {
      all.push({ span: characters(token.span.start + offset, token.span.end + offset), kind: token.kind })
    }
    spans.push(tokens(first, all.length))
    about.push({ kind: sentence.kind, sources: sentence.sources, rules: sentence.rules })
    alignment.push(...sentence.origins)
    for (const { at, length, gloss } of sentence.hard)
      glosses.push({ span: tokens(first + at, first + at + length), value: gloss })
  }

  add(story.headline)
  blocks.push({ kind: 'headline', span: tokens(0, all.length) })
  for (const paragraph of story.paragraphs) {
    if (paragraph.length === 0) continue
    text += '\n\n'
    const first = all.length
    for (const [at, sentence] of paragraph.entries()) {
      if (at > 0) text += ' '
      add(sentence)
    }
    blocks.push({ kind: 'paragraph', span: tokens(first, all.length) })
  }
  const document = freezeDocument({ id, text, tokens: all, sentences: spans, blocks })
  return { document, sentences: about, alignment, glosses: layer(id, glosses) }
}
