// What runs inside the page is written with the types of the browser.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildApp } from '../../src/web/app.ts'
import type { WebParts } from '../../src/web/parts.ts'
import { fixtureParts } from '../web/fixture.ts'
import { hostileStory, stories } from '../web/stories.ts'

/** A site with made-up stories, open in a real browser. */
export interface OpenSite {
  readonly url: string
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/** A page that remembers everything the browser complained about. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: readonly string[]
}

/** Serves the made-up stories, or what is given, on a free port and starts Chromium. */
export async function openSite(given?: WebParts): Promise<OpenSite> {
  const parts = given ?? (await fixtureParts([...stories, hostileStory]))
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = buildApp(parts).listen(0, '127.0.0.1', () => resolve(listening))
  })
  const { port } = server.address() as AddressInfo // A listening TCP server has a port.
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A fresh reader with their own cookies. */
export async function newReader(
  site: OpenSite,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<WatchedPage> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, context, complaints }
}

/** The made-up story that the tests read. */
export const bridge = '/news/2026/11/23/new-bridge-opens'

/** Every kind of page. */
export const everyPage: readonly string[] = [
  '/',
  '/wrap/2026-11-23',
  `${bridge}/1`,
  `${bridge}/2`,
  `${bridge}/original`,
  `${bridge}/1/compare`,
  `${bridge}/1/words`,
  `${bridge}/1/print`,
  `${bridge}/1/pack`,
  `${bridge}/1/key`,
  '/listen',
  '/words',
  '/words/flood',
  '/teachers',
  '/archive',
  '/archive/2026/11',
  '/topic/transport',
  '/search?q=bridge',
  '/settings',
  '/help',
  '/about',
  '/about/how-we-make-this',
  '/corrections',
  '/accessibility',
  '/feeds',
]
