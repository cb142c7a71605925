// Texts through Amazon SNS. The SDK's own retry is off: one after a lost reply would be a second text that nobody counted.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Sent, TextSender } from '#usecases/ports/texts.ts'

export type SnsSettings = {
  readonly endpoint?: string
  // 3 to 11 letters and digits, at least one letter; registered with the carriers.
  readonly senderName: string
  // Outside production texts go only to these numbers and to Ofcom's numbers for tests; undefined lets all through.
  readonly guests?: ReadonlySet<string>
}

export const snsTexts = (settings: SnsSettings): TextSender => {
  const client = new SNSClient({
    ...(settings.endpoint === undefined ? {} : { endpoint: settings.endpoint }),
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 500, requestTimeout: 3000 }),
  })
  return {
    send: async (text) => {
      if (!mayReach(settings, text.to)) return { is: 'refused', words: 'Not on the guest list of this stage' }
      try {
        const { MessageId: messageId } = await client.send(command(settings, text.to, text.body))
        return messageId === undefined
          ? { is: 'unknown', words: 'No message id came back' }
          : { is: 'accepted', messageId }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

const mayReach = (settings: SnsSettings, to: string): boolean =>
  settings.guests === undefined || settings.guests.has(to) || /^\+447700900\d{3}$/.test(to)

// Transactional is not the default; MaxPrice caps one message, in US dollars (SNS Developer Guide, publishing to a phone).
const command = (settings: SnsSettings, to: string, body: string): PublishCommand =>
  new PublishCommand({
    PhoneNumber: to,
    Message: body,
    MessageAttributes: {
      'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
      'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: settings.senderName },
      'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: '0.50' },
    },
  })

// SNS error classes (docs/rules/texts.md, "Errors when sending"): what another try may mend, what it cannot, and what nobody knows.
const passing = /Thrott|InternalError|ServiceUnavailable|KMSThrottling/
const final: readonly (readonly [RegExp, string])[] = [
  [/OptedOut/, 'They have opted out of texts. Contact them another way'],
  [/InvalidParameter|Validation/, 'The number or the words were refused'],
  [/AuthorizationError|AccessDenied|KMS|EndpointDisabled|NotFound/, 'We were not allowed to send it'],
]

const outcomeOf = (error: unknown): Sent => {
  const name = error instanceof Error ? error.name : 'unknown'
  if (/ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/.test(codeOf(error)))
    return { is: 'retry', words: 'The text service could not be reached' }
  if (passing.test(name)) return { is: 'retry', words: 'The text service was busy' }
  const words = final.find(([pattern]) => pattern.test(name))?.[1]
  return words === undefined ? { is: 'unknown', words: 'No reply came back' } : { is: 'refused', words }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
