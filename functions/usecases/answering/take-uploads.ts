// Which of a draft's files answer a question: the ids that go into its typed values, and with it onto the case.
import { type Draft, pageSaved, savedIn } from '#domain/forms/answered/draft.ts'
import { itemName, type Journey, type Step } from '#domain/forms/answered/journey.ts'
import { titled } from '#domain/forms/answered/record.ts'
import { nameField } from '#domain/forms/fields/files.ts'
import type { ManySection } from '#domain/forms/form.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { FilesQuestion } from '#domain/forms/question.ts'
import type { Result } from '#domain/result.ts'
import type { UploadStore } from '../ports/files.ts'
import type { Clock, DraftStore, Ids, SaveProblem, StoredFile } from '../ports/stores.ts'
import { saveChange } from './save-page.ts'

type Where = { readonly question: string; readonly item: string }

export const newUploadId = (ids: Ids): string =>
  ids
    .secret()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')

export const uploadedFor = (files: readonly StoredFile[], { question, item }: Where): readonly StoredFile[] =>
  files.filter((file) => file.question === question && (file.item ?? '') === item).toSorted((a, b) => a.at - b.at)

// Files that were refused do not count; one that is still being checked does, as the check does not hold a person up.
// Only what came from the bucket counts: ids and names in the posted form are put aside.
export const uploaded = async (uploads: UploadStore, draftId: string, step: Step, posted: Typed): Promise<Typed> => {
  const asked = filesAsked(step)
  if (asked === undefined) return posted
  const all = uploadedFor(await uploads.ofDraft(draftId), { question: asked.id, item: step.item ?? '' })
  const good = all.filter(({ verdict }) => verdict !== 'refused').slice(-asked.most)
  return { ...posted, ...typedOf(asked.id, good) }
}

const typedOf = (id: string, files: readonly { readonly id: string; readonly name: string }[]): Typed => ({
  [id]: files.map((file) => file.id),
  [nameField(id)]: files.map(({ name }) => name),
})

export const filesAsked = (step: Step): (FilesQuestion & { readonly id: string }) | undefined => {
  for (const [id, question] of Object.entries(step.page.questions))
    if (question.kind === 'files') return { ...question, id }
  return undefined
}

// Every file that answers a question on the path, and what the case calls it: the document's name in a list, else the page's title.
export const filesIn = (walk: Journey): readonly { readonly id: string; readonly label: string }[] =>
  walk.sections
    .flatMap((section) => walk.steps(section))
    .flatMap((step) => {
      const asked = step.is === 'page' ? filesAsked(step) : undefined
      if (step.is === 'list' || asked === undefined) return []
      const label = labelOf(walk, step)
      return (walk.answers.typed(step.key)[asked.id] ?? []).map((id) => ({ id, label }))
    })

const labelOf = ({ answers }: Journey, { section, page, item }: Step): string =>
  section.is === 'many' && item !== undefined
    ? itemName(answers, section, item)
    : titled(answers, page.title, section, item)

// The answer without one file; whatever else was typed stays.
export const withoutFile = async (
  ports: { readonly clock: Clock; readonly drafts: DraftStore },
  draft: Draft,
  { step, id }: { readonly step: Step; readonly id: string },
): Promise<Result<Draft, SaveProblem> | undefined> => {
  const asked = filesAsked(step)
  const typed = savedIn(draft).pages[step.key] ?? {}
  const ids = asked === undefined ? [] : (typed[asked.id] ?? [])
  if (asked === undefined || !ids.includes(id)) return undefined
  const names = typed[nameField(asked.id)] ?? []
  const rest = ids.flatMap((one, at) => (one === id ? [] : [{ id: one, name: names[at] ?? '' }]))
  return saveChange(ports, draft, pageSaved(step.key, { ...typed, ...typedOf(asked.id, rest) }))
}

export const removeFilesOf = async (
  uploads: UploadStore,
  draft: Draft,
  { section, item }: { readonly section: ManySection; readonly item: string },
): Promise<void> => {
  const asks = section.pages
    .flatMap((page) => Object.entries(page.questions))
    .filter(([, { kind }]) => kind === 'files')
  if (asks.length === 0) return
  const files = await uploads.ofDraft(draft.id)
  for (const [question] of asks)
    for (const file of uploadedFor(files, { question, item })) await uploads.remove(draft, file)
}
