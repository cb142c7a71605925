// Our own function looks in every five minutes, from outside, through CloudFront, as a resident would.
import type { Stack } from 'aws-cdk-lib'
import { keptWhenItFails, lostQueue } from '../parts/lost-queue.ts'
import { every } from '../parts/schedule.ts'
import { ServiceFunction } from '../parts/service-function.ts'
import type { Kept } from './data.ts'
import { settingsOf } from './settings.ts'

export const watchman = (scope: Stack, data: Kept): ServiceFunction => {
  const { ground } = data
  const looks = new ServiceFunction(scope, 'LookIn', {
    ground,
    entry: 'look-in',
    does: 'Looks in as a resident would',
    ifItFails: 'Residents cannot open the site, or it looks broken',
    environment: settingsOf(data),
    may: [],
    seconds: 30,
    megabytes: 256,
    atOnce: 1,
  })
  const lost = lostQueue(scope, 'NotLooked', { ground, ifItFails: 'Nobody: we do not know whether the site is open' })
  // In five minutes it looks again.
  keptWhenItFails(looks, { ground, lost, retries: 0, seconds: 60 })
  every(scope, 'Look', { ground, rate: 'rate(5 minutes)', target: looks, lost })
  return looks
}
