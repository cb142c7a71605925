// AWS's list prices in eu-west-2, in US dollars before tax. Nobody could look them up when this was written: check each against AWS's own price
// page before anybody signs for it, and put the day of that check here. Free tiers are left out.
export const checkedOn = 'not yet checked against AWS’s price pages'

export const prices = {
  // A million requests; a GB-second on arm64.
  lambdaRequests: 0.2,
  lambdaGbSecond: 0.000_013_333_4,
  // A million requests.
  httpApi: 1.16,
  // Europe: a GB to browsers; ten thousand HTTPS requests.
  cloudFrontGb: 0.085,
  cloudFrontRequests: 0.012,
  // A month: a list and its rules; a million requests.
  firewallList: 5,
  firewallRule: 1,
  firewallRequests: 0.6,
  // A million units, on demand; a GB-month stored, recoverable and backed up.
  tableReads: 0.148_5,
  tableWrites: 0.742_3,
  tableGb: 0.297,
  recoveryGb: 0.237_6,
  backupGb: 0.118_8,
  // A GB-month; a thousand writes.
  filesGb: 0.024,
  fileWrites: 0.005_3,
  // A GB-month of documents in a backup.
  filesBackupGb: 0.05,
  // A GB looked into; a thousand files.
  scanGb: 0.09,
  scannedFiles: 0.215,
  // A part to a UK mobile.
  textPart: 0.04,
  // A GB taken in.
  logsGb: 0.598_5,
  // Ten thousand requests.
  keyRequests: 0.03,
  // Ten thousand signatures with a key of a pair.
  signatures: 0.15,
  // A change that AWS Config records; a look of one of its rules at one resource.
  recordedChange: 0.003,
  ruleLooked: 0.001,
  // A month each.
  alarm: 0.1,
  secret: 0.4,
  key: 1,
  zone: 0.5,
  // Each member of staff who signs in in a month, through the council's provider.
  staffMember: 0.015,
} as const
