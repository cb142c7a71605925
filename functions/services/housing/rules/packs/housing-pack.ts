// What a housing scheme fixes: bands, figures, lists and durations, valid from a day. A scheme is one value of this type.
import type { Role } from '#domain/cases/case.ts'
import type { Condition } from '#domain/forms/condition.ts'
import type { Figure, Pack } from '#domain/rules/pack.ts'
import type { Source } from '#domain/rules/trace.ts'
import type { RuleRow } from '../ground/table.ts'

export type HousingPack = Pack & {
  // Best first.
  readonly bands: readonly Band[]
  readonly bandRules: readonly BandRule[]
  // The code of the band of those with no other need.
  readonly lowestCode: string
  readonly reductions: readonly Reduction[]
  readonly findings: readonly FindingRow[]
  readonly connection: ConnectionRules
  readonly bedrooms: BedroomRules
  readonly means: MeansRules
  readonly dates: DateRules
  // Rent left after help with it, as a share of income in hundredths, above which a home is not affordable.
  readonly rentShare: Figure<number>
  // Months ahead beyond which a release from prison is too far away.
  readonly releaseMonths: Figure<number>
  // An award that ends is brought to an officer this many days before.
  readonly awardWarningDays: Figure<number>
  // Who may lose the home within these days is threatened with homelessness (Housing Act 1996 s175(4) and (5)).
  readonly noticeDays: Figure<number>
}

type Band = { readonly id: string; readonly label: string }

// AUTO: follows from the answers. AWARD: an officer decides, on evidence, and says why.
export type BandRule = {
  readonly code: string
  readonly band: string
  readonly by: 'AUTO' | 'AWARD'
  // AUTO: when it applies. AWARD: when the answers suggest that an officer should consider it.
  readonly when?: Condition
  readonly words: string
  // What it may rest on, each in words: those that hold are said.
  readonly grounds?: readonly { readonly when: Condition; readonly words: string }[]
  readonly source: Source
  // Proof that the award rests on, by its code in the list of evidence.
  readonly evidence?: readonly string[]
  // Only these may award it; otherwise any housing officer.
  readonly awardedBy?: readonly Role[]
  readonly expiresAfterMonths?: number
  // Worked out here, and confirmed by an officer before it counts as decided.
  readonly officerConfirms?: boolean
  readonly confirm?: string
}

export type Reduction = {
  readonly code: string
  readonly words: string
  readonly source: Source
  // The codes that it takes away; 'all' of them, or none for a suspension.
  readonly takes: readonly string[] | 'all'
  // The band that it leaves at best; undefined keeps the band of before the change.
  readonly leaves?: string
  readonly suspendsMonths?: number
  readonly confirm?: string
}

// A row of gate 2. 'refer' is for an officer to weigh; 'reduce' never excludes.
export type FindingRow = RuleRow & { readonly outcome: FindingOutcome }
export type FindingOutcome = 'not-qualifying' | 'refer' | 'reduce'

export type ConnectionRules = {
  readonly residenceYears: Figure<number>
  readonly yearsOf: Figure<{ readonly years: number; readonly of: number }>
  readonly familyYears: Figure<number>
  readonly work: Figure<{ readonly hours: number; readonly years: number }>
  readonly bridgeGapDays: Figure<number>
  // Kinds of place that are neutral when they are outside the area.
  readonly neutralPlaces: Figure<readonly string[]>
  // What it means to have none.
  readonly without: Figure<'not-qualifying' | 'refer'>
}

export type BedroomRules = {
  // From this age a single person has a room of their own.
  readonly adultAge: Figure<number>
  // Below this age a boy and a girl may share.
  readonly mixedShareUnder: Figure<number>
  // An applicant who brings up a child has a room of their own at any age.
  readonly parentHasRoom: Figure<boolean>
  // A baby who is not born counts from this week of pregnancy; undefined: not until birth.
  readonly pregnancyWeeks: Figure<number | undefined>
  readonly carerRooms: Figure<number>
  readonly carerNights: Figure<number>
  readonly fosterRooms: Figure<number>
  readonly sharedCareNights: Figure<number>
  // Relationships that are not part of the household for this purpose.
  readonly leftOut: Figure<readonly string[]>
  readonly most: Figure<number>
  readonly livingRoomIsBedroom: Figure<boolean>
  // A bedsit or studio counts as this many bedrooms.
  readonly studioBedrooms: Figure<number>
}

export type MeansRules = {
  // Relationships to the applicant whose income and savings count beside those of the applicants.
  readonly incomeOf: Figure<readonly string[]>
  // For a need of at least this many bedrooms: yearly income and capital in pence. In order of bedrooms.
  readonly limits: Figure<readonly MeansLimit[]>
  readonly leftOutLumpSums: Figure<readonly string[]>
}
export type MeansLimit = { readonly bedrooms: number; readonly incomeAYear: number; readonly capital: number }

type DateRules = {
  readonly first: Figure<'SUBMITTED' | 'INFO_COMPLETE'>
  readonly up: Figure<'AWARD_DATE' | 'EVIDENCE_DATE'>
  readonly homeless: Figure<'DUTY_DATE' | 'AWARD_DATE'>
}
