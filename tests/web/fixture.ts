import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMp3Encoder } from 'wasm-media-encoders'
import type { Arrival, ArticleFields, Edition, Gloss, Level } from '../../src/document/article.ts'
import type { BlockKind, Document, Token } from '../../src/document/document.ts'
import { freezeDocument } from '../../src/document/document.ts'
import { layer } from '../../src/document/layer.ts'
import { characters, type TokenSpan, tokens } from '../../src/document/span.ts'
import type { PreparedArticle, PreparedEdition } from '../../src/edition/prepared.ts'
import { done, failed } from '../../src/failure.ts'
import type { Progress, Queue } from '../../src/jobs/queue.ts'
import type { Media } from '../../src/media/media.ts'
import type { EditionScores, Formulas, Scores } from '../../src/readability/scores.ts'
import type { Narration } from '../../src/speech/timings.ts'
import type { EditionStatus, SaveOutcome, Spoken, Store, StoredArticle } from '../../src/store/store.ts'
import type { WebParts } from '../../src/web/parts.ts'
import type { Wrap } from '../../src/wrap/wrap.ts'

/** A block of plain sentences. */
export interface PlainBlock {
  readonly kind: BlockKind
  readonly sentences: readonly string[]
}

/** A story in plain words, from which all parts of a stored one are built. */
export interface PlainStory {
  readonly id: string
  readonly date: string
  readonly slug: string
  readonly fields?: Partial<ArticleFields>
  readonly original: readonly PlainBlock[]
  readonly easy: readonly PlainBlock[]
  readonly glosses?: readonly Gloss[]
  readonly checkedBy?: string
  readonly state?: StoredArticle['state']
  readonly missesRules?: boolean
}

/** The words of a sentence and their marks, split at spaces: enough for pages. */
export function plainDocument(id: string, blocks: readonly PlainBlock[]): Document {
  const all: Token[] = []
  const sentences: TokenSpan[] = []
  const spans: { kind: BlockKind; span: TokenSpan }[] = []
  let text = ''
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    const blockStart = all.length
    block.sentences.forEach((sentence, number) => {
      if (number > 0) text += ' '
      const sentenceStart = all.length
      for (const match of sentence.matchAll(
        /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]|[^\s\p{L}\p{N}]/gu,
      )) {
        const start = text.length + match.index
        const kind = /^\p{N}/u.test(match[0]) ? 'number' : /^\p{L}/u.test(match[0]) ? 'word' : 'punctuation'
        all.push({ span: characters(start, start + match[0].length), kind })
      }
      text += sentence
      sentences.push(tokens(sentenceStart, all.length))
    })
    spans.push({ kind: block.kind, span: tokens(blockStart, all.length) })
  }
  return freezeDocument({ id, text, tokens: all, sentences, blocks: spans })
}

const formulas = (grade: number): Formulas => ({
  fleschReadingEase: 100 - grade * 5,
  fleschKincaid: grade,
  smog: grade + 2,
  colemanLiau: grade + 1,
  automatedReadability: grade,
  daleChall: 6,
  linsearWrite: grade,
  gunningFog: grade + 2,
})

function plainScores(document: Document, grade: number): Scores {
  const words = document.tokens.filter((token) => token.kind !== 'punctuation').length
  const lengths = document.sentences.map((span) => span.end - span.start)
  return {
    counts: {
      sentences: document.sentences.length,
      words,
      syllables: words * 1.4,
      polysyllables: 3,
      letters: words * 4,
      characters: words * 4,
      unfamiliar: 5,
      longestSentence: Math.max(0, ...lengths),
      sentenceLengths: lengths,
      paragraphs: document.blocks.length,
    },
    formulas: formulas(grade + 1),
    withoutNames: formulas(grade),
    onLevel1List: grade > 8 ? 0.71 : 0.96,
    onLevel2List: grade > 8 ? 0.82 : 0.98,
    passiveShare: 0,
    longSentences: 0,
    band: { name: grade > 8 ? 'Hard' : 'Easy', because: 'Sentences are short and most words are easy.' },
    unsure: words < 100,
  }
}

