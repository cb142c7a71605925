// Builds everything that pages need before a program starts: compiled templates, style sheets, scripts, and the list of their addresses.
// `node views/build.ts`, or buildViews() from another script. Nothing of this runs in Lambda.
import { mkdir, rm } from 'node:fs/promises'
import { buildAssets } from './build/assets.ts'
import { built } from './build/places.ts'
import { buildTemplates } from './build/templates.ts'

export const buildViews = async (): Promise<void> => {
  await rm(`${built}/assets`, { recursive: true, force: true })
  await mkdir(`${built}/assets`, { recursive: true })
  await Promise.all([buildTemplates(), buildAssets()])
}

if (import.meta.main) await buildViews()
