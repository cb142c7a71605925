// What officers record of a planning application beside its workflow: the fee, and who was asked about a committee.
import type { Day } from '../../day.ts'

export type FeeReceived = { readonly pence: number; readonly on: Day; readonly by: string }

// The gateway to a planning committee, published with its reasons whether both agreed or not.
export type GatewayRecord = {
  readonly officer: { readonly agrees: boolean; readonly by: string }
  readonly member: { readonly agrees: boolean; readonly by: string }
  readonly criterion?: 'a' | 'b'
  readonly reasons: string
  readonly publishedOn: Day
  // The day on which it was recorded here.
  readonly on: Day
}
