import { afterAll, beforeAll, expect, test } from 'vitest'
import { attack } from '../web/stories.ts'
import { bridge, everyPage, newReader, type OpenSite, openSite } from './site.ts'

let site: OpenSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('a story can be read and its level changed by a link', async () => {
  const { page, complaints } = await newReader(site)
  await page.goto(site.url)
  await page.getByRole('link', { name: 'New bridge opens in Larkfield' }).click()
  expect(page.url()).toBe(`${site.url}${bridge}/1`)
  await page.getByRole('link', { name: /Level 2/ }).click()
  expect(page.url()).toBe(`${site.url}${bridge}/2`)
  expect(await page.locator('h1').innerText()).toContain('New bridge opens')
  // The choice is remembered: the bare address leads to level 2 now.
  await page.goto(site.url + bridge)
  expect(page.url()).toBe(`${site.url}${bridge}/2`)
  expect(complaints).toEqual([])
})

test('the first control in a story stands after its headline', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  const order = await page.evaluate(() => {
    const heading = document.querySelector('main h1')
    const control = document.querySelector('main a, main button:not(.hear), main audio, main input')
    return heading !== null && control !== null && heading.compareDocumentPosition(control)
  })
  expect(order).toBe(4) // DOCUMENT_POSITION_FOLLOWING
})

test('a hard word opens its meaning by keyboard, and Esc gives the focus back', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  const word = page.getByRole('button', { name: 'pedestrians', exact: true })
  const meaning = page.locator('#gloss-0')
  for (const key of ['Enter', 'Space']) {
    await word.focus()
    await page.keyboard.press(key)
    expect(await meaning.isVisible()).toBe(true)
    expect(await meaning.innerText()).toContain('a person who walks')
    await page.keyboard.press('Escape')
    expect(await meaning.isVisible()).toBe(false)
    expect(await word.evaluate((element) => element === document.activeElement)).toBe(true)
  }
})

test('settings are kept after the page is read again', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}/settings?back=${bridge}/1`)
  await page.getByLabel('Dark').check()
  await page.getByLabel('Very big').check()
  await page.getByLabel('A lot of space').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('link', { name: 'Go back to where you were' }).click()
  await page.reload()
  const look = await page.evaluate(() => ({ ...document.documentElement.dataset }))
  expect(look).toMatchObject({ theme: 'dark', size: '5', spacing: 'widest' })
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('34px')
})

test('the search finds a story and marks the word', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}/search`)
  await page.getByLabel('Which word do you look for?').fill('flood')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('status').innerText()).toContain('1 story')
  expect(await page.locator('mark').first().innerText()).toBe('flood')
})

test('without scripts a story can be read, heard, changed and printed', async () => {
  const { page } = await newReader(site, { javaScriptEnabled: false })
  await page.goto(`${site.url}${bridge}/1`)
  expect(await page.locator('audio[controls]').isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: 'Play' }).isVisible()).toBe(false)
  await page.getByRole('link', { name: 'Print this story' }).click()
  expect(await page.locator('.sheet .text').innerText()).toContain('A new bridge opened')
  await page.goto(`${site.url}/settings`)
  await page.getByLabel('Dark').check()
  await page.getByRole('button', { name: 'Save' }).click()
  expect(await page.getByRole('status').innerText()).toContain('saved')
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  await page.goto(`${site.url}${bridge}/1`)
  await page.getByRole('link', { name: /Level 2/ }).click()
  expect(page.url()).toContain('/2')
})

test.each(everyPage)('%s fits 320 pixels, and 1280 at 400 per cent', async (path) => {
  // 1280 pixels at 400 % are 320 CSS pixels by 256.
  const { page, context } = await newReader(site, { viewport: { width: 320, height: 256 } })
  await page.goto(site.url + path)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await context.close()
})

test('the biggest letters with the most space still fit 320 pixels', async () => {
  const { page, context } = await newReader(site, { viewport: { width: 320, height: 640 } })
  await context.addCookies([{ name: 'settings', value: 'size=5_spacing=widest_typeface=clear', url: site.url }])
  await page.goto(`${site.url}${bridge}/1`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test('markup in any field of a story is shown as text', async () => {
  const { page, complaints } = await newReader(site)
  for (const part of ['1', '2', 'original', '1/compare', '1/words', '1/print', '1/pack', '1/key']) {
    await page.goto(`${site.url}/news/2026/11/23/hostile/${part}`)
    expect(await page.title()).toContain('<script>')
    expect(await page.locator('main script, main img').count()).toBe(0)
    expect(await page.locator('h1').innerText()).toContain(attack)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
  }
  for (const path of ['/', '/archive', '/teachers', '/words', '/search?q=script', '/feeds', '/listen']) {
    await page.goto(site.url + path)
    expect(await page.title()).not.toBe('owned')
    expect(await page.locator('main script, main img').count()).toBe(0)
  }
  expect(complaints).toEqual([])
})

test('no page makes the browser complain', async () => {
  const { page, complaints } = await newReader(site)
  for (const path of everyPage) await page.goto(site.url + path)
  expect(complaints).toEqual([])
})
