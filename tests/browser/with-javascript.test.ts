import { describe } from 'vitest'
import { journeys } from './journeys.ts'

describe('at 320 px, with JavaScript', () => {
  // Planning walks with JavaScript in what would be deployed: built.test.ts.
  journeys({ port: 3700, javaScript: true, people: ['housing-single-renter', 'bookings-office-step-free'] })
})
