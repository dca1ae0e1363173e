/** The day in a time zone at an instant: `2026-11-23`. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}

/** A day in words: "Monday, 23 November 2026". */
export function dayInWords(date: string): string {
  return inWords(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** A day in few words: "23 November 2026". */
export function shortDay(date: string): string {
  return inWords(date, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A month in words: "November 2026", from `2026-11`. */
export function monthInWords(month: string): string {
  return inWords(`${month}-01`, { month: 'long', year: 'numeric' })
}

/** Whether a text is a real day written as `2026-11-23`. */
export function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
}

/** The first day of the month after `2026-11`: `2026-12-01`. */
export function firstOfNextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10)
}

/** A day some days later (or earlier, with a negative number). */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A length in words: "1 minute", "2 minutes", "40 seconds". Minutes are rounded, never below one. */
export function lengthInWords(seconds: number): string {
  if (seconds < 50) return `${Math.max(1, Math.round(seconds))} seconds`
  const minutes = Math.max(1, Math.round(seconds / 60))
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** A length as a player shows it: `2:05`. */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function inWords(date: string, format: Intl.DateTimeFormatOptions): string {
  if (!isDay(date)) return date
  return new Intl.DateTimeFormat('en-AU', { ...format, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}
