// How often somebody here may have us text numbers that they have not shown to be theirs: by browser, and by the address that they ask from.
import { markOf, type Visit } from '../visit.ts'

export const mayText = async (visit: Visit): Promise<boolean> => {
  const { counter, request } = visit
  const now = counter.clock.now()
  const may = (what: 'texts-of-browser' | 'texts-of-address', hash: string) =>
    counter.access.mayTry({ what, hash }, now)
  const browser = await may('texts-of-browser', markOf(visit))
  if (request.address === undefined) return browser
  return (await may('texts-of-address', counter.keys.hash('address', request.address))) && browser
}
