import { expect, test } from 'vitest'
import { describeConfig, loadConfig } from '../../src/config/config.ts'

test('with nothing set, everything has its default', () => {
  expect(loadConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    language: 'en-AU',
    timeZone: 'Australia/Sydney',
    review: 'off',
  })
})

test('all problems are told together', () => {
  const checked = loadConfig({ PORT: 'many', TIME_ZONE: 'Mars/Base', REVIEW: 'maybe', API_TOKEN: 'short' })
  expect('problems' in checked ? checked.problems.map((problem) => problem.split(':')[0]) : []).toEqual([
    'PORT',
    'TIME_ZONE',
    'REVIEW',
    'API_TOKEN',
  ])
})

test('an empty value counts as not set, and other names are passed over', () => {
  expect(loadConfig({ PORT: '', PATH: '/bin' })).toMatchObject({ port: 3000 })
})

test('a secret is never shown', () => {
  expect(describeConfig({ API_TOKEN: 'a-very-secret-token' })).not.toContain('a-very-secret-token')
})

test('an outside model needs its name, and its key is never shown', () => {
  expect(loadConfig({})).not.toHaveProperty('rewriter')
  expect(loadConfig({ REWRITER_URL: 'http://localhost:11434/v1' })).toEqual({
    problems: ['REWRITER_MODEL: is needed with REWRITER_URL'],
  })
  expect(loadConfig({ REWRITER_URL: 'http://localhost:11434/v1', REWRITER_MODEL: 'small' })).toMatchObject({
    rewriter: { url: 'http://localhost:11434/v1', model: 'small' },
  })
  expect(describeConfig({ REWRITER_KEY: 'a-very-secret-key' })).not.toContain('a-very-secret-key')
})
