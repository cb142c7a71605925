import { describe } from 'vitest'
import { journeys } from './journeys.ts'

describe('at 320 px, with JavaScript', () => {
  journeys({ port: 3700, javaScript: true })
})
