import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const main = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts')

/** The whole site in a process of its own. */
export interface Started {
  readonly child: ChildProcess
  /** The address; undefined where the site ended instead. */
  readonly address: string | undefined
  readonly ended: Promise<number | null>
  readonly problem: () => string
}

/** Starts the site on a data folder, with nothing else set but what is given. */
export async function startSite(data: string, change: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR: data,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...change,
    },
  })
  let problem = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    problem += String(chunk)
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const address = await new Promise<string | undefined>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(String(chunk))?.[0]
      if (found !== undefined) resolve(found)
    })
    void ended.then(() => resolve(undefined))
  })
  return { child, address, ended, problem: () => problem }
}
