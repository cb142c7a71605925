// Whether a published file is what its descriptions say: CSV on the Web (W3C, "Metadata Vocabulary for Tabular Data")
// and Frictionless ("Table Schema"), column by column and cell by cell.
import { columns } from '#domain/measures/published/open-data.ts'

type Described = {
  readonly tableSchema: { readonly columns: readonly DescribedColumn[]; readonly primaryKey: readonly string[] }
}
type DescribedColumn = {
  readonly name: string
  readonly required: boolean
  readonly datatype: string | { readonly base: string; readonly format: string }
}
type Schema = {
  readonly fields: readonly {
    readonly name: string
    readonly type: string
    readonly constraints: { readonly required: boolean; readonly enum?: readonly string[] }
  }[]
  readonly primaryKey: readonly string[]
}

/** What is wrong with it, line by line. */
export const faultsIn = (csv: string, { tableSchema }: Described, schema: Schema): readonly string[] => {
  const [head = '', ...lines] = csv.trimEnd().split('\n')
  const names = head.split(',')
  const described = [columns, tableSchema.columns.map(({ name }) => name), schema.fields.map(({ name }) => name)]
  const keyAt = tableSchema.primaryKey.map((name) => names.indexOf(name))
  const keys = lines.map((line) => keyAt.map((at) => line.split(',')[at]).join())
  return [
    ...described.filter((some) => some.join() !== names.join()).map((some) => `other columns: ${some.join()}`),
    ...(tableSchema.primaryKey.join() === schema.primaryKey.join() ? [] : ['other keys']),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `twice: ${key}`),
    ...lines.flatMap((line) =>
      line
        .split(',')
        .flatMap((cell, at) =>
          isAs(cell, tableSchema.columns[at], schema.fields[at]) ? [] : [`${names[at]}: ${cell}`],
        ),
    ),
  ]
}

const isAs = (
  cell: string,
  column: DescribedColumn | undefined,
  field: Schema['fields'][number] | undefined,
): boolean => {
  if (column === undefined || field === undefined) return false
  if (cell === '') return !column.required && !field.constraints.required
  const { base, format } =
    typeof column.datatype === 'string' ? { base: column.datatype, format: '.*' } : column.datatype
  const { enum: known = [cell] } = field.constraints
  return (
    holds(base, cell) && new RegExp(`^(?:${format})$`).test(cell) && holds(field.type, cell) && known.includes(cell)
  )
}

const holds = (type: string, cell: string): boolean => {
  switch (type) {
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(cell)
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(cell)
    case 'integer':
      return /^\d+$/.test(cell)
    default:
      return type === 'string' && cell.length > 0
  }
}
