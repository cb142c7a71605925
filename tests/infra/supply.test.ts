// What comes from others is named with its licence, what is known against it is asked for, and nothing is deployed from a place
// or into an account that nobody chose.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { subset } from 'semver'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { assets } from '#built/assets.mjs'
import { faultsOf } from '#infra/aws/ready-to-deploy.ts'
import { stages } from '#infra/aws/stages.ts'
import type { Bundle } from '#infra/bundle.ts'
import { noticesFile, thirdParties } from '#infra/notices.ts'
import { citizenSamples } from '#tests/support/people/sample-pages.ts'
import { bundlesOfRun } from '#tests/support/worlds/bundles-of-run.ts'
import { saidBy } from '../../scripts/advisories/said.ts'
import { accountOf, at, sampleDoor, words } from './account.ts'

type Lock = {
  readonly packages: Readonly<
    Record<string, { readonly engines?: { readonly node?: string }; readonly optional?: boolean }>
  >
}

describe('each bundle', () => {
  let built: readonly Bundle[]
  beforeAll(async () => {
    built = await bundlesOfRun()
  }, 60_000)

  it('carries the licence of every package in it', () => {
    expect(built.length).toBeGreaterThan(9)
    for (const { folder, inputs } of built) {
      const notices = readFileSync(join(folder, noticesFile), 'utf8')
      const parties = thirdParties(Object.keys(inputs), '.')
      for (const { name, version, licence, words: said } of parties) {
        expect(notices).toContain(`${name} ${version}: ${licence}`)
        expect(notices).toContain(said)
      }
    }
    const withPdf = built.filter(({ inputs }) => Object.keys(inputs).some((input) => /pdfkit|notice-fonts/.test(input)))
    // Residents read what was printed: nothing that prints is in their function.
    expect(withPdf.map(({ name }) => name)).toEqual(['staff'])
    const citizen = built.find(({ name }) => name === 'citizen')
    expect(readFileSync(join(citizen?.folder ?? '', noticesFile), 'utf8')).toContain('Permission is hereby granted')
  })

  it('is held in one byte a character: none is beyond ASCII', () => {
    const beyond = built.flatMap(({ files }) => files.filter((file) => readFileSync(file).some((byte) => byte > 127)))
    expect(beyond).toEqual([])
  })

  it('loads no service before something is asked that needs it, and compiles nothing again', () => {
    for (const name of ['citizen', 'staff', 'nightly', 'check-upload']) {
      const { atStart, misses, services } = loadedIn(name, built.find((one) => one.name === name)?.folder ?? '')
      expect([name, atStart.filter((part) => part.includes('service')), misses]).toEqual([name, [], []])
      expect(services).toBe(4)
    }
  })
})

// What a function has loaded once it has started, and a web function once its front page was asked for; then all of it
// is loaded.
const loadedIn = (
  name: string,
  folder: string,
): { atStart: readonly string[]; misses: readonly string[]; services: number } => {
  const code = `const [, folder, web] = process.argv, say = process.stdout.write.bind(process.stdout)
    process.stdout.write = () => true
    const { handler, compiled, load } = require(folder + '/start.cjs')
    const event = { version: '2.0', rawPath: '/', headers: {}, requestContext: { http: { method: 'GET', path: '/' } } }
    void (web === 'true' ? handler(event, {}) : Promise.resolve()).then(() => {
      const atStart = compiled.map(({ name }) => name)
      const parts = require('node:fs').readdirSync(folder).filter((name) => /^part-.*cjs$/.test(name))
      for (const name of parts) load('./' + name)
      const misses = compiled.filter(({ hit }) => !hit).map(({ name }) => name)
      say(JSON.stringify({ atStart, misses, services: parts.filter((name) => name.includes('service')).length }))
      process.exit(0)
    })`
  const web = name === 'citizen' || name === 'staff'
  const env = { ...process.env, ...anyEnvironment }
  return JSON.parse(spawnSync(process.execPath, ['-e', code, folder, String(web)], { encoding: 'utf8', env }).stdout)
}

// Nothing at these addresses is asked.
const anyEnvironment = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  TABLE_NAME: 'none',
  AUDIT_TABLE_NAME: 'none',
  ANSWERS_WRAPPED_BY: 'none',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
  CITIZEN_ORIGIN: 'https://none.invalid',
  STAFF_ORIGIN: 'https://staff.invalid',
  OIDC_ISSUER: 'https://id.invalid',
  SECRET_KEY: Buffer.alloc(32).toString('base64'),
}

describe('a package', () => {
  it('that says nothing of its licence is not bundled', () => {
    const top = mkdtempSync(join(tmpdir(), 'guildhall-notices-'))
    mkdirSync(join(top, 'node_modules/silent'), { recursive: true })
    writeFileSync(join(top, 'node_modules/silent/package.json'), '{"name":"silent","version":"1.0.0"}')
    expect(() => thirdParties(['node_modules/silent/index.js'], top)).toThrow('silent says nothing of its licence')
  })
})

