import { sayFigure, sayNumber } from './numbers.ts'
import { isBeforeNoun, isDash, isFigure, type Place, type Said } from './place.ts'

/** The large numbers that news shortens. */
export const shortScales = new Map<string, string>(
  Object.entries({
    k: 'thousand',
    m: 'million',
    mn: 'million',
    mln: 'million',
    b: 'billion',
    bn: 'billion',
    t: 'trillion',
    tn: 'trillion',
    trn: 'trillion',
  }),
)

interface Currency {
  readonly one: string
  readonly many: string
  readonly small?: readonly [string, string]
}
const cents = ['cent', 'cents'] as const
const currencies = new Map<string, Currency>(
  Object.entries({
    $: { one: 'dollar', many: 'dollars', small: cents },
    '€': { one: 'euro', many: 'euros', small: cents },
    '£': { one: 'pound', many: 'pounds', small: ['penny', 'pence'] },
    '¥': { one: 'yen', many: 'yen' },
    '₹': { one: 'rupee', many: 'rupees' },
    '₩': { one: 'won', many: 'won' },
    '₽': { one: 'rouble', many: 'roubles' },
    '₺': { one: 'lira', many: 'lira' },
    '₱': { one: 'peso', many: 'pesos' },
    '฿': { one: 'baht', many: 'baht' },
    '₫': { one: 'dong', many: 'dong' },
    '₪': { one: 'shekel', many: 'shekels' },
    '₦': { one: 'naira', many: 'naira' },
    '₴': { one: 'hryvnia', many: 'hryvnia' },
  }),
)
const countries = new Map<string, string>(
  Object.entries({
    US: 'U S',
    AU: 'Australian',
    A: 'Australian',
    NZ: 'New Zealand',
    HK: 'Hong Kong',
    CA: 'Canadian',
    C: 'Canadian',
    S: 'Singapore',
    NT: 'Taiwan',
    FJ: 'Fijian',
    F: 'Fijian',
    R: 'Brazilian',
  }),
)
const codes = new Map<string, readonly [string, string]>(
  Object.entries({
    AUD: ['$', 'Australian'],
    USD: ['$', 'U S'],
    NZD: ['$', 'New Zealand'],
    CAD: ['$', 'Canadian'],
    SGD: ['$', 'Singapore'],
    HKD: ['$', 'Hong Kong'],
    FJD: ['$', 'Fijian'],
    EUR: ['€', ''],
    GBP: ['£', ''],
    JPY: ['¥', ''],
    INR: ['₹', ''],
  }),
)

/** Money with its sign or code before it: "$2.4bn", "A$50", "€3m", "US$2-3 million", "AUD 50"; and "50c". */
export function sayMoney(place: Place): Said | undefined {
  const { form, glued } = place
  const sign = signAt(place)
  if (sign === undefined) return smallMoney(place)
  const { currency, country } = sign
  let length = sign.length
  const amount = form(length)
  length += 1
  // "$2-3 million": both numbers share the scale and the sign.
  const second =
    isDash(form(length)) && glued(length) && glued(length + 1) && isFigure(form(length + 1))
      ? form(length + 1)
      : undefined
  if (second !== undefined) length += 2
  const scale = scaleAt(place, length)
  length += scale?.length ?? 0
  const single = isBeforeNoun(place, length) || isCompound(place, length)
  const isOne = /^1(?:\.\d\d)?$/.test(amount) && second === undefined && scale === undefined
  const name = `${country === '' ? '' : `${country} `}${single || isOne ? currency.one : currency.many}`
  const main = second === undefined ? sayFigure(amount) : `${sayFigure(amount)} to ${sayFigure(second)}`
  const words =
    scale === undefined && second === undefined
      ? exact(amount, name, currency)
      : `${main}${scale === undefined ? '' : ` ${scale.name}`} ${name}`
  return perUnit(place, { words, length })
}

/** "$50-a-week", "$2m-a-year", but not "$50-$100" and "$1m-plus". */
function isCompound({ form, glued }: Place, at: number): boolean {
  return isDash(form(at)) && glued(at) && glued(at + 1) && /^\p{L}/u.test(form(at + 1)) && form(at + 1) !== 'plus'
}

function signAt(
  place: Place,
): { readonly currency: Currency; readonly country: string; readonly length: number } | undefined {
  const { form, glued } = place
  const joined = /^(US|AU|NZ|HK|CA|[ACSR])?([^\p{L}\p{N}\s])(US|AU|NZ|HK|CA|[AC])?$/u.exec(form(0))
  if (joined !== null && isFigure(form(1))) {
    const currency = currencies.get(joined[2] ?? '')
    if (currency !== undefined)
      return { currency, country: countries.get(joined[1] ?? joined[3] ?? '') ?? '', length: 1 }
  }
  const apart = countries.get(form(0))
  if (apart !== undefined && form(1) === '$' && glued(1) && isFigure(form(2)))
    return { currency: currencies.get('$') ?? { one: 'dollar', many: 'dollars' }, country: apart, length: 2 }
  const code = codes.get(form(0))
  const ofCode = code === undefined ? undefined : currencies.get(code[0])
  if (code !== undefined && ofCode !== undefined && isFigure(form(1)))
    return { currency: ofCode, country: code[1], length: 1 }
  if (/^Rs\.?$/.test(form(0)) && isFigure(form(1)))
    return { currency: { one: 'rupee', many: 'rupees' }, country: '', length: 1 }
  return undefined
}

function scaleAt({ form, glued }: Place, at: number): { readonly name: string; readonly length: number } | undefined {
  const full = /^(?:hundred|thousand|million|billion|trillion|lakh|crore)$/
  if (full.test(form(at))) return { name: form(at), length: 1 }
  if (isDash(form(at)) && glued(at) && full.test(form(at + 1))) return { name: form(at + 1), length: 2 }
  const short = shortScales.get(form(at).toLowerCase())
  return short !== undefined && (glued(at) || form(at).length > 1) ? { name: short, length: 1 } : undefined
}

function exact(amount: string, name: string, { small }: Currency): string {
  const [whole = '0', part] = amount.replaceAll(',', '').split('.')
  if (part === undefined || /^0+$/.test(part)) return `${sayFigure(whole)} ${name}`
  if (part.length !== 2 || small === undefined) return `${sayFigure(amount)} ${name}`
  const rest = `${sayNumber(Number(part))} ${Number(part) === 1 ? small[0] : small[1]}`
  return Number(whole) === 0 ? rest : `${sayFigure(whole)} ${name} and ${rest}`
}

/** "50c", "5¢", "20p" is left alone: only cents are surely money. */
function smallMoney(place: Place): Said | undefined {
  const { form, glued } = place
  if (!isFigure(form(0)) || !glued(1) || !/^[c¢]$/.test(form(1))) return undefined
  const single = form(0) === '1' || isBeforeNoun(place, 2)
  return perUnit(place, { words: `${sayFigure(form(0))} ${single ? 'cent' : 'cents'}`, length: 2 })
}

/** "$2.10/L", "$50/hour". */
function perUnit({ form, glued, saying }: Place, said: Said): Said {
  const at = said.length
  if (form(at) !== '/' || !glued(at) || !glued(at + 1)) return said
  const unit = saying.units.get(form(at + 1))?.one ?? (/^[a-z]{3,}$/.test(form(at + 1)) ? form(at + 1) : undefined)
  if (unit === undefined) return said
  return { words: `${said.words} ${/^[aeio]|^hour/.test(unit) ? 'an' : 'a'} ${unit}`, length: at + 2 }
}
