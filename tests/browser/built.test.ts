// What would be deployed, in a real browser: the assets that the templates name, each function with the environment that its template gives
// it. Only the two hosts, the identity provider and the engines stand here instead of in AWS.
import type { Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startGateway } from '#infra/local/gateway.ts'
import { clientId, type LocalIdentity, startIdentity } from '#infra/local/identity.ts'
import { localNotify } from '#infra/local/post/notify.ts'
import { startTools } from '#infra/local/tools.ts'
import { clientSecret, type Deployed, startDeployed } from '#tests/infra/deployed.ts'
import { startBrowser } from '#tests/support/worlds/browser.ts'
import { pages } from '#web/show/citizen/pages.ts'
import { journey } from './journeys.ts'
import { type Product, productOf } from './product.ts'

const port = 3880
const at = (more: number): string => `http://localhost:${port + more}`
const addresses = { residents: at(0), staff: at(1), tools: at(2), files: at(3), identity: at(4) }

let [deployed, identity, browser]: [Deployed?, LocalIdentity?, Browser?] = []
let servers: readonly Server[] = []
let here: Product | undefined

beforeAll(async () => {
  identity = await startIdentity({ port: port + 4, staffOrigin: addresses.staff, clientSecret })
  deployed = await startDeployed({
    CITIZEN_ORIGIN: addresses.residents,
    STAFF_ORIGIN: addresses.staff,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: clientId,
  })
  servers = await frontOf(deployed)
  browser = await startBrowser()
  here = productOf({ ...addresses, close: async () => {} }, browser)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  for (const server of servers) server.close()
  for (const server of servers) server.closeAllConnections()
  await identity?.close()
  await deployed?.close()
})

const frontOf = async ({ citizen, staff, clock, phone }: Deployed): Promise<readonly Server[]> => {
  const edge = { assets: '.built/assets', edgePage: (status: 413 | 503) => pages.problem({ status }) }
  return [
    await startGateway({ ...edge, port, handler: citizen }),
    await startGateway({ ...edge, port: port + 1, handler: staff }),
    await startTools({
      port: port + 2,
      clock,
      phone,
      notify: localNotify({ now: clock.now }),
      addresses,
      programs: addresses.residents,
    }),
  ]
}

describe('the artefact that is deployed, at 320 px', () => {
  it('takes a planning application with its documents, texts, and lets staff act and the applicant see it', {
    timeout: 300_000,
  }, async () => {
    if (here === undefined) throw new Error('Nothing has started')
    const { faults, first, second } = await journey(here, 'planning-householder', true)
    expect(faults).toEqual([])
    expect([first.body, second.body].map((body) => body.length > 0)).toEqual([true, true])
    expect(deployed?.invoked.some(({ entry }) => entry === 'check-upload')).toBe(true)
  })
})
