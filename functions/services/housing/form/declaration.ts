// What an applicant agrees to; a false statement is an offence under section 171 of the Housing Act 1996.

import type { Declaration } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'

export const housingDeclaration: Declaration = {
  version: '2026-12',
  title: 'Now send your application',
  statements: [
    'What I have told you is true and complete, as far as I know.',
    'I have told the people I named that I did, where it is safe for me to tell them.',
    'I know that it is a crime to lie in this form, or to hide what you ask for. I could be fined, and lose a home that I got that way.',
    'I will tell you if anything changes. This could be my address, who lives with me, or what we earn or have saved.',
    'You may check what I say with landlords and other public bodies. You will only contact me in a way that I said is safe.',
  ],
  details: {
    summary: 'What the law says, and who we check with',
    text: [
      'It is an offence under section 171 of the Housing Act 1996 to knowingly give false information, or to hold back information that the council has reason to ask for.',
      `${council.name} checks what you say with its own teams, landlords, the Home Office and the Department for Work and Pensions. It does not contact anyone in a way that you say is not safe.`,
    ],
  },
  agree: 'I agree to all of these statements',
  button: 'Agree and send application',
}
