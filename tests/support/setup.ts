// Before any test: templates and assets are built where they have changed, and a folder for what is made once in a run.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildViews } from '../../views/build.ts'

// Workers have it in their environment.
export const setup = async (project: TestProject): Promise<void> => {
  await buildViews()
  anew()
  project.onTestsRerun(anew)
}

export const teardown = (): void => {
  const { RUN_FOLDER: folder } = process.env
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  delete process.env.RUN_FOLDER
}

const anew = (): void => {
  teardown()
  process.env.RUN_FOLDER = mkdtempSync(join(tmpdir(), 'guildhall-run-'))
}
