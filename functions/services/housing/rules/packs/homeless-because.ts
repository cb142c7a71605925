// Why a household counts as homeless for C-HOM, where no duty of this council puts it in another band (Housing Act 1996 s175).
import { all, answered, type Condition, equals, yes } from '#domain/forms/condition.ts'
import { homeless } from '#services/housing/ground/facts.ts'

const owedSomewhere = (whoOrWhich: Condition): Condition => all(homeless, answered('dutyAccepted', yes), whoOrWhich)

// Homeless, whether or not a duty is owed here: what it rests on is said.
export const homelessBecause = [
  { when: answered('homelessNow', equals('now')), words: 'It says that it is homeless now.' },
  {
    when: owedSomewhere(answered('dutyCouncil', equals('other'))),
    words: 'Another council owes it a homelessness duty.',
  },
  {
    when: owedSomewhere(answered('dutyKind', equals('notSure'))),
    words: 'A council owes it a homelessness duty, and it is not sure which.',
  },
  { when: answered('livingSituation', equals('noFixedAbode')), words: 'It has no fixed address.' },
  { when: answered('livingSituation', equals('unauthorised')), words: 'It has no right to stay where it lives.' },
  {
    when: answered('livingSituation', equals('temporary')),
    words: 'A council keeps it in temporary accommodation.',
  },
]
