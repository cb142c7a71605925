// What would be deployed, made once in a run of tests: nothing changes it while the run goes on. Whoever asks first makes it.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bundle, bundles } from '#infra/bundle.ts'

/** Outside a run of tests they are made anew. */
export const bundlesOfRun = async (): Promise<readonly Bundle[]> => {
  const folder = process.env.RUN_FOLDER
  if (folder === undefined) return bundles()
  return (await isFirst(folder)) ? made(folder) : madeBefore(folder)
}

const doneIn = (folder: string): string => join(folder, 'bundles.json')
const begunIn = (folder: string): string => join(folder, 'bundling')

const isFirst = (folder: string): Promise<boolean> =>
  mkdir(begunIn(folder)).then(
    () => true,
    () => false,
  )

const made = async (folder: string): Promise<readonly Bundle[]> => {
  const built = await bundles().catch(async (error: unknown) => {
    await rm(begunIn(folder), { recursive: true })
    throw error
  })
  await writeFile(`${doneIn(folder)}.new`, JSON.stringify(built))
  await rename(`${doneIn(folder)}.new`, doneIn(folder))
  return built
}

// Where whoever began could not make them, whoever asks next tries.
const madeBefore = async (folder: string): Promise<readonly Bundle[]> => {
  const text = await readFile(doneIn(folder), 'utf8').catch(() => undefined)
  if (text !== undefined) return JSON.parse(text)
  if (await isFirst(folder)) return made(folder)
  await new Promise((resolve) => setTimeout(resolve, 50))
  return madeBefore(folder)
}
