// A file that came: noted as it lands, then judged when the malware scan has spoken, kept or refused, once. Nothing here trusts the order
// or the number of the events: both are told again, late, or the other way round.
import { keyOf } from '#domain/forms/answers.ts'
import type { Draft } from '#domain/forms/draft.ts'
import type { Page, Section } from '#domain/forms/form.ts'
import type { Step } from '#domain/forms/journey.ts'
import { damaged, judge, judgeSize, locked } from '#domain/uploads/judge.ts'
import { tooManyPages } from '#domain/uploads/limits.ts'
import { withoutLocation } from '#domain/uploads/location.ts'
import { namedAs } from '#domain/uploads/upload.ts'
import type { Service } from '#services/service.ts'
import type { ArrivedFile } from './file-ports.ts'
import type { Log } from './log.ts'
import type { StoredFile } from './ports.ts'
import { type RefusePorts, refuseOnCase } from './refuse-on-case.ts'
import { addShown, type ShowPorts } from './show-picture.ts'
import { withoutFile } from './take-uploads.ts'

export type CheckPorts = RefusePorts &
  ShowPorts & {
    // What a PDF says of itself; undefined where it cannot be told.
    readonly pdfPages: (content: Uint8Array) => number | undefined
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
  const found = await judgedFile(ports, arrived, given.scan)
  if (found === undefined) return
  const { content, ...judged } = found
  const file = { ...fileFrom(ports, arrived), ...judged }
  await settle(ports, place, file)
  await settleCopy(ports, place, file)
  await ports.files.discard(arrived.id)
  ports.log({ level: 'info', event: `upload-${judged.verdict}`, service: place.service.id })
  // Last: whatever becomes of the copy, the verdict stands.
  if (content !== undefined) await addShown(ports, arrived, content)
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

type Place = { readonly draft: Draft; readonly service: Service; readonly step: Step }

// The draft, and the question of its form that asked for the file. Its page need not be reached just now: an answer may change back.
const placeOf = async (ports: CheckPorts, arrived: Asker): Promise<Place | undefined> => {
  const draft = arrived.draftId === '' ? undefined : await ports.drafts.get(arrived.draftId)
  const service = ports.services.find(({ id }) => id === draft?.service)
  if (draft === undefined || service === undefined || draft.expiresAt < ports.clock.now()) return undefined
  const step = stepFor(service, draft, arrived)
  return step === undefined ? undefined : { draft, service, step }
}

type Asker = Pick<ArrivedFile, 'draftId' | 'question' | 'item'>

const stepFor = (service: Service, draft: Draft, { question, item }: Asker): Step | undefined => {
  for (const section of service.form.sections)
    for (const page of section.pages) {
      if (page.questions[question]?.kind !== 'files') continue
      if (section.is === 'pages') return item === '' ? stepOf(section, page) : undefined
      return draft.items[section.id]?.includes(item) ? stepOf(section, page, item) : undefined
    }
  return undefined
}

const stepOf = (section: Section, page: Page, item?: string): Step => ({
  is: 'page',
  key: keyOf(section, page, item),
  section,
  page,
  ...(item === undefined ? {} : { item }),
})

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
  const judged = judge(arrived.name, content)
  if (!judged.ok) return refused(judged.words)
  const plain = withoutLocation(content, judged.type)
  if (plain === undefined) return refused(damaged.words)
  const pages = judged.type === 'application/pdf' ? ports.pdfPages(content) : undefined
  const long = tooManyPages(pages)
  if (long !== undefined) return refused(long)
  const kept = await ports.files.keep({ draftId: arrived.draftId, id: arrived.id, type: judged.type, content: plain })
  const name = namedAs(arrived.name, judged.type)
  const found = { verdict: 'clean', type: judged.type, name, bytes: plain.length, ...kept } as const
  const unseen = judged.type === 'image/heic' ? { content: plain } : {}
  return { ...found, ...trimmed(content, plain), ...(pages === undefined ? {} : { pages }), ...unseen }
}

const trimmed = (content: Uint8Array, plain: Uint8Array): Pick<StoredFile, 'trimmed'> =>
  content.length === plain.length && content.every((byte, at) => byte === plain[at]) ? {} : { trimmed: true }

const scanWords: Readonly<Record<Exclude<Scanned, 'clean'>, string>> = {
  malware: 'The selected file contains a virus',
  locked: locked.words,
  failed: 'We could not check the selected file. Upload it again',
}

const settle = async (ports: CheckPorts, place: Place, file: StoredFile): Promise<void> => {
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
const settleCopy = async (ports: CheckPorts, place: Place, file: StoredFile): Promise<void> => {
  const reference = (await ports.drafts.get(place.draft.id))?.caseReference
  const asked = reference === undefined ? undefined : (await ports.cases.get(reference))?.asked
  const draft = asked === undefined ? undefined : await ports.drafts.get(asked.draftId)
  if (draft === undefined) return
  const copy = (await ports.uploads.ofDraft(draft.id)).find(({ id }) => id === file.id)
  if (copy?.verdict === 'checking') await settle(ports, { ...place, draft }, file)
}

// A refused file is no answer: it is taken out of the page's answer first, so that it can never be sent as one.
const settleOnDraft = async (ports: CheckPorts, { draft, step }: Place, file: StoredFile): Promise<boolean> => {
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

const settleOnCase = async (ports: CheckPorts, { service, draft, step }: Place, file: StoredFile): Promise<boolean> => {
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
