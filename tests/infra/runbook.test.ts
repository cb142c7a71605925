// Every alarm sends its reader to an entry of the runbook: the entry is there, and no entry is for an alarm that no longer exists.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stages } from '#infra/aws/stages.ts'
import { accountOf, at, sampleDoor, words } from './account.ts'

// With everything that a council may turn on.
const account = accountOf({ ...stages.production, originDoor: sampleDoor })

const readme = readFileSync('infra/README.md', 'utf8')
const both = `${readFileSync('README.md', 'utf8')}\n${readme}`

it('has an entry for each alarm, and no others', () => {
  const runbook = readme.slice(readme.indexOf('\n## Runbook'), readme.indexOf('\n## Procedures'))
  const entries = [...runbook.matchAll(/^### (.+)$/gm)].flatMap(([, names = '']) => names.split(', '))
  const alarms = account
    .of('AWS::CloudWatch::Alarm')
    .map((alarm) => words(at(alarm, 'AlarmName')).replace('guildhall-production ', ''))
  expect(entries.toSorted()).toEqual(alarms.toSorted())
})

describe('a guide', () => {
  it('names no file that is not there', () => {
    const files = [...readme.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.\w+)`/g)].map(([, path = '']) => path)
    expect(files.length).toBeGreaterThan(20)
    const roots = ['', 'infra/', 'functions/']
    expect(files.filter((path) => !roots.some((root) => existsSync(`${root}${path}`)))).toEqual([])
  })

  it('names no command of ours that is not there', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = [...both.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  // cdk makes the templates anew for each of these, of dev where no stage is named, and refuses dev with the example's account.
  it('says the stage with every command that makes templates', () => {
    const commands = [...both.matchAll(/npx cdk (?:bootstrap|deploy|import|diff)[^`\n]*/g)].map(([line]) => line)
    expect(commands.length).toBeGreaterThan(4)
    for (const command of commands) expect(command).toContain('-c stage=')
  })
})
