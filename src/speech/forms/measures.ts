import { shortScales } from './money.ts'
import { sayFigure, sayNumber } from './numbers.ts'
import { countsThings, isBeforeNoun, isFigure, type Place, type Said } from './place.ts'

/** A number with what it measures: "5%", "90km/h", "39°C", "20mm", "5 ha", "4x100m", "30yo", "2m people". */
export function sayMeasure(place: Place): Said | undefined {
  const { form, glued, saying } = place
  const together = /^(\d+)([A-Z]{1,2})$/.exec(form(0))
  const unit = together === null ? undefined : saying.units.get(together[2] ?? '')
  if (unit !== undefined && together?.[2]?.length === 2)
    return perWhat(place, { words: `${sayFigure(together[1] ?? '')} ${unit.many}`, length: 1 })
  if (!isFigure(form(0))) return magnitude(place) ?? heading(place)
  const next = form(1)
  const figure = sayFigure(form(0))
  const time = lengthOfTime(place, figure)
  if (time !== undefined) return time
  if (next === 'C' && glued(1) && isTemperature(place)) return { words: `${figure} degrees`, length: 2 }
  if (/^(?:%|pc|pct)$/.test(next) && (glued(1) || next !== 'pc')) return { words: `${figure} per cent`, length: 2 }
  if (next === '°' || next === 'º') return degrees(place, figure)
  if (next === 'yo' && glued(1)) return { words: `${figure} year old`, length: 2 }
  if (/^[x×]$/.test(next) && glued(1))
    return isFigure(form(2)) ? { words: `${figure} by`, length: 2 } : { words: `${figure} times`, length: 2 }
  const times = /^x(\d+)(m)?$/.exec(next)
  if (times !== null && glued(1))
    return {
      words: `${figure} by ${sayNumber(Number(times[1]))}${times[2] === undefined ? '' : ' metre'}`,
      length: 2,
    }
  return feet(place) ?? scaled(place, figure) ?? united(place, figure)
}

/** "M6.2": how strong an earthquake is. */
function magnitude({ form, glued }: Place): Said | undefined {
  const whole = /^M(\d)$/.exec(form(0))?.[1]
  if (whole === undefined || form(1) !== '.' || !glued(1) || !glued(2) || !/^\d$/.test(form(2))) return undefined
  return { words: `magnitude ${sayFigure(`${whole}.${form(2)}`)}`, length: 3 }
}

const headings = new Map<string, string>(Object.entries({ N: 'north', E: 'east', S: 'south', W: 'west' }))

/** "85km NW of". */
function heading({ form }: Place): Said | undefined {
  if (form(1) !== 'of' || !/^[NESW]{1,3}$/.test(form(0)) || !/^(?:km|kms|m|mi|(?:kilo)?metres|miles)$/.test(form(-1)))
    return undefined
  return { words: [...form(0)].map((letter) => headings.get(letter) ?? letter).join(' '), length: 1 }
}

/** "20m" in "1h 20m", and "2m 35s". */
function lengthOfTime({ form, glued }: Place, figure: string): Said | undefined {
  if (form(1) !== 'm' || !glued(1) || !/^[1-5]?\d$/.test(form(0))) return undefined
  const minutes = `${figure} minute${form(0) === '1' ? '' : 's'}`
  const isApart = form(3) === 's' && glued(3)
  const seconds = /^([1-5]?\d)s$/.exec(isApart ? `${form(2)}s` : form(2))?.[1]
  if (seconds !== undefined)
    return {
      words: `${minutes} ${sayFigure(seconds)} second${seconds === '1' ? '' : 's'}`,
      length: isApart ? 4 : 3,
    }
  const hasHours = /^(?:h|hr|hrs)$/.test(form(-1)) && /^\d{1,2}$/.test(form(-2))
  return hasHours ? { words: minutes, length: 2 } : undefined
}

