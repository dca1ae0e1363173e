import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import type * as z from 'zod'
import { options, secrets } from './options.ts'

/** Everything that can be set, checked. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly siteUrl: string
  readonly siteName: string
  readonly language: string
  readonly timeZone: string
  readonly review: 'off' | 'required'
  readonly apiToken?: string
  readonly voice: string
  /** What voices outside the package need to know. */
  readonly voices: {
    readonly server?: { readonly url: string; readonly model: string; readonly voice: string; readonly key?: string }
    readonly folder?: string
  }
  readonly pace: number
  /** How numbers and dates are said. */
  readonly saying: 'en-AU' | 'en-US'
  /** An outside model that may suggest sentences; off without it. */
  readonly rewriter?: { readonly url: string; readonly model: string; readonly key?: string }
  /** Path of the site's own protected terms. */
  readonly protectedTerms?: string
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads every option; lists all that is wrong at once, never just the first. Empty values count as not set. */
export function loadConfig(environment: Environment): Config | { readonly problems: readonly string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in options.shape && value !== undefined && value !== ''),
  )
  const parsed = options.safeParse(given)
  if (!parsed.success)
    return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
  const { data } = parsed
  const { REWRITER_URL: url, REWRITER_MODEL: model, REWRITER_KEY: key } = data
  if (url !== undefined && model === undefined) return { problems: ['REWRITER_MODEL: is needed with REWRITER_URL'] }
  if (data.PROTECTED_TERMS !== undefined && !existsSync(data.PROTECTED_TERMS))
    return { problems: [`PROTECTED_TERMS: there is no file ${data.PROTECTED_TERMS}`] }
  return {
    port: data.PORT,
    host: data.HOST,
    dataDirectory: path.resolve(data.DATA_DIR),
    siteUrl: (data.SITE_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    siteName: data.SITE_NAME,
    language: data.LANGUAGE,
    timeZone: data.TIME_ZONE,
    review: data.REVIEW,
    ...(data.API_TOKEN === undefined ? {} : { apiToken: data.API_TOKEN }),
    voice: data.VOICE,
    voices: voicesOf(data),
    pace: data.SPEECH_RATE,
    saying: data.SAYING ?? (data.LANGUAGE === 'en-US' ? 'en-US' : 'en-AU'),
    ...(url === undefined || model === undefined
      ? {}
      : { rewriter: { url, model, ...(key === undefined ? {} : { key }) } }),
    ...(data.PROTECTED_TERMS === undefined ? {} : { protectedTerms: path.resolve(data.PROTECTED_TERMS) }),
    logLevel: data.LOG_LEVEL,
  }
}

function voicesOf(data: z.infer<typeof options>): Config['voices'] {
  const { SPEECH_URL: url, SPEECH_MODEL: model, SPEECH_VOICE: voice, SPEECH_KEY: key, SPEECH_FOLDER: folder } = data
  return {
    ...(url === undefined ? {} : { server: { url, model, voice, ...(key === undefined ? {} : { key }) } }),
    ...(folder === undefined ? {} : { folder: path.resolve(folder) }),
  }
}

/** The environment with the values of a `.env` file for what it does not set itself. */
export function withEnvFile(environment: Environment, folder: string): Environment {
  try {
    return { ...parseEnv(readFileSync(path.join(folder, '.env'), 'utf8')), ...environment }
  } catch {
    // Most installations have no .env file.
    return environment
  }
}

/** Every option as lines "NAME=value  # help"; secrets are hidden. */
export function describeConfig(environment: Environment): string {
  return Object.entries(options.shape)
    .map(([name, schema]) => {
      const value = environment[name]
      const fallback = schema.safeParse(undefined)
      const shown =
        value === undefined || value === ''
          ? `${fallback.success ? (fallback.data ?? '') : ''}`
          : secrets.has(name)
            ? '(set)'
            : value
      return `${name}=${shown}\n  ${schema.description ?? ''}`
    })
    .join('\n')
}
