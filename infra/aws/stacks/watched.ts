// The alarms (docs/guarantees.md, "Alarms") that no single function can raise.
import { Duration, type Stack } from 'aws-cdk-lib'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { alarm } from '../parts/alarm.ts'
import type { Ground } from '../parts/ground.ts'
import type { ServiceFunction } from '../parts/service-function.ts'
import { counted } from '../parts/watching/counted.ts'
import type { Watched } from './watch.ts'

const minute = Duration.minutes(1)

export const watched = (scope: Stack, all: Watched): void => {
  pages(scope, all)
  tables(scope, all)
  texts(scope, all)
  emails(scope, all)
  maps(scope, all)
  textMoney(scope, all)
  files(scope, all)
  doors(scope, all)
  submissions(scope, all)
  feedback(scope, all)
}

const pages = (scope: Stack, { data: { ground }, web }: Watched): void => {
  for (const { node, api } of web.apis) {
    const who = node.id
    const of = (metricName: string, statistic: string) =>
      new Metric({ ...gateway, metricName, dimensionsMap: { ApiId: api.ref }, statistic })
    alarm(scope, `${who}Failing`, {
      ground,
      ifItFails: `${who} see “Sorry, there is a problem with the service”`,
      more: 'More than ten answers in a minute said that something is wrong on our side.',
      metric: of('5xx', 'Sum'),
      above: 10,
    })
    alarm(scope, `${who}Slow`, {
      ground,
      ifItFails: `${who} wait for pages`,
      more: 'One page in twenty took longer than a second and a half, for ten minutes.',
      metric: of('Latency', 'p95'),
      above: 1500,
      minutes: 10,
    })
  }
}

const gateway = { namespace: 'AWS/ApiGateway', period: minute } as const

// Each asks for another remedy, so each is an alarm of its own (DynamoDB Developer Guide, "Troubleshooting throttling").
const tables = (
  scope: Stack,
  {
    data: {
      ground,
      tables: { main },
    },
  }: Watched,
): void => {
  const of = (metricName: string, period = minute) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: main.name },
      statistic: 'Sum',
      period,
    })
  const five = Duration.minutes(5)
  alarm(scope, 'TableThrottled', {
    ground,
    ifItFails: 'Some pages say “try again in a minute”; nothing typed is lost',
    more: 'The table or an index turned away more than ten requests in five minutes: a hot key, or more than it was warmed for.',
    metric: new MathExpression({
      expression: 'reads + writes',
      usingMetrics: { reads: of('ReadThrottleEvents', five), writes: of('WriteThrottleEvents', five) },
      period: five,
    }),
    above: 10,
  })
  alarm(scope, 'Contended', {
    ground,
    ifItFails: 'Bookings take long: many people want the same times',
    more: 'More than 100 transactions a minute met another one, for five minutes.',
    metric: of('TransactionConflict'),
    above: 100,
    minutes: 5,
  })
}

const texts = (scope: Stack, { data: { ground }, texts: { sender } }: Watched): void => {
  alarm(scope, 'TextNotSent', {
    ground,
    ifItFails: 'Some applicants do not get their text; the sweep tries again each minute',
    more: 'Sending failed more than five times in a minute, for five minutes.',
    metric: counted(scope, 'TextsNotSent', { ground, from: sender, of: '$.event = "text-not-sent"' }),
    above: 5,
    minutes: 5,
  })
  alarm(scope, 'TextGivenUp', {
    ground,
    ifItFails: 'Applicants do not get their texts, and staff have to phone them',
    more: 'More than five texts in a minute were given up: refused, or not taken for four hours.',
    metric: counted(scope, 'TextsGivenUp', { ground, from: sender, of: '$.event = "text-given-up"' }),
    above: 5,
  })
  alarm(scope, 'TextHeldBack', {
    ground,
    ifItFails: 'Applicants do not get their texts: the day’s or the month’s allowance is used up',
    more: 'A text was held back. Codes still go. Staff see each at Texts not delivered.',
    metric: counted(scope, 'TextsHeldBack', { ground, from: sender, of: '$.event = "text-held-back"' }),
  })
  alarm(scope, 'SwitchesUnknown', {
    ground,
    ifItFails: 'Texts wait: nobody can say whether they may go',
    more: 'The sender could not read the switches for five minutes; without a last word, it sends nothing.',
    metric: counted(scope, 'SwitchesNotRead', { ground, from: sender, of: '$.event = "switches-not-read"' }),
    minutes: 5,
  })
}

const emails = (scope: Stack, { data: { ground }, texts: { sender } }: Watched): void => {
  alarm(scope, 'EmailNotTaken', {
    ground,
    ifItFails: 'Applicants get their emails and letters late; texts go all the same',
    more: 'GOV.UK Notify took no message, at more than five tries a minute, for five minutes.',
    metric: counted(scope, 'EmailsNotTaken', { ground, from: sender, of: '$.event = "email-not-taken"' }),
    above: 5,
    minutes: 5,
  })
}

