// What one application costs, measured: personas go through the deployed bundles, and an officer works the case.
import { textPartsOf } from '#domain/texts/parts.ts'
import { type Deployed, startDeployed } from '#tests/infra/deployed.ts'
import { apply, colleague, hiddenIn, planningOfficer } from '#tests/infra/journeys.ts'
import { personaOf } from '#tests/support/people/personas.ts'
import { type Units, unitsOf } from './units.ts'

export type Measured = {
  // Requests that reached a function, and of these the pages.
  readonly requests: number
  readonly pages: number
  // Bytes as the edge sends them.
  readonly pageBytes: number
  // Milliseconds in functions here, without the way to DynamoDB.
  readonly functionMs: number
  readonly tableCalls: number
  readonly units: Units
  readonly textParts: number
}

export type Measures = {
  readonly services: Readonly<Record<'housing' | 'bookings' | 'planning', Measured>>
  // An officer opens the worklist and a case, adds a note, takes an action.
  readonly staff: Measured
}

const people = {
  housing: 'housing-couple-overcrowded',
  bookings: 'bookings-office-step-free',
  planning: 'planning-householder',
} as const

export const measuredApplication = async (): Promise<Measures> => {
  const deployed = await startDeployed()
  try {
    // The first call of each function is its start: somebody else's, as nobody has two appointments of a kind at once.
    await apply(deployed, personaOf('bookings-phone-interpreter'))
    const housing = await during(deployed, () => apply(deployed, personaOf(people.housing)))
    const bookings = await during(deployed, () => apply(deployed, personaOf(people.bookings)))
    let reference = ''
    const planning = await during(deployed, async () => {
      reference = await apply(deployed, personaOf(people.planning))
    })
    const staff = await during(deployed, () => work(deployed, reference))
    return { services: { housing, bookings, planning }, staff }
  } finally {
    await deployed.close()
  }
}

const work = async (deployed: Deployed, reference: string): Promise<void> => {
  const officer = await colleague(deployed, planningOfficer, personaOf(people.planning).today)
  const at = `/cases/${reference}`
  await officer.get('/cases')
  await officer.get(at)
  await officer.post(`${at}/notes`, { note: 'Looked at the drawings' })
  await officer.get(`${at}/actions/start-validating`)
  await officer.post(`${at}/actions/start-validating`, hiddenIn(officer))
}

// With what follows it: the text that goes out, and its receipt. The sweep of each second here is left out: it is counted by the clock.
const during = async (deployed: Deployed, does: () => Promise<unknown>): Promise<Measured> => {
  const [asked, invoked, texts] = [deployed.asked.length, deployed.invoked.length, deployed.texts().length]
  await does()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const calls = deployed.asked.slice(asked).filter(({ by, target }) => !(by === 'send-texts' && target === 'Query'))
  const events = deployed.invoked.slice(invoked).filter(({ entry, ms }) => entry !== 'send-texts' || ms > 0)
  const pages = events.filter(({ pageBytes }) => pageBytes > 0)
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  return {
    requests: events.filter(({ entry }) => entry === 'citizen' || entry === 'staff').length,
    pages: pages.length,
    pageBytes: sum(pages.map(({ pageBytes }) => pageBytes)),
    functionMs: sum(events.filter(({ entry }) => entry !== 'send-texts').map(({ ms }) => ms)),
    tableCalls: calls.length,
    units: unitsOf(calls),
    textParts: sum(
      deployed
        .texts()
        .slice(texts)
        .map(({ body }) => textPartsOf(body).parts),
    ),
  }
}
