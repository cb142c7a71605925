// The planning application form: householder and full planning permission, version by version.
import { type Form, form } from '#domain/forms/form.ts'
import { access } from './access.ts'
import { advice } from './advice.ts'
import { boundary } from './boundary.ts'
import { building } from './building.ts'
import { certificatePages } from './certificate.ts'
import { constraints } from './constraints.ts'
import { drainage } from './drainage.ts'
import { levy } from './levy.ts'
import { materials } from './materials.ts'
import { owners } from './owners.ts'
import { ownership } from './ownership.ts'
import { documents } from './plans/documents.ts'
import { proposal } from './proposal.ts'
import { site } from './site.ts'
import { type } from './type.ts'
import { planningMigrations } from './versions.ts'
import { you } from './you.ts'

export const planningForm: Form = form({
  id: 'planning',
  version: 2,
  shape: 'tasks',
  sections: [
    type,
    you,
    site,
    boundary,
    constraints,
    proposal,
    building,
    materials,
    access,
    drainage,
    advice,
    ownership,
    owners,
    certificatePages,
    levy,
    documents,
  ],
  declaration: {
    version: '2026-11',
    title: 'Declaration',
    statements: [
      'I apply for planning permission as described in this form and in the plans and documents that come with it.',
      'As far as I know, the facts are true and accurate, and the opinions are the honest opinions of the people who gave them.',
      'If I apply for someone else, they have agreed to this application.',
      'I understand that it is an offence to give an ownership certificate that I know is false or misleading, or to be careless about whether it is (Town and Country Planning Act 1990, section 65).',
      'I understand that the application, with its plans and documents, is published, without phone numbers, email addresses and signatures.',
    ],
    agree: 'I agree with these statements',
    button: 'Agree and send application',
  },
  migrations: planningMigrations,
})
