// The headers of every answer, errors included. The reasons stand with each (OWASP Secure Headers; docs/guarantees.md, "Headers").
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { inlineScriptHash } from '#built/assets.mjs'

// What a page may reach beside our own origin: the bucket that its forms post files to, and the bucket whose files it shows.
export type Origins = { readonly uploads?: string; readonly files?: string }

export const pageHeaders = ({ uploads, files }: Origins): Readonly<Record<string, string>> => ({
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  // govuk-frontend's one inline script by its hash, nothing else inline; forms may post to us and, for files, to the bucket.
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' '${inlineScriptHash}'`,
    "style-src 'self'",
    only("img-src 'self' data:", files),
    // A document beside the answer that it supports. A PDF in a frame; never as an object, which may run a plug-in.
    ...(files === undefined ? [] : [`frame-src ${files}`]),
    "font-src 'self'",
    // A script that sends files, with progress, sends them where the form does.
    only("connect-src 'self'", uploads),
    "manifest-src 'self'",
    only("form-action 'self'", uploads),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  // 'no-referrer' would make browsers send "Origin: null" with forms, and the origin check needs it.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
})

const only = (words: string, origin: string | undefined): string =>
  origin === undefined ? words : `${words} ${origin}`

type After = { response?: unknown }

// The same for everybody, and of no person: a square of a map. A browser may keep it for a day; nothing else is kept.
export const keptForADay = 'private, max-age=86400'

// A page may set its own (a calendar file's type); it cannot take a protection away.
export const securityHeaders = (origins: Origins) => {
  const always = pageHeaders(origins)
  const add = (request: After): void => {
    if (!isResult(request.response)) return
    const { headers } = request.response
    const kept = headers?.['cache-control'] === keptForADay ? { 'cache-control': keptForADay } : {}
    request.response.headers = { ...headers, ...always, ...kept }
  }
  return { after: add, onError: add }
}

const isResult = (response: unknown): response is APIGatewayProxyStructuredResultV2 =>
  typeof response === 'object' && response !== null && 'statusCode' in response
