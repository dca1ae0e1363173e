import { sayFigure, sayNumber } from './numbers.ts'
import type { Place, Said } from './place.ts'

/** Times and lengths of time in figures: "3pm", "4.52am", "17:30", "2:05:33". */
export function sayTime({ form, glued }: Place): Said | undefined {
  const half = /^([ap])\.?m\.?$/i.exec(form(1))
  if (half !== null && /^(?:1[0-2]|0?[1-9]|00)(?:[.:][0-5]\d)?$/.test(form(0)))
    return { words: `${hours(form(0))} ${half[1]?.toLowerCase() === 'a' ? 'A' : 'P'} M`, length: 2 }
  // "10-11am": the first number is an hour like the second.
  if (
    /^(?:1[0-2]|[1-9])[.:][0-5]\d$/.test(form(0)) &&
    /^[-–]$/u.test(form(1)) &&
    glued(2) &&
    /^[ap]\.?m\.?$/i.test(form(3))
  )
    return { words: hours(form(0)), length: 1 }
  const long = /^(\d{1,2}):([0-5]\d):([0-5]\d)(\.\d+)?$/.exec(form(0))
  if (long !== null)
    return {
      words: [
        counted(Number(long[1]), 'hour'),
        Number(long[2]) > 0 ? counted(Number(long[2]), 'minute') : '',
        seconds(`${Number(long[3])}${long[4] ?? ''}`),
      ]
        .filter((part) => part !== '')
        .join(' '),
      length: 1,
    }
  const lap = /^(\d{1,2}):([0-5]\d)(\.\d+)$/.exec(form(0))
  if (lap !== null)
    return { words: `${counted(Number(lap[1]), 'minute')} ${seconds(`${Number(lap[2])}${lap[3]}`)}`, length: 1 }
  const clock = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(form(0))
  if (clock !== null) return { words: day(clock[1] ?? '', clock[2] ?? ''), length: 1 }
  const ratio = /^(\d+):(\d+)$/.exec(form(0))
  return ratio === null
    ? undefined
    : { words: `${sayFigure(ratio[1] ?? '')} to ${sayFigure(ratio[2] ?? '')}`, length: 1 }
}

function hours(text: string): string {
  const [hour = '', minute = '00'] = text.split(/[.:]/)
  return minute === '00' ? sayNumber(Number(hour)) : `${sayNumber(Number(hour))} ${minutes(minute)}`
}

function minutes(minute: string): string {
  return minute.startsWith('0') ? `oh ${sayNumber(Number(minute))}` : sayNumber(Number(minute))
}

function day(hour: string, minute: string): string {
  const number = Number(hour)
  if (minute === '00')
    return number > 12 || number === 0
      ? `${number === 0 ? 'zero' : sayNumber(number)} hundred`
      : `${sayNumber(number)} o'clock`
  return `${number === 0 ? 'zero' : sayNumber(number)} ${minutes(minute)}`
}

function counted(number: number, unit: string): string {
  return `${sayNumber(number)} ${unit}${number === 1 ? '' : 's'}`
}

function seconds(figure: string): string {
  return Number(figure) === 0 ? '' : `${sayFigure(figure)} second${figure === '1' ? '' : 's'}`
}
