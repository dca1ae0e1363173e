import * as z from 'zod'

/** Every option, by its name in the environment, with its default and what it does. All are optional. */
export const options = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port that the site listens on.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address that the site listens on. 0.0.0.0 lets other machines in.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder for the database, the sound files and the inbox.'),
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address that readers and podcast players use.'),
  SITE_NAME: z.string().min(1).max(60).default('Newsease').describe('Name of the site.'),
  LANGUAGE: z
    .string()
    .regex(/^en(?:-[A-Z]{2})?$/)
    .default('en-AU')
    .describe('Language of the pages: en-AU, en-GB …'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'is not the name of a time zone')
    .default('Australia/Sydney')
    .describe('Time zone that decides what "today" is.'),
  REVIEW: z
    .enum(['off', 'required'])
    .default('off')
    .describe('required: nothing is public before a person approved it.'),
  API_TOKEN: z
    .string()
    .min(16, 'needs at least 16 characters')
    .optional()
    .describe('Token for adding articles through the API. Without it that part does not exist.'),
  VOICE: z
    .string()
    .min(1)
    .default('auto')
    .describe('auto, or the name of a voice: flite-rms, flite-slt, say, espeak, festival, server, sherpa.'),
  SPEECH_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'Speech server in the OpenAI form for VOICE=server: http://localhost:8880/v1. It is sent every sentence.',
    ),
  SPEECH_MODEL: z.string().min(1).max(100).default('tts-1').describe('Name of the model on that server.'),
  SPEECH_VOICE: z.string().min(1).max(100).default('alloy').describe('Name of the voice on that server.'),
  SPEECH_KEY: z.string().min(1).optional().describe('Key for that server, if it wants one.'),
  SPEECH_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder with a Piper or Kokoro model for VOICE=sherpa; needs the package sherpa-onnx-node or sherpa-onnx.',
    ),
  SAYING: z
    .enum(['en-AU', 'en-US'])
    .optional()
    .describe(
      'How numbers and dates are said: en-AU (the third of May) or en-US (May third). Follows LANGUAGE unless set.',
    ),
  SPEECH_RATE: z.coerce.number().int().min(80).max(160).default(115).describe('Words a minute of the narration.'),
  REWRITER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Server in the OpenAI chat form that may suggest sentences: http://localhost:11434/v1. Off without it.'),
  REWRITER_MODEL: z.string().min(1).max(100).optional().describe('Name of the model on that server.'),
  REWRITER_KEY: z.string().min(1).optional().describe('Key for that server, if it wants one.'),
  PROTECTED_TERMS: z
    .string()
    .min(1)
    .optional()
    .describe('File of terms that stay as they are, one a line; none without it.'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('How much the log tells.'),
})

/** Options whose values are never shown. */
export const secrets: ReadonlySet<string> = new Set(['API_TOKEN', 'REWRITER_KEY', 'SPEECH_KEY'])

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
