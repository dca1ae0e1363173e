import { describeConfig, loadConfig } from '../../config/config.ts'
import { write } from '../input.ts'

/** `config`: every option with its value and what it does; all problems at once. */
export async function config(
  _values: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  await write(`${describeConfig(environment)}\n`)
  const checked = loadConfig(environment)
  if (!('problems' in checked)) return 0
  process.stderr.write(`${checked.problems.join('\n')}\n`)
  return 1
}
