// A council's account as CloudFormation would make it: one stage, synthesised in the test's own process. The functions' code is one line
// unless a test wants it to be run (deployed.ts).
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { guildhall } from '#infra/aws/app.ts'
import { flags } from '#infra/aws/flags.ts'
import { type Stage, stages } from '#infra/aws/stages.ts'

export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

export type Resource = {
  // 'Data', 'Web'…
  readonly stack: string
  readonly id: string
  readonly Type: string
  readonly Properties: { readonly [key: string]: Json }
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly DependsOn?: Json
}

export type Account = {
  readonly resources: readonly Resource[]
  // Those of a type, at least one: an assertion over nothing proves nothing.
  readonly of: (type: string) => readonly Resource[]
  // Where the assembly lies that `cdk deploy` would upload.
  readonly directory: string
}

export const sampleDoor = {
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000',
  trust: 's3://guildhall-production-trust/trust.pem',
  trustVersion: 'version-1',
}

export const newApp = (): App => new App({ outdir: mkdtempSync(join(tmpdir(), 'guildhall-cdk-')), context: flags })

export const standIn = {
  codeOf: () => Code.fromInline('exports.handler = async () => {}'),
  files: { folder: '.built/assets', closedPage: '<h1>Sorry</h1>', leavePage: '<p>Weather</p>' },
  nightly: true,
}

export const accountOf = (
  stage: Stage = stages.production,
  codeOf: (entry: string) => Code = standIn.codeOf,
): Account => {
  const app = newApp()
  guildhall(app, { stage, ...standIn, codeOf })
  const { stacks, directory } = app.synth()
  const resources = stacks.flatMap(({ stackName, template }): Resource[] => {
    const named: [string, Omit<Resource, 'stack' | 'id'>][] = Object.entries(template.Resources)
    const stack = stackName.split('-').at(-1) ?? ''
    return named.map(([id, resource]) => ({ ...resource, Properties: resource.Properties ?? {}, stack, id }))
  })
  const of = (type: string): readonly Resource[] => {
    const found = resources.filter(({ Type }) => Type === type)
    if (found.length === 0) throw new Error(`There is no ${type}`)
    return found
  }
  return { resources, of, directory }
}

// What stands at a path: at(bucket, 'VersioningConfiguration.Status').
export const at = ({ Properties }: Pick<Resource, 'Properties'>, path: string): Json =>
  path.split('.').reduce<Json>((value, key) => within(value, key), Properties)

const within = (value: Json, key: string): Json => {
  if (Array.isArray(value)) return value[Number(key)]
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

// References as words: {"Fn::GetAtt": ["Cases", "Arn"]} is <Cases.Arn>, a join is its parts in a row.
export const words = (value: Json): string => {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  if (Array.isArray(value)) return value.map(words).join(',')
  const [name = '', said] = Object.entries(value)[0] ?? []
  // What another stack is told of by a parameter is called after what stands there.
  const told = name === 'Ref' ? /^SsmParameterValueguildhall[a-z]+tables(main|audit)/.exec(words(said))?.[1] : undefined
  if (told !== undefined) return told === 'main' ? '<Data.Cases>' : '<Data.Audit>'
  if (name === 'Fn::Join' && Array.isArray(said))
    return (Array.isArray(said[1]) ? said[1] : []).map(words).join(words(said[0]))
  if (name === 'Fn::GetAtt' && Array.isArray(said)) return `<${said.map(words).join('.')}>`
  if (name === 'Fn::ImportValue')
    return `<${words(said).replace(/^Guildhall-\w+-(\w+):ExportsOutput(?:FnGetAtt|Ref)(\w+?)(?:StreamArn|Arn)?[A-F0-9]{8}$/, '$1.$2')}>`
  return `<${words(said)}>`
}

export const list = (value: Json): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
