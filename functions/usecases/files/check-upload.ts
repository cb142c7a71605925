// A file that came: noted as it lands, then judged when the malware scan has spoken, kept or refused, once. Nothing here trusts the order
// or the number of the events: both are told again, late, or the other way round.
import type { Draft } from '#domain/forms/answered/draft.ts'
import { damaged, judge, judgeSize, locked } from '#domain/uploads/judge.ts'
import { tooManyPages } from '#domain/uploads/limits.ts'
import { withoutLocation } from '#domain/uploads/location.ts'
import { namedAs } from '#domain/uploads/upload.ts'
import type { Service } from '#services/service.ts'
import { withoutFile } from '../answering/take-uploads.ts'
import type { ArrivedFile } from '../ports/files.ts'
import type { Log } from '../ports/log.ts'
import type { StoredFile } from '../ports/stores.ts'
import { type FilePlace, placeOf } from './asked-by.ts'
import { type RefusePorts, refuseOnCase } from './refuse-on-case.ts'
import { addShown, type ShowPorts } from './show-picture.ts'

export type CheckPorts = RefusePorts &
  ShowPorts & {
    // What a PDF says of itself; undefined where it cannot be told.
    readonly pdfPages: (content: Uint8Array) => number | undefined
    // Whether a PDF that is encrypted opens without a password; and whether it runs scripts or opens programs.
    readonly pdfOpens: (content: Uint8Array) => boolean
    readonly pdfActs: (content: Uint8Array) => boolean
    readonly services: readonly Service[]
    readonly log: Log
  }

// What the scan said: only 'clean' passes. 'locked': it could not look inside. 'failed': the scan itself went wrong.
export type Scanned = 'clean' | 'malware' | 'locked' | 'failed'

export const noteArrival = async (ports: CheckPorts, id: string): Promise<void> => {
  const arrived = await ports.files.arrived(id)
  const place = arrived === undefined ? undefined : await placeOf(ports, arrived)
  if (arrived === undefined) return
  if (place === undefined || place.draft.caseReference !== undefined) return unwanted(ports, id, 'upload-not-ours')
  // What the name and the size tell already need not wait for the scan.
  const noted = await ports.uploads.arrive(place.draft, { ...fileFrom(ports, arrived), ...sizeProblem(arrived) })
  if (!noted.ok && noted.error !== 'known') await unwanted(ports, id, `upload-${noted.error}`)
}

export const takeVerdict = async (ports: CheckPorts, given: Verdict): Promise<void> => {
  const arrived = await ports.files.arrived(given.id)
  // Gone: this verdict was taken before. Replaced: the scan of what lies there now is still to come.
  if (arrived === undefined || (given.etag !== undefined && given.etag !== bare(arrived.etag))) return
  const place = await placeOf(ports, arrived)
  if (place === undefined) return unwanted(ports, arrived.id, 'upload-not-ours')
  const known = await settledAs(ports, place, arrived.id)
  if (known?.verdict === 'refused') return again(ports, place, known)
  const found = await judgedFile(ports, arrived, given.scan)
  if (found === undefined) return
  if (known !== undefined && known.sha256 !== found.sha256) return replayed(ports, place, known, found)
  const { content, ...judged } = found
  const file = { ...fileFrom(ports, arrived), ...judged }
  await settle(ports, place, file)
  await settleCopy(ports, place, file)
  await ports.files.discard(arrived.id)
  ports.log({ level: 'info', event: `upload-${judged.verdict}`, service: place.service.id })
  // Last: whatever becomes of the copy, the verdict stands.
  if (content !== undefined) await addShown(ports, arrived, content)
}

// The form that a file came with can be posted again for hours. What has its verdict keeps it, and its
// bytes: others under its id are thrown away.
const replayed = async (ports: CheckPorts, place: FilePlace, known: StoredFile, { key }: Found): Promise<void> => {
  if (key !== undefined && key !== known.key) await ports.files.discardKept({ draftId: place.draft.id, key })
  ports.log({ level: 'warn', event: 'upload-replayed', service: place.service.id })
  await again(ports, place, known)
}

