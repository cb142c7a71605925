// What Lambda starts: the function's bundle, whose files lie beside this one, each with what V8 had compiled of it when
// it was made (make.cjs; Node.js manual, "Class: vm.Script", `cachedData`). Compiled by another V8 or for another machine
// it has another name; where it does not fit for another reason, V8 says so. Both are silent, and the file is compiled.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const read = (file) => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

// As Node wraps a CommonJS module. Places in the bundle stay what they are.
const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})']

const compiled = []

const load = (name) => {
  const file = join(__dirname, name)
  const cacheFile = file.replace(/\.cjs$/, `.${process.versions.v8}-${process.arch}.cache`)
  const cachedData = read(cacheFile)
  // Each is ASCII, for which this is the quickest.
  const script = new Script(before + readFileSync(file, 'latin1') + after, {
    filename: file,
    columnOffset: -before.length,
    ...(cachedData === undefined ? {} : { cachedData }),
  })
  compiled.push({ name, cacheFile, script, hit: cachedData !== undefined && script.cachedDataRejected === false })
  const chunk = { exports: {} }
  loaded.set(name, chunk)
  script.runInThisContext()(chunk.exports, requireFrom, chunk, file, __dirname)
  return chunk.exports
}

const loaded = new Map()

// A file of the bundle, each once; or what Node has.
const requireFrom = (id) =>
  id.startsWith('./') ? (loaded.get(id.slice(2))?.exports ?? load(id.slice(2))) : require(id)

module.exports = {
  handler: load('index.cjs').handler,
  // For make.cjs, and for tests to count: what was loaded so far, and how anything else is.
  compiled,
  load: requireFrom,
}
