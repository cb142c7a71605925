// The statuses that the eligibility rules tell apart, as they are called on an eVisa or in a letter (SI 2006/1294, regulation 3).
import { option } from '#domain/forms/ask.ts'
import type { Options } from '#domain/forms/question.ts'

export const immigrationStatuses: Options = {
  settled: { label: 'Settled status (EU Settlement Scheme)' },
  preSettled: { label: 'Pre-settled status (EU Settlement Scheme)' },
  indefinite: { label: 'Indefinite leave to remain or enter' },
  abandoned: { label: 'Indefinite leave as a victim of domestic abuse whose partner left them abroad' },
  refugee: { label: 'Refugee' },
  humanitarian: { label: 'Humanitarian protection' },
  family: option('Leave as a family member or for private life', 'For example, as a partner or parent'),
  outsideRules: { label: 'Discretionary leave, or leave outside the immigration rules' },
  afghan: { label: 'Afghan relocation or resettlement scheme' },
  ukraine: { label: 'Ukraine scheme' },
  evacuated: option(
    'Leave to stay after you had to leave another country',
    'The UK government brought people out, or advised British people to leave',
  ),
  hongKong: { label: 'Hong Kong British National (Overseas) visa' },
  trafficking: { label: 'Permission to stay as a victim of human trafficking or slavery' },
  section67: { label: 'Section 67 leave or Calais leave' },
  northernIreland: { label: 'Family member of a person of Northern Ireland' },
  work: { label: 'Work visa' },
  student: { label: 'Student visa' },
  visitor: { label: 'Visitor visa' },
  asylum: { label: 'Waiting for a decision on an asylum claim' },
  none: { label: 'Permission to stay has run out, or never had any' },
  notSure: { label: 'Something else, or I’m not sure' },
}
