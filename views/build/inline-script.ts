// govuk-frontend's one inline script, read from the installed package so that an upgrade cannot leave the CSP behind.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { govuk } from './places.ts'

export const inlineScript = async (): Promise<string> => {
  const template = await readFile(join(govuk, 'govuk/template.njk'), 'utf8')
  const script = /<script[^>]*?(?:\{%.*?%\})?>(.*?)<\/script>/s.exec(template)?.[1]
  if (script === undefined) throw new Error('govuk-frontend no longer has an inline script: look at its template.njk')
  return script
}

export const inlineScriptHash = async (): Promise<string> =>
  `sha256-${createHash('sha256')
    .update(await inlineScript())
    .digest('base64')}`
