// Coming back by a code: six digits by text, 10 minutes, five tries; three an hour for a number, and three for whoever shows that it is theirs.

import type { ListedCase } from '#domain/cases/case.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { code as codeRules } from '#services/text-table.ts'
import type { CodeStore, FindStore, Keys } from '../ports/stores.ts'
import { makeText, type TextPorts } from '../texts/decide-text.ts'
import { wayBackKey } from '../texts/way-back.ts'

export const codeTemplate: TextTemplate = {
  ...codeRules,
  id: 'code',
  version: 1,
  words: `((code)) is your code to get back to your application with ${council.name}. It works for 10 minutes. Do not share it.`,
}

const lifeMs = 10 * 60_000

type Ports = TextPorts & { readonly codes: CodeStore; readonly find: FindStore; readonly keys: Keys }

export type Asked = {
  readonly challenge: string
  readonly phone: string
  // The keyed hash of a phone that this browser has proved by a code; and the key of a link that it came by.
  readonly owner?: string
  readonly wayBackKey?: string
}

// The same answer whether or not the number is known: only a known one gets a text.
export const askForCode = async (ports: Ports, given: Asked): Promise<Result<null, 'too-many'>> => {
  const now = ports.clock.now()
  const code = ports.ids.code()
  const owner = ports.keys.hash('phone', given.phone)
  const yours = await ports.find.byOwner(owner)
  const known = yours.drafts.length + yours.cases.filter(mayOpen).length > 0
  const isTheirs = isOwner(ports, given)
  const unproved = !isTheirs && !yours.drafts.some(({ holder }) => holder === owner)
  const about = { to: given.phone, about: 'code', service: 'return', values: { code }, unproved }
  const text = makeText(ports, codeTemplate, about)
  const asked = await ports.codes.ask(
    given.challenge,
    {
      phone: given.phone,
      by: isTheirs ? 'owner' : 'anybody',
      codeHash: codeHash(ports, given.challenge, code),
      expiresAt: now + lifeMs,
      now,
    },
    known ? [text] : [],
  )
  return asked.ok ? ok(null) : no('too-many')
}

// Of a case whose number is not safe to text, a code neither goes to it nor opens anything.
export const mayOpen = ({ applicant }: Pick<ListedCase, 'applicant'>): boolean => applicant.mayText

// They proved it here, or came by a link that only its texts say.
export const isOwner = ({ keys }: Pick<Ports, 'keys'>, { phone, ...shown }: Omit<Asked, 'challenge'>): boolean =>
  shown.owner === keys.hash('phone', phone) || keys.same(shown.wayBackKey ?? '', wayBackKey(keys, phone))

export const checkCode = async (
  ports: Ports,
  challenge: string,
  code: string,
): Promise<Result<{ readonly phone: string }, 'wrong' | 'expired' | 'too-many'>> =>
  ports.codes.check(challenge, codeHash(ports, challenge, code), ports.clock.now())

const codeHash = (ports: Ports, challenge: string, code: string): string =>
  ports.keys.hash('code', `${challenge}/${code}`)
