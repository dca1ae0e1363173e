import type { Narration } from '../speech/timings.ts'
import type { FeedSite, PodcastContent } from './feed-content.ts'
import { createHashGuid } from './guid.ts'
import { element, rssTime, xml } from './xml.ts'

/**
 * The wrap's podcast: RSS 2.0 with the itunes and podcast namespaces (podcastindex.org). An episode's guid is its date
 * and never changes; its length is the file's, in bytes.
 */
export function podcast({ site, path, episodes }: PodcastContent): string {
  const items = episodes.map(({ wrap, narration, path: page }) => {
    const base = `${site.url}/wrap/${wrap.date}`
    return element(
      'item',
      [
        element('title', xml(wrap.title)),
        element('link', xml(site.url + page)),
        element('guid', `newsease-wrap-${wrap.date}`, { isPermaLink: 'false' }),
        element('pubDate', rssTime(`${wrap.date}T06:00:00Z`)),
        element(
          'description',
          xml(
            wrap.parts
              .filter((part) => part.kind === 'story')
              .map((part) => part.title)
              .join('. '),
          ),
        ),
        element('enclosure', '', { url: `${base}/wrap.mp3`, length: String(narration.bytes), type: 'audio/mpeg' }),
        element('itunes:duration', String(Math.round(narration.seconds))),
        element('itunes:explicit', 'false'),
        element('podcast:transcript', '', { url: `${base}/wrap.vtt`, type: 'text/vtt', language: site.language }),
        element('podcast:transcript', '', { url: base, type: 'text/html', language: site.language }),
        element('podcast:chapters', '', { url: `${base}/chapters.json`, type: 'application/json+chapters' }),
      ].join(''),
    )
  })
  const channel = [
    element('title', xml(`${site.name}: the news in easy English`)),
    element('link', xml(site.url)),
    element(
      'description',
      'The news of the day in five minutes, in easy English, for English learners and people with disability. A computer voice reads it.',
    ),
    element('language', xml(site.language.toLowerCase())),
    element('atom:link', '', { href: site.url + path, rel: 'self', type: 'application/rss+xml' }),
    element('itunes:author', xml(site.name)),
    element('itunes:image', '', { href: `${site.url}/artwork.png` }),
    element(
      'image',
      [
        element('url', xml(`${site.url}/artwork.png`)),
        element('title', xml(site.name)),
        element('link', xml(site.url)),
      ].join(''),
    ),
    element('itunes:category', '', { text: 'News' }),
    element('itunes:explicit', 'false'),
    element('itunes:type', 'episodic'),
    element('podcast:guid', createHashGuid(site.url + path)),
    element('podcast:locked', 'no'),
    element('podcast:license', 'all-rights-reserved'),
    element('podcast:person', 'Computer voice', { role: 'host' }),
    element('podcast:updateFrequency', 'Daily', { rrule: 'FREQ=DAILY' }),
    element('podcast:medium', 'podcast'),
    element('podcast:txt', 'A computer writes and reads this news in easy English.', { purpose: 'ai-content' }),
    ...items,
  ].join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">${element('channel', channel)}</rss>\n`
}

/** A narration's chapters as podcast chapters JSON 1.2.0. */
export function chapters(narration: Narration, site: FeedSite): string {
  return `${JSON.stringify(
    {
      version: '1.2.0',
      chapters: narration.chapters.map((chapter) => ({
        startTime: Math.round(chapter.start * 1000) / 1000,
        endTime: Math.round(chapter.end * 1000) / 1000,
        title: chapter.title,
        ...(chapter.path === undefined ? {} : { url: site.url + chapter.path }),
      })),
    },
    undefined,
    1,
  )}\n`
}
