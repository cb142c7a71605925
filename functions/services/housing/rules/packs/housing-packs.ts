// Every housing scheme of this council, oldest first.
import type { Day } from '#domain/day.ts'
import { packOn } from '#domain/rules/pack.ts'
import { dorset2021 } from './dorset-2021.ts'
import { dorset2026 } from './dorset-2026.ts'
import type { HousingPack } from './housing-pack.ts'

export const housingPacks: readonly HousingPack[] = [dorset2021, dorset2026]

// Before the first scheme of this council its rules are read, so that every date has an answer; the trace names the scheme.
export const housingPackOn = (day: Day): HousingPack => packOn(housingPacks, day) ?? dorset2021
