// The headers of every answer, errors included. The reasons stand with each (OWASP Secure Headers; GUARANTEES, headers).
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { inlineScriptHash } from '#built/assets.mjs'

export const pageHeaders = (uploadOrigin: string): Readonly<Record<string, string>> => ({
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  // govuk-frontend's one inline script by its hash, nothing else inline; forms may post to us and, for files, to the bucket.
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' '${inlineScriptHash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    // A script that sends files, with progress, sends them where the form does.
    `connect-src 'self' ${uploadOrigin}`.trim(),
    "manifest-src 'self'",
    `form-action 'self' ${uploadOrigin}`.trim(),
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

type After = { response?: unknown }

// A page may set its own (a calendar file's type); it cannot take a protection away.
export const securityHeaders = (uploadOrigin: string) => {
  const always = pageHeaders(uploadOrigin)
  const add = (request: After): void => {
    if (isResult(request.response)) request.response.headers = { ...request.response.headers, ...always }
  }
  return { after: add, onError: add }
}

const isResult = (response: unknown): response is APIGatewayProxyStructuredResultV2 =>
  typeof response === 'object' && response !== null && 'statusCode' in response
