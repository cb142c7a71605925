// Coming back by a code: six digits by text, 10 minutes, five tries, three an hour for a number.
import { no, ok, type Result } from '#domain/result.ts'
import type { TextTemplate } from '#domain/texts/text.ts'
import { makeText, type TextPorts } from './decide-text.ts'
import type { CodeStore, FindStore, Keys } from './ports.ts'

export const codeTemplate: TextTemplate = {
  id: 'code',
  version: 1,
  category: 'security',
  words:
    '((code)) is your code to get back to your application with Dorset Council. It works for 10 minutes. Do not share it.',
  resendWhenUncertain: false,
}

const lifeMs = 10 * 60_000

type Ports = TextPorts & { readonly codes: CodeStore; readonly find: FindStore; readonly keys: Keys }

// The same answer whether or not the number is known: only a known one gets a text.
export const askForCode = async (
  ports: Ports,
  given: { readonly challenge: string; readonly phone: string },
): Promise<Result<null, 'too-many'>> => {
  const now = ports.clock.now()
  const code = ports.ids.code()
  const yours = await ports.find.byOwner(ports.keys.hash('phone', given.phone))
  const known = yours.drafts.length + yours.cases.length > 0
  const text = makeText(ports, codeTemplate, { to: given.phone, about: 'code', service: 'return', values: { code } })
  const asked = await ports.codes.ask(
    given.challenge,
    { phone: given.phone, codeHash: codeHash(ports, given.challenge, code), expiresAt: now + lifeMs, now },
    known ? [text] : [],
  )
  return asked.ok ? ok(null) : no('too-many')
}

export const checkCode = async (
  ports: Ports,
  challenge: string,
  code: string,
): Promise<Result<{ readonly phone: string }, 'wrong' | 'expired' | 'too-many'>> =>
  ports.codes.check(challenge, codeHash(ports, challenge, code), ports.clock.now())

const codeHash = (ports: Ports, challenge: string, code: string): string =>
  ports.keys.hash('code', `${challenge}/${code}`)
