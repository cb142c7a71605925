// What the bench says: each figure beside its aim, a miss marked, and all of it as JSON with --json.

export type Aim = { readonly least: number } | { readonly most: number }

type Row = { readonly what: string; readonly figure: string; readonly aim?: string; readonly missed?: boolean }

const json = process.argv.includes('--json')
const rows: Row[] = []

export const heading = (words: string): void => {
  if (!json) console.log(`\n${words}`)
}

export const line = (what: string, figure: string): void => say({ what, figure })

/** `shown`: the number in words, as '0.041' or '98 MB'. */
export const aimed = (what: string, number: number, shown: (number: number) => string, aim: Aim): void => {
  const [missed, limit] = 'least' in aim ? [number < aim.least, aim.least] : [number > aim.most, aim.most]
  say({ what, figure: shown(number), aim: `${'least' in aim ? '≥' : '≤'} ${shown(limit)}`, missed })
}

const say = (row: Row): void => {
  rows.push(row)
  const { what, figure, aim, missed } = row
  if (!json)
    console.log(
      `${what.padEnd(58)}${figure.padStart(16)}${aim === undefined ? '' : `   aim ${aim}`}${missed === true ? '   MISSED' : ''}`,
    )
}

export const end = (): void => {
  if (json) console.log(JSON.stringify(rows, null, 2))
  else console.log(`\n${rows.filter(({ missed }) => missed === true).length} aims missed`)
}
