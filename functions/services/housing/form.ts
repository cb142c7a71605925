// The housing register form (Housing Act 1996 Part 6): sections in the order of the task list.
import { type Form, form } from '#domain/forms/form.ts'
import { aboutYou } from './about-you.ts'
import { addressHistory } from './address-history.ts'
import { before } from './before-you-start.ts'
import { behaviour } from './behaviour.ts'
import { currentHome } from './current-home.ts'
import { housingDeclaration } from './declaration.ts'
import { documents } from './documents.ts'
import { equality } from './equality.ts'
import { health } from './health.ts'
import { homelessness } from './homelessness.ts'
import { localConnection } from './local-connection.ts'
import { money } from './money.ts'
import { nationality } from './nationality.ts'
import { otherNeeds } from './other-needs.ts'
import { people } from './people.ts'
import { preferences } from './preferences.ts'
import { othersAtHome, rooms } from './rooms.ts'
import { safety } from './safety.ts'
import { housingMigrations } from './versions.ts'

export const housingForm: Form = form({
  id: 'housing',
  version: 3,
  shape: 'tasks',
  sections: [
    before,
    aboutYou,
    people,
    nationality,
    addressHistory,
    currentHome,
    othersAtHome,
    rooms,
    homelessness,
    safety,
    localConnection,
    health,
    otherNeeds,
    money,
    behaviour,
    preferences,
    documents,
    equality,
  ],
  declaration: housingDeclaration,
  migrations: housingMigrations,
})
