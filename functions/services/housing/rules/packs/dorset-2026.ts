// The allocation scheme of 2026 to 2031: four bands as before, and no place on the register without a local connection or an exemption.
import { toConfirm } from '#domain/rules/pack.ts'
import { scheme2026 } from '../ground/sources.ts'
import { dorset2021 } from './dorset-2021.ts'
import type { HousingPack } from './housing-pack.ts'

const inPence = (pounds: number): number => pounds * 100

export const dorset2026: HousingPack = {
  ...dorset2021,
  name: 'dorset-2026',
  validFrom: '2026-04-01',
  source: scheme2026,
  connection: { ...dorset2021.connection, without: toConfirm('not-qualifying', scheme2026) },
  means: {
    ...dorset2021.means,
    // The scheme's own limits are not published with it: these figures, by bedrooms needed, stand in for them.
    limits: toConfirm(
      [
        { bedrooms: 1, incomeAYear: inPence(26_000), capital: inPence(16_000) },
        { bedrooms: 2, incomeAYear: inPence(32_000), capital: inPence(16_000) },
        { bedrooms: 3, incomeAYear: inPence(40_000), capital: inPence(16_000) },
        { bedrooms: 4, incomeAYear: inPence(50_000), capital: inPence(16_000) },
      ],
      scheme2026,
      'council to confirm the amounts, which are not published with the scheme',
    ),
  },
}
