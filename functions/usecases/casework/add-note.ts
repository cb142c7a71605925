// A note on a case: what was said on the phone, what to look at. The applicant may ask to see it.
import { can } from '#domain/cases/access.ts'
import type { Case, Staff } from '#domain/cases/case.ts'
import { cleaned } from '#domain/forms/cleaned.ts'
import type { Problem } from '#domain/forms/kind.ts'
import { no, ok, type Result } from '#domain/result.ts'
import type { CaseStore, Clock, Keys } from '../ports/stores.ts'

const most = 4000

export const addNote = async (
  ports: { readonly clock: Clock; readonly keys: Keys; readonly cases: CaseStore },
  // `once`: the form's own mark. Pressed twice, the note is there once.
  given: { readonly subject: Case; readonly user: Staff; readonly typed: string; readonly once: string },
): Promise<Result<null, 'not-you' | readonly Problem[]>> => {
  const { subject, user } = given
  if (!can(user, 'note', { subject })) return no('not-you')
  const words = cleaned(given.typed)
  const problems = problemsOf(words)
  if (problems.length > 0) return no(problems)
  const id = ports.keys.hash('note', `${subject.reference}/${given.once}`)
  await ports.cases.note(subject, { id, at: ports.clock.now(), by: user.name, byId: user.id, words })
  return ok(null)
}

const problemsOf = (words: string): readonly Problem[] => {
  if (words === '') return [{ field: 'note', words: 'Enter a note' }]
  return words.length > most ? [{ field: 'note', words: `Note must be ${most} characters or fewer` }] : []
}
