// Standard Webhooks (standardwebhooks.com, "Symmetric signatures"): who gets one can tell that it is ours, whole and of this moment.
import { createHmac } from 'node:crypto'

export type SignedWebhook = {
  readonly id: string
  // An instant in milliseconds: that of this try.
  readonly at: number
  readonly body: string
  // 'whsec_…', the newest first: while one takes the place of another both count.
  readonly secrets: readonly string[]
}

export const webhookHeaders = ({ id, at, body, secrets }: SignedWebhook) => {
  const timestamp = String(Math.floor(at / 1000))
  const said = `${id}.${timestamp}.${body}`
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${signature(secret, said)}`).join(' '),
  }
}

const signature = (secret: string, said: string): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(said)
    .digest('base64')
