// What sends messages and takes their receipts stands on. Apart from the other wiring: only this one carries SNS' client, and none of the services.

import { snsTexts } from '#adapters/aws/sns-texts.ts'
import { senderByChannel } from '#adapters/by-channel.ts'
import { type Config, configFrom } from '#adapters/config.ts'
import { switchStore } from '#adapters/dynamo/staff/switches.ts'
import { outboxStore } from '#adapters/dynamo/texts/outbox.ts'
import { stoppedStore } from '#adapters/dynamo/texts/stopped.ts'
import { textsPutIn } from '#adapters/dynamo/texts/stream.ts'
import { knownSwitches } from '#adapters/known-switches.ts'
import { consoleLog } from '#adapters/log.ts'
import { notifyMessages } from '#adapters/notify/notify.ts'
import { systemClock, systemPause } from '#adapters/system.ts'
import { usualAllowance } from '#domain/texts/allowance.ts'
import { council } from '#services/council.ts'
import type { Clock } from '#usecases/ports/stores.ts'
import type { Ports as SendTexts } from '../events/send-texts.ts'
import { tableFrom } from './residents.ts'
import { heldKey } from './secret-key.ts'

type Env = Readonly<Record<string, string | undefined>>

export const sendTextsFrom = (env: Env, given?: Clock): SendTexts => {
  const config = configFrom(env)
  const table = tableFrom(config, env)
  const clock = given ?? systemClock(config.CLOCK_FILE)
  const log = consoleLog('send-texts', config.LOG_FILE)
  return {
    clock,
    outbox: outboxStore(table),
    switches: knownSwitches(switchStore(table), clock, log),
    sender: senderFrom(config, env, clock),
    allowance: {
      ...usualAllowance,
      monthPence: config.TEXTS_MONTH_PENCE ?? usualAllowance.monthPence,
      dayTexts: config.TEXTS_A_DAY ?? usualAllowance.dayTexts,
      phoneTexts: config.TEXTS_A_PHONE ?? usualAllowance.phoneTexts,
    },
    stopped: stoppedStore(table),
    streamed: textsPutIn,
    pause: systemPause,
    log,
  }
}

const senderFrom = (config: Config, env: Env, { now }: Clock) => {
  const guests = config.GUEST_NUMBERS === undefined ? {} : { guests: config.GUEST_NUMBERS }
  const post = notifyMessages({
    ...{ endpoint: config.NOTIFY_ENDPOINT, key: heldKey(env, config.NOTIFY_KEY, config.NOTIFY_SECRET), now, ...guests },
    templates: { email: config.NOTIFY_EMAIL_TEMPLATE, letter: config.NOTIFY_LETTER_TEMPLATE },
  })
  const text = snsTexts({
    ...{ senderName: config.SENDER_NAME ?? council.sender, ...guests },
    ...(config.SNS_ENDPOINT === undefined ? {} : { endpoint: config.SNS_ENDPOINT }),
  })
  return senderByChannel({ text, email: post, letter: post })
}

export const receiptsFrom = (env: Env) => {
  const config = configFrom(env)
  const table = tableFrom(config, env)
  return {
    clock: systemClock(config.CLOCK_FILE),
    outbox: outboxStore(table),
    stopped: stoppedStore(table),
    log: consoleLog('text-receipts', config.LOG_FILE),
  }
}
