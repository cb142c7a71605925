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
    version: '2026-12',
    title: 'Declaration',
    statements: [
      'I ask for permission for what this form and its plans show.',
      'As far as I know, the facts are true. Each view in it is honestly held by the person who gave it.',
      'If I apply for someone else, they have agreed to it.',
      'I know that it is a crime to say who owns the land if I know it is wrong, or do not care if it is right.',
      'I know that you will publish this form and its plans. You will leave out phone numbers, email addresses and signatures.',
    ],
    details: {
      summary: 'What the law says',
      text: [
        'It is an offence to give an ownership certificate that you know is false or misleading, or to be careless about whether it is (Town and Country Planning Act 1990, section 65).',
        'The council must keep a public register of planning applications (Development Management Procedure Order 2015, article 40).',
      ],
    },
    agree: 'I agree with these statements',
    button: 'Agree and send application',
  },
  migrations: planningMigrations,
})
