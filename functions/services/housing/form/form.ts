// The housing register form (Housing Act 1996 Part 6): sections in the order of the task list.
import { type Form, form } from '#domain/forms/form.ts'
import { before } from './before-you-start.ts'
import { housingDeclaration } from './declaration.ts'
import { documents } from './documents.ts'
import { equality } from './equality.ts'
import { health } from './health.ts'
import { addressHistory } from './home/address-history.ts'
import { behaviour } from './home/behaviour.ts'
import { currentHome } from './home/current-home.ts'
import { homelessness } from './home/homelessness.ts'
import { localConnection } from './home/local-connection.ts'
import { othersAtHome, rooms } from './home/rooms.ts'
import { safety } from './home/safety.ts'
import { moneySection } from './money.ts'
import { otherNeeds } from './other-needs.ts'
import { aboutYou } from './people/about-you.ts'
import { nationality } from './people/nationality.ts'
import { peopleSection } from './people/people.ts'
import { preferences } from './preferences.ts'
import { housingMigrations } from './versions.ts'
import { aboutWhoApplies } from './who-applies-pages.ts'

export const housingForm: Form = form({
  id: 'housing',
  version: 5,
  shape: 'tasks',
  sections: [
    homelessness,
    before,
    ...[
      aboutYou,
      peopleSection,
      nationality,
      addressHistory,
      currentHome,
      othersAtHome,
      rooms,
      safety,
      localConnection,
      health,
      otherNeeds,
      moneySection,
      behaviour,
      preferences,
      documents,
      equality,
    ].map((section) => ({ ...section, pages: aboutWhoApplies(section.pages) })),
  ],
  declaration: housingDeclaration,
  migrations: housingMigrations,
})
