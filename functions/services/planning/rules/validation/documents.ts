// V8 to V11: statements, the local list, and the files themselves.
import type { Day } from '#domain/day.ts'
import type { Lookup } from '#domain/forms/condition.ts'
import { accessStatements, localList, netGainLaw, unpublished, whatToSend } from '../ground/sources.ts'
import { ofDocuments } from '../ground/used.ts'
import { type Check, checked } from './check.ts'
import { netGain, netGainReads } from './net-gain.ts'
import { missing } from './plans.ts'

export const documentChecks = (lookup: Lookup, made: Day): readonly Check[] => [
  checked(lookup, {
    id: 'V8',
    title: 'Design and access statement',
    fine: 'It is there, or none is needed.',
    faults: missing(lookup, 'V8'),
    where: ofDocuments('documentTypes'),
    source: accessStatements,
  }),
  statementsCheck(lookup, made),
  checked(lookup, {
    id: 'V10',
    title: 'The council’s own list',
    fine: 'Each document that the council’s list asks for is there.',
    faults: missing(lookup, 'V10'),
    where: ofDocuments('documentTypes'),
    person: 'That the list is no more than 2 years old, and each thing asked for is reasonable here.',
    source: localList,
    confirm: 'council to confirm its list',
  }),
  filesCheck(lookup),
]

const statementsCheck = (lookup: Lookup, made: Day): Check => {
  const gain = netGain(lookup, made)
  return checked(lookup, {
    id: 'V9',
    title: 'Heritage, flood, nature and fire',
    fine: 'Each statement that the place and the work call for is there.',
    faults: [...missing(lookup, 'V9'), ...(gain?.value.is === 'not-exempt' ? [gain.value.why] : [])],
    where: [...netGainReads.filter(({ question }) => question.startsWith('netGain')), ...ofDocuments('documentTypes')],
    person: 'What the maps say of the place: the applicant may not know.',
    source: gain?.value.is === 'not-exempt' ? netGainLaw : whatToSend,
  })
}

// Uploads are judged by their content as they come: PDF, PNG or JPG, 30 MB at most, no password, no malware.
const filesCheck = (lookup: Lookup): Check => {
  const items = lookup.items('documents')
  const without = items.filter((item) => item.answer('documentFile') === undefined).length
  const untagged = items.filter((item) => item.answer('documentTypes') === undefined).length
  const hidden = items.filter((item) => item.answer('hasPrivate') === 'yes').length
  return checked(lookup, {
    id: 'V11',
    title: 'Files',
    fine: 'Each document has its file, and says what it shows.',
    faults: [
      ...(without === 0 ? [] : [counted(without, 'document has no file', 'documents have no file')]),
      ...(untagged === 0
        ? []
        : [counted(untagged, 'document does not say what it shows', 'documents do not say what they show')]),
    ],
    where: ofDocuments('documentFile', 'documentTypes', 'hasPrivate'),
    person:
      hidden === 0
        ? 'Signatures and phone numbers on drawings, before they are published.'
        : `Hide what is private in ${counted(hidden, 'document', 'documents')} before publishing. Look for signatures and phone numbers too.`,
    source: unpublished,
    confirm: 'council to confirm which files it takes',
  })
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
