// Residents and staff at the deployed product: a persona's whole application, and an officer at the desk.
import { configFrom } from '#adapters/config.ts'
import { bulkStore } from '#adapters/dynamo/staff/bulk-store.ts'
import { staffDirectory } from '#adapters/dynamo/staff/staff-directory.ts'
import { staffSessions } from '#adapters/dynamo/staff/staff-sessions.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { textPuts } from '#adapters/dynamo/texts/text-puts.ts'
import { systemIds, systemKeys } from '#adapters/system.ts'
import type { Staff } from '#domain/cases/case.ts'
import type { Text } from '#domain/texts/text.ts'
import { tableFrom } from '#functions/wiring/residents.ts'
import { agreeAndSend, firstOffered, sendUpload } from '#tests/support/people/persona-visits.ts'
import type { Persona, PersonaStep } from '#tests/support/people/personas.ts'
import { type Visitor, visitor } from '#tests/support/worlds/visitor.ts'
import { citizenOrigin, type Deployed, environmentOf, secretKey, staffOrigin } from './deployed.ts'

export const resident = (deployed: Deployed): Visitor => visitor(deployed.citizen, citizenOrigin)

// From the start page to the confirmation; gives the reference.
export const apply = async (deployed: Deployed, { service, steps, today }: Persona): Promise<string> => {
  const person = resident(deployed)
  await deployed.setToday(today)
  await person.get(`/${service}`)
  await person.post(`/${service}/start`, {})
  for (const step of steps) await give(person, `/${service}/${step.key}`, step)
  await person.get(`/${service}/check-your-answers`)
  return agreeAndSend(person, service)
}

const give = async (person: Visitor, at: string, step: PersonaStep): Promise<void> => {
  // The answer before led here already, as it leads a browser.
  if (person.last().path !== at) await person.get(at)
  if (step.is === 'list') return void (await person.post(at, { another: step.another }))
  if (step.upload !== undefined) await sendUpload(person, step.upload)
  const typed = Object.entries(step.typed).map(([name, values]) => [
    name,
    values[0] === 'first' ? firstOffered(person.last().html, name) : values,
  ])
  await person.post(at, Object.fromEntries(typed))
  if (step.exit?.continues === true) await person.post(`${at}/exit`, { do: 'continue' })
}

export const planningOfficer: Staff = {
  is: 'staff',
  id: 'p1',
  name: 'Sample Officer',
  roles: ['planning-officer'],
  teams: ['planning'],
}

export const deskStaff: Staff = { ...planningOfficer, id: 'b1', roles: ['bookings-staff'], teams: ['bookings'] }

export const housingOfficer: Staff = { ...planningOfficer, id: 'h1', roles: ['housing-officer'], teams: ['housing'] }

const tableOf = (deployed: Deployed) => {
  const env = {
    ...environmentOf(deployed.account, 'staff'),
    DYNAMODB_ENDPOINT: deployed.dynamo,
    AWS_ACCESS_KEY_ID: 'test',
  }
  return tableFrom(configFrom(env), env)
}

// Signed in by the store itself: the identity provider is no part of the deployment.
export const colleague = async (deployed: Deployed, user: Staff, today: string): Promise<Visitor> => {
  const table = tableOf(deployed)
  const sessions = staffSessions(table, systemKeys(secretKey), systemIds().secret)
  const others = ['housing', 'planning', 'bookings'].filter((team) => !user.teams.includes(team))
  await staffDirectory(table, systemIds().secret).record(user, others, Date.parse(`${today}T10:00:00Z`))
  const someone = visitor(deployed.staff, staffOrigin)
  someone.cookies.set('__Host-staff', await sessions.start(user, Date.parse(`${today}T10:00:00Z`)))
  return someone
}

/** Starts what was tried on many cases, as a press does that breaks off at once: all is left to the job. */
export const beginMany = async (deployed: Deployed, id: string, by: Staff): Promise<void> => {
  const bulks = bulkStore(tableOf(deployed))
  const found = await bulks.of(id)
  if (found === undefined) throw new Error(`Nothing was tried as ${id}`)
  const at = deployed.clock.now()
  await bulks.started(found.bulk, { by, at, goesOnAt: at })
}

/** A letter on a case that GOV.UK Notify has posted: it is no part of the deployment. */
export const postedLetter = async (deployed: Deployed, about: string): Promise<{ id: string; messageId: string }> => {
  const [table, now] = [tableOf(deployed), deployed.clock.now()]
  const id = systemIds().ordered(now)
  const letter: Text = {
    ...{ id, about, service: 'housing', template: 'confirmation', templateVersion: 1, category: 'essential' },
    ...{ channel: 'letter', to: 'A Sample\n1 Road\nDT1 1XA', subject: 'We have it', body: 'Words.', state: 'sending' },
    ...{ version: 1, dueAt: now, madeAt: now, attempts: [], phoneKey: `of the address ${id}` },
  }
  await table.client.transactWriteItems({ TransactItems: [...textPuts(table.name, [letter], about)] })
  const messageId = `notify-${id}`
  await outboxStore(table).move(letter, { ...letter, state: 'delivered', version: 2, messageId })
  return { id, messageId }
}

export const hiddenIn = (person: Visitor): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...person.last().html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
