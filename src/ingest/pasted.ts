import * as z from 'zod'
import { articleOfText, type KnownFields } from '../clean/plain-article.ts'
import type { Arrival } from '../document/article.ts'
import { done, failed, type Result } from '../failure.ts'
import { articleOfPage } from './page.ts'

const short = z.string().max(500)

/** An article as the API takes it: a headline and a body, plain text or HTML, and what else is known. */
const schema = z.object({
  headline: short.min(1),
  body: z.string().min(1).max(1_000_000),
  summary: z.string().max(2000).optional(),
  source: short.optional(),
  credit: short.optional(),
  author: short.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}/)
    .max(40)
    .optional(),
  language: z.string().max(20).optional(),
  topic: z.string().max(60).optional(),
  licence: short.optional(),
  mayAdapt: z.boolean().default(true),
  mayShowOriginal: z.boolean().default(true),
  mayMakeAudio: z.boolean().default(true),
})

/** The article of a JSON text that the API was given; a field that is missing or too long is told by its name. */
export async function articleOfJson(text: string): Promise<Result<Arrival>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failed('invalid', 'This is not JSON.', String(error))
  }
  const checked = schema.safeParse(value)
  if (!checked.success) {
    const names = [...new Set(checked.error.issues.map((issue) => issue.path.join('.')))].join(', ')
    return failed('invalid', `These fields are missing or wrong: ${names}.`, checked.error.message)
  }
  const { body, mayAdapt, mayShowOriginal, mayMakeAudio, ...told } = checked.data
  const fields: KnownFields = Object.fromEntries(Object.entries(told).filter(([, field]) => field !== undefined))
  const isHtml = /<(?:p|div|article|br|h[1-6]|html)\b/i.test(body)
  const made = isHtml
    ? await articleOfPage(`<html><body><article>${body}</article></body></html>`, fields)
    : done(articleOfText(body, fields))
  if (!made.ok) return made
  return done({
    ...made.value,
    fields: { ...made.value.fields, permissions: { mayAdapt, mayShowOriginal, mayMakeAudio } },
  })
}
