// A National Insurance number (Design System, National Insurance numbers; prefixes as HMRC NIM39110).
import { unspaced } from '../clean.ts'
import type { NationalInsuranceQuestion } from '../question.ts'
import { single } from '../single.ts'

const shape = /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/

export const nationalInsurance = single<NationalInsuranceQuestion>({
  wrong: (value) =>
    value.length < 40 && shape.test(tidy(value))
      ? undefined
      : 'Enter a National Insurance number in the correct format, like QQ 12 34 56 C',
  answer: tidy,
  shown: (value) => [tidy(value).replace(/(..)(..)(..)(..)(.)/, '$1 $2 $3 $4 $5')],
  example: (pick) => `AB ${String(pick(1_000_000)).padStart(6, '0')} C`,
})

function tidy(value: string): string {
  return unspaced(value).toUpperCase()
}
