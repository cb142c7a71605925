// By when a complaint is acknowledged and answered (docs/rules/complaints.md, "Times"). The Codes count working days and know no days on
// which a council shuts by its own choice, so those count.
import { type Day, inFullWords } from '#domain/day.ts'
import { type Figure, figure, type Pack } from '#domain/rules/pack.ts'
import type { Source, Traced } from '#domain/rules/trace.ts'
import { addWorkingDays } from '#domain/working-days.ts'

export type ComplaintStage = 1 | 2

type ComplaintPack = Pack & {
  // Working days after the day on which it was received.
  readonly acknowledge: Figure<number>
  // Working days to answer in, after it was acknowledged; at stage 2, after it was asked for.
  readonly answer: Readonly<Record<ComplaintStage, Figure<number>>>
  // Working days that an answer may be later, without a reason of its own.
  readonly extend: Readonly<Record<ComplaintStage, Figure<number>>>
}

const code = (provision: string): Source => ({
  words: `Complaint Handling Code of the Local Government and Social Care Ombudsman and of the Housing Ombudsman, ${provision}`,
  url: 'https://www.lgo.org.uk/information-centre/information-for-organisations-we-investigate/complaint-handling-code',
  since: '2024-04-01',
})

export const packOfComplaints: ComplaintPack = {
  name: 'complaints-2024',
  validFrom: '2024-04-01',
  source: code('section 6'),
  acknowledge: figure(5, code('provision 6.2')),
  answer: { 1: figure(10, code('provision 6.3')), 2: figure(20, code('section 6, stage 2')) },
  extend: { 1: figure(10, code('provision 6.4')), 2: figure(20, code('section 6, stage 2')) },
}

export const acknowledgeBy = (received: Day): Traced<Day> => {
  const { name, acknowledge } = packOfComplaints
  const value = addWorkingDays(received, acknowledge.value)
  const words = `Received on ${inFullWords(received)}. It is acknowledged within ${acknowledge.value} working days: by ${inFullWords(value)}.`
  return { value, steps: [{ rule: 'ACK', words, used: [], source: acknowledge.source, pack: name }] }
}

/** `from`: the day on which it was acknowledged, or on which stage 2 was asked for. */
export const answerDue = (stage: ComplaintStage, from: Day): Traced<Day> => {
  const { name, answer } = packOfComplaints
  const { value: days, source } = answer[stage]
  const value = addWorkingDays(from, days)
  const words = `Stage ${stage} is answered within ${days} working days after ${inFullWords(from)}: by ${inFullWords(value)}.`
  return { value, steps: [{ rule: `STAGE-${stage}`, words, used: [], source, pack: name }] }
}

// A late acknowledgement makes no answer later.
export const countsFrom = (received: Day, acknowledged: Day): Day => {
  const last = acknowledgeBy(received).value
  return acknowledged < last ? acknowledged : last
}

/** The farthest day that needs no further reason. */
export const extendedTo = (stage: ComplaintStage, due: Day): Day =>
  addWorkingDays(due, packOfComplaints.extend[stage].value)
