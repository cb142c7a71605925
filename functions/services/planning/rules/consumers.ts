// Who uses each answer of the planning form.
import { byBoth as both, type Consumer, byPerson as person, byRule as rule } from '#domain/rules/consumer.ts'

export const consumers: Readonly<Record<string, Consumer>> = {
  TYPE: rule('Which kind of application it is'),
  FEE: rule('What it costs'),
  CONTACT: person('Staff and the texts: who applies, for whom, and how to reach them'),
  CERT: both(
    'Which ownership certificate is right and if its notices stand; the officer holds it against the register',
  ),
  V1: both('Where the site is, against its red line; the officer finds it on the map'),
  V4: both('The location plan and the red line; the officer looks at the plan'),
  V6: rule('Which drawings must come with it'),
  V7: rule('If a drawing can be measured'),
  V9: both('Which statements must come with it; the officer weighs what they say'),
  V11: rule('If each document has its file and says what it shows'),
  REDACT: both('What the officer hides before documents are published'),
  BNG: both('If biodiversity net gain applies; the officer and the ecologist look at the values'),
  CLOCK: rule('How long the council has to decide'),
  PUBLICITY: both('How it is made known; neighbours read the description'),
  CONSULT: rule('Whom to consult'),
  DELEGATION: rule('Who decides'),
  CIL: person('The levy officer, who charges or relieves the Community Infrastructure Levy'),
  officer: person('The officer who visits, weighs and decides'),
}
