// SNS on this machine: takes Publish over its real wire protocol (AWS Query), keeps every text it accepted, and tells later how the
// phone took it, as SNS' delivery status log would.

import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { plainly } from './process/plainly.ts'

export type PhoneText = {
  readonly to: string
  readonly body: string
  readonly acceptedAt: string
  readonly messageId: string
  readonly sender: string
}

export type Phone = {
  readonly texts: () => readonly PhoneText[]
  // The answer to one SNS request.
  readonly publish: (form: URLSearchParams) => { readonly status: number; readonly xml: string }
  // Tells at once how the phones took what it has not told of yet.
  readonly close: () => Promise<void>
}

type Given = {
  readonly file: string
  readonly now: () => number
  // Hands on an event of CloudWatch Logs.
  readonly receipt: (event: unknown) => Promise<unknown>
}

export const localPhone = ({ file, now, receipt }: Given): Phone => {
  const texts: PhoneText[] = existsSync(file) ? wholeLines(file) : []
  const accept = (to: string, body: string, sender: string): PhoneText => {
    const text = { to, body, acceptedAt: new Date(now()).toISOString(), messageId: randomUUID(), sender }
    appendFileSync(file, `${JSON.stringify(text)}\n`, { mode: 0o600 })
    texts.push(text)
    return text
  }
  const receipts = toldLater({ now, receipt })
  return {
    texts: () => texts,
    close: receipts.now,
    publish: (form) => {
      const problem = problemIn(form)
      if (problem !== undefined) return problem
      try {
        const sender = attribute(form, 'AWS.SNS.SMS.SenderID')
        const text = accept(form.get('PhoneNumber') ?? '', form.get('Message') ?? '', sender)
        receipts.later(text)
        return { status: 200, xml: accepted(text.messageId) }
      } catch (error) {
        // A text that could not be kept was not taken: the product sends it again.
        process.stderr.write(`${plainly(error, dirname(file)) ?? error}\n`)
        return { ...failed('InternalError', 'The text could not be kept'), status: 500 }
      }
    },
  }
}

// A line that a crash or a full disk cut short is set aside, and the file goes on after its last whole line.
const wholeLines = (file: string): PhoneText[] => {
  const lines = readFileSync(file, 'utf8').split('\n')
  const read = lines.filter((line) => line !== '').map((line) => ({ line, text: textIn(line) }))
  const broken = read.filter(({ text }) => text === undefined).map(({ line }) => line)
  const texts = read.flatMap(({ text }) => text ?? [])
  if (broken.length > 0 || lines.at(-1) !== '') {
    appendFileSync(`${file}.broken`, broken.map((line) => `${line}\n`).join(''), { mode: 0o600 })
    writeFileSync(`${file}.part`, texts.map((text) => `${JSON.stringify(text)}\n`).join(''), { mode: 0o600 })
    renameSync(`${file}.part`, file)
    if (broken.length > 0)
      process.stderr.write(`What was cut short in ${file} is now in ${file}.broken; every other text is kept.\n`)
  }
  return texts
}

const textIn = (line: string): PhoneText | undefined => {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

// SNS refuses a wrong number and a text of more than 1,600 bytes (SNS Developer Guide, publishing to a mobile phone).
const problemIn = (form: URLSearchParams): ReturnType<Phone['publish']> | undefined => {
  if (form.get('Action') !== 'Publish') return failed('InvalidAction', 'The action is not known')
  if (!/^\+[1-9]\d{6,14}$/.test(form.get('PhoneNumber') ?? ''))
    return failed('InvalidParameter', 'Invalid parameter: PhoneNumber')
  const bytes = Buffer.byteLength(form.get('Message') ?? '')
  return bytes === 0 || bytes > 1600 ? failed('InvalidParameter', 'Invalid parameter: Message') : undefined
}

const attribute = (form: URLSearchParams, name: string): string => {
  for (const [key, value] of form) {
    if (value === name && key.endsWith('.Name')) return form.get(key.replace(/Name$/, 'Value.StringValue')) ?? ''
  }
  return ''
}

const space = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"'

const accepted = (messageId: string): string =>
  `<PublishResponse ${space}><PublishResult><MessageId>${messageId}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`

const failed = (code: string, words: string) => ({
  status: 400,
  xml: `<ErrorResponse ${space}><Error><Type>Sender</Type><Code>${code}</Code><Message>${words}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
})

const receiptMs = 1500

type Receipts = { readonly later: (text: PhoneText) => void; readonly now: () => Promise<void> }

const toldLater = ({ now, receipt }: Pick<Given, 'now' | 'receipt'>): Receipts => {
  const waiting = new Map<PhoneText, NodeJS.Timeout>()
  const tell = (text: PhoneText): Promise<unknown> => receipt(logEvent(text, now()))
  const later = (text: PhoneText, left = 2): void => {
    const told = (): void => {
      waiting.delete(text)
      tell(text).catch(() => (left > 0 ? later(text, left - 1) : undefined))
    }
    waiting.set(text, setTimeout(told, receiptMs).unref())
  }
  return {
    later,
    now: async () => {
      const left = [...waiting.keys()]
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
      await Promise.allSettled(left.map(tell))
    },
  }
}

// Numbers that end in 999 belong to nobody, and 998 has opted out, so that staff's side of a failed text can be seen.
const responseOf = (to: string): string => {
  if (to.endsWith('999')) return 'Invalid phone number'
  return to.endsWith('998') ? 'Phone is opted out' : taken
}
const taken = 'Message has been accepted by phone'

const logEvent = ({ to, messageId }: PhoneText, now: number) => {
  const providerResponse = responseOf(to)
  const line = {
    notification: { messageId, timestamp: new Date(now).toISOString() },
    delivery: {
      destination: to,
      priceInUSD: 0.04,
      smsType: 'Transactional',
      providerResponse,
      dwellTimeMs: 500,
    },
    status: providerResponse === taken ? 'SUCCESS' : 'FAILURE',
  }
  const logs = {
    messageType: 'DATA_MESSAGE',
    logEvents: [{ id: messageId, timestamp: now, message: JSON.stringify(line) }],
  }
  return { awslogs: { data: gzipSync(JSON.stringify(logs)).toString('base64') } }
}
