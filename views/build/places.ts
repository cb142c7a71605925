// Where things are, for the build only.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)

export const views = fileURLToPath(new URL('..', import.meta.url))
export const built = fileURLToPath(new URL('../../.built', import.meta.url))
export const govuk = join(dirname(resolve('govuk-frontend/package.json')), 'dist')
export const moj = dirname(resolve('@ministryofjustice/frontend/package.json'))
export const modules = join(moj, '..', '..')
