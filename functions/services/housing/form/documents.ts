// Documents sent with the application (docs/rules/housing.md, "Evidence"). They can always follow later: none of them holds an application up.

import { choice, files, text } from '#domain/forms/ask.ts'
import { answered, oneOf } from '#domain/forms/condition.ts'
import { many, page } from '#domain/forms/form.ts'
import { evidenceLines } from '../evidence/documents-needed.ts'
import { evidencePack } from '../evidence/list.ts'

// What the council's own officers get is not asked for.
const asked = evidencePack.rules.filter(({ internal }) => internal !== true)
// ADDR_NOW → addrNow
export const documentKindOf = (code: string): string =>
  code.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

const ofPeople = asked.filter(({ of }) => of !== 'household').map(({ code }) => documentKindOf(code))

const kind = page(
  'kind',
  'What is the document?',
  {
    documentKind: choice(
      'Select what the document is',
      { ...Object.fromEntries(asked.map(({ code, what }) => [documentKindOf(code), what])), other: 'Something else' },
      { for: 'officer' },
    ),
  },
  { exit: true, sealed: true },
)

const whose = page(
  'whose',
  'Whose document is it?',
  {
    documentPerson: text('Name of the person', {
      missing: 'Enter the name of the person',
      noun: 'Name of the person',
      most: 100,
      spellcheck: false,
      for: 'officer',
    }),
  },
  { when: answered('documentKind', oneOf(...ofPeople)) },
)

const file = page(
  'file',
  'Upload the document',
  // Passports and papers about money and health: for those who work on the case.
  { documentFiles: files('Select a file', { label: 'File', most: 8, sensitive: true, for: 'officer' }) },
  {
    does: 'upload',
    guidance: ['A photo from your phone is fine if all of the page can be read. You can add a file for each page.'],
  },
)

export const documents = many('documents', 'Documents', [kind, whose, file], {
  noun: 'document',
  plural: 'documents',
  least: 0,
  most: 40,
  naming: ['documentKind', 'documentPerson'],
  guidance: [
    'You can send documents now, or later when we ask for them. You can send your application without them.',
    'If it is not safe to keep or send a document, do not send it. Tell us when we contact you.',
  ],
  wanted: evidenceLines,
})
