// The font of decision notices as a module: a PDF carries the letters that it uses, and a Lambda has no folder of fonts.
// Roboto, Apache License 2.0.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { built } from './places.ts'

const { resolve } = createRequire(import.meta.url)
const fonts = join(dirname(resolve('roboto-fontface/package.json')), 'fonts/roboto')

export const buildNoticeFonts = async (): Promise<void> => {
  const [regular, bold] = await Promise.all(['Regular', 'Bold'].map(inBase64))
  const module = [
    `export const regular = ${JSON.stringify(regular)}`,
    `export const bold = ${JSON.stringify(bold)}`,
    '',
  ]
  await writeFile(join(built, 'notice-fonts.mjs'), module.join('\n'))
  await writeFile(
    join(built, 'notice-fonts.d.mts'),
    'export declare const regular: string\nexport declare const bold: string\n',
  )
}

const inBase64 = async (weight: string): Promise<string> =>
  (await readFile(join(fonts, `Roboto-${weight}.woff`))).toString('base64')
