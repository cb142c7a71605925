// What went wrong, for a program (RFC 9457). A type is a heading of docs/rules/sharing.md; `detail` is a sentence for whoever wrote the program.
import type { Reply } from '../http.ts'

export const problemType = 'application/problem+json'

export const titles = {
  400: 'The request is not as it should be',
  401: 'The access token is missing or does not hold',
  403: 'The client may not do that',
  404: 'There is no such thing, or the client may not see it',
  405: 'The address does not have this method',
  409: 'The same request is under way',
  410: 'What it was has been erased',
  412: 'It has changed since it was read',
  413: 'The request is too large',
  415: 'The request must be JSON',
  422: 'What was sent cannot be used',
  423: 'Nothing can be saved at the moment',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Ask again in a moment',
} as const

export type ApiProblemStatus = keyof typeof titles

export const problem = (
  status: ApiProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': problemType, ...headers },
  body: problemBody(status, { detail }),
})

type More = { readonly detail?: string; readonly instance?: string }

export const problemBody = (status: number, more: More): string => {
  const known = Object.entries(titles).find(([one]) => one === String(status))
  return JSON.stringify({ type: 'about:blank', title: known?.[1] ?? titles[500], status, ...more })
}
