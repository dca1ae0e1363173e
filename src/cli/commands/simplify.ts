import { parseArgs } from 'node:util'
import { loadConfig } from '../../config/config.ts'
import { textOf } from '../../document/document.ts'
import { prepareEdition, readArrival } from '../../edition/prepare.ts'
import type { PreparedEdition } from '../../edition/prepared.ts'
import { readArrivals } from '../../ingest/read-arrivals.ts'
import { loadKnowledge } from '../../knowledge/load-knowledge.ts'
import type { Analysis } from '../../language/analysis.ts'
import { createRewriter } from '../../rewriters/create-rewriter.ts'
import { askRewriter } from '../../simplify/outside/ask-rewriter.ts'
import type { Suggestions } from '../../simplify/outside/rewriter.ts'
import { simplifyLine } from '../../simplify/simplify.ts'
import { readDay, readInput, readLevel, UsageError, write } from '../input.ts'

/** `simplify`: an article, or with `--lines` every line on its own, in easy English on standard output. */
export async function simplify(
  values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values: given, positionals } = parseArgs({
    args: [...values],
    allowPositionals: true,
    options: {
      level: { type: 'string' },
      format: { type: 'string', default: 'text' },
      published: { type: 'string' },
      lines: { type: 'boolean', default: false },
      rewriter: { type: 'boolean', default: false },
    },
  })
  const level = readLevel(given.level)
  const bytes = await readInput(positionals[0])
  const siteTerms = environment.PROTECTED_TERMS || undefined
  if (given.lines) return simplifyLines(new TextDecoder().decode(bytes), level, siteTerms)
  if (given.format !== 'text' && given.format !== 'json')
    throw new UsageError(`The format is text or json, not "${given.format}".`)
  const published = given.published === undefined ? undefined : readDay(given.published)
  const read = await readArrivals(bytes, {
    ...(positionals[0] === undefined ? {} : { name: positionals[0] }),
    ...(published === undefined ? {} : { fields: { published } }),
  })
  if (!read.ok) {
    process.stderr.write(`${read.failure.reason}\n`)
    return 1
  }
  const [arrival] = read.value
  if (arrival === undefined) return 1
  const parts = loadKnowledge(siteTerms)
  const original = readArrival(arrival, parts.reader)
  const suggestions = given.rewriter ? await askOutside(original, environment) : undefined
  const prepared = prepareEdition(original, level, parts, suggestions)
  const credit = arrival.fields.credit ?? arrival.fields.source
  await write(
    given.format === 'json' ? `${JSON.stringify(asJson(prepared), undefined, 2)}\n` : asText(prepared, credit),
  )
  return 0
}

/** Asks the outside model that the environment names. */
async function askOutside(
  original: Analysis,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Suggestions | undefined> {
  const config = loadConfig(environment)
  if ('problems' in config || config.rewriter === undefined)
    throw new UsageError('--rewriter needs REWRITER_URL and REWRITER_MODEL.')
  const suggestions = await askRewriter(original, createRewriter(config.rewriter, config.dataDirectory))
  if (suggestions === undefined) process.stderr.write('The outside model did not answer. The text is our own.\n')
  return suggestions
}

async function simplifyLines(text: string, level: 1 | 2, siteTerms: string | undefined): Promise<number> {
  const parts = loadKnowledge(siteTerms)
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const easy = lines.map((line) => simplifyLine(line, level, parts).replaceAll(/\s+/g, ' '))
  await write(easy.length === 0 ? '' : `${easy.join('\n')}\n`)
  return 0
}

function asText({ edition }: PreparedEdition, credit: string | undefined): string {
  const blocks = edition.document.blocks.map((block) => textOf(edition.document, block.span))
  return `${blocks.join('\n\n')}\n${credit === undefined ? '' : `\nSource: ${credit}\n`}`
}

function asJson({ edition, scores, study }: PreparedEdition): object {
  const { document } = edition
  const headline = document.blocks.find((block) => block.kind === 'headline')
  return {
    headline: headline === undefined ? '' : textOf(document, headline.span),
    level: edition.level,
    madeBy: edition.madeBy,
    sentences: edition.sentences.map((sentence, index) => {
      const span = document.sentences[index]
      return {
        text: span === undefined ? '' : textOf(document, span),
        kind: sentence.kind,
        sources: sentence.sources,
        rules: sentence.rules,
      }
    }),
    glosses: edition.glosses.notes.map(({ span, value }) => ({ ...value, text: textOf(document, span) })),
    words: study.words,
    questions: study.questions,
    fidelity: edition.fidelity,
    scores,
  }
}
