// Builds everything that pages need before a program starts: compiled templates, style sheets, scripts, and the list of their addresses.
// `node views/build.ts`, or buildViews() from another script. Nothing of this runs in Lambda.
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAssets } from './build/assets.ts'
import { buildNoticeFonts } from './build/notice-fonts.ts'
import { built, views } from './build/places.ts'
import { buildTemplates } from './build/templates.ts'

// Does nothing where nothing has changed. Names change with content, so old assets may stay beside new ones.
export const buildViews = async (): Promise<void> => {
  const stamp = await stampOf()
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return
  await mkdir(`${built}/assets`, { recursive: true })
  await Promise.all([buildTemplates(), buildAssets(), buildNoticeFonts()])
  await writeFile(stampFile, stamp)
}

const stampFile = join(built, 'stamp')

// What the build reads: everything in views/, and the packages that are installed.
const stampOf = async (): Promise<string> => {
  const files = [join(views, '../package-lock.json')]
  for await (const name of glob('**/*.*', { cwd: views })) files.push(join(views, name))
  const stats = await Promise.all(files.sort().map(async (file) => `${file} ${(await stat(file)).mtimeMs}`))
  return createHash('sha256').update(stats.join('\n')).digest('hex')
}

if (import.meta.main) await buildViews()
