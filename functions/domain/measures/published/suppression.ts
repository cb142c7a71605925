// Which counts of a table with published totals are hidden, so that no small one can be worked out
// from the others (docs/rules/measures.md, "Small numbers").
import { isSmall, mostHidden } from '../figures/few.ts'

// 'c': hidden. 'totals only': no way of hiding single counts is safe.
export type CountCell = number | 'c'
export type Hidden = readonly (readonly CountCell[])[] | 'totals only'

type Table = readonly (readonly number[])[]
type Place = readonly [row: number, column: number]

// Each row has a published total; with more than one row, so has each column.
export const suppressed = (table: Table): Hidden => {
  const hidden = new Set<string>()
  for (const place of placesIn(table)) if (isSmall(at(table, place))) hidden.add(nameOf(place))
  while (hidden.size > 0) {
    const next = nextToHide(table, hidden)
    if (next === 'safe') break
    if (next === undefined) return 'totals only'
    hidden.add(nameOf(next))
  }
  return table.map((row, r) => row.map((count, c) => (hidden.has(nameOf([r, c])) ? 'c' : count)))
}

export const suppressedLine = (line: readonly number[]): readonly CountCell[] | 'totals only' => {
  const found = suppressed([line])
  return found === 'totals only' ? found : (found[0] ?? [])
}

// A running total tells the one month that is hidden below it.
export const runningHidden = (months: readonly number[]): readonly boolean[] =>
  months.map((_, last) => months.slice(0, last + 1).some(isSmall))

// Hidden counts of a line come to this at least, and each may be so many values.
const leastSum = mostHidden + 1
const leastSpan = mostHidden + 1

const nextToHide = (table: Table, hidden: ReadonlySet<string>): Place | 'safe' | undefined => {
  for (const line of linesIn(table)) {
    const gone = line.filter((place) => hidden.has(nameOf(place)))
    const sum = gone.reduce((all, place) => all + at(table, place), 0)
    if (gone.length > 0 && (gone.length < 2 || sum < leastSum)) return smallest(table, line, hidden)
  }
  for (const place of placesIn(table).filter((one) => hidden.has(nameOf(one)))) {
    if (span(table, hidden, place) < leastSpan) return smallest(table, beside(table, place), hidden)
  }
  return 'safe'
}

// Nought last: that nobody did something is seldom what has to be hidden.
const smallest = (table: Table, line: readonly Place[], hidden: ReadonlySet<string>): Place | undefined =>
  line.filter((place) => !hidden.has(nameOf(place))).toSorted((a, b) => order(at(table, a)) - order(at(table, b)))[0]

const order = (count: number): number => (count === 0 ? Number.POSITIVE_INFINITY : count)

const beside = (table: Table, [row, column]: Place): readonly Place[] =>
  placesIn(table).filter(([r, c]) => r === row || (table.length > 1 && c === column))

/** How far apart the lowest and the highest value are that a hidden count may have, as the totals tell. */
export const span = (table: Table, hidden: ReadonlySet<string>, place: Place): number => {
  const count = at(table, place)
  return flow(table, hidden, place, 'up') + Math.min(count, flow(table, hidden, place, 'down'))
}

type Way = 'up' | 'down'

// More in this cell is less in another of its row and column, and so on round: the most that can go
// round is a greatest flow from its column to its row (Ford and Fulkerson 1956).
const flow = (table: Table, hidden: ReadonlySet<string>, place: Place, way: Way): number => {
  const values = new Map([...hidden].map((name) => [name, valueAt(table, name)]))
  values.delete(nameOf(place))
  const [row, column] = [`r${place[0]}`, table.length > 1 ? `c${place[1]}` : 'c']
  const [from, to] = way === 'up' ? [column, row] : [row, column]
  let most = 0
  for (
    let path = pathOf(values, from, to, table.length > 1);
    path !== undefined;
    path = pathOf(values, from, to, table.length > 1)
  ) {
    const room = Math.min(...path.map(({ name, more }) => (more ? enough : (values.get(name) ?? 0))))
    for (const { name, more } of path) values.set(name, (values.get(name) ?? 0) + (more ? room : -room))
    most += room
    if (most >= enough) break
  }
  return most
}

// No count is as large.
const enough = 1e9

type Edge = { readonly name: string; readonly more: boolean; readonly from: string; readonly to: string }

// From a row more goes into a cell and out at its column; from a column less is taken and it is the row's.
const pathOf = (
  values: ReadonlyMap<string, number>,
  from: string,
  to: string,
  columns: boolean,
): readonly Edge[] | undefined => {
  const came = new Map<string, readonly Edge[]>([[from, []]])
  const queue = [from]
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (node === to) return came.get(node)
    for (const edge of edgesOf(values, node, columns)) {
      if (came.has(edge.to)) continue
      came.set(edge.to, [...(came.get(node) ?? []), edge])
      queue.push(edge.to)
    }
  }
  return undefined
}

const edgesOf = (values: ReadonlyMap<string, number>, node: string, columns: boolean): readonly Edge[] =>
  [...values].flatMap(([name, value]): readonly Edge[] => {
    const [r = '', c = ''] = name.split(' ')
    const [row, column] = [`r${r}`, columns ? `c${c}` : 'c']
    if (node === row) return [{ name, more: true, from: row, to: column }]
    return node === column && value > 0 ? [{ name, more: false, from: column, to: row }] : []
  })

const placesIn = (table: Table): readonly Place[] => table.flatMap((row, r) => row.map((_, c): Place => [r, c]))

const linesIn = (table: Table): readonly (readonly Place[])[] => {
  const places = placesIn(table)
  const rows = table.map((_, r) => places.filter(([row]) => row === r))
  const columns = (table[0] ?? []).map((_, c) => places.filter(([, column]) => column === c))
  return table.length > 1 ? [...rows, ...columns] : rows
}

const at = (table: Table, [row, column]: Place): number => table[row]?.[column] ?? 0

const nameOf = ([row, column]: Place): string => `${row} ${column}`

const valueAt = (table: Table, name: string): number => {
  const [row = 0, column = 0] = name.split(' ').map(Number)
  return at(table, [row, column])
}
