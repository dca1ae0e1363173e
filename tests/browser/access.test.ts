import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bridge, everyPage, newReader, type OpenSite, openSite } from './site.ts'

let site: OpenSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

// Contrast of 7:1 is a rule of the highest level, which axe asks only when told.
const rules = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

test.each(everyPage)('axe finds nothing on %s', async (path) => {
  const { page, context } = await newReader(site)
  await page.goto(site.url + path)
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  expect(said(violations)).toEqual([])
  await context.close()
})

test.each(everyPage)('the colours of %s are strong enough in every theme', async (path) => {
  const { page, context } = await newReader(site)
  await page.goto(site.url + path)
  for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze()
    expect({ theme, violations: said(violations) }).toEqual({ theme, violations: [] })
  }
  await context.close()
})

test.each(['light', 'dark', 'sepia', 'contrast'])('marked words keep their contrast in the theme %s', async (theme) => {
  const { page, context } = await newReader(site)
  await context.addCookies([{ name: 'settings', value: `theme=${theme}`, url: site.url }])
  await page.goto(`${site.url}${bridge}/1`)
  await page.evaluate(() => {
    for (const sentence of document.querySelectorAll('[data-sentence]')) {
      sentence.classList.add('now')
      sentence.querySelector('[data-token]')?.classList.add('now')
    }
  })
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast-enhanced']).analyze()
  expect(said(violations)).toEqual([])
  await context.close()
})

/** What axe found, short enough to read in a log. */
function said(violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]) {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}
