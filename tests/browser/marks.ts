// What runs inside the page is written with the types of the browser.
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What is marked, and which marks the times of the sound ask for, read in one moment. */
export async function marksNow(page: Page) {
  return page.evaluate(async () => {
    const player = document.querySelector<HTMLElement>('[data-player]')
    const audio = document.querySelector('audio')
    if (player === null || audio === null) throw new Error('no player')
    const timings = await (await fetch(player.dataset.timings ?? '')).json()
    await new Promise(requestAnimationFrame)
    const time = audio.currentTime
    const sentence = [...document.querySelectorAll<HTMLElement>('[data-sentence].now')].map(
      (each) => each.dataset.sentence,
    )
    const words = [...document.querySelectorAll<HTMLElement>('[data-token].now')].map((each) =>
      Number(each.dataset.token),
    )
    // Distance in seconds from now to the time in which the marked word is the current one.
    const all: [number, number, number][] = timings.sentences.flatMap((each: { words: number[][] }) => each.words)
    const at = all.findIndex(([from]) => from === words[0])
    const start = all[at]?.[2] ?? Number.NaN
    const end = all[at + 1]?.[2] ?? timings.seconds
    const error = time < start ? start - time : time > end ? time - end : 0
    return { time, sentence, words, error, playing: !audio.paused }
  })
}

/** Presses "Play" and waits for the first mark. */
export async function play(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await page.waitForFunction(() => document.querySelectorAll('[data-token].now').length > 0)
}

/**
 * The marked word is the one that sounds, give or take 0.15 s: `times` looks each from the start on, after a seek to each
 * place, and on a second play after the end.
 */
export async function followsWell(page: Page, times: number, places: readonly number[]): Promise<void> {
  await play(page)
  const check = async (looks: number): Promise<void> => {
    for (let look = 0; look < looks; look += 1) {
      const marks = await marksNow(page)
      expect(marks.words).toHaveLength(1)
      expect(marks.error).toBeLessThanOrEqual(0.15)
      await page.waitForTimeout(170)
    }
  }
  await check(times)
  for (const place of places) {
    await page.locator('[data-seek]').fill(String(place))
    await page.waitForFunction(
      (wanted) =>
        Math.abs((document.querySelector('audio')?.currentTime ?? 0) - wanted) < 1.5 &&
        document.querySelectorAll('[data-token].now').length > 0,
      place,
    )
    const { time } = await marksNow(page)
    expect(Math.abs(time - place)).toBeLessThan(1.5)
    await check(times)
  }
  // A second play, after the end was heard.
  await page.evaluate(() => {
    const audio = document.querySelector('audio')
    if (audio !== null) audio.currentTime = audio.duration - 0.4
  })
  await page.waitForFunction(() => document.querySelector('audio')?.ended === true)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  // The marks of the end are gone, and those of the start are there.
  await page.waitForFunction(() => {
    const audio = document.querySelector('audio')
    const begun = audio !== null && !audio.paused && audio.currentTime > 0.3 && audio.currentTime < 5
    return begun && document.querySelectorAll('[data-token].now').length > 0
  })
  expect((await marksNow(page)).time).toBeLessThan(5)
  await check(times)
}
