// When an application is sent: others that stand already and may be the same person's, found by keyed hashes of what tells people apart.
import type { ListedCase } from '#domain/cases/case.ts'
import type { SamePerson } from '#domain/cases/desk/same-person.ts'
import type { Answers } from '#domain/forms/answered/answers.ts'
import type { Service } from '#services/service.ts'
import type { FindStore, Mark } from '../ports/access.ts'
import type { Keys } from '../ports/stores.ts'

type Ports = { readonly find: FindStore; readonly keys: Keys }

export const marksOf = ({ keys }: Ports, service: Service, answers: Answers): readonly Mark[] =>
  (service.identifies?.(answers) ?? []).map(({ by, value }) => ({ by, hash: keys.hash(by, value) }))

// `draftId`: that of the application itself, which may have been sent a moment ago.
export const samePeople = async (
  { find }: Ports,
  service: Service,
  marks: readonly Mark[],
  draftId: string,
): Promise<readonly SamePerson[]> => {
  const found = await Promise.all(marks.map(async (mark) => ({ mark, cases: await find.marked(mark) })))
  const others = found.flatMap(({ mark, cases }) =>
    cases.filter((one) => one.draftId !== draftId && goesOn(service, one)).map((one) => ({ by: mark.by, one })),
  )
  const references = [...new Set(others.map(({ one }) => one.reference))]
  return references.map((reference) => {
    const these = others.filter(({ one }) => one.reference === reference)
    const restricted = these.some(({ one }) => one.sensitive === true)
    const by = [...new Set(these.map((each) => each.by))]
    return { reference, by, ...(restricted ? { restricted } : {}) }
  })
}

// Of the same service, and not at its end. What can be opened again is at its end until somebody does.
const goesOn = ({ id, workflow }: Service, { service, state }: ListedCase): boolean =>
  service === id && (workflow.states[state]?.open === true || workflow.states[state]?.goesOn === true)
