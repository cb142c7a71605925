// Feedback says that somebody may be in danger: whoever is on duty gets a text, day and night. It has nothing of what
// was said; that stands in the inbox.
import type { Feedback } from '#domain/measures/feedback/feedback.ts'
import type { Text, TextTemplate } from '#domain/texts/text.ts'
import { council } from '#services/council.ts'
import { toDuty } from '#services/text-table.ts'
import { makeText, type TextPorts } from '../texts/decide-text.ts'

export const dangerTemplate: TextTemplate = {
  ...toDuty,
  id: 'danger',
  version: 1,
  words: `${council.name}: feedback says that somebody may be in danger. Read it now: ((inbox))`,
}

// `phone`: E.164. `inbox`: the address of what people told us.
export type Duty = { readonly phone: string; readonly inbox: string }

export type DutyPorts = TextPorts & { readonly duty?: Duty }

/** Nothing where no duty number is set, or where a program filled in what people do not see. */
export const textsToDuty = (
  ports: DutyPorts,
  { id, danger, aside, service }: Pick<Feedback, 'id' | 'danger' | 'aside'> & { readonly service: string },
): readonly Text[] => {
  const { duty } = ports
  if (!danger || duty === undefined || aside === 'program') return []
  return [makeText(ports, dangerTemplate, { to: duty.phone, about: id, service, values: { inbox: duty.inbox } })]
}
