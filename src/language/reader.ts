import { type Block, type Document, freezeDocument, type Token } from '../document/document.ts'
import { layer } from '../document/layer.ts'
import { type TokenSpan, tokens } from '../document/span.ts'
import type { AnalysedSentence, Analysis, Reader, TextBlock, Word } from './analysis.ts'
import { featuresOf } from './features.ts'
import { lemmaOf, type WordRank } from './lemma.ts'
import { findNames } from './names.ts'
import type { ParsedWord, Parser } from './parser.ts'
import { findQuantities } from './quantities.ts'
import { repair } from './repair.ts'
import { splitSentences } from './sentences.ts'
import { tokenise } from './tokenise.ts'

/** A reader of English on top of a parser. `rank` says how common a word is, for its lemma. */
export function createReader(parser: Parser, rank: WordRank = () => undefined): Reader {
  const parseForms = (forms: readonly string[]): readonly Word[] => {
    const parsed = repair(forms, parser.parse(forms.map(asRead)))
    const isShouted = shouts(forms)
    return parsed.map((word, at) => {
      const text = forms[at] ?? ''
      const quiet = isShouted ? calm(text, word.xpos) : text
      const lemma = isHave(text, word, parsed.slice(at + 1, at + 4)) ? 'have' : lemmaOf(quiet, word.xpos, rank)
      return { text, lemma, features: featuresOf(text, word.xpos), ...word }
    })
  }

  const analyseSentence = (document: Document, span: TokenSpan): AnalysedSentence => {
    const forms = document.tokens
      .slice(span.start, span.end)
      .map((token) => document.text.slice(token.span.start, token.span.end))
    return { document, span, words: parseForms(forms) }
  }

  return {
    read: readDocument,
    analyse: (document, published): Analysis => {
      const sentences = document.sentences.map((span) => analyseSentence(document, span))
      return {
        document,
        sentences,
        names: layer(document.id, findNames(sentences)),
        quantities: layer(
          document.id,
          sentences.flatMap((sentence) => findQuantities(sentence, published)),
        ),
      }
    },
    parse: (sentence) => {
      const found = tokenise(sentence)
      const span = tokens(0, found.length)
      const document = freezeDocument({
        id: 'sentence',
        text: sentence,
        tokens: found,
        sentences: [span],
        blocks: [{ kind: 'paragraph', span }],
      })
      return analyseSentence(document, span)
    },
    parseForms,
  }
}

/** Whether a sentence is written in capitals, so that they tell nothing of names. */
function shouts(forms: readonly string[]): boolean {
  const long = forms.filter((form) => /^\p{L}{2,}$/u.test(form))
  return long.length >= 3 && long.filter((form) => form === form.toUpperCase()).length >= long.length * 0.7
}

/** "PRICES" → prices, "SYDNEY" → Sydney. */
function calm(text: string, xpos: string): string {
  if (!/^\p{Lu}{2,}/u.test(text)) return text
  const lower = text.toLowerCase()
  if (!xpos.startsWith('NNP')) return lower
  return text.length > 3 ? text.charAt(0) + lower.slice(1) : text
}

/** "She's been ill": 's as a helper of a participle is "has", but "it's made" is "is". `next` are the words after it. */
function isHave(text: string, word: ParsedWord, next: readonly ParsedWord[]): boolean {
  return /^['’]s$/i.test(text) && word.relation === 'aux' && next.some(({ xpos }) => xpos === 'VBN')
}

/** What stands for a form in the treebanks: "US$" and "$A" are read as "$", which the parser has seen. */
function asRead(form: string): string {
  return /^(?:\p{Lu}+[$€£¥]|[$€£¥]\p{Lu}+)$/u.test(form) ? '$' : form
}

/** Blocks as one frozen document; a blank line stands between two blocks. Blocks without a word are passed over. */
export function readDocument(id: string, blocks: readonly TextBlock[]): Document {
  let text = ''
  const all: Token[] = []
  const sentences: TokenSpan[] = []
  const places: Block[] = []
  for (const block of blocks) {
    const own = block.text.replaceAll(/\s+/gu, ' ').trim()
    if (own === '') continue
    if (text !== '') text += '\n\n'
    const offset = text.length
    text += own
    const found = tokenise(own, offset)
    if (found.length === 0) continue
    const first = all.length
    for (const span of splitSentences(own, found, offset)) sentences.push(tokens(first + span.start, first + span.end))
    all.push(...found)
    places.push({ kind: block.kind, span: tokens(first, all.length) })
  }
  return freezeDocument({ id, text, tokens: all, sentences, blocks: places })
}
