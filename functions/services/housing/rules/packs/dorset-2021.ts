// Dorset Council's first allocation scheme, from April 2021 to March 2026.
import { figure, toConfirm } from '#domain/rules/pack.ts'
import { bedroomStandard, criteriaPage, policy2021, threatenedSoon } from '../ground/sources.ts'
import { bandA, bandB, bandC, bandD } from './band-rules.ts'
import { arrearsRow, findings } from './findings.ts'
import type { HousingPack } from './housing-pack.ts'
import { reductions } from './reductions.ts'

const inPence = (pounds: number): number => pounds * 100

export const dorset2021: HousingPack = {
  name: 'dorset-2021',
  validFrom: '2021-04-01',
  source: policy2021,
  bands: [
    { id: 'A', label: 'Band A – Exceptional Housing Need' },
    { id: 'B', label: 'Band B – High Housing Need' },
    { id: 'C', label: 'Band C – Medium Housing Need' },
    { id: 'D', label: 'Band D – Low Housing Need' },
  ],
  bandRules: [...bandA, ...bandB, ...bandC, ...bandD],
  lowestCode: 'D-LOW',
  reductions,
  findings: [...findings, arrearsRow(4)],
  connection: {
    residenceYears: figure(2, criteriaPage),
    yearsOf: figure({ years: 3, of: 5 }, criteriaPage),
    familyYears: figure(5, criteriaPage),
    work: figure({ hours: 16, years: 1 }, criteriaPage),
    bridgeGapDays: toConfirm(92),
    neutralPlaces: toConfirm(['hospital', 'prison', 'forces', 'councilPlacement']),
    // The first scheme let some applicants without a connection wait in a lower place: an officer looks.
    without: toConfirm('refer', policy2021),
  },
  bedrooms: {
    adultAge: toConfirm(21, bedroomStandard),
    mixedShareUnder: figure(10, bedroomStandard),
    parentHasRoom: toConfirm(true),
    pregnancyWeeks: toConfirm(24),
    carerRooms: toConfirm(1),
    carerNights: toConfirm(1),
    fosterRooms: toConfirm(1),
    sharedCareNights: toConfirm(4),
    leftOut: toConfirm(['lodger']),
    most: toConfirm(10),
    livingRoomIsBedroom: toConfirm(false),
    studioBedrooms: toConfirm(1),
  },
  means: {
    // The scheme's own limits are not published with it: these figures stand in for them.
    limits: toConfirm(
      [{ bedrooms: 1, incomeAYear: inPence(50_000), capital: inPence(16_000) }],
      policy2021,
      'council to confirm the amounts, which are not published with the scheme',
    ),
    incomeOf: toConfirm(['partner'], policy2021),
    leftOutLumpSums: toConfirm(['forcesInjury']),
  },
  dates: {
    first: toConfirm('SUBMITTED'),
    up: toConfirm('EVIDENCE_DATE'),
    homeless: toConfirm('DUTY_DATE'),
  },
  rentShare: toConfirm(40),
  releaseMonths: figure(2, criteriaPage),
  awardWarningDays: toConfirm(14),
  noticeDays: figure(56, threatenedSoon),
}
