// Plans and other documents: what each one shows, its scale, what must not be published, and the file.

import { choice, choices, date, files, text, yesNo } from '#domain/forms/ask.ts'
import { answered, includesAny } from '#domain/forms/condition.ts'
import { type ItemAnswers, many, page } from '#domain/forms/form.ts'
import { documentType, documentTypes, drawings } from './document-types.ts'
import { hasPlanOfBoundary, missingDocuments } from './documents-needed.ts'

export const documents = many(
  'documents',
  'Plans and documents',
  [
    page('type', 'What does this document show?', {
      documentTypes: choices(
        'Select what this document shows',
        Object.fromEntries(Object.entries(documentTypes).map(([code, { label }]) => [code, label])),
        { for: 'V11', hint: 'One drawing can show several things. Select all that apply.' },
      ),
    }),
    page(
      'drawing',
      'What is written on the drawing?',
      {
        drawingNumber: text('Drawing number', {
          optional: true,
          most: 40,
          width: 20,
          spellcheck: false,
          hint: 'With its revision, for example 2026-14 rev B',
          for: 'officer',
        }),
        drawingDate: date('Date on the drawing', {
          optional: true,
          must: 'past',
          hint: 'For example, 27 3 2026',
          for: 'officer',
        }),
        scale: choice(
          'Select the scale of the drawing',
          {
            '50': '1:50',
            '100': '1:100',
            '200': '1:200',
            '500': '1:500',
            '1250': '1:1250',
            '2500': '1:2500',
            several: 'It has drawings at different scales',
            none: 'It has no scale',
          },
          { label: 'Scale', for: 'V7' },
        ),
        paper: choice(
          'Select the paper size that the scale is for',
          { a4: 'A4', a3: 'A3', a2: 'A2', a1: 'A1', a0: 'A0' },
          { label: 'Paper size', for: 'V7' },
        ),
      },
      {
        when: answered('documentTypes', includesAny(...drawings)),
        // What only a person can see on a drawing (docs/rules/planning.md, "Plans and
        // drawings"): asked for before it is sent, as an officer looks for it after.
        guidance: [
          'Check the drawing before you send it. It must show which way is north, a scale bar and the most important sizes.',
          'A location plan must be on an up-to-date map, with two named roads if there are two. It must have a red line around the site and its way to a public road, and a blue line around other land that you own.',
          'A site plan must also show boundaries, buildings, trees, hard surfaces and public rights of way.',
        ],
      },
    ),
    page('private', 'Does it show anything that should not be published?', {
      hasPrivate: yesNo('Select yes if it shows anything that should not be published', {
        for: 'REDACT',
        hint: 'For example, signatures, phone numbers, email addresses, or someone’s health. We publish plans and documents.',
        reveals: {
          yes: {
            privateDetails: text('What to hide, and where', {
              noun: 'What to hide',
              most: 300,
              missing: 'Enter what to hide, and where',
              for: 'REDACT',
            }),
          },
        },
      }),
    }),
    page(
      'file',
      'Upload the document',
      { documentFile: files('Select a file', { label: 'File', for: 'V11' }) },
      {
        does: 'upload',
        guidance: [
          'It must be a PDF, PNG or JPG without a password. Put each drawing in a file of its own where you can.',
          'Do not send photos of drawings: we cannot measure from them.',
        ],
      },
    ),
  ],
  {
    group: 'Plans and documents',
    after: ['type', 'proposal', 'building'],
    noun: 'document',
    plural: 'documents',
    least: 1,
    most: 50,
    naming: ['documentTypes'],
    guidance: [
      'Every application needs a location plan at 1:1250 or 1:2500, and a site plan at 1:200 or 1:500.',
      'Each drawing must show its scale, paper size and which way is north.',
    ],
    wanted: (answers) => missingDocuments(answers).map(({ type, why }) => `${documentTypes[type].label}. ${why}`),
    whole: (items, _today, outside) => listProblem(items, hasPlanOfBoundary(outside)),
  },
)

const listProblem = (items: readonly ItemAnswers[], planSent: boolean): string | undefined => {
  if (!planSent && !items.some((item) => documentShows(item).includes('locationPlan'))) return 'Add a location plan'
  if (!items.some((item) => documentShows(item).includes('sitePlan.proposed'))) return 'Add a proposed site plan'
  return items.map(scaleProblem).find((problem) => problem !== undefined)
}

// A drawing must be at a scale that its kind allows; a sheet with several scales is for an officer to judge.
export const scaleProblem = (item: Pick<ItemAnswers, 'answer'>): string | undefined => {
  const scale = item.answer('scale')
  if (typeof scale !== 'string' || scale === 'several') return undefined
  const wrong = documentShows(item)
    .map(documentType)
    .find((type) => type?.scales !== undefined && !type.scales.includes(scale))
  if (wrong?.scales === undefined) return undefined
  const scales = wrong.scales.map((one) => `1:${one}`).join(' or ')
  return `${wrong.label} must be at a scale of ${scales}`
}

export const documentShows = (item: Pick<ItemAnswers, 'answer'>): readonly string[] => {
  const answer = item.answer('documentTypes')
  return Array.isArray(answer) ? answer.filter((code) => typeof code === 'string') : []
}
