import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What the stub does with the messages of a request; it may answer later or not at all. */
export type Behaviour = (messages: readonly { readonly content: string }[], response: ServerResponse) => void

/** A chat server on this machine, for as long as it is kept. */
export interface ChatStub extends AsyncDisposable {
  readonly url: string
  /** Headers and bodies of the requests, in order. */
  readonly requests: readonly { readonly key: string | undefined; readonly body: string }[]
}

/** Starts a server in the chat form on a free port that behaves as it is told. */
export async function startChatStub(behave: Behaviour): Promise<ChatStub> {
  const requests: { key: string | undefined; body: string }[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      requests.push({ key: request.headers.authorization, body })
      const { messages } = JSON.parse(body) as { messages: readonly { content: string }[] }
      behave(messages, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers with a text in the chat form. */
export function answer(response: ServerResponse, content: string): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
}

/** The paragraph that a request is about. */
export function paragraphOf(messages: readonly { readonly content: string }[]): string {
  return messages.at(-1)?.content.split('Paragraph:\n')[1] ?? ''
}
