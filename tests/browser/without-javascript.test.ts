import { describe } from 'vitest'
import { journeys } from './journeys.ts'

describe('at 320 px, without JavaScript', () => {
  journeys({ port: 3710, javaScript: false })
})
