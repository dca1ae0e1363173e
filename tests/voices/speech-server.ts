import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clip } from '../../src/speech/voice.ts'
import { writeWave } from '../../src/voices/wave.ts'

/** How a made-up speech server behaves. */
export type Behaviour = 'well' | 'badly' | 'nonsense' | 'late' | 'cut-off' | 'half-a-file' | 'moved'

/** What the server was asked, as it came. */
export interface Asked {
  readonly body: { readonly input?: string; readonly speed?: number; readonly [name: string]: unknown }
  readonly authorization: string | undefined
}

/** A speech server in the OpenAI form on a free port. `speak` makes the sound of a text. */
export async function openSpeechServer(
  behaviour: Behaviour,
  speak: (text: string, speed: number) => Promise<Clip>,
): Promise<{ readonly url: string; readonly asked: Asked[]; readonly close: () => Promise<void> }> {
  const asked: Asked[] = []
  const server = await new Promise<Server>((resolve) => {
    const opening: Server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => {
        text += String(chunk)
      })
      request.on('end', async () => {
        const body = JSON.parse(text) as Asked['body'] // Only the voice under test asks.
        asked.push({ body, authorization: request.headers.authorization })
        if (behaviour === 'late') return
        if (behaviour === 'badly') return response.writeHead(503).end('busy')
        if (behaviour === 'moved') return response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()
        if (behaviour === 'nonsense') return response.writeHead(200).end('<html>Sign in</html>')
        const wave = writeWave(await speak(String(body.input), Number(body.speed)))
        if (behaviour === 'half-a-file') return response.writeHead(200).end(wave.subarray(0, wave.length / 2))
        if (behaviour === 'cut-off') {
          response.writeHead(200, { 'content-length': wave.length })
          response.write(wave.subarray(0, wave.length / 2))
          return setTimeout(() => response.destroy(), 20)
        }
        return response.writeHead(200, { 'content-type': 'audio/wav' }).end(wave)
      })
    }).listen(0, '127.0.0.1', () => resolve(opening))
  })
  const { port } = server.address() as AddressInfo // A listening TCP server has a port.
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
