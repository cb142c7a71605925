// A fresh account takes the templates as they are, and takes them again when the first deployment failed half way.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { type Account, accountOf, at, list, type Resource, words } from './account.ts'

let account: Account
beforeAll(() => {
  account = accountOf()
})

const reservedIn = (from: Account, stacks: (stack: string) => boolean): number =>
  from
    .of('AWS::Lambda::Function')
    .filter(({ stack }) => stacks(stack))
    .reduce((sum, each) => sum + Number(at(each, 'ReservedConcurrentExecutions') ?? 0), 0)

const readme = readFileSync('infra/README.md', 'utf8')

describe('the account’s quota of functions at one time', () => {
  it('is not touched in us-east-1, where a new account has 10 and none can be reserved', () => {
    for (const stage of Object.values(stages))
      expect([stage.name, reservedIn(accountOf(stage), (stack) => stack === 'Edge')]).toEqual([stage.name, 0])
  })

  it('is asked for in eu-west-2 in the guide, by the number that each stage’s templates add up to', () => {
    for (const stage of Object.values(stages)) {
      const reserved = reservedIn(accountOf(stage), (stack) => stack !== 'Edge')
      // 100 must stay unreserved (Lambda Developer Guide, "Configuring reserved concurrency").
      expect(readme).toContain(`| ${stage.name} | ${reserved} | ${reserved + 100} |`)
    }
  })
})

// What a resource is called by us, not by CloudFormation, so that there can be one.
const nameOf = (resource: Resource): string =>
  words(
    list(
      ['LogGroupName', 'Name', 'BackupVaultName', 'TableName', 'BucketName', 'QueueName', 'UserPoolName']
        .map((name) => at(resource, name))
        .filter((name) => name !== undefined),
    ),
  )

describe('a first deployment that failed', () => {
  it('leaves nothing under a name that the next one needs', () => {
    const inTheWay = account.resources
      .filter(({ DeletionPolicy: policy }) => policy === 'Retain')
      .map((resource) => [resource.id, nameOf(resource)])
      // Called after a function whose name CloudFormation makes.
      .filter(([, name]) => !name?.startsWith('/aws/lambda/<'))
    expect(inTheWay.length).toBeGreaterThan(8)
    expect(inTheWay.filter(([, name]) => name !== '')).toEqual([])
  })

  it('leaves no log under the name of the next one even where its stack was deleted later', () => {
    const logs = account
      .of('AWS::Logs::LogGroup')
      .filter((log) => !/^(\/aws\/lambda\/<|$)/.test(words(at(log, 'LogGroupName'))))
    expect(logs.length).toBeGreaterThan(14)
    for (const log of logs)
      expect([log.id, log.DeletionPolicy, JSON.stringify(at(log, 'LogGroupName')).includes('AWS::StackId')]).toEqual(
        words(at(log, 'LogGroupName')).startsWith('sns/')
          ? [log.id, 'Delete', false]
          : [log.id, 'RetainExceptOnCreate', true],
      )
  })

  it('has a page in the guide, which names each stack that is protected against deletion', () => {
    const page = readme.slice(readme.indexOf('### When the first deployment failed'), readme.indexOf('\n## On call'))
    for (const stack of ['Data', 'Audit', 'Uploads', 'Identity', 'Edge']) expect(page).toContain(stack)
    expect(page).toContain('--no-enable-termination-protection')
  })
})

describe('AWS Config', () => {
  const waitsOf = (type: string): readonly string[] =>
    account.of(type).flatMap(({ DependsOn: on }) => list(on).map((id) => words(id).replace(/[A-F0-9]{8}$/, '')))

  it('records once the role has its rights and the bucket its policy; recorder and channel are made side by side', () => {
    for (const type of ['AWS::Config::ConfigurationRecorder', 'AWS::Config::DeliveryChannel']) {
      expect(waitsOf(type)).toEqual(expect.arrayContaining(['RecorderRoleDefaultPolicy', 'RecordedPolicy']))
      expect(waitsOf(type)).not.toContain('Recorder')
      expect(waitsOf(type)).not.toContain('Recording')
    }
  })

  it('has its rules when it records: each waits for the recorder and the channel', () => {
    for (const { DependsOn: on } of account.of('AWS::Config::ConfigRule'))
      expect(list(on).map(words)).toEqual(['Recorder', 'Recording'])
  })
})