// The verdict was told before, perhaps not to everybody: the event came again.
const again = async (ports: CheckPorts, place: FilePlace, known: StoredFile): Promise<void> => {
  await settleCopy(ports, place, known)
  await ports.files.discard(known.id)
}

const settledAs = async (ports: CheckPorts, { draft }: FilePlace, id: string): Promise<StoredFile | undefined> => {
  const file =
    draft.caseReference === undefined
      ? (await ports.uploads.ofDraft(draft.id)).find((one) => one.id === id)
      : (await ports.cases.whole(draft.caseReference))?.files.find((one) => one.id === id)
  return file === undefined || file.verdict === 'checking' ? undefined : file
}

// A file that waits for its verdict and whose bytes are no longer there to be judged. What its case knows of it stands; else it is asked for again.
export const settleGone = async (ports: CheckPorts, draftId: string, file: StoredFile): Promise<void> => {
  const draft = await ports.drafts.get(draftId)
  if (draft === undefined) return
  const place = await placeOf(ports, { draftId, question: file.question, item: file.item ?? '' })
  if (place === undefined) return void (await ports.uploads.remove(draft, file))
  const known = await knownOf(ports, draft, file.id)
  if (known !== undefined && draft.caseReference !== undefined) return void (await ports.uploads.settle(draft, known))
  await settle(ports, place, known ?? { ...file, ...refused(scanWords.failed) })
}

// The verdict that stands on the case.
const knownOf = async ({ cases }: CheckPorts, draft: Draft, id: string): Promise<StoredFile | undefined> => {
  const reference = draft.caseReference ?? draft.reopens?.caseReference
  const whole = reference === undefined ? undefined : await cases.whole(reference)
  return whole?.files.find((file) => file.id === id && file.verdict !== 'checking')
}

export type Verdict = {
  readonly id: string
  // Of the bytes that were scanned.
  readonly etag?: string
  readonly scan: Scanned
}

const bare = (etag: string): string => etag.replaceAll('"', '')

const fileFrom = ({ clock }: CheckPorts, arrived: ArrivedFile): StoredFile => ({
  id: arrived.id,
  name: arrived.name,
  label: '',
  question: arrived.question,
  ...(arrived.item === '' ? {} : { item: arrived.item }),
  type: 'application/octet-stream',
  bytes: arrived.bytes,
  verdict: 'checking',
  at: clock.now(),
})

// `content`: what was kept, where browsers do not show its kind.
type Found = Pick<StoredFile, 'verdict'> & Partial<StoredFile> & { readonly content?: Uint8Array }

const refused = (reason: string): Found => ({ verdict: 'refused', reason })

const sizeProblem = ({ name, bytes }: ArrivedFile): Found | undefined => {
  const wrong = judgeSize(name, bytes)
  return wrong === undefined ? undefined : refused(wrong.words)
}

// Undefined: other bytes came in its place while we looked.
const judgedFile = async (ports: CheckPorts, arrived: ArrivedFile, scan: Scanned): Promise<Found | undefined> => {
  const wrong = sizeProblem(arrived)
  if (wrong !== undefined) return wrong
  if (scan !== 'clean') return refused(scanWords[scan])
  const content = await ports.files.content(arrived)
  if (content === undefined) return undefined
  const judged = judge(arrived.name, content, ports.pdfOpens)
  if (!judged.ok) return refused(judged.words)
  const plain = withoutLocation(content, judged.type)
  if (plain === undefined) return refused(damaged.words)
  const said = judged.type === 'application/pdf' ? saidBy(ports, content) : {}
  const long = tooManyPages(said.pages)
  if (long !== undefined) return refused(long)
  const kept = await ports.files.keep({ draftId: arrived.draftId, id: arrived.id, type: judged.type, content: plain })
  const name = namedAs(arrived.name, judged.type)
  const found = { verdict: 'clean', type: judged.type, name, bytes: plain.length, ...kept } as const
  const unseen = judged.type === 'image/heic' ? { content: plain } : {}
  return { ...found, ...trimmed(content, plain), ...said, ...unseen }
}

