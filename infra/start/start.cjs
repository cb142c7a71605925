// What Lambda starts: the function's bundle, which lies beside this file, with what V8 had compiled of it when it was
// made (make.cjs; Node.js manual, "Class: vm.Script", `cachedData`). Compiled by another V8 or for another machine it
// has another name; where it does not fit for another reason, V8 says so. Both are silent, and the bundle is compiled.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const cacheFile = join(__dirname, `index.${process.versions.v8}-${process.arch}.cache`)

const read = () => {
  try {
    return readFileSync(cacheFile)
  } catch {
    return undefined
  }
}

// As Node wraps a CommonJS module. Places in the bundle stay what they are.
const [before, after] = ['(function (exports, require, module, __filename, __dirname) {', '\n})']

const file = join(__dirname, 'index.cjs')
const cachedData = read()
const script = new Script(before + readFileSync(file, 'utf8') + after, {
  filename: file,
  columnOffset: -before.length,
  ...(cachedData === undefined ? {} : { cachedData }),
})

const bundle = { exports: {} }
script.runInThisContext()(bundle.exports, require, bundle, file, __dirname)

module.exports = {
  handler: bundle.exports.handler,
  // For make.cjs, and for tests to count.
  compiled: { cacheFile, script, hit: cachedData !== undefined && script.cachedDataRejected === false },
}
