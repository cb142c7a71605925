import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { services } from '#services/catalogue.ts'
import { drawService } from '../../scripts/journeys/service-picture.ts'

const drawn = (id: string): string => {
  try {
    return readFileSync(new URL(`../../docs/journeys/${id}.md`, import.meta.url), 'utf8')
  } catch {
    return ''
  }
}

describe('the pictures of the journeys', () => {
  it.each(services.map((service) => [service.id, service] as const))('are up to date: %s', (id, service) => {
    const now = drawService(service)
    if (drawn(id) !== now) expect.fail(`docs/journeys/${id}.md is out of date: run npm run journeys`)
    // Mermaid draws up to 500 lines and 50,000 characters of one picture.
    for (const picture of now.split('```mermaid').slice(1)) {
      expect(picture.split('```')[0]?.length).toBeLessThan(50_000)
      expect(picture.split('-->').length).toBeLessThan(500)
    }
  })
})
