import { describe } from 'vitest'
import { journeys } from './journeys.ts'

const people = ['planning-householder', 'housing-single-renter', 'bookings-office-step-free']

describe('at 320 px, without JavaScript', () => {
  journeys({ port: 3710, javaScript: false, people })
})
