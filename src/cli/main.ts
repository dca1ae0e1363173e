import { enableCompileCache } from 'node:module'
import { loadConfig, withEnvFile } from '../config/config.ts'
import { UsageError, write } from './input.ts'

/** A command: its arguments as typed, and the environment. Answers the exit code. */
type Command = (values: readonly string[], environment: Readonly<Record<string, string | undefined>>) => Promise<number>

const help = `Newsease: news in easy English.

  simplify --level 1|2 [--format text|json] [--published DATE] [FILE]   an article in easy English;
           --rewriter also asks the model that REWRITER_URL names
  simplify --lines --level 1|2 [FILE]                                   every line on its own
  analyse --text|--conllu [FILE]                                        CoNLL-U out
  score [--format text|json] [FILE]                                     how hard a text is
  easier [FILE]                                                         easier words: sentence<TAB>word a line
  speak --out X.mp3 [--timings X.json] [--level 1|2] [FILE]             a narration
  wrap --date DATE                                                      the wrap of a day
  record --article ID --level 1|2 --sentence N FILE.wav                 your own voice for a sentence
  add FILE...   list   remove ID|--samples   config

Without FILE, or with -, the text is read from standard input.
`

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  simplify: async () => (await import('./commands/simplify.ts')).simplify,
  analyse: async () => (await import('./commands/analyse.ts')).analyse,
  score: async () => (await import('./commands/score.ts')).score,
  easier: async () => (await import('./commands/easier.ts')).easier,
  speak: async () => (await import('./commands/speak.ts')).speak,
  record: async () => (await import('./commands/record.ts')).record,
  wrap: async () => (await import('./commands/wrap.ts')).wrap,
  add: async () => (await import('./commands/add.ts')).add,
  list: async () => (await import('./commands/list.ts')).list,
  remove: async () => (await import('./commands/remove.ts')).remove,
  config: async () => (await import('./commands/config.ts')).config,
}

async function main(): Promise<number> {
  const [name = 'help', ...values] = process.argv.slice(2)
  const load = commands[name]
  if (load === undefined) {
    const isAsked = name === 'help' || name === '--help' || name === '-h'
    if (isAsked) await write(help)
    else process.stderr.write(`There is no command "${name}".\n\n${help}`)
    return isAsked ? 0 : 2
  }
  const environment = withEnvFile(process.env, process.cwd())
  const checked = loadConfig(environment)
  if ('problems' in checked && name !== 'config') throw new UsageError(checked.problems.join('\n'))
  const command = await load()
  return command(values, environment)
}

// Commands are loaded after this, so that the second call of any command starts quicker.
enableCompileCache()
// A reader that has heard enough (`| head`) is fine; a full disk is not.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
})
try {
  process.exitCode = await main()
} catch (error) {
  const usage =
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  process.stderr.write(
    usage
      ? `${(error as Error).message}\n`
      : `Something went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = usage ? 2 : 1
}
