// What a runbook tells somebody to change can be deployed. CloudFormation refuses a change of an export that another stack
// uses (CloudFormation User Guide, "Get exported outputs from a deployed CloudFormation stack"), and replaces whatever gets
// another name.
import { describe, expect, it } from 'vitest'
import { guildhall } from '#infra/aws/app.ts'
import { type Stage, stages } from '#infra/aws/stages.ts'
import { type Json, newApp, standIn } from './account.ts'

type Template = {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, Json>> }>
  >
  readonly Outputs?: Readonly<Record<string, { readonly Value: Json; readonly Export?: { readonly Name: string } }>>
}

const templatesOf = (stage: Stage): ReadonlyMap<string, Template> => {
  const app = newApp()
  guildhall(app, { stage, ...standIn })
  return new Map(app.synth().stacks.map(({ stackName, template }) => [stackName.split('-').at(-1) ?? '', template]))
}

type Templates = ReturnType<typeof templatesOf>

const exportsOf = (templates: Templates): ReadonlyMap<string, string> =>
  new Map(
    [...templates.values()].flatMap(({ Outputs: outputs = {} }) =>
      Object.values(outputs).flatMap(({ Value, Export: named }): [string, string][] =>
        named === undefined ? [] : [[named.Name, JSON.stringify(Value)]],
      ),
    ),
  )

const importsOf = (templates: Templates): ReadonlySet<string> =>
  new Set(
    [...templates.values()].flatMap((template) =>
      [...JSON.stringify(template).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(([, name = '']) => name),
    ),
  )

// Exports that a deployed stack uses and that would change or go: the deployment is refused.
const refusedBy = (before: Templates, after: Templates): readonly string[] => {
  const [was, willBe, used] = [exportsOf(before), exportsOf(after), importsOf(before)]
  return [...was].filter(([name, value]) => used.has(name) && willBe.get(name) !== value).map(([name]) => name)
}

const resourcesOf = (templates: Templates, stack: string) => templates.get(stack)?.Resources ?? {}
const differing = (before: Templates, after: Templates, stack: string): readonly string[] => {
  const [was, willBe] = [resourcesOf(before, stack), resourcesOf(after, stack)]
  return [...new Set([...Object.keys(was), ...Object.keys(willBe)])]
    .filter((id) => JSON.stringify(was[id]) !== JSON.stringify(willBe[id]))
    .map(
      (id) =>
        `${was[id] === undefined ? 'new ' : ''}${willBe[id] === undefined ? 'gone ' : ''}${willBe[id]?.Type ?? was[id]?.Type}`,
    )
    .toSorted()
}

const { production } = stages
const before = templatesOf(production)

describe('a restore', () => {
  const after = templatesOf({ ...production, restored: { main: 'put-back-1', audit: 'put-back-2' } })

  it('can be deployed: no export that is in use changes', () => {
    expect(importsOf(before).size).toBeGreaterThan(10)
    expect(refusedBy(before, after)).toEqual([])
  })

  it('takes the restored tables in beside those of before, which stay as they are, and tells everybody', () => {
    expect(differing(before, after, 'Data')).toEqual([
      'AWS::Backup::BackupSelection',
      ...Array.from({ length: 6 }, () => 'AWS::SSM::Parameter'),
      'new AWS::DynamoDB::Table',
      'new AWS::DynamoDB::Table',
    ])
    const names = Object.values(resourcesOf(after, 'Data')).map(({ Properties: said }) => said?.TableName)
    expect(names).toEqual(expect.arrayContaining(['put-back-1', 'put-back-2']))
  })

  it('changes no other template: each reads the tables’ names and streams anew when it is deployed', () => {
    for (const stack of before.keys())
      if (stack !== 'Data') expect([stack, differing(before, after, stack)]).toEqual([stack, []])
    for (const stack of ['Audit', 'Schedule', 'Texts', 'Uploads', 'Web', 'Watch'])
      expect([stack, JSON.stringify(before.get(stack)).includes(':ExportsOutputRefCases')]).toEqual([stack, false])
  })

  it('can be done a second time: another table comes in, and no name changes in place', () => {
    const again = templatesOf({ ...production, restored: { main: 'put-back-3', audit: 'put-back-2' } })
    expect(differing(after, again, 'Data')).toContain('new AWS::DynamoDB::Table')
    expect(refusedBy(after, again)).toEqual([])
  })
})

describe('a new client secret for staff sign-in', () => {
  const after = templatesOf({ ...production, staffClient: 2 })

  it('can be deployed: a new client, its secret where it was, and no export in use changes', () => {
    expect(refusedBy(before, after)).toEqual([])
    expect(differing(before, after, 'Identity')).toEqual([
      'AWS::Cognito::ManagedLoginBranding',
      'AWS::SSM::Parameter',
      'AWS::SecretsManager::Secret',
      'gone AWS::Cognito::UserPoolClient',
      'new AWS::Cognito::UserPoolClient',
    ])
    expect(differing(before, after, 'Web')).toEqual([])
  })
})
