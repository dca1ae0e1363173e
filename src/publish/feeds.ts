import { textOf } from '../document/document.ts'
import type { FeedAddress, FeedContent, FeedSite, FeedStory } from './feed-content.ts'
import { element, rssTime, xml } from './xml.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

function titleOf({ site, level, topic }: FeedContent): string {
  return `${site.name}: ${level === 1 ? 'very easy' : 'easy'} news${topic === undefined ? '' : ` about ${topic}`}`
}

/** The story as HTML: its paragraphs, then how it was made and where it comes from. */
function htmlOf({ edition, article }: FeedStory): string {
  const { document } = edition.edition
  const paragraphs = document.blocks
    .filter((block) => block.kind !== 'headline')
    .map((block) => `<p>${xml(textOf(document, block.span))}</p>`)
  const { credit, source } = article.arrival.fields
  const from = credit ?? source
  return [
    ...paragraphs,
    from === undefined ? '' : `<p>Source: ${xml(from)}</p>`,
    '<p>A computer helped to make this easy text.</p>',
  ].join('')
}

function headlineOf({ edition }: FeedStory): string {
  const { document } = edition.edition
  const block = document.blocks[0]
  return block === undefined ? '' : textOf(document, block.span)
}

function newest(stories: readonly FeedStory[]): string {
  return (
    stories
      .map((story) => story.article.updated)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z'
  )
}

const mp3 = (site: FeedSite, story: FeedStory): string =>
  `${site.url}${story.path.replace(/\/[12]$/, '')}/story.mp3?level=${story.edition.edition.level}`
const guid = (site: FeedSite, story: FeedStory): string =>
  `${site.url}/id/${story.article.id}/${story.edition.edition.level}`

/** A text feed as RSS 2.0 with the full text and the sound. The guid of a story never changes. */
export function rss(content: FeedContent): string {
  const { site, stories } = content
  const items = stories.map((story) =>
    element(
      'item',
      [
        element('title', xml(headlineOf(story))),
        element('link', xml(site.url + story.path)),
        element('guid', xml(guid(site, story)), { isPermaLink: 'false' }),
        element('pubDate', rssTime(story.article.received)),
        ...(story.article.arrival.fields.topic === undefined
          ? []
          : [element('category', xml(story.article.arrival.fields.topic))]),
        element('content:encoded', xml(htmlOf(story))),
        element(
          'description',
          xml(
            textOf(story.edition.edition.document, story.edition.edition.document.sentences[1] ?? { start: 0, end: 0 }),
          ),
        ),
        ...(story.narration === undefined
          ? []
          : [
              element('enclosure', '', {
                url: mp3(site, story),
                length: String(story.narration.bytes),
                type: 'audio/mpeg',
              }),
            ]),
      ].join(''),
    ),
  )
  const channel = [
    element('title', xml(titleOf(content))),
    element('link', xml(site.url)),
    element('description', 'News in easy English.'),
    element('language', xml(site.language.toLowerCase())),
    element('lastBuildDate', rssTime(newest(stories))),
    element('atom:link', '', { href: site.url + content.path, rel: 'self', type: 'application/rss+xml' }),
    ...items,
  ].join('\n')
  return `${declaration}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">${element('channel', channel)}</rss>\n`
}

/** The same as Atom (RFC 4287). */
export function atom(content: FeedContent): string {
  const { site, stories } = content
  const entries = stories.map((story) =>
    element(
      'entry',
      [
        element('id', xml(guid(site, story))),
        element('title', xml(headlineOf(story))),
        element('link', '', { href: site.url + story.path }),
        element('published', new Date(story.article.received).toISOString()),
        element('updated', new Date(story.article.updated).toISOString()),
        element('content', xml(htmlOf(story)), { type: 'html' }),
        ...(story.narration === undefined
          ? []
          : [
              element('link', '', {
                rel: 'enclosure',
                href: mp3(site, story),
                length: String(story.narration.bytes),
                type: 'audio/mpeg',
              }),
            ]),
      ].join(''),
    ),
  )
  const head = [
    element('id', xml(site.url + content.path)),
    element('title', xml(titleOf(content))),
    element('updated', newest(stories)),
    element('link', '', { rel: 'self', href: site.url + content.path }),
    element('author', element('name', xml(site.name))),
  ]
  return `${declaration}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(site.language)}">${[...head, ...entries].join('\n')}</feed>\n`
}

/** The same as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed(content: FeedContent): string {
  const { site, stories } = content
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(content),
      home_page_url: site.url,
      feed_url: site.url + content.path,
      language: site.language,
      items: stories.map((story) => ({
        id: guid(site, story),
        url: site.url + story.path,
        title: headlineOf(story),
        content_html: htmlOf(story),
        date_published: new Date(story.article.received).toISOString(),
        date_modified: new Date(story.article.updated).toISOString(),
        ...(story.narration === undefined
          ? {}
          : {
              attachments: [
                {
                  url: mp3(site, story),
                  mime_type: 'audio/mpeg',
                  size_in_bytes: story.narration.bytes,
                  duration_in_seconds: Math.round(story.narration.seconds),
                },
              ],
            }),
      })),
    },
    undefined,
    1,
  )}\n`
}

/** All feeds as OPML 2.0. */
export function outlines(site: FeedSite, feeds: readonly FeedAddress[]): string {
  const list = feeds.map((feed) =>
    element('outline', '', {
      type: 'rss',
      text: feed.name,
      title: feed.name,
      xmlUrl: site.url + feed.path,
      htmlUrl: site.url,
    }),
  )
  return `${declaration}<opml version="2.0">${element('head', element('title', xml(`${site.name}: all feeds`)))}${element('body', list.join('\n'))}</opml>\n`
}
