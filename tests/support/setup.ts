// Before any test: templates and assets are built where they have changed.
import { buildViews } from '../../views/build.ts'

export const setup = (): Promise<void> => buildViews()
