// Puts a bundle's files into its folder.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Whole at any time: several programs bundle at once, and others start what is there. What was compiled of the file
 * before goes first: V8 takes it for its own where the text is as long as it was.
 */
export const putCode = async (file: string, code: string): Promise<void> => {
  if ((await readFile(file, 'utf8').catch(() => '')) === code) return
  const [folder, name] = [dirname(file), basename(file)]
  const compiled = (await readdir(folder)).filter((one) => one.endsWith('.cache') && stem(one) === stem(name))
  await without(folder, compiled)
  await writeFile(`${file}.${process.pid}`, code)
  await rename(`${file}.${process.pid}`, file)
}

/** Takes away what a bundle before it had. */
export const withoutOthers = async (folder: string, files: readonly { readonly name: string }[]): Promise<void> => {
  const stay = new Set(files.map(({ name }) => stem(name)))
  const others = (await readdir(folder)).filter((file) => /^part-[\w-]+\./.test(file) && !stay.has(stem(file)))
  await without(folder, others)
}

const without = async (folder: string, files: readonly string[]): Promise<void> => {
  await Promise.all(files.map((file) => rm(join(folder, file), { force: true })))
}

const stem = (file: string): string => file.slice(0, file.indexOf('.'))
