/** The description of `/api/v1` in OpenAPI 3.1. Writing is described only where a token makes it possible. */
export function openApi(siteName: string, siteUrl: string, writable: boolean) {
  return {
    openapi: '3.1.0',
    info: {
      title: siteName,
      version: '1.0.0',
      description: 'News in easy English at two levels, with scores, words, questions and audio.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${siteUrl}/api/v1` }],
    paths: {
      '/articles': {
        get: {
          operationId: 'listArticles',
          summary: 'Articles, newest first',
          parameters: [
            query('from', 'First day, as 2026-11-23', { type: 'string', format: 'date' }),
            query('to', 'The day after the last one', { type: 'string', format: 'date' }),
            query('topic', 'Only this topic', { type: 'string', maxLength: 80 }),
            query('page', 'Page of 50, from 1', { type: 'integer', minimum: 1 }),
          ],
          responses: {
            200: json('A page of articles', {
              type: 'object',
              required: ['total', 'page', 'pages', 'articles'],
              properties: {
                total: { type: 'integer' },
                page: { type: 'integer' },
                pages: { type: 'integer' },
                articles: { type: 'array', items: reference('Article') },
              },
            }),
            400: problem('A day is not written right'),
          },
        },
        ...(writable ? { post: sendArticle } : {}),
      },
      '/articles/{id}': {
        get: {
          operationId: 'getArticle',
          summary: 'One article',
          parameters: [path('id')],
          responses: {
            200: json('The article', reference('Article')),
            404: problem('There is none'),
            410: problem('It was taken away'),
          },
        },
      },
      '/articles/{id}/editions/{level}': {
        get: {
          operationId: 'getEdition',
          summary: 'One article at one level',
          parameters: [path('id'), path('level', { type: 'integer', enum: [1, 2] })],
          responses: { 200: json('The edition', reference('Edition')), 404: problem('There is none') },
        },
      },
      '/editions': {
        get: {
          operationId: 'listEditions',
          summary: 'Headlines at one level, newest first',
          parameters: [
            query('level', 'Level 1 unless told', { type: 'integer', enum: [1, 2] }),
            query('page', 'Page of 50, from 1', { type: 'integer', minimum: 1 }),
          ],
          responses: {
            200: json('A page of editions', {
              type: 'object',
              required: ['level', 'page', 'editions'],
              properties: {
                level: { type: 'integer' },
                page: { type: 'integer' },
                editions: { type: 'array', items: { type: 'object' } },
              },
            }),
          },
        },
      },
      '/wraps': {
        get: {
          operationId: 'listWraps',
          summary: 'The last 30 daily wraps',
          responses: {
            200: json('The wraps', {
              type: 'object',
              required: ['wraps'],
              properties: { wraps: { type: 'array', items: { type: 'object' } } },
            }),
          },
        },
      },
      '/wraps/{date}': {
        get: {
          operationId: 'getWrap',
          summary: 'The wrap of one day',
          parameters: [path('date', { type: 'string', format: 'date' })],
          responses: { 200: json('The wrap', reference('Wrap')), 404: problem('There is none') },
        },
      },
    },
    components: {
      schemas: { Article: article, Edition: edition, Wrap: wrap, Problem: problemSchema },
      ...(writable ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
  }
}

const text = { type: 'string' }
const problemSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['status', 'message'],
      properties: { status: { type: 'integer' }, kind: text, message: { ...text, description: 'One plain sentence' } },
    },
  },
}

const article = {
  type: 'object',
  required: ['id', 'url', 'date', 'slug', 'version', 'state', 'headline', 'language', 'editions'],
  properties: {
    id: text,
    url: { ...text, format: 'uri' },
    date: { ...text, format: 'date' },
    slug: text,
    version: { type: 'integer', minimum: 1 },
    state: { enum: ['waiting', 'ready', 'failed', 'withdrawn'] },
    received: { ...text, format: 'date-time' },
    updated: { ...text, format: 'date-time' },
    headline: { ...text, description: 'As it came; the easy headline is in the edition' },
    summary: text,
    source: text,
    credit: text,
    author: text,
    sourceUrl: text,
    published: text,
    language: text,
    topic: text,
    licence: text,
    permissions: {
      type: 'object',
      properties: {
        mayAdapt: { type: 'boolean' },
        mayShowOriginal: { type: 'boolean' },
        mayMakeAudio: { type: 'boolean' },
      },
    },
    sample: { type: 'boolean' },
    editions: {
      type: 'array',
      items: { type: 'object', properties: { level: { enum: [1, 2] }, url: text, data: text } },
    },
  },
}

const audio = {
  type: 'object',
  properties: {
    url: text,
    captions: text,
    timings: text,
    seconds: { type: 'number' },
    bytes: { type: 'integer' },
  },
}

const edition = {
  type: 'object',
  required: ['article', 'level', 'url', 'sentences', 'easy', 'state', 'textHash'],
  properties: {
    article: text,
    level: { enum: [1, 2] },
    url: text,
    headline: text,
    date: { ...text, format: 'date' },
    credit: text,
    source: text,
    state: { enum: ['draft', 'checked', 'approved', 'published', 'corrected', 'withdrawn'] },
    textHash: text,
    checkedBy: text,
    checkedAt: text,
    madeBy: text,
    easy: { type: 'boolean', description: 'Whether every rule of the level holds' },
    blocks: { type: 'array', items: { type: 'object' } },
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          text,
          kind: { enum: ['headline', 'story', 'explanation'] },
          sources: { type: 'array', items: { type: 'integer' } },
          rules: { type: 'array', items: text },
        },
      },
    },
    glosses: { type: 'array', items: { type: 'object' } },
    words: { type: 'array', items: { type: 'object' } },
    questions: { type: 'array', items: { type: 'object' } },
    changes: { type: 'array', items: { type: 'object' } },
    fidelity: { type: 'object' },
    scores: { type: 'object' },
    audio,
  },
}

const wrap = {
  type: 'object',
  required: ['date', 'level', 'title', 'url', 'articles', 'sentences'],
  properties: {
    date: { ...text, format: 'date' },
    level: { enum: [1, 2] },
    title: text,
    url: text,
    articles: { type: 'array', items: text },
    sentences: { type: 'array', items: text },
    parts: { type: 'array', items: { type: 'object' } },
    audio,
  },
}

const sendArticle = {
  operationId: 'sendArticle',
  summary: 'Send one article, as text, HTML, Markdown or a feed item',
  security: [{ token: [] }],
  requestBody: {
    required: true,
    content: {
      'text/plain': { schema: text },
      'text/html': { schema: text },
      'text/markdown': { schema: text },
      'application/rss+xml': { schema: text },
      'application/json': { schema: { type: 'object' } },
    },
  },
  responses: {
    200: json('It was here already', { type: 'object' }),
    201: json('It was taken in', { type: 'object' }),
    401: problem('The token is missing or wrong'),
    413: problem('It is too big'),
    422: problem('It is not a story that can be used'),
  },
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}

function json(description: string, schema: object) {
  return { description, content: { 'application/json': { schema } } }
}

function problem(description: string) {
  return json(description, reference('Problem'))
}

function query(name: string, description: string, schema: object) {
  return { name, in: 'query', required: false, description, schema }
}

function path(name: string, schema: object = { type: 'string' }) {
  return { name, in: 'path', required: true, schema }
}
