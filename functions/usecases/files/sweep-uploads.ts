// What uploads leave behind, swept up on two schedules: files whose scan never came back are refused, so that nobody waits for ever, and kept files
// that belong to nothing any more are deleted.
import type { Draft } from '#domain/forms/answered/draft.ts'
import type { KeptFile } from '../ports/files.ts'
import type { StoredFile } from '../ports/stores.ts'
import { type CheckPorts, settleGone, takeVerdict } from './check-upload.ts'

const hour = 3_600_000

// GuardDuty takes seconds; after two hours it is not coming. A day lies between keeping a file and calling it lost.
const waitMs = 2 * hour
const lostMs = 24 * hour

// Looks only at what waits, however much is kept: every few minutes. First in quarantine, then among the files that are noted: the bytes of one
// that still waits after that are gone.
export const sweepWaiting = async (ports: CheckPorts): Promise<void> => {
  const before = ports.clock.now() - waitMs
  let late = 0
  for await (const id of ports.files.waiting(before)) {
    await takeVerdict(ports, { id, scan: 'failed' })
    late += 1
  }
  for await (const { draftId, file } of ports.uploads.unchecked(before)) {
    if ((await ports.files.arrived(file.id)) !== undefined) continue
    await settleGone(ports, draftId, file)
    late += 1
  }
  if (late > 0) ports.log({ level: 'error', event: 'uploads-never-scanned', count: late })
}

// Goes through every file that is kept: at night.
export const sweepKept = async (ports: CheckPorts): Promise<void> => {
  let lost = 0
  for await (const file of ports.files.kept(ports.clock.now() - lostMs)) {
    if (await isWanted(ports, file)) continue
    await ports.files.discardKept(file)
    lost += 1
  }
  if (lost > 0) ports.log({ level: 'info', event: 'uploads-swept', count: lost })
}

// A sent draft's files are those on its case; others are the draft's own until it expires.
const isWanted = async (ports: CheckPorts, { draftId, key }: KeptFile): Promise<boolean> => {
  const draft = await ports.drafts.get(draftId)
  if (draft === undefined) return false
  const files = await filesWith(ports, draft)
  return files.some((file) => file.verdict === 'clean' && (file.key === key || file.shown === key))
}

const filesWith = async (ports: CheckPorts, draft: Draft): Promise<readonly StoredFile[]> => {
  if (draft.caseReference !== undefined) return (await ports.cases.whole(draft.caseReference))?.files ?? []
  return draft.expiresAt < ports.clock.now() ? [] : ports.uploads.ofDraft(draft.id)
}
