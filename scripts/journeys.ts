// `npm run journeys`: draws every form and workflow into docs/journeys.
import { mkdirSync, writeFileSync } from 'node:fs'
import { services } from '#services/catalogue.ts'
import { drawService } from './journeys/service-picture.ts'

const folder = new URL('../docs/journeys/', import.meta.url)

mkdirSync(folder, { recursive: true })
for (const service of services) {
  writeFileSync(new URL(`${service.id}.md`, folder), drawService(service))
  console.log(`docs/journeys/${service.id}.md`)
}
