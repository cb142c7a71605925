// The Dorset Council area by a coarse outline, some 3 km outside its edge: it asks about what is far
// off, and nothing on the border is turned away. Bournemouth, Poole and Christchurch, which have a
// council of their own, lie partly inside it.

import type { Land } from '#domain/places/area.ts'
import { council } from '#services/council.ts'

export const councilArea: Land = {
  name: `the ${council.name} area`,
  outline: [
    [328_000, 88_000],
    [330_000, 108_000],
    [350_000, 111_000],
    [355_000, 124_000],
    [373_000, 134_500],
    [392_000, 130_000],
    [408_000, 123_500],
    [416_500, 115_000],
    [416_500, 98_000],
    [409_000, 73_000],
    [368_000, 64_500],
    [346_000, 86_000],
  ],
}
