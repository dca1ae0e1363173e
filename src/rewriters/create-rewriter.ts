import path from 'node:path'
import { createDiskMedia } from '../media/disk.ts'
import type { Rewriter } from '../simplify/outside/rewriter.ts'
import { keepAnswers } from './keep-answers.ts'
import { type ChatServer, createChatRewriter } from './openai-chat.ts'

/** The rewriter that the options name, with its answers kept in the data folder. */
export function createRewriter(server: ChatServer, dataDirectory: string): Rewriter {
  return keepAnswers(createChatRewriter(server), createDiskMedia(path.join(dataDirectory, 'answers')))
}
