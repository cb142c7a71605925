// `npm run api`: writes docs/api/openapi.json, what the API takes and gives.
import { writeFileSync } from 'node:fs'
import { apiDocument } from './api/document.ts'

writeFileSync(new URL('../docs/api/openapi.json', import.meta.url), `${JSON.stringify(apiDocument(), null, 2)}\n`)
console.log('docs/api/openapi.json')
