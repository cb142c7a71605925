// Residents whose housing application is answered: a family's, some 160 pages of it. Each sees a page of it, saves it and
// sees it again, or looks at all of it before sending.
import { counterFrom } from '#functions/wiring/residents.ts'
import { serviceOf } from '#services/catalogue.ts'
import { loadPersonas } from '#tests/support/people/personas.ts'
import { walked } from '#tests/support/worlds/walk.ts'
import { newDraft } from '#usecases/answering/start-draft.ts'
import type { Counter } from '#web/citizen/counter.ts'
import { cookieName, newSession } from '#web/citizen/session.ts'
import { tokenFor } from '#web/middleware/csrf.ts'
import { sealed } from '#web/sealed.ts'
import type { Step } from './load.ts'

export type Full = { readonly see: readonly Step[]; readonly save: readonly Step[]; readonly check: readonly Step[] }

type Env = Readonly<Record<string, string>>

// One after the other: the local KMS answers from this same process.
export const fullPeople = async (env: Env, origin: string, count: number): Promise<readonly Full[]> => {
  const [counter, answered] = [counterFrom(env), familyAnswers()]
  const all: Full[] = []
  for (let at = 0; at < count; at += 1) all.push(await fullPerson(counter, answered, { origin, id: `session-${at}` }))
  return all
}

export const familyAnswers = () => {
  const persona = loadPersonas().find((one) => one.id === 'housing-couple-overcrowded')
  const housing = serviceOf('housing')
  if (persona === undefined || housing === undefined) throw new Error('There is no such persona')
  const { draft, walk } = walked(housing.form, persona)
  return { housing, draft, name: walk.answers.typed('about-you/name') }
}

type Who = { readonly origin: string; readonly id: string }

const fullPerson = async (
  { clock, drafts, ids, keys }: Counter,
  { housing, draft, name }: ReturnType<typeof familyAnswers>,
  { origin, id }: Who,
): Promise<Full> => {
  const made = { ...newDraft(housing, ids, clock.now()), pages: draft.pages, items: draft.items }
  await drafts.start(made)
  const session = { ...newSession(id, clock.now()), drafts: { housing: made.id } }
  const cookie = `${cookieName}=${sealed(session, 'session', keys)}`
  const head = `host: ${new URL(origin).host}\r\ncookie: ${cookie}\r\n`
  const get = (path: string): Step => ({ request: Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`) })
  const fields = Object.entries(name).flatMap(([field, values]) =>
    values.map((value): [string, string] => [field, value]),
  )
  const body = new URLSearchParams([['_csrf', tokenFor(keys, id, 'bench')], ...fields]).toString()
  const form = `content-type: application/x-www-form-urlencoded\r\norigin: ${origin}\r\nsec-fetch-site: same-origin\r\n`
  const post: Step = {
    request: Buffer.from(
      `POST ${page} HTTP/1.1\r\n${head}${form}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  }
  return { see: [get(page)], save: [post, get(page)], check: [get('/housing/check-your-answers')] }
}

const page = '/housing/about-you/name'
