// In a bundle each service is a chunk of its own, which is loaded when it is first asked for (functions/services/late.ts).
// What is there before is read off the service itself, so it cannot say something else.
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'
import { services } from '#services/catalogue.ts'
import type { Service } from '#services/service.ts'

// `at`: the folder of the services.
export const lateServices = (at: string): Plugin => ({
  name: 'late-services',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^\.\/\w+\/service\.ts$/ }, ({ path, importer }) =>
      importer === join(at, 'catalogue.ts') ? { path: dirname(path).slice(2), namespace: 'late' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path: id }) => ({ contents: lateOf(id), resolveDir: at }))
  },
})

/** Stands around an import() that is to be a require(): nothing in the source may wait for a service. */
export const atOnce = 'requiredAtOnce'

const lateOf = (id: string): string => {
  const service = services.find((one) => one.id === id)
  if (service === undefined) throw new Error(`There is no service ${id}`)
  const light = Object.fromEntries(Object.entries(service).filter(([name, value]) => isLight(name, value)))
  const rest = Object.keys(service).filter((name) => !(name in light))
  return `import { late } from './late.ts'
export const ${id} = late({
  light: ${JSON.stringify(light)},
  rest: ${JSON.stringify(rest)},
  load: () => ${atOnce}(import('./${id}/service.ts')).${id},
})`
}

// Its name, its letter and the like, and the words of its start page.
const isLight = (name: string, value: Service[keyof Service]): boolean =>
  name === 'start' || typeof value === 'string' || typeof value === 'number'
