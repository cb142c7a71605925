// Coming back by a code: six digits by text or email, 10 minutes, five tries; three an hour for a number
// or an address, and three for whoever shows that it is theirs.

import type { ListedCase } from '#domain/cases/case.ts'
import { safeEmail } from '#domain/cases/contact.ts'
import { emailWay, isSameEmail, opensBy, referenceAndEmail } from '#domain/forms/answered/way-back.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { Text, TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { codeText as codeRules } from '#services/text-table.ts'
import type { BegunDraft, CodeFor, CodeStore, FindStore } from '../ports/access.ts'
import type { Keys } from '../ports/stores.ts'
import { type MakingPorts, makeText } from '../texts/decide-text.ts'
import { emailKey, wayBackKey } from '../texts/way-back.ts'
import { helpedBy, type NamedByHelper } from './helping.ts'

export const codeTemplate: TextTemplate = {
  ...codeRules,
  id: 'code',
  version: 1,
  words: `((code)) is your code to get back to your application with ${council.name}. It works for 10 minutes. Do not share it.`,
  email: {
    version: 1,
    subject: `Your code from ${council.name}`,
    words: [
      '((code)) is your code. It works for 10 minutes. Enter it on the page where you asked for it.',
      'Do not share it. If you did not ask for it, you do not have to do anything.',
      `${council.name}  \n${council.phones.switchboard}  \n${council.phoneHours.switchboard}`,
    ].join('\n\n'),
  },
}

const lifeMs = 10 * 60_000

type Ports = MakingPorts & { readonly codes: CodeStore; readonly find: FindStore; readonly keys: Keys }

// `wayBackKey`: of a link that this browser came by. `owner`: the keyed hash of a phone that it has proved by a code.
type Asked = {
  readonly challenge: string
  readonly phone: string
  readonly owner?: string
  readonly wayBackKey?: string
}

// The same answer whether or not the number is known: only a known one gets a text.
export const askForCode = async (ports: Ports, given: Asked): Promise<Result<null, 'too-many'>> => {
  const owner = ports.keys.hash('phone', given.phone)
  const yours = await ports.find.byOwner(owner)
  const known = yours.drafts.length + yours.cases.filter(mayGetCode).length > 0
  const isTheirs = isOwner(ports, given)
  const unproved = !isTheirs && !yours.drafts.some(({ holder }) => holder === owner)
  return asked(ports, {
    ...{ challenge: given.challenge, for: { phone: given.phone }, by: isTheirs ? 'owner' : 'anybody' },
    ...(known ? { to: given.phone } : {}),
    unproved,
  })
}

// Of a case whose number is not safe to text, a code neither goes to it nor opens anything.
export const mayGetCode = ({ applicant }: Pick<ListedCase, 'applicant'>): boolean => applicant.mayText

// They proved it here, or came by a link that only its texts say.
export const isOwner = ({ keys }: Pick<Ports, 'keys'>, { phone, ...shown }: Omit<Asked, 'challenge'>): boolean =>
  shown.owner === keys.hash('phone', phone) || keys.same(shown.wayBackKey ?? '', wayBackKey(keys, phone))

export type NamedByEmail = { readonly reference: string; readonly email: string }

export type AskedByEmail = NamedByEmail & Pick<Asked, 'challenge' | 'wayBackKey'>

// The same answer whatever the two name: only the address of that very application gets an email, where they said that it is safe.
export const askForCodeByEmail = async (ports: Ports, given: AskedByEmail): Promise<Result<null, 'too-many'>> => {
  const { challenge, reference, email } = given
  const found = await openedByEmail(ports, given)
  const isTheirs = isEmailOwner(ports, given)
  return asked(ports, {
    ...{ challenge, for: { email, reference }, by: isTheirs ? 'owner' : 'anybody', channel: 'email' },
    ...(found === undefined ? {} : { to: found.email }),
    unproved: !isTheirs && found?.draft.holder !== emailWay(ports.keys.hash, email),
  })
}

export const isEmailOwner = ({ keys }: Pick<Ports, 'keys'>, given: Omit<AskedByEmail, 'challenge'>): boolean =>
  keys.same(given.wayBackKey ?? '', emailKey(keys, given.email))

// What a code to this address opens, at this moment. What was sent goes by what was sent.
export const openedByEmail = async (
  { clock, find, keys }: Pick<Ports, 'clock' | 'find' | 'keys'>,
  { reference, email }: NamedByEmail,
): Promise<{ readonly draft: BegunDraft; readonly email: string } | undefined> => {
  const { begun, sent } = await find.byEmail(reference, referenceAndEmail(keys.hash, reference, email))
  const draft = sent?.draft ?? begun
  const safe = sent === undefined ? begun?.email : safeEmail(sent.subject.applicant)
  if (draft === undefined || safe === undefined || !isSameEmail(safe, email)) return undefined
  if (sent === undefined && (draft.status !== 'draft' || draft.expiresAt < clock.now())) return undefined
  return opensBy(draft, emailWay(keys.hash, email)) ? { draft, email: safe } : undefined
}

// The same answer whatever the two name: only a helper whom the applicant named gets a code.
export const askForHelpersCode = async (
  ports: Ports & Parameters<typeof helpedBy>[0],
  { challenge, ...named }: NamedByHelper & Pick<Asked, 'challenge'>,
): Promise<Result<null, 'too-many'>> => {
  const found = await helpedBy(ports, named)
  return asked(ports, {
    ...{ challenge, for: named, by: 'anybody', unproved: found?.helper.cameAt === undefined },
    ...(named.helper.includes('@') ? { channel: 'email' } : {}),
    ...(found === undefined ? {} : { to: found.helper.to }),
  })
}

// `to`: where it goes; absent where it opens nothing.
type Asking = {
  readonly challenge: string
  readonly for: CodeFor
  readonly by: 'anybody' | 'owner'
  readonly to?: string
  readonly channel?: 'email'
  readonly unproved: boolean
}

const asked = async (ports: Ports, { challenge, to, ...given }: Asking): Promise<Result<null, 'too-many'>> => {
  const now = ports.clock.now()
  const code = ports.ids.code()
  const about = { about: 'code', service: 'return', values: { code }, unproved: given.unproved }
  const channel = given.channel === undefined ? {} : { channel: given.channel }
  const texts: readonly Text[] = to === undefined ? [] : [makeText(ports, codeTemplate, { ...about, ...channel, to })]
  const codeHash = codeHashOf(ports, challenge, code)
  const kept = { ...given.for, by: given.by, codeHash, expiresAt: now + lifeMs, now }
  const done = await ports.codes.ask(challenge, kept, texts)
  return done.ok ? ok(null) : no('too-many')
}

export const checkCode = async (
  ports: Ports,
  challenge: string,
  code: string,
): Promise<Result<CodeFor, 'wrong' | 'expired' | 'too-many'>> =>
  ports.codes.check(challenge, codeHashOf(ports, challenge, code), ports.clock.now())

const codeHashOf = (ports: Ports, challenge: string, code: string): string =>
  ports.keys.hash('code', `${challenge}/${code}`)
