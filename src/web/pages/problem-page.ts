/** An error page in easy words. */
export interface ProblemPage {
  readonly status: number
  readonly heading: string
  readonly text: string
}

const known: Readonly<Record<number, readonly [string, string]>> = {
  400: [
    'We do not understand this',
    'Something in the address or the form is not right. Please go back and try again.',
  ],
  401: ['You need a key', 'This part of the site needs a key (a token). The key is missing or wrong.'],
  404: ['There is no page here', 'The address may be wrong, or the page was never here. You can search for it.'],
  405: ['This does not work here', 'This page cannot do what you asked.'],
  410: ['This story is gone', 'We took this story away. It will not come back.'],
  413: ['This is too big', 'What you sent is too long. Please send less.'],
  415: ['We cannot read this', 'We cannot read this kind of file.'],
  422: ['We cannot use this', 'We can read what you sent, but we cannot make a story from it.'],
  429: ['Too many requests', 'You asked for many pages in a short time. Please wait one minute.'],
  500: ['Something went wrong', 'This is our mistake. Please try again in a few minutes.'],
  503: ['We are not ready', 'The site is starting or is very busy. Please try again in a minute.'],
}

/** The page for a status. `detail` is one more plain sentence, where there is something to say. */
export function problemPage(status: number, detail?: string): ProblemPage {
  const [heading, text] = known[status] ?? known[status < 500 ? 400 : 500] ?? ['Something went wrong', '']
  return { status, heading, text: detail === undefined ? text : `${detail}` }
}
