// Staff change the words of a text: one writes them, another approves them, and either goes back or stops the text at once.
import { can } from '#domain/cases/access.ts'
import type { Staff } from '#domain/cases/case.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { no, type Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { type Live, mayApprove, nextVersion, type Wording, withStopped, withWords } from '#domain/texts/wording.ts'
import { reworded, wordingProblems } from '#services/reworded.ts'
import type { Service } from '#services/service.ts'
import type { AuditEntry } from '../ports/staff.ts'
import type { Clock, Ids } from '../ports/stores.ts'
import type { WordingStore } from '../ports/texts.ts'

type Ports = { readonly clock: Clock; readonly ids: Ids; readonly wordings: WordingStore }

/** A text of a service, with every version of its words. */
export type Worded = {
  readonly service: Service
  readonly template: TextTemplate
  readonly live: Live
  readonly wordings: readonly Wording[]
}

export const mayReword = (user: Staff, { team }: Pick<Service, 'team'>): boolean => can(user, 'run-team', { team })

/** The product's own words, and those of staff, are asked for the same things. */
export const wordedOf = async (
  { wordings: store }: Pick<Ports, 'wordings'>,
  service: Service,
  id: string,
): Promise<Worded | undefined> => {
  const template = service.texts[id]
  if (template === undefined || template.category === 'security') return undefined
  const { live, wordings } = await store.all(service.id)
  return { service, template, live, wordings: wordings.filter((one) => one.template === id) }
}

type Proposed = { readonly user: Staff; readonly typed: string; readonly why: string }

export const propose = async (
  ports: Ports,
  worded: Worded,
  { user, typed, why }: Proposed,
): Promise<Result<Wording, 'not-you' | 'changed-elsewhere' | readonly Problem[]>> => {
  const { service, template, live, wordings } = worded
  if (!mayReword(user, service)) return no('not-you')
  const words = cleaned(typed).replace(/\s+/g, ' ')
  const problems = [
    ...wordingProblems(reworded(template, live.of[template.id]), words),
    ...(cleaned(why) === '' ? [{ field: 'why', words: 'Enter why it should change' }] : []),
  ]
  if (problems.length > 0) return no(problems)
  const wording: Wording = {
    ...{ service: service.id, template: template.id, version: nextVersion(template.version, wordings) },
    ...{ words, why: cleaned(why).slice(0, 500), by: { id: user.id, name: user.name }, at: ports.clock.now() },
  }
  const kept = await ports.wordings.propose(wording, entryOf(ports, { user, did: 'propose-words', of: wording }))
  return kept.ok ? { ok: true, value: wording } : kept
}

// 'own': back to the product's own words.
export type WordTurn =
  | { readonly is: 'approve' | 'back'; readonly version: number }
  | { readonly is: 'own' | 'stop' | 'go-on' }

export type NotTurned = 'not-you' | 'not-there' | 'changed-elsewhere'

/** Approving is for somebody else than who wrote it; going back, and stopping, for any manager of the team. */
export const turnWords = async (
  ports: Ports,
  worded: Worded,
  { user, turning }: { readonly user: Staff; readonly turning: WordTurn },
): Promise<Result<null, NotTurned>> => {
  const { service, template, live } = worded
  if (!mayReword(user, service)) return no('not-you')
  const turned = turnedBy(ports, worded, { user, turning })
  if (!turned.ok) return turned
  const version = 'version' in turning ? turning.version : template.version
  const of = { service: service.id, template: template.id, version }
  const entry = entryOf(ports, { user, did: `${turning.is}-words`, of })
  return ports.wordings.turn(service.id, { ...turned.value(live), entry })
}

type Turned = (live: Live) => { readonly after: Live; readonly approves?: Wording }

const turnedBy = (
  { clock }: Ports,
  { template: { id }, wordings }: Worded,
  { user, turning }: { readonly user: Staff; readonly turning: WordTurn },
): Result<Turned, NotTurned> => {
  const at = clock.now()
  const by = { id: user.id, name: user.name }
  if (turning.is === 'own') return done((live) => ({ after: withWords(live, id, undefined) }))
  if (turning.is === 'stop') return done((live) => ({ after: withStopped(live, id, { by: user.name, at }) }))
  if (turning.is === 'go-on') return done((live) => ({ after: withStopped(live, id, undefined) }))
  if (!('version' in turning)) return no('not-there')
  const wording = wordings.find(({ version }) => version === turning.version)
  if (wording === undefined) return no('not-there')
  if (turning.is === 'back')
    return wording.approved === undefined ? no('not-there') : done((live) => ({ after: withWords(live, id, wording) }))
  if (!mayApprove(wording, user.id)) return no('not-you')
  return done((live) => ({ after: withWords(live, id, wording), approves: { ...wording, approved: { by, at } } }))
}

const done = (value: Turned): Result<Turned, NotTurned> => ({ ok: true, value })

type Entry = {
  readonly user: Staff
  readonly did: string
  readonly of: Pick<Wording, 'service' | 'template' | 'version'>
}

const entryOf = ({ clock, ids }: Ports, { user, did, of }: Entry): AuditEntry => {
  const at = clock.now()
  const on = `${of.service}/${of.template}/${of.version}`
  return { id: ids.ordered(at), at, by: user.id, did, allowed: true, on }
}
