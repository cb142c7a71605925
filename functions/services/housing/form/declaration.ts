// What an applicant agrees to; a false statement is an offence under section 171 of the Housing Act 1996.

import type { Declaration } from '#domain/forms/form.ts'
import { council } from '#services/council.ts'

export const housingDeclaration: Declaration = {
  version: '2026-11',
  title: 'Now send your application',
  statements: [
    'The answers in this application are true and complete, as far as I know.',
    'I have the agreement of everyone named in it to give information about them.',
    'I understand that it is an offence under section 171 of the Housing Act 1996 to knowingly give false information, or to hold back information that the council has reason to ask for, and that I could be fined and lose a home that I got that way.',
    `I will tell ${council.name} if anything changes, such as my address, who lives with me, or our income or savings.`,
    `I understand that ${council.name} will check what I have said with other parts of the council, landlords, the Home Office and the Department for Work and Pensions, and will not contact anyone in a way that I have said is not safe.`,
  ],
  agree: 'I agree to all of these statements',
  button: 'Agree and send application',
}