function plainEdition(story: PlainStory, level: Level): PreparedEdition {
  const document = plainDocument(`${story.id}-${level}`, story.easy)
  const word = (index: number): string => {
    const token = document.tokens[index]
    return token === undefined ? '' : document.text.slice(token.span.start, token.span.end)
  }
  const notes = (story.glosses ?? []).flatMap((gloss) => {
    const first = gloss.term.split(' ')
    const at = document.tokens.findIndex(
      (_, index) =>
        index >= (document.sentences[0]?.end ?? 0) &&
        first.every((part, offset) => word(index + offset).toLowerCase() === part.toLowerCase()),
    )
    return at < 0 ? [] : [{ span: tokens(at, at + first.length), value: gloss }]
  })
  const kinds = document.sentences.map((_, index) => (index === 0 ? 'headline' : 'story') as 'headline' | 'story')
  const edition: Edition = {
    level,
    document,
    sentences: kinds.map((kind, index) => ({ kind, sources: [Math.min(index, 2)], rules: [] })),
    alignment: document.tokens.map(() => ({ tokens: [], rules: [] })),
    glosses: layer(document.id, notes),
    fidelity: {
      findings: [{ kind: 'sentence-left-out', weight: 'note', message: 'One sentence of the original is left out.' }],
      leftOut: [],
      added: [],
      kept: 0.8,
    },
    madeBy: 'fixture',
  }
  const scores: EditionScores = {
    ...plainScores(document, level === 1 ? 4.2 : 6.1),
    level,
    rules: [
      {
        id: 'T1',
        name: 'Longest sentence.',
        passed: story.missesRules !== true,
        found: '18 words',
        wanted: '15 words or fewer',
        sentences: story.missesRules === true ? [1, 2, 3] : [],
      },
      { id: 'T2', name: 'Words in a sentence.', passed: true, found: '8', wanted: '9 or fewer', sentences: [] },
    ],
  }
  const example = document.sentences[1]
  const exampleText =
    example === undefined
      ? ''
      : document.text.slice(document.tokens[example.start]?.span.start, document.tokens[example.end - 1]?.span.end)
  return {
    edition,
    scores,
    changes: [
      { kind: 'reworded', sources: [0], sentences: [0], reasons: ['Easy words are easier to read.'] },
      { kind: 'split', sources: [1], sentences: [1, 2], reasons: ['Two short sentences are easier than one.'] },
      { kind: 'kept', sources: [2], sentences: [3], reasons: [] },
      { kind: 'left-out', sources: [2], sentences: [], reasons: ['It says the same again.'] },
      { kind: 'added', sources: [], sentences: [4], reasons: ['It explains a hard word.'] },
      { kind: 'moved', sources: [1], sentences: [5], reasons: ['Who says it comes first.'] },
    ],
    study: {
      words: notes.map(({ span, value }) => ({
        term: value.term,
        partOfSpeech: value.partOfSpeech,
        meaning: value.meaning,
        example: exampleText,
        span,
        level: 'B2',
        origin: value.origin,
      })),
      questions: [
        { kind: 'open', question: 'Where is the new bridge?', answer: 'It is in Larkfield.', sentence: 1 },
        { kind: 'true-false', question: 'The bridge is closed on Sunday.', answer: 'Wrong. It is open.', sentence: 2 },
        {
          kind: 'choice',
          question: 'How many people walked over it?',
          answer: '300',
          choices: ['100', '300', '900'],
          sentence: 3,
        },
        { kind: 'open', question: 'Who paid for the bridge?', answer: 'The town paid for it.', sentence: 4 },
      ],
    },
  }
}

/** The stored form of a plain story. */
export function plainArticle(story: PlainStory): StoredArticle {
  const arrival: Arrival = {
    fields: {
      headline: story.original[0]?.sentences[0] ?? '',
      source: 'The Larkfield Post',
      language: 'en-AU',
      topic: 'transport',
      published: story.date,
      permissions: { mayAdapt: true, mayShowOriginal: true, mayMakeAudio: true },
      ...story.fields,
    },
    body: [],
  }
  const time = `${story.date}T01:00:00.000Z`
  return {
    id: story.id,
    date: story.date,
    slug: story.slug,
    version: 1,
    arrival,
    received: time,
    updated: time,
    state: story.state ?? 'ready',
  }
}

/** Everything that is made from a plain story. */
export function plainPrepared(story: PlainStory): PreparedArticle {
  const original = plainDocument(`${story.id}-original`, story.original)
  return {
    original,
    originalScores: plainScores(original, 12.4),
    editions: { 1: plainEdition(story, 1), 2: plainEdition(story, 2) },
  }
}

/** Times as if every token took 0.3 s, with 0.4 s between sentences. */
export function plainNarration(document: Document, file: string, bytes: number): Narration {
  let at = 0.2
  const sentences = document.sentences.map((span, sentence) => {
    const start = at
    const words = []
    for (let token = span.start; token < span.end; token += 1) {
      const said = document.tokens[token]
      if (said === undefined || said.kind === 'punctuation') continue
      words.push({ tokens: tokens(token, token + 1), start: at, end: at + 0.28 })
      at += 0.3
    }
    const end = at
    at += 0.4
    return { sentence, start, end, words }
  })
  return {
    textHash: 'a'.repeat(40),
    voice: 'fixture',
    pace: 115,
    seconds: at,
    bytes,
    loudness: -19,
    sentences,
    chapters: [],
    file,
  }
}

