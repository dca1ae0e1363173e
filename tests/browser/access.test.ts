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

for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
  test.each(everyPage)(`axe finds nothing on %s in the theme ${theme}`, async (path) => {
    const { page, context } = await newReader(site)
    await context.addCookies([{ name: 'settings', value: `theme=${theme}`, url: site.url }])
    await page.goto(site.url + path)
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
    await context.close()
  })

  test(`marked words keep their contrast in the theme ${theme}`, async () => {
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
    expect(violations).toEqual([])
    await context.close()
  })
}
