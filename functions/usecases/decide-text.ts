// A decision's texts, as outbox rows for the transaction that makes the decision. Nothing is sent here.
import type { Case } from '#domain/cases/case.ts'
import { londonDay } from '#domain/london.ts'
import { allowedAt } from '#domain/texts/quiet-hours.ts'
import { fill, safeName } from '#domain/texts/template.ts'
import type { Text, TextTemplate } from '#domain/texts/text.ts'
import type { Service, TextToSend } from '#services/service.ts'
import type { Clock, Ids } from './ports.ts'

export type TextPorts = { readonly clock: Clock; readonly ids: Ids; readonly citizenOrigin: string }

// Nothing for a person without a phone, or whom it is not safe to text: that was their choice, and the case shows it.
export const textsFor = (
  ports: TextPorts,
  service: Service,
  subject: Case,
  wanted: readonly TextToSend[],
): readonly Text[] => {
  const { phone, mayText } = subject.applicant
  if (phone === undefined || !mayText) return []
  const values = {
    reference: subject.reference,
    name: safeName(subject.applicant.name.split(' ')[0] ?? ''),
    link: `${ports.citizenOrigin}/return/${subject.reference}`,
    book: `${ports.citizenOrigin}/bookings`,
    ...service.words?.(subject, londonDay(ports.clock.now())),
  }
  return wanted.map(({ template, ...when }) =>
    makeText(ports, templateOf(service, template), {
      to: phone,
      about: subject.reference,
      service: service.id,
      values,
      ...when,
    }),
  )
}

export type Wanted = {
  readonly to: string
  readonly about: string
  readonly service: string
  readonly values: Readonly<Record<string, string>>
  readonly dueAt?: number
  readonly notAfter?: number
}

// A template whose words cannot be made is kept as failed, so that staff see it; the decision itself stands.
export const makeText = (ports: TextPorts, template: TextTemplate, wanted: Wanted): Text => {
  const now = ports.clock.now()
  const body = fill(template, wanted.values)
  return {
    id: ports.ids.ordered(now),
    about: wanted.about,
    service: wanted.service,
    template: template.id,
    templateVersion: template.version,
    category: template.category,
    to: wanted.to,
    body: body.ok ? body.value : '',
    state: body.ok ? 'due' : 'failed',
    version: 1,
    madeAt: now,
    dueAt: allowedAt(template.category, wanted.dueAt ?? now),
    attempts: [],
    ...(template.resendWhenUncertain ? { resends: true } : {}),
    ...(wanted.notAfter === undefined ? {} : { notAfter: wanted.notAfter }),
    ...(body.ok ? {} : { reason: `The text has no value for ${body.error.missing.join(', ')}` }),
  }
}

const templateOf = (service: Service, id: string): TextTemplate => {
  const template = service.texts[id]
  if (template === undefined) throw new Error(`${service.id} has no text template ${id}`)
  return template
}
