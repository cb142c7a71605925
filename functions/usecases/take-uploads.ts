// Which of a draft's files answer a question: the ids that go into its typed values.
import type { Step } from '#domain/forms/journey.ts'
import type { Typed } from '#domain/forms/kind.ts'
import type { Ids, StoredFile, UploadStore } from './ports.ts'

type Where = { readonly question: string; readonly item: string }

export const newUploadId = (ids: Ids): string =>
  ids
    .secret()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '-')

export const uploadedFor = (files: readonly StoredFile[], { question, item }: Where): readonly StoredFile[] =>
  files.filter((file) => file.question === question && (file.item ?? '') === item).toSorted((a, b) => a.at - b.at)

// Files that were refused do not count; one that is still being checked does, as the check does not hold a person up.
export const uploaded = async (uploads: UploadStore, draftId: string, step: Step, posted: Typed): Promise<Typed> => {
  const question = Object.entries(step.page.questions).find(([, asked]) => asked.kind === 'files')
  if (question === undefined) return posted
  const [id, asked] = question
  const all = uploadedFor(await uploads.ofDraft(draftId), { question: id, item: step.item ?? '' })
  const good = all.filter(({ verdict }) => verdict !== 'refused').map((file) => file.id)
  const most = asked.kind === 'files' ? asked.most : good.length
  return { ...posted, [id]: good.slice(-most) }
}
