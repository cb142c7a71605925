// The keys of what goes out to programs and as files (the other keys: table.ts).
//
//   what came of a request by the API, where it is sent again  put if absent, GetItem  ONCE#hash / ONCE
import type { Key } from '../table.ts'

export const sharingKeys = {
  once: (hash: string): Key => ({ pk: `ONCE#${hash}`, sk: 'ONCE' }),
}
