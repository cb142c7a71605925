// What the bill takes for granted, beside what was measured.
export const assumed = {
  // Of a hundred applications.
  shares: { housing: 0.3, bookings: 0.5, planning: 0.2 },
  // For each that is sent, so many are begun and left half way.
  leftPerSent: 0.5,
  // Looks at "your application" and the like, each.
  looksPerSent: 6,
  // How often staff work a case as in the measurement.
  workingsPerCase: 8,
  // Beside the confirmation: a reminder, a question, a decision.
  moreTextsPerSent: 1.5,
  filesPerSent: { housing: 5, bookings: 0, planning: 8 },
  fileMb: 2,
  // Letters in pounds at GOV.UK Notify's price (functions/domain/texts/price.ts): who has no phone and no email.
  lettersPerSent: 0.05,
  dollarsAPound: 1.3,
  staff: 150,
  // Programs that ask the API: each has a token an hour, and asks once a minute.
  programs: 2,
  tokensEach: 730,
  asksEach: 43_800,
  asksMs: 60,
  yearsKept: 6,
  // Whole copies of the tables that are kept at one time: one a month, for a year (infra/aws/parts/keeping/backup.ts).
  copiesKept: 12,
  // Squares of the map, of some 20 in each view; and how long a function waits for one and pays.
  tilesPerSite: 60,
  tileMs: 150,
  tileKb: 15,
  firewallRules: 9,
  alarms: 80,
  keys: 4,
  // With the copy of the edge's in the second region, and three that are put there by hand.
  secrets: 7,
  // Resources that AWS Config records and the rules that look at each, when a deployment changes them.
  recorded: { resources: 12, deploymentsAMonth: 8, rules: 5 },
  // Milliseconds for a call to DynamoDB, which a function waits for and pays for.
  tableCallMs: 4,
  // Of pages that read answers, so many meet a function that has not their key open: all, where a crowd is served by many at once.
  keysAsked: 1,
  // Log bytes a request: the function's line and API Gateway's.
  logBytes: 600,
} as const
