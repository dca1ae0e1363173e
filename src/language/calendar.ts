/** Days of the calendar without a clock: all in UTC, as ISO dates. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
export const months = 'january february march april may june july august september october november december'.split(' ')

/** Number of a month, 0–11, from its name or short form; undefined for other words. */
export function monthOf(text: string): number | undefined {
  const lower = text.toLowerCase().replace(/\.$/, '')
  const at = months.findIndex(
    (month) =>
      month === lower ||
      (lower.length >= 3 && month.slice(0, 3) === lower) ||
      (lower === 'sept' && month === 'september'),
  )
  return at < 0 ? undefined : at
}

/** The day of an ISO date or date with time; undefined where there is none. */
export function dayOf(iso: string | undefined): Date | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return found === null ? undefined : new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])))
}

/** `2026-11-18`. */
export function isoOf(day: Date): string {
  return day.toISOString().slice(0, 10)
}

/** The day so many days later; earlier for a negative count. */
export function plusDays(day: Date, count: number): Date {
  return new Date(day.getTime() + count * 86_400_000)
}

/** A day that exists, as ISO date: the 31st of June is none. */
export function exactDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month, day))
  return date.getUTCDate() === day && date.getUTCMonth() === month ? isoOf(date) : undefined
}

/** The year in which a day without one lies nearest to the article's own. */
export function nearestYear(month: number, day: number, base: Date): number {
  const own = base.getUTCFullYear()
  const distance = (year: number): number => Math.abs(Date.UTC(year, month, day) - base.getTime())
  return [own, own - 1, own + 1].reduce((best, year) => (distance(year) < distance(best) ? year : best))
}

/** First and last day of a month or, without one, of a year. */
export function periodOf(year: number, month?: number): { readonly from: string; readonly to: string } {
  const [first, last] = month === undefined ? [0, 12] : [month, month + 1]
  return { from: isoOf(new Date(Date.UTC(year, first, 1))), to: isoOf(new Date(Date.UTC(year, last, 0))) }
}
