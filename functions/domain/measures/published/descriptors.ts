// What a program has to know of the published files: CSV on the Web (W3C, "Metadata Vocabulary for
// Tabular Data", 2015) and a data package (Frictionless, "Data Package" 1). Both are made of one list of
// columns.
import { columns } from './open-data.ts'

type Column = {
  readonly name: (typeof columns)[number]
  readonly title: string
  readonly type: 'date' | 'string' | 'number' | 'integer'
  readonly required: boolean
  readonly oneOf?: readonly string[]
}

const described: Readonly<Record<(typeof columns)[number], Omit<Column, 'name'>>> = {
  period_start: { title: 'First day', type: 'date', required: true },
  period_end: { title: 'Last day', type: 'date', required: true },
  period_type: { title: 'Sort of period', type: 'string', required: true, oneOf: ['month'] },
  service: { title: 'Service', type: 'string', required: true },
  measure: { title: 'Measure', type: 'string', required: true },
  channel: { title: 'Channel', type: 'string', required: true },
  value: { title: 'Value', type: 'number', required: false },
  unit: { title: 'Unit', type: 'string', required: true, oneOf: ['percent', 'count'] },
  numerator: { title: 'Counted', type: 'integer', required: false },
  denominator: { title: 'Of', type: 'integer', required: false },
  status: {
    title:
      'Status: b counted anew from this month, c confidential, p provisional, r revised, u few people, x not available',
    type: 'string',
    required: false,
    oneOf: ['b', 'c', 'p', 'r', 'u', 'x'],
  },
  definition: { title: 'Version of how we count', type: 'integer', required: true },
  revision: {
    title: 'Edition of the month',
    type: 'string',
    required: true,
    oneOf: ['provisional', 'final', 'revised'],
  },
}

export const columnsDescribed: readonly Column[] = columns.map((name) => ({ name, ...described[name] }))

const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

type About = { readonly id: string; readonly title: string; readonly publisher: string }

export const csvMetadata = ({ id, title, publisher }: About): object => ({
  '@context': 'http://www.w3.org/ns/csvw',
  url: `${id}.csv`,
  'dc:title': title,
  'dc:publisher': publisher,
  'dc:license': { '@id': licence },
  dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\n'], quoteChar: '"' },
  tableSchema: {
    columns: columnsDescribed.map(({ name, title: words, type, required, oneOf }) => ({
      name,
      titles: name,
      'dc:description': words,
      required,
      datatype: oneOf === undefined ? type : { base: type, format: oneOf.join('|') },
    })),
    primaryKey: ['period_start', 'service', 'measure', 'channel'],
  },
})

export const dataPackage = (all: readonly About[]): object => ({
  name: 'council-service-performance',
  title: 'How our services are doing',
  licenses: [{ name: 'OGL-UK-3.0', path: licence, title: 'Open Government Licence v3.0' }],
  resources: all.map(({ id, title }) => ({
    name: id,
    title,
    path: `${id}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'tabular-data-resource',
    schema: {
      fields: columnsDescribed.map(({ name, title: words, type, required, oneOf }) => ({
        name,
        title: words,
        type,
        constraints: { required, ...(oneOf === undefined ? {} : { enum: oneOf }) },
      })),
      missingValues: [''],
      primaryKey: ['period_start', 'service', 'measure', 'channel'],
    },
  })),
})