/** "39C" is how warm it is; "section 18C", "seat 14C" and "Flat 2C" are names. */
function isTemperature({ form, glued }: Place): boolean {
  return (
    !/^(?:sections?|ss?|rules?|clauses?|articles?|units?|flats?|rooms?|hepatitis|vitamin|gates?|class|years?|grades?|seats?|routes?|parts?|schedules?)$/i.test(
      form(-1),
    ) &&
    !/^\p{Lu}/u.test(form(-1)) &&
    !(form(2) === '(' && glued(2))
  )
}

function degrees(place: Place, figure: string): Said {
  const { form, glued } = place
  const scale = glued(2) ? form(2) : ''
  const unit = form(0) === '1' || isBeforeNoun(place, /^[CF]$/.test(scale) ? 3 : 2) ? 'degree' : 'degrees'
  if (scale === 'C') return { words: `${figure} ${unit}`, length: 3 }
  if (scale === 'F') return { words: `${figure} ${unit} Fahrenheit`, length: 3 }
  return { words: `${figure} ${unit}`, length: 2 }
}

/** 5'10" and 6ft 2in. */
function feet({ form, glued }: Place): Said | undefined {
  if (/^['’′]$/u.test(form(1)) && glued(1) && glued(2) && /^\d{1,2}$/.test(form(2)) && /^["”″]$/u.test(form(3)))
    return { words: `${sayFigure(form(0))} foot ${sayFigure(form(2))}`, length: 4 }
  if (form(1) === 'ft' && /^\d{1,2}$/.test(form(2)) && form(3) === 'in')
    return { words: `${sayFigure(form(0))} foot ${sayFigure(form(2))}`, length: 4 }
  return undefined
}

/** "2.4bn", "50k", and "5m people", where "m" is no metre. */
function scaled({ form, glued, saying }: Place, figure: string): Said | undefined {
  const short = shortScales.get(form(1).toLowerCase())
  if (short === undefined || !glued(1)) return undefined
  const isUnit = /^[mtbMTB]$/.test(form(1))
  // "480m km": a unit behind it is counted too.
  const unit = form(2).length > 1 && form(2) !== 'in' && !glued(2) ? saying.units.get(form(2)) : undefined
  if (unit !== undefined) return { words: `${figure} ${short} ${unit.many}`, length: 3 }
  if (isUnit && !countsMillions(form(2))) return undefined
  return { words: `${figure} ${short}`, length: 2 }
}

function countsMillions(next: string): boolean {
  return (
    countsThings(next) &&
    !/^(?:waves?|seas|swells|sharks?|freestyle|hurdles|walls?|poles?|trees|cliffs|sprints?|heats|races|falls|drops|tides|deep|snakes?|boats?|trucks?|towers?|fences|bridges|beams|boards|lengths|backstroke|breaststroke|surf|dunes)$/.test(
      next,
    )
  )
}

function united(place: Place, figure: string): Said | undefined {
  const { form, glued, saying } = place
  const pair = saying.units.get(`${form(1)} ${form(2)}`)
  const unit = pair ?? saying.units.get(form(1))
  if (unit === undefined) return undefined
  // One letter, or a word of its own, is a unit only where it touches its number.
  if (pair === undefined && !glued(1) && (form(1).length === 1 || /^(?:in|kt|pt|oz|st)$/.test(form(1))))
    return undefined
  const length = pair === undefined ? 2 : 3
  // "3m waves", "5kg bags": a measure before what it measures is one thing.
  const single =
    form(0) === '1' || isBeforeNoun(place, length) || (countsThings(form(length)) && form(length) !== 'per')
  return perWhat(place, { words: `${figure} ${single ? unit.one : unit.many}`, length })
}

/** "5 mg/L", "40 kg/ha". */
function perWhat({ form, glued, saying }: Place, said: Said): Said {
  const unit = saying.units.get(form(said.length + 1))?.one
  if (form(said.length) !== '/' || !glued(said.length) || unit === undefined) return said
  return { words: `${said.words} ${/^[aeiou]|^hour/.test(unit) ? 'an' : 'a'} ${unit}`, length: said.length + 2 }
}
