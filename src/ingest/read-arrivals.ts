import { blocksOfMarkdown } from '../clean/markdown.ts'
import { articleOfBlocks, articleOfText, type KnownFields } from '../clean/plain-article.ts'
import { checkStory } from '../clean/story.ts'
import type { Arrival } from '../document/article.ts'
import { done, failed, type Result } from '../failure.ts'
import { articleOfPage } from './page.ts'

/** Most bytes that are taken in at once. */
export const mostBytes = 6_000_000

/** What is known of some bytes besides the bytes. */
export interface Told {
  readonly name?: string
  readonly contentType?: string
  readonly fields?: KnownFields
}

/** Bytes of any accepted kind (plain text, HTML page, feed with full text, Markdown) as articles that passed the story check. */
export async function readArrivals(bytes: Uint8Array, told: Told = {}): Promise<Result<readonly Arrival[]>> {
  if (bytes.length === 0) return failed('empty', 'The file is empty.')
  if (bytes.length > mostBytes) return failed('too-long', 'The file is too big.', `${bytes.length} bytes`)
  const text = decode(bytes)
  if (!text.ok) return text
  const read = await byKind(text.value, told)
  if (!read.ok) return read
  const checked = read.value.map(checkStory)
  const good = checked.flatMap((result) => (result.ok ? [result.value] : []))
  const bad = checked.find((result) => !result.ok)
  if (good.length === 0 && bad !== undefined) return bad
  return done(good)
}

async function byKind(text: string, told: Told): Promise<Result<readonly Arrival[]>> {
  const start = text.slice(0, 2000).trimStart()
  const extension = /\.([a-z0-9]+)$/i.exec(told.name ?? '')?.[1]?.toLowerCase()
  const isXml = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(start)
  // The feed reader is large and seldom needed.
  if (isXml || (told.contentType?.includes('json') && text.includes('jsonfeed')))
    return (await import('./feed.ts')).articlesOfFeed(text)
  if (told.contentType?.includes('application/json') || extension === 'json') {
    const pasted = await (await import('./pasted.ts')).articleOfJson(text)
    return pasted.ok ? done([pasted.value]) : pasted
  }
  if (extension === 'html' || extension === 'htm' || told.contentType?.includes('html') || looksLikeHtml(start)) {
    const page = await articleOfPage(text, told.fields)
    return page.ok ? done([page.value]) : page
  }
  if (
    extension === 'md' ||
    extension === 'markdown' ||
    told.contentType?.includes('markdown') ||
    /^(?:---\n[\s\S]*?\n---\n|# )/.test(start)
  )
    return done([ofMarkdown(text, told.fields)])
  return done([articleOfText(text, told.fields)])
}

function looksLikeHtml(start: string): boolean {
  return /^(?:<!doctype html|<html|<head|<body|<article|<main|<div|<p|<h1|<section|<!--)/i.test(start)
}

function ofMarkdown(text: string, known: KnownFields = {}): Arrival {
  const { fields, blocks } = blocksOfMarkdown(text)
  const headline = fields.headline ?? fields.title
  const published = fields.published ?? fields.date
  const named: KnownFields = {
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...Object.fromEntries(
      ['summary', 'source', 'credit', 'author', 'url', 'language', 'topic', 'licence'].flatMap((name) =>
        fields[name] === undefined ? [] : [[name, fields[name]]],
      ),
    ),
    ...(fields.sample === 'true' ? { sample: true } : {}),
  }
  return articleOfBlocks(blocks, { ...named, ...known })
}

/** UTF-8, or UTF-16 with a mark; a page in Windows-1252 that says so. Binary and broken bytes are refused. */
function decode(bytes: Uint8Array): Result<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return done(new TextDecoder('utf-16le').decode(bytes))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return done(new TextDecoder('utf-16be').decode(bytes))
  const head = bytes.subarray(0, 4096)
  const zeros = head.filter((byte) => byte === 0).length
  const control = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  if (zeros > 0 || control > head.length / 50)
    return failed('binary', 'This is not a text file.', `${zeros} zero bytes`)
  try {
    return done(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Old pages are in Windows-1252 and say so in their head.
    const latin = new TextDecoder('windows-1252').decode(bytes)
    if (/charset=["']?(?:iso-8859-1|windows-1252|latin1)/i.test(latin.slice(0, 2048))) return done(latin)
    return failed('wrong-encoding', 'The letters of this file cannot be read. Save it as UTF-8.', 'not UTF-8')
  }
}
