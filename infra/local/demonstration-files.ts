// What the demonstration's people sent with their answers: real files, drawn here under the names of their answers, kept where every file is that
// was found safe.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { Step } from '#domain/forms/answered/journey.ts'
import { checkUploadFrom } from '#functions/wiring/uploads.ts'
import type { Service } from '#services/service.ts'
import { photo } from '#tests/support/sample-files.ts'
import { journeyOf } from '#usecases/answering/save-page.ts'
import { filesAsked, newUploadId } from '#usecases/answering/take-uploads.ts'
import type { CheckPorts } from '#usecases/files/check-upload.ts'
import type { StoredFile } from '#usecases/ports/stores.ts'
import { drawing } from './drawing.ts'

export type FileSender = {
  // Every file of the answers under an id of its own.
  readonly named: (service: Service, draft: Draft) => Draft
  readonly send: (service: Service, draft: Draft, at: number) => Promise<void>
}

export const senderOf = (env: Readonly<Record<string, string | undefined>>): FileSender => {
  const ports = checkUploadFrom(env)
  const picture = once(async () => (await ports.pictureOf(photo())) ?? new Uint8Array())
  return {
    named: (service, draft) => {
      const pages = uploadsOf(ports, service, draft).map(({ step, question }) => {
        const typed = draft.pages[step.key] ?? {}
        return [step.key, { ...typed, [question]: (typed[question] ?? []).map(() => newUploadId(ports.ids)) }]
      })
      return { ...draft, pages: { ...draft.pages, ...Object.fromEntries(pages) } }
    },
    send: async (service, draft, at) => {
      for (const upload of uploadsOf(ports, service, draft))
        for (const [id, name] of upload.files) await keep({ ports, picture, draft, at }, upload, { id, name })
    },
  }
}

type Upload = {
  readonly step: Step
  readonly question: string
  readonly files: readonly (readonly [string, string])[]
}

const uploadsOf = (ports: CheckPorts, service: Service, draft: Draft): readonly Upload[] => {
  const walk = journeyOf(service, draft, ports.clock)
  return walk.sections.flatMap(walk.steps).flatMap((step) => {
    const asked = step.is === 'page' ? filesAsked(step) : undefined
    if (step.is !== 'page' || asked === undefined) return []
    const typed = draft.pages[step.key] ?? {}
    const names = typed[`${asked.id}-name`] ?? []
    return [
      { step, question: asked.id, files: (typed[asked.id] ?? []).map((id, at) => [id, names[at] ?? id] as const) },
    ]
  })
}

type Keeping = {
  readonly ports: CheckPorts
  readonly picture: () => Promise<Uint8Array>
  readonly draft: Draft
  readonly at: number
}
type Named = Pick<StoredFile, 'id' | 'name'>

const keep = async ({ ports, picture, draft, at }: Keeping, { step, question }: Upload, { id, name }: Named) => {
  const { content, ...about } = await contentOf(name, picture)
  const kept = await ports.files.keep({ draftId: draft.id, id, type: about.type, content })
  const file = { id, name, label: '', question, bytes: content.length, at, ...about, ...kept }
  const shown =
    about.type === 'image/heic'
      ? { shown: await ports.files.keepShown({ draftId: draft.id, id, content: await picture() }) }
      : {}
  const item = step.item === undefined ? {} : { item: step.item }
  const done = await ports.uploads.arrive(draft, { ...file, ...item, ...shown, verdict: 'clean' })
  if (!done.ok) throw new Error(`${name} was not kept: ${done.error}`)
}

const contentOf = async (name: string, picture: () => Promise<Uint8Array>) => {
  if (name.endsWith('.pdf')) return { type: 'application/pdf', content: drawing(name), pages: 1 }
  if (name.endsWith('.heic')) return { type: 'image/heic', content: photo() }
  return { type: 'image/jpeg', content: await picture() }
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
