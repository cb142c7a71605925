// What sends texts and takes their receipts stands on. Apart from the other wiring: only this one carries SNS' client, and none of the services.
import { configFrom } from '#adapters/config.ts'
import { outboxStore } from '#adapters/dynamo/outbox.ts'
import { textsPutIn } from '#adapters/dynamo/stream.ts'
import { consoleLog } from '#adapters/log.ts'
import { snsTexts } from '#adapters/sns-texts.ts'
import { systemClock } from '#adapters/system.ts'
import type { Ports as SendTexts } from './events/send-texts.ts'
import { tableFrom } from './wiring.ts'

type Env = Readonly<Record<string, string | undefined>>

export const sendTextsFrom = (env: Env): SendTexts => {
  const config = configFrom(env)
  const guests = config.GUEST_NUMBERS
  return {
    clock: systemClock(config.CLOCK_FILE),
    outbox: outboxStore(tableFrom(config, env)),
    sender: snsTexts({
      senderName: config.SENDER_NAME,
      ...(config.SNS_ENDPOINT === undefined ? {} : { endpoint: config.SNS_ENDPOINT }),
      ...(guests === undefined ? {} : { guests }),
    }),
    streamed: textsPutIn,
    log: consoleLog('send-texts', config.LOG_FILE),
  }
}

export const receiptsFrom = (env: Env) => {
  const config = configFrom(env)
  return { outbox: outboxStore(tableFrom(config, env)), log: consoleLog('text-receipts', config.LOG_FILE) }
}
