import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followsWell, marksNow, play } from './marks.ts'
import { bridge, newReader, type OpenSite, openSite } from './site.ts'

let site: OpenSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

test('exactly one sentence and one word are marked, and they are the ones that sound', async () => {
  const { page, complaints } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  await play(page)
  for (let look = 0; look < 8; look += 1) {
    const marks = await marksNow(page)
    expect(marks.sentence).toHaveLength(1)
    expect(marks.words).toHaveLength(1)
    expect(marks.error).toBeLessThanOrEqual(0.15)
    await page.waitForTimeout(230)
  }
  expect(complaints).toEqual([])
})

test.each(['0.75', '1', '1.25'])(
  'the marked word is right at speed %s, after two seeks and on a second play',
  async (speed) => {
    const { page } = await newReader(site)
    await page.goto(`${site.url}${bridge}/1`)
    await page.getByLabel('Speed').selectOption(speed)
    await followsWell(page, 5, [18, 6])
    expect(await page.evaluate(() => document.querySelector('audio')?.preservesPitch)).toBe(true)
  },
)

test('a click on a sentence plays it, and "repeat" plays it again and stops', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  await page.locator('#s5').click({ position: { x: 200, y: 10 } })
  await page.waitForFunction(() => document.querySelector('#s5')?.classList.contains('now'))
  await page.getByRole('button', { name: 'Repeat sentence' }).click()
  await page.waitForFunction(() => document.querySelector('audio')?.paused === true, undefined, { timeout: 8000 })
  const { sentence } = await marksNow(page)
  expect(sentence).toEqual(['5'])
})

test('Enter on a sentence plays it', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  await page.getByRole('button', { name: 'Hear sentence 3', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('#s3')?.classList.contains('now'))
})

test('keys work, and can be switched off', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  const isPlaying = () => page.evaluate(() => document.querySelector('audio')?.paused === false)
  await page.keyboard.press('k')
  await expect.poll(isPlaying).toBe(true)
  await page.keyboard.press('k')
  await expect.poll(isPlaying).toBe(false)
  await page.locator('.more summary').click()
  await page.getByLabel('Use these keys').uncheck()
  await page.locator('.more summary').click()
  await page.keyboard.press('k')
  await page.waitForTimeout(200)
  expect(await isPlaying()).toBe(false)
})

test('playing goes on where the reader stopped', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  await play(page)
  await page.locator('[data-seek]').fill('12')
  await page.waitForTimeout(300)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.reload()
  await play(page)
  const { time } = await marksNow(page)
  expect(time).toBeGreaterThan(11)
})

test('the controls stay in reach, and never hide what has the focus', async () => {
  const { page } = await newReader(site, { viewport: { width: 1280, height: 500 } })
  await page.goto(`${site.url}${bridge}/1`)
  await play(page)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
  await page.waitForFunction(() => document.querySelector('.is-docked') !== null)
  expect(await page.getByRole('button', { name: 'Pause' }).isVisible()).toBe(true)
  const hidden: string[] = []
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press('Tab')
    const covered = await page.evaluate(() => {
      const focused = document.activeElement
      const bar = document.querySelector('.is-docked .controls')
      if (focused === null || bar === null || bar.contains(focused)) return ''
      return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1 ? focused.outerHTML : ''
    })
    if (covered !== '') hidden.push(covered)
  }
  expect(hidden).toEqual([])
})