describe('the product itself', () => {
  it('can be installed on each Node that it says it runs on, without a warning of any package', () => {
    const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
    const ours = packages['']?.engines?.node ?? ''
    const names = Object.keys(packages).filter((name) => name !== '' && packages[name]?.optional !== true)
    expect([ours, names.length > 300]).toEqual([expect.stringMatching(/\^20.*>=24/), true])
    expect(names.filter((name) => !subset(ours, packages[name]?.engines?.node ?? '*'))).toEqual([])
  })

  it('has the licence that it says it has', () => {
    expect(readFileSync('LICENSE', 'utf8')).toContain('MIT License')
    expect(readFileSync('package.json', 'utf8')).toContain('"license": "MIT"')
  })
})

describe('advisories', () => {
  const report = (high: number): string =>
    JSON.stringify({ metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high, critical: 0, total: high } } })

  it.each([
    ['nothing is known', report(0), { is: 'none' }],
    ['something is known', report(2), { is: 'found', words: '2 high' }],
    [
      'the registry refused',
      '{"message":"405 Method Not Allowed"}',
      { is: 'not-run', words: '405 Method Not Allowed' },
    ],
    ['the registry was out of reach', '{"error":{"summary":"ENOTFOUND"}}', { is: 'not-run', words: 'ENOTFOUND' }],
    ['npm broke', '', { is: 'not-run', words: 'npm gave no report' }],
  ])('say so where %s', (_, output, said) => {
    expect(saidBy(output)).toEqual(said)
  })
})

describe('the pipeline', () => {
  const workflow = readFileSync('.github/workflows/release.yml', 'utf8')

  it('stores no key: it asks for a role by OpenID Connect, in the environment of its stage', () => {
    expect(workflow).not.toMatch(/secrets\.|access-key|AWS_SECRET/i)
    const { jobs } = parse(workflow)
    expect(Object.keys(jobs)).toEqual(['check', 'staging', 'production'])
    for (const stage of ['staging', 'production']) {
      expect(jobs[stage].permissions['id-token']).toBe('write')
      expect(jobs[stage].environment).toBe(stage)
    }
    expect(jobs.production.needs).toBe('staging')
  })

  it('checks without an account as far as it goes, and looks at what it deployed', () => {
    const { jobs } = parse(workflow)
    const runs = (job: string): string =>
      jobs[job].steps.map((step: { readonly run?: string }) => step.run ?? '').join('\n')
    for (const step of ['npm test', 'synth -- production', 'npm run sbom', 'npm run advisories'])
      expect(runs('check')).toContain(step)
    for (const step of ['cdk diff', 'cdk deploy', 'npm run smoke']) expect(runs('staging')).toContain(step)
    expect(jobs.check.permissions).toBeUndefined()
  })

  it('has a role for one repository in one stage, that may become the bootstrapped roles and nothing else', () => {
    const account = accountOf({ ...stages.staging, pipelineOf: 'dorset/guildhall' })
    const role = account.of('AWS::IAM::Role').find(({ stack }) => stack === 'Pipeline')
    const trust = JSON.stringify(role?.Properties.AssumeRolePolicyDocument)
    expect(trust).toContain('"token.actions.githubusercontent.com:sub":"repo:dorset/guildhall:environment:staging"')
    expect(trust).toContain('"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"')
    const [policy] = account.of('AWS::IAM::Policy').filter(({ stack }) => stack === 'Pipeline')
    expect(policy === undefined ? '' : words(at(policy, 'PolicyDocument.Statement.0.Resource'))).toBe(
      'arn:aws:iam::111122223333:role/cdk-hnb659fds-*',
    )
  })
})

describe('a stage', () => {
  it('is not deployed into the example’s account, nor into one that it shares', () => {
    expect(faultsOf(stages.production, stages).length).toBe(4)
    const own = {
      dev: { ...stages.dev, account: '000000000001' },
      staging: { ...stages.staging, account: '000000000002' },
      production: { ...stages.production, account: '000000000003', originDoor: sampleDoor },
    }
    expect(faultsOf(own.production, own)).toEqual([])
    expect(faultsOf(own.dev, { ...own, staging: { ...own.staging, account: '000000000001' } })).toEqual([
      'dev and staging have one account: a mistake in one would reach the other',
    ])
  })
})

describe('a page with a map', () => {
  const sent = (...names: readonly (keyof typeof assets)[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(`.built${assets[name]}`)).length, 0)

  it('brings at most 450 KB to a browser, compressed; others bring at most 30 KB, and no map', () => {
    expect(sent('citizen.css', 'citizen.js')).toBeLessThan(30 * 1024)
    expect(sent('citizen.css', 'citizen.js', 'map.js')).toBeLessThan(450 * 1024)
    const pages = Object.values(citizenSamples)
    expect(pages.length).toBeGreaterThan(50)
    expect(pages.filter((html) => html.includes(assets['map.js']) && !html.includes(' data-map '))).toEqual([])
  })
})
