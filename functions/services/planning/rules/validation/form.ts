// V1 to V3: the form, the ownership certificate and the fee.

import type { Lookup } from '#domain/forms/condition.ts'
import { inPounds } from '#domain/forms/fields/money.ts'
import { type CertificateLetter, certificate, certificateReads } from '#services/planning/ground/certificates.ts'
import { sends } from '../fee/facts-from-answers.ts'
import { areaFrom, squareMetres } from '../ground/area.ts'
import { ownersAndTenants, scaleOfFees, whatToSend } from '../ground/sources.ts'
import { here, ofDocuments } from '../ground/used.ts'
import { type Check, checked, type ToValidate } from './check.ts'

export const formChecks = (lookup: Lookup, given: ToValidate): readonly Check[] => [
  completeCheck(lookup, given),
  certificateCheck(lookup, given),
  feeCheck(lookup, given),
]

const completeCheck = (lookup: Lookup, { unfinished = [] }: ToValidate): Check =>
  checked(lookup, {
    id: 'V1',
    title: 'The form',
    fine: 'Every question that applies is answered, and the sizes agree.',
    faults: [...unfinished.map((title) => `Complete the section “${title}”.`), ...sizeFaults(lookup)],
    where: here('siteSize', 'siteArea', 'floorSpace', 'otherFloorNew'),
    source: whatToSend,
  })

type Range = { readonly from: number; readonly below: number }

const sizes: Readonly<Record<string, Range>> = {
  small: { from: 0, below: squareMetres(5000) },
  medium: { from: squareMetres(5000), below: squareMetres(10_000) },
  large: { from: squareMetres(10_000), below: Number.MAX_SAFE_INTEGER },
}
const floors: Readonly<Record<string, Range>> = {
  upTo40: { from: 0, below: squareMetres(40) + 1 },
  under1000: { from: squareMetres(40) + 1, below: squareMetres(1000) },
  from1000: { from: squareMetres(1000), below: Number.MAX_SAFE_INTEGER },
}

// What the type finder was told, against the exact figure.
const sizeFaults = (lookup: Lookup): readonly string[] => [
  ...(disagree(lookup, 'siteSize', 'siteArea')
    ? ['The site area is not the size that you chose at the start. Change one of them.']
    : []),
  ...(disagree(lookup, 'floorSpace', 'otherFloorNew')
    ? ['The new floor area is not the size that you chose at the start. Change one of them.']
    : []),
]

const disagree = ({ answer }: Lookup, chosen: 'siteSize' | 'floorSpace', measured: string): boolean => {
  const range = (chosen === 'siteSize' ? sizes : floors)[String(answer(chosen))]
  const exact = areaFrom(answer(measured))
  return range !== undefined && exact !== undefined && (exact < range.from || exact >= range.below)
}

const letters: readonly CertificateLetter[] = ['A', 'B', 'C', 'D']

const certificateCheck = (lookup: Lookup, { made }: ToValidate): Check => {
  const found = certificate(lookup, made)
  const signed = letters.filter((letter) => lookup.answer(`certificate${letter}`) !== undefined)
  const faults =
    found === undefined
      ? ['Answer the questions about who owns the land.']
      : [
          ...found.problems.map((problem) => `${problem}.`),
          ...(signed.includes(found.letter) && signed.length === 1 ? [] : [`Give certificate ${found.letter}.`]),
        ]
  return checked(lookup, {
    id: 'V2',
    title: 'Ownership certificate',
    fine: `Certificate ${found?.letter ?? ''} is the right one, and it is given.`,
    faults,
    where: [...certificateReads, ...here('certificateA', 'certificateB', 'certificateC', 'certificateD')],
    person: 'That it is true: hold it against the title register where there is a doubt.',
    source: ownersAndTenants,
  })
}

const feeCheck = (lookup: Lookup, { fee }: ToValidate): Check => {
  const claims = lookup.answer('disabledAccess') === 'yes' || lookup.answer('publicAccess') === 'yes'
  const unproved = claims && !sends(lookup, 'disabilityExemptionEvidence')
  return checked(lookup, {
    id: 'V3',
    title: 'Fee',
    fine: owed(fee) ? feeWords(fee) : 'There is no fee to pay.',
    faults: [
      ...(fee.is === 'unknown' ? [fee.needs] : []),
      ...(unproved ? [`Add evidence that there is no fee, or pay: ${feeWords(fee)}`] : []),
    ],
    where: [...here('disabledAccess', 'publicAccess', 'newHomes', 'siteArea'), ...ofDocuments('documentTypes')],
    ...(owed(fee)
      ? { toCheck: true, person: 'That the fee is paid, whole: the application is not valid before.' }
      : {}),
    source: scaleOfFees,
  })
}

const owed = (fee: ToValidate['fee']): boolean => fee.is === 'unknown' || fee.pence > 0

const feeWords = (fee: ToValidate['fee']): string =>
  fee.is === 'due' ? `${inPounds(fee.pence)} is to be paid.` : fee.needs
