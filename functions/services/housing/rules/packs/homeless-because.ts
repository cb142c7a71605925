// Why a household counts as homeless for C-HOM, where no duty of this council puts it in another band (Housing Act 1996 s175).
import { all, answered, equals } from '#domain/forms/condition.ts'
import { owedDuty } from '#services/housing/ground/facts.ts'

// Homeless, whether or not a duty is owed here: what it rests on is said.
export const homelessBecause = [
  { when: answered('homelessNow', equals('now')), words: 'It says that it is homeless now.' },
  {
    when: all(owedDuty, answered('dutyCouncil', equals('other'))),
    words: 'Another council owes it a homelessness duty.',
  },
  {
    when: all(owedDuty, answered('dutyKind', equals('notSure'))),
    words: 'A council owes it a homelessness duty, and it is not sure which.',
  },
  { when: answered('livingSituation', equals('noFixedAbode')), words: 'It has no fixed address.' },
  { when: answered('livingSituation', equals('unauthorised')), words: 'It has no right to stay where it lives.' },
  {
    when: answered('livingSituation', equals('temporary')),
    words: 'A council keeps it in temporary accommodation.',
  },
]