const maps = (scope: Stack, { data: { ground }, web: { citizen } }: Watched): void => {
  alarm(scope, 'MapNotHad', {
    ground,
    ifItFails: 'Applicants see no map behind the red line; every other way of giving it works',
    more: 'More than ten squares a minute could not be had from Ordnance Survey, for five minutes.',
    metric: counted(scope, 'MapTilesNotHad', { ground, from: citizen, of: '$.event = "map-tile-not-had"' }),
    above: 10,
    minutes: 5,
  })
}

const textMoney = (scope: Stack, { data: { ground } }: Watched): void => {
  alarm(scope, 'TextMoney', {
    ground,
    ifItFails: 'Texts stop for the rest of the month',
    more: 'Four fifths of this month’s money for texts is spent.',
    metric: new Metric({
      namespace: 'AWS/SNS',
      metricName: 'SMSMonthToDateSpentUSD',
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    above: ground.stage.textsUsd * 0.8,
  })
}

const files = (scope: Stack, { data: { ground }, uploads: { check } }: Watched): void => {
  alarm(scope, 'FilesRefused', {
    ground,
    ifItFails: 'Many people are told that their file cannot be taken',
    more: 'More than four files a minute were refused, for five minutes: an attack, or a scan that fails.',
    metric: counted(scope, 'UploadsRefused', { ground, from: check, of: '$.event = "upload-refused"' }),
    above: 4,
    minutes: 5,
  })
  alarm(scope, 'FilesNotScanned', {
    ground,
    ifItFails: 'People are told that we could not check their file, and send it again',
    more: 'GuardDuty did not speak of a file within two hours.',
    metric: counted(scope, 'UploadsNotScanned', { ground, from: check, of: '$.event = "uploads-never-scanned"' }),
  })
}

const doors = (scope: Stack, { data: { ground }, texts: { sender }, web: { staff } }: Watched): void => {
  secretEnds(scope, ground, sender)
  alarm(scope, 'StaffRefused', {
    ground,
    ifItFails: 'Somebody signed in tries what they may not, or a role is set wrongly',
    more: 'More than ten requests a minute were not allowed, for five minutes.',
    metric: counted(scope, 'NotAllowed', { ground, from: staff, of: '$.event = "not-allowed"' }),
    above: 10,
    minutes: 5,
  })
  alarm(scope, 'SignInRefused', {
    ground,
    ifItFails: 'Staff cannot sign in, or somebody tries to',
    more: 'More than five sign-ins a minute were refused, for five minutes.',
    metric: counted(scope, 'SignInsRefused', { ground, from: staff, of: '$.event = "sign-in-refused"' }),
    above: 5,
    minutes: 5,
  })
}

// The clock is all that is asked: the sender is called each minute, so there is a figure to take the time from.
const secretEnds = (scope: Stack, ground: Ground, sender: ServiceFunction): void => {
  const period = Duration.days(1)
  const from = (Date.parse(ground.stage.identityProvider.secretEnds) - 30 * period.toMilliseconds()) / 1000
  alarm(scope, 'IdentitySecretEnds', {
    ground,
    ifItFails: 'Nobody yet; in 30 days nobody can sign in to the staff site',
    more: `The client secret of the council’s identity provider ends on ${ground.stage.identityProvider.secretEnds}.`,
    metric: new MathExpression({
      expression: `IF(EPOCH(calls) >= ${from}, 1, 0)`,
      usingMetrics: { calls: sender.live.metricInvocations({ period }) },
      period,
    }),
  })
}

// By day somebody always sends something; an hour without says that nobody can. From 8am to 8pm, by winter time.
const submissions = (scope: Stack, { data: { ground }, web: { citizen } }: Watched): void => {
  const { fewestAnHour: fewest } = ground.stage
  if (fewest === 0) return
  const hour = Duration.hours(1)
  const sent = counted(scope, 'Sent', { ground, from: citizen, of: sending, period: hour })
  alarm(scope, 'Silence', {
    ground,
    ifItFails: 'Nobody has been able to send an application for an hour',
    more: `Fewer than ${fewest} were sent in an hour of the day.`,
    metric: new MathExpression({
      expression: `IF(HOUR(sent) >= 8 AND HOUR(sent) < 20, ${fewest} - FILL(sent, 0), 0)`,
      usingMetrics: { sent },
      period: hour,
    }),
  })
}

// A declaration that is accepted sends its application on to the confirmation.
const sending = '$.event = "page" && $.route = "*/declaration" && $.status = 303'

const feedback = (scope: Stack, { data: { ground }, web: { citizen } }: Watched): void => {
  alarm(scope, 'FeedbackOfDanger', {
    ground,
    ifItFails: 'Nobody notices a fault: somebody who gave feedback may be in danger, and waits for nobody',
    more: 'Words of a feedback say so. Read it within the hour.',
    metric: counted(scope, 'FeedbacksOfDanger', { ground, from: citizen, of: '$.event = "feedback-of-danger"' }),
  })
}
