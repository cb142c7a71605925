// Every file of tests begins with the environment that its worker began with, whatever the file before it set.
// Files of a worker share the modules that they load: to load the product anew for each took half of the suite's time.
import { begun } from './environment.ts'

for (const name of Object.keys(process.env)) if (!(name in begun)) delete process.env[name]
Object.assign(process.env, begun)