test('the page follows the voice until the reader scrolls', async () => {
  const { page } = await newReader(site, { viewport: { width: 1280, height: 500 }, reducedMotion: 'reduce' })
  await page.goto(`${site.url}${bridge}/1`)
  await play(page)
  await page.locator('[data-seek]').fill('24')
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100)
  await page.mouse.move(600, 200)
  await page.mouse.wheel(0, -5000)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await page.waitForTimeout(2500)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('a page whose sound is being made says so and works', async () => {
  const { page, complaints } = await newReader(site)
  await page.goto(`${site.url}${bridge}/2`)
  expect(await page.getByRole('status').innerText()).toContain('The audio is being made. 40 per cent is done.')
  expect(await page.locator('audio').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('the marked word and sentence differ by more than colour', async () => {
  const { page } = await newReader(site)
  await page.goto(`${site.url}${bridge}/1`)
  await play(page)
  const looks = await page.evaluate(() =>
    ['[data-sentence].now', '[data-token].now'].map((selector) => {
      const style = getComputedStyle(document.querySelector(selector) ?? document.body)
      return `${style.textDecorationLine} ${style.outlineStyle} ${style.borderLeftStyle} ${style.boxShadow}`
    }),
  )
  for (const look of looks) expect(look).not.toBe('none none none none')
})

test('the system shows what plays, and its keys work', async () => {
  const { page } = await newReader(site)
  await page.addInitScript(() => {
    const handlers: Record<string, () => void> = {}
    Object.assign(window, { handlers })
    navigator.mediaSession.setActionHandler = (name: string, handler: unknown) => {
      handlers[name] = handler as () => void // Only functions are set.
    }
  })
  await page.goto(`${site.url}${bridge}/1`)
  const press = (name: string) =>
    page.evaluate((key) => (window as unknown as { handlers: Record<string, () => void> }).handlers[key]?.(), name)
  await press('play')
  await page.waitForFunction(() => document.querySelector('audio')?.paused === false)
  expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).not.toBe('')
  await press('nexttrack')
  await page.waitForFunction(() => document.querySelector('#s1')?.classList.contains('now'))
  await press('pause')
  await page.waitForFunction(() => document.querySelector('audio')?.paused === true)
})

/** Gives the page a speech engine with one voice of the device and one that sends text away. `broken` stops half-way. */
async function withDeviceVoices(page: Page, kind: 'well' | 'broken' | 'remote-only'): Promise<void> {
  await page.addInitScript((how) => {
    const voice = (name: string, localService: boolean) => ({ name, localService, lang: 'en-AU', default: false })
    const voices = [voice('far', false), ...(how === 'remote-only' ? [] : [voice('near', true)])]
    const spoken: { text: string; voice: string; rate: number }[] = []
    Object.assign(window, { spoken })
    let turn = 0
    class Utterance {
      voice: { name: string } | undefined
      rate = 1
      onstart?: () => void
      onend?: () => void
      onboundary?: (event: { charIndex: number }) => void
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.assign(window, { SpeechSynthesisUtterance: Utterance })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        addEventListener: () => undefined,
        cancel: () => {
          turn += 1
        },
        speak: (utterance: Utterance) => {
          const mine = turn
          spoken.push({ text: utterance.text, voice: utterance.voice?.name ?? '', rate: utterance.rate })
          setTimeout(() => {
            if (mine !== turn) return
            if (how === 'broken' && spoken.length > 1) return
            utterance.onstart?.()
            utterance.onboundary?.({ charIndex: utterance.text.indexOf(' ') + 1 })
          }, 20)
          setTimeout(() => {
            if (mine === turn && !(how === 'broken' && spoken.length > 1)) utterance.onend?.()
          }, 400)
        },
      },
    })
  }, kind)
}

const spoken = (page: Page) =>
  page.evaluate(() => (window as unknown as { spoken: { text: string; voice: string; rate: number }[] }).spoken)

test('the device’s own voice reads with the same marks and pace, only local voices, and the choice is kept', async () => {
  const { page, complaints } = await newReader(site)
  await withDeviceVoices(page, 'well')
  await page.goto(`${site.url}${bridge}/1`)
  await page.locator('.more summary').click()
  await page.getByLabel('Use my device’s voice').check()
  await page.locator('.more summary').click()
  await page.getByLabel('Speed').selectOption('0.75')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForFunction(() => document.querySelector('#s1')?.classList.contains('now'))
  await page.waitForFunction(() => document.querySelectorAll('[data-token].now').length === 1)
  expect(await page.evaluate(() => document.querySelector('audio')?.paused)).toBe(true)
  for (const each of await spoken(page)) expect([each.voice, each.rate]).toEqual(['near', 0.75])
  // Repeat says one sentence and stops.
  await page.getByRole('button', { name: 'Repeat sentence' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const texts = (await spoken(page)).map(({ text }) => text)
  expect(texts.at(-1)).toBe(texts.at(-2))
  await page.reload()
  await page.locator('.more summary').click()
  expect(await page.getByLabel('Use my device’s voice').isChecked()).toBe(true)
  expect(complaints).toEqual([])
})

test('a device’s voice that stops half-way is followed by our file, from that sentence on, and the page says so', async () => {
  const { page } = await newReader(site)
  await withDeviceVoices(page, 'broken')
  await page.goto(`${site.url}${bridge}/1`)
  await page.locator('.more summary').click()
  await page.getByLabel('Use my device’s voice').check()
  await page.locator('.more summary').click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForFunction(() => document.querySelector('audio')?.paused === false, undefined, { timeout: 15_000 })
  const { sentence } = await marksNow(page)
  expect(sentence).toEqual(['1'])
  expect(await page.getByRole('status').innerText()).toContain('You hear our voice')
})

test('a device whose voices all send the text away is not offered', async () => {
  const { page } = await newReader(site)
  await withDeviceVoices(page, 'remote-only')
  await page.goto(`${site.url}${bridge}/1`)
  await page.locator('.more summary').click()
  expect(await page.getByLabel('Use my device’s voice').isVisible()).toBe(false)
})