// What a PDF says of itself.
const saidBy = (ports: CheckPorts, content: Uint8Array): Pick<StoredFile, 'pages' | 'acts'> => {
  const pages = ports.pdfPages(content)
  return { ...(pages === undefined ? {} : { pages }), ...(ports.pdfActs(content) ? { acts: true } : {}) }
}

const trimmed = (content: Uint8Array, plain: Uint8Array): Pick<StoredFile, 'trimmed'> =>
  content.length === plain.length && content.every((byte, at) => byte === plain[at]) ? {} : { trimmed: true }

const scanWords: Readonly<Record<Exclude<Scanned, 'clean'>, string>> = {
  malware: 'The selected file contains a virus',
  locked: locked.words,
  failed: 'We could not check the selected file. Upload it again',
}

const settle = async (ports: CheckPorts, place: FilePlace, file: StoredFile): Promise<void> => {
  for (let tries = 3; tries > 0; tries -= 1) {
    const draft = await ports.drafts.get(place.draft.id)
    if (draft === undefined) return
    const done =
      draft.caseReference === undefined
        ? await settleOnDraft(ports, { ...place, draft }, file)
        : await settleOnCase(ports, { ...place, draft }, file)
    if (done) return
  }
  throw new Error('The file changed each time that its verdict was written')
}

// Answers may have been asked for again meanwhile: that draft began with the file as it was then.
const settleCopy = async (ports: CheckPorts, place: FilePlace, file: StoredFile): Promise<void> => {
  const reference = (await ports.drafts.get(place.draft.id))?.caseReference
  const asked = reference === undefined ? undefined : (await ports.cases.get(reference))?.asked
  const draft = asked === undefined ? undefined : await ports.drafts.get(asked.draftId)
  if (draft === undefined) return
  const copy = (await ports.uploads.ofDraft(draft.id)).find(({ id }) => id === file.id)
  if (copy?.verdict === 'checking') await settle(ports, { ...place, draft }, file)
}

// A refused file is no answer: it is taken out of the page's answer first, so that it can never be sent as one.
const settleOnDraft = async (ports: CheckPorts, { draft, step }: FilePlace, file: StoredFile): Promise<boolean> => {
  const noted = (await ports.uploads.ofDraft(draft.id)).find(({ id }) => id === file.id)
  if (noted === undefined) {
    const arrived = await ports.uploads.arrive(draft, { ...file, verdict: 'checking' })
    // Removed by its sender, or one too many: no verdict is wanted.
    return !arrived.ok && arrived.error !== 'changed-elsewhere'
  }
  if (noted.verdict !== 'checking') return true
  const dropped = file.verdict === 'refused' ? await withoutFile(ports, draft, { step, id: file.id }) : undefined
  if (dropped !== undefined && !dropped.ok) return false
  return (await ports.uploads.settle(draft, { ...file, at: noted.at })).ok
}

const settleOnCase = async (
  ports: CheckPorts,
  { service, draft, step }: FilePlace,
  file: StoredFile,
): Promise<boolean> => {
  const whole = await ports.cases.whole(draft.caseReference ?? '')
  const noted = whole?.files.find(({ id }) => id === file.id)
  // Not among what was sent, or settled already.
  if (whole === undefined || noted === undefined || noted.verdict !== 'checking') return true
  const settled = { ...file, label: noted.label, at: noted.at }
  if (file.verdict === 'clean') return (await ports.uploads.settle(draft, settled)).ok
  return refuseOnCase(ports, { service, whole, draftId: draft.id, key: step.key, file: settled })
}

const unwanted = async (ports: CheckPorts, id: string, event: string): Promise<void> => {
  ports.log({ level: 'warn', event })
  await ports.files.discard(id)
}
