// Whoever does not want reminders or surveys says so by a link in one: a sender's name cannot be
// replied to, so nobody can send STOP (docs.aws.amazon.com, SNS, "Managing SMS opt-outs"). What is essential and codes go on: a person who applies must hear of it.
export const stoppedWords = 'They have stopped reminders by text'
export const optedOutWords = 'They have opted out of texts. Contact them another way'
export const sameWords = 'Not sent: the same text had gone to them within 10 minutes'

// In the link: 84 bits of a keyed hash, the same for a phone and category for ever, from which neither can be read. Short, so that a reminder
// stays one part; whoever guessed one would bring a stranger's reminders to an end, and nothing else.
export const stopLength = 14
export const isStopToken = (said: string): boolean => /^[\w-]{14}$/.test(said)

// A phone that has told its network to take nothing from us (STOP): SNS lets it be opted in again once in 30 days, so after that one is tried.
export const optedOutMs = 30 * 86_400_000
export const doubtedWords =
  'A letter to this address came back. If the address is right let it go; if not ask them for another'
