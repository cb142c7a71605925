// What a function is told by its environment, parsed once at its start: a wrong or missing setting stops it there, by name.
import * as v from 'valibot'

const text = v.pipe(v.string(), v.nonEmpty())
const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/, 'must be an origin, without a slash at its end'))
const numbers = v.pipe(
  v.string(),
  v.transform((list) => new Set(list.split(',').filter((number) => number !== ''))),
)

const named = v.pipe(
  v.string(),
  v.transform((list) => new Map(list.split(',').flatMap(pairOf))),
)

const pairOf = (said: string): readonly (readonly [string, string])[] => {
  const [id = '', name = ''] = said.split('=')
  return id === '' || name === '' ? [] : [[id, name]]
}

const number = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))

const settings = v.object({
  TABLE_NAME: text,
  AUDIT_TABLE_NAME: text,
  CITIZEN_ORIGIN: origin,
  // 32 bytes or more, in base64: signs sessions and form tokens, and hides phone numbers in keys. What neither signs nor hides is not told.
  SECRET_KEY: v.optional(v.string(), ''),
  AWS_REGION: v.optional(text, 'eu-west-2'),
  // The KMS key that wraps the keys of answers: its ARN. Functions that read no answers are not told it.
  ANSWERS_WRAPPED_BY: v.optional(text),
  KMS_ENDPOINT: v.optional(text),
  // Endpoints of the local host; in AWS the SDK finds its own.
  DYNAMODB_ENDPOINT: v.optional(text),
  SNS_ENDPOINT: v.optional(text),
  S3_ENDPOINT: v.optional(text),
  // Where log lines go (local host only); in AWS to standard output.
  LOG_FILE: v.optional(text),
  // Shifts the product's time (local host only).
  CLOCK_FILE: v.optional(text),
  UPLOAD_BUCKET: v.optional(text, 'guildhall-quarantine'),
  CLEAN_BUCKET: v.optional(text, 'guildhall-clean'),
  // Where browsers post files to.
  UPLOAD_URL: v.optional(text),
  // 3 to 11 letters and digits, registered with the carriers.
  SENDER_NAME: v.optional(text),
  // E.164 numbers, by commas: outside production texts go only to these.
  GUEST_NUMBERS: v.optional(numbers),
  // Of whoever is on duty, E.164: a text goes there where feedback says that somebody may be in danger.
  DUTY_PHONE: v.optional(v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/, 'must begin with + and the country'))),
  // What may be spent on texts in a month, in pence; and how many go to one phone in a day.
  TEXTS_MONTH_PENCE: v.optional(number),
  TEXTS_A_DAY: v.optional(number),
  TEXTS_A_PHONE: v.optional(number),
  // GOV.UK Notify: where it is; the key itself (local host only) or the secret that holds it; and the ids of our two templates there.
  NOTIFY_ENDPOINT: v.optional(origin, 'https://api.notifications.service.gov.uk'),
  NOTIFY_KEY: v.optional(text),
  NOTIFY_SECRET: v.optional(text),
  // The same of the key by which Notify tells us that a letter came back.
  NOTIFY_CALLBACK_KEY: v.optional(text),
  NOTIFY_CALLBACK_SECRET: v.optional(text),
  NOTIFY_EMAIL_TEMPLATE: v.optional(v.string(), ''),
  NOTIFY_LETTER_TEMPLATE: v.optional(v.string(), ''),
  // Ordnance Survey's addresses and maps: where they are, and the secret that holds the key. Without it, as on a laptop,
  // addresses and maps are made up.
  OS_ENDPOINT: v.optional(origin, 'https://api.os.uk'),
  OS_SECRET: v.optional(text),
  STAFF_ORIGIN: v.optional(origin),
  OIDC_ISSUER: v.optional(text),
  OIDC_CLIENT_ID: v.optional(text, 'guildhall-staff'),
  OIDC_CLIENT_SECRET: v.optional(text),
  // Who may use the API: names by the identity provider's ids, 'id=name,id=name'.
  API_CLIENTS: v.optional(named, ''),
  // Which of them are told of events (adapters/webhooks/known-hooks.ts).
  API_HOOKS: v.optional(v.string(), ''),
})

export type Config = v.InferOutput<typeof settings>

export const configFrom = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = v.safeParse(settings, env)
  if (parsed.success) return parsed.output
  const wrong = parsed.issues.map(({ path, message }) => `${path?.map(({ key }) => key).join('.')}: ${message}`)
  throw new Error(`The environment does not say what is needed. ${wrong.join('; ')}`)
}
