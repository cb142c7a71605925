// What one file may hold at most, as dated data.
export type FileLimits = { readonly validFrom: string; readonly mostPages: number; readonly source: string }

export const fileLimits: FileLimits = {
  validFrom: '2026-04-01',
  // An officer reads what is sent; a longer statement comes in parts.
  mostPages: 500,
  source: 'Council to confirm',
}

export const tooManyPages = (pages: number | undefined): string | undefined =>
  pages !== undefined && pages > fileLimits.mostPages
    ? `The selected file must have ${fileLimits.mostPages} pages or fewer. Upload it in parts`
    : undefined

// The scan takes seconds. After half an hour staff are told; after two the sweep refuses the file and it is asked for again (F19).
const lateMs = 30 * 60_000

export const isLate = ({ verdict, at }: { readonly verdict: string; readonly at: number }, now: number): boolean =>
  verdict === 'checking' && at < lateSince(now)

// What came before this instant and has no verdict is late.
export const lateSince = (now: number): number => now - lateMs