/** A soft tone of a length, as MP3. */
export async function toneFile(seconds: number): Promise<Uint8Array> {
  const encoder = await createMp3Encoder()
  encoder.configure({ sampleRate: 22_050, channels: 1, bitrate: 64 })
  const samples = Float32Array.from({ length: Math.ceil(22_050 * seconds) }, (_, index) => 0.05 * Math.sin(index / 9))
  const first = encoder.encode([samples]).slice()
  const last = encoder.finalize().slice()
  return new Uint8Array([...first, ...last])
}

/** Parts in memory, over plain stories. The sound of every story at level 1 is there; of level 2 it is being made. */
export async function fixtureParts(
  stories: readonly PlainStory[],
  changes: Partial<WebParts> = {},
): Promise<WebParts & { readonly prepared: ReadonlyMap<string, PreparedArticle> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsease-web-'))
  const articles = [...stories].sort((a, b) => b.date.localeCompare(a.date)).map(plainArticle)
  const prepared = new Map(stories.map((story) => [story.id, plainPrepared(story)]))
  const narrations = new Map<string, Narration>()
  const key = (spoken: Spoken): string => JSON.stringify(spoken)

  const wraps: Wrap[] = []
  const first = stories[0]
  if (first !== undefined) {
    const document = plainDocument('wrap', [
      { kind: 'paragraph', sentences: ['Hello.', 'This is the news in easy English.'] },
      ...first.easy.filter((block) => block.kind === 'paragraph').slice(0, 2),
      { kind: 'paragraph', sentences: ['That is the news.', 'Goodbye.'] },
    ])
    const count = document.sentences.length
    wraps.push({
      date: first.date,
      level: 1,
      title: 'The news in easy English',
      document,
      parts: [
        { kind: 'greeting', title: 'Hello', from: 0, to: 2 },
        { kind: 'story', title: first.easy[0]?.sentences[0] ?? '', from: 2, to: count - 2, article: first.id },
        { kind: 'sign-off', title: 'Goodbye', from: count - 2, to: count },
      ],
      articles: stories.slice(0, 5).map(({ id }) => id),
      expectedSeconds: 60,
    })
  }
  const spokenTexts: [Spoken, Document][] = [
    ...stories.map((story): [Spoken, Document] => [
      { kind: 'story', article: story.id, level: 1 },
      prepared.get(story.id)?.editions[1].edition.document ?? plainDocument('none', []),
    ]),
    ...wraps.map((wrap): [Spoken, Document] => [{ kind: 'wrap', date: wrap.date }, wrap.document]),
  ]
  for (const [index, [spoken, document]] of spokenTexts.entries()) {
    const { seconds } = plainNarration(document, '', 0)
    const bytes = await toneFile(seconds)
    const file = `tone-${index}.mp3`
    await writeFile(path.join(folder, file), bytes)
    narrations.set(key(spoken), plainNarration(document, file, bytes.length))
  }

  const status = (id: string, level: Level): EditionStatus | undefined => {
    const story = stories.find((each) => each.id === id)
    if (story === undefined) return undefined
    const text = prepared.get(id)?.editions[level].edition.document.text ?? ''
    return {
      level,
      state: story.checkedBy === undefined ? 'checked' : 'approved',
      textHash: createHash('sha256').update(text).digest('hex'),
      ...(story.checkedBy === undefined
        ? {}
        : { checkedBy: story.checkedBy, checkedAt: `${story.date}T05:00:00.000Z` }),
    }
  }
  const codes: { id: string; level: Level; textHash: string }[] = []
  const matching = (query: Parameters<Store['articles']>[0]): StoredArticle[] =>
    articles.filter(
      ({ date, arrival }) =>
        (query.from === undefined || date >= query.from) &&
        (query.to === undefined || date < query.to) &&
        (query.topic === undefined || arrival.fields.topic === query.topic),
    )
  const notHere = async (): Promise<never> => {
    throw new Error('fixture: pages never write')
  }

  const store: Store = {
    saveArticle: notHere,
    article: async (id) => articles.find((article) => article.id === id),
    articleAt: async (date, slug) => {
      const article = articles.find((each) => each.date === date && (each.slug === slug || `old-${each.slug}` === slug))
      return article === undefined ? undefined : { article, moved: article.slug !== slug }
    },
    articles: async (query) =>
      matching(query).slice(query.offset ?? 0, (query.offset ?? 0) + (query.limit ?? articles.length)),
    countArticles: async (query) => matching(query).length,
    failArticle: notHere,
    removeArticles: notHere,
    topics: async () => {
      const names = [...new Set(articles.flatMap((article) => article.arrival.fields.topic ?? []))]
      return names.map((topic) => ({ topic, articles: matching({ topic }).length }))
    },
    months: async () => {
      const months = [...new Set(articles.map((article) => article.date.slice(0, 7)))]
      return months.map((month) => ({ month, articles: articles.filter(({ date }) => date.startsWith(month)).length }))
    },
    savePrepared: notHere,
    story: async (id) => {
      const article = articles.find((each) => each.id === id)
      const made = prepared.get(id)
      return article === undefined || made === undefined ? undefined : { article, prepared: made }
    },
    edition: async (id, level) => prepared.get(id)?.editions[level],
    editionStatus: async (id, level) => status(id, level),
    saveNarration: async (spoken, narration) => {
      narrations.set(key(spoken), narration)
    },
    narration: async (spoken) => narrations.get(key(spoken)),
    narrationFiles: async () => [...narrations.values()].map(({ file }) => file),
    saveWrap: notHere,
    wrap: async (date) => wraps.find((wrap) => wrap.date === date),
    wraps: async (limit) => wraps.slice(0, limit),
    search: async (query, limit, offset) => {
      const found = stories.flatMap((story) => {
        const article = articles.find(({ id }) => id === story.id)
        const text = story.easy.flatMap((block) => block.sentences).join(' ')
        const start = text.toLowerCase().indexOf(query.toLowerCase())
        if (article === undefined || start < 0) return []
        const from = Math.max(0, start - 40)
        const marks = [{ start: start - from, end: start - from + query.length }]
        return [{ article, headline: story.easy[0]?.sentences[0] ?? '', excerpt: text.slice(from, start + 90), marks }]
      })
      return { total: found.length, hits: found.slice(offset, offset + limit) }
    },
    storiesWithWord: async (term) =>
      stories.flatMap((story) => {
        const article = articles.find(({ id }) => id === story.id)
        return article !== undefined && story.glosses?.some((gloss) => gloss.term === term) ? [article] : []
      }),
    words: async () => {
      const all = stories.flatMap((story) => story.glosses ?? [])
      return [
        ...new Map(all.map(({ term, meaning, origin }) => [term, { term, meaning, origin, stories: 1 }])).values(),
      ].sort((a, b) => a.term.localeCompare(b.term))
    },
    printCode: async (id, level, textHash) => {
      const known = codes.findIndex((code) => code.id === id && code.level === level && code.textHash === textHash)
      return `AB${known >= 0 ? known + 1 : codes.push({ id, level, textHash })}`
    },
    printed: async (code) => {
      const found = codes[Number(code.slice(2)) - 1]
      return found === undefined ? undefined : { article: found.id, level: found.level, textHash: found.textHash }
    },
    corrections: async () => [],
    addRefusal: notHere,
    refusals: async () => [],
    close: async () => undefined,
  }

  const making: Progress = { state: 'running', share: 0.4 }
  const queue: Queue = {
    add: async () => undefined,
    lease: async () => undefined,
    renew: async () => true,
    finish: async () => undefined,
    fail: async () => undefined,
    progress: async () => making,
    counts: async () => ({ waiting: 1, running: 0, failed: 0 }),
  }
  const media: Media = {
    put: async (name, bytes) => writeFile(path.join(folder, name), bytes),
    get: async () => undefined,
    find: async (name) => ({ bytes: 0, path: path.join(folder, name) }),
    remove: async () => undefined,
    list: async () => [],
  }
  return {
    site: {
      name: 'Newsease',
      url: 'http://localhost:3000',
      language: 'en-AU',
      timeZone: 'Australia/Sydney',
      review: 'off',
    },
    store,
    queue,
    media,
    publishing: {
      captions: (document) => `WEBVTT\n\n${document.text}`,
      chapters: ({ chapters }) => JSON.stringify({ version: '1.2.0', chapters }),
      podcast: ({ episodes }) => `<rss>${episodes.length}</rss>`,
      rss: ({ stories: listed }) => `<rss>${listed.length}</rss>`,
      atom: ({ stories: listed }) => `<feed>${listed.length}</feed>`,
      jsonFeed: ({ stories: listed }) => JSON.stringify({ items: listed.length }),
      outlines: (_site, feeds) => `<opml>${feeds.length}</opml>`,
    },
    clock: () => new Date('2026-11-23T03:00:00Z'),
    receive: async ({ bytes }) => {
      const article = articles[0]
      if (bytes.length < 20 || article === undefined) return failed('too-short', 'The text is too short.')
      const outcome: SaveOutcome = { kind: 'new', article }
      return done([outcome])
    },
    voice: 'fixture voice',
    production: true,
    requestsPerMinute: 100_000,
    ...changes,
    prepared,
  }
}
