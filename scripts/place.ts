// Where in the sources a place in a bundle is, as a log line names it: `npm run place -- citizen index.cjs:4:1023`.
// The bundle is made again from the sources that stand here: check out the release that the line is of first.
import { SourceMap } from 'node:module'
import { mapOf } from '#infra/bundle.ts'

const [name = '', place = ''] = process.argv.slice(2)
const [, file = '', ...numbers] = /^(.+?):(\d+):(\d+)/.exec(place) ?? []
const [line = 0, column = 0] = numbers.map(Number)
if (name === '' || line === 0) throw new Error('Say a function and a place: citizen index.cjs:4:1023')

const map = new SourceMap(JSON.parse(await mapOf(name, file)))
const found = map.findEntry(line - 1, column - 1)
if (!('originalSource' in found)) throw new Error(`${place} is no place in ${name}`)
const source = found.originalSource.replace(/^(\.\.\/)+/, '')
process.stdout.write(`${source}:${found.originalLine + 1}:${found.originalColumn + 1}\n`)
