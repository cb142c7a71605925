// The table: every key, and which question each key answers (its schema: schema.ts). Nothing else builds a key, but sharing/sharing-keys.ts for what goes out. What was told in confidence is sealed within its
// item (draft-items.ts, case-items.ts); keys, indexes and streams carry none of it.
//
//   question                                     read
//   a draft, who holds it and who left it        GetItem  DRAFT#id / DRAFT
//   a draft's files, and how often they changed  Query    DRAFT#id / FILE        (FILE#…, FILES)
//   a case with all that belongs to it           Query    CASE#ref          (CASE, RECORD, EVENT#, FILE#, HANDS, NOTE#, TASK#, TEXT#)
//   how a case was worked out, each time         Query    ASSESSED#ref / event
//   a decision notice as it was made             GetItem  NOTICE#ref / version#html|pdf
//   is a reference free                          put if absent  REF#ref / REF
//   what is left of a case that was erased       GetItem  ERASED#ref / ERASED
//   a team's open cases by due date              Query    index work: WORK#team#shard → day#ref
//   … by when they came                          Query    index came: WORK#team#shard → instant#ref
//   a team's cases in a state (new, closed)      Query    index state: STATE#team#state#shard → day#ref
//   who waits for a time to come free            Query    index state: STATE#bookings#waiting|offered#shard
//   my open cases                                Query    index mine: MINE#user → day#ref
//   what somebody, or a team, is to do on cases  Query    index mine: TASKS#of#user | TASKS#team#team → day#id
//   a team's open cases that nobody has          Query    index mine: NOBODY#team#shard → day#ref
//   a team's closed cases by when they closed    Query    index mine: CLOSED#team → instant#ref
//   what belongs to a phone                      Query    FIND#phone#hash / DRAFT#id | CASE#ref
//   … to a National Insurance number or a person    Query    FIND#ni|person#hash / CASE#ref
//   what staff find a case by                    Query    FIND#by-kind#hash / CASE#ref
//   a case's people, and the pointers to it      GetItem  PEOPLE#ref / PEOPLE
//   texts that are due, or whose sending stuck   Query    index due: DUE#due|sending#shard → instant, lease
//   texts that did not arrive, of a service      Query    index due: DUE#undelivered#service#shard → instant#id
//   files whose check has not ended, of drafts   Query    index due: DUE#unchecked#draft#shard → instant#id
//   … and of cases                               Query    index due: DUE#unchecked#case#shard → instant#id
//   cases that the night has to look at          Query    index due: DUE#night#team#shard → day#ref
//   … and cases that somebody agreed to erase    Query    index due: DUE#agreed → day#ref
//   a text                                       GetItem  TEXT#id / TEXT
//   the text with a provider's message id        GetItem  MESSAGE#id / TEXT → TEXT#id
//   time taken, per claimant and day             Query    CLAIM#claimant#day / HHMM
//   … of everybody, over many days               Query    index due: DUE#claimed#month → day#HHMM#claimant
//   who comes to a place on a day                Query    SHEET#place#day / HHMM#ref
//   is a person's place for an appointment free  put if absent, GetItem  BOOKER#type#hash / number, 'wait'
//   which draft a reference opens with its phrase or email  GetItem  PHRASE#hash / DRAFT
//   has a browser signed out                     GetItem  LEFT#hash / SESSION
//   a code by text or email                      GetItem  CODE#hash / CODE
//   how often, this hour                         UpdateItem COUNT#what#hash#hour / COUNT
//   texts of a service's day or a phone's, pence of a month  UpdateItem COUNT#texts|phone-texts|text-pence#whose#when / COUNT
//   … to numbers that nobody proved              UpdateItem COUNT#unproved-texts#service#day, COUNT#unproved-pence#part#month / COUNT
//   were these words just sent to it             put if absent  SAME#hash / TEXT
//   wants no more texts, or no reminders         GetItem  STOP#hash / STOP
//   a staff session                              GetItem  SESSION#hash / SESSION
//   what somebody looked for last                GetItem  SESSION#hash / SEARCH
//   a person's staff sessions                    Query    SESSION#of#user / OPEN#hash
//   the form they sent when it had run out       GetItem  SESSION#of#user / FORM
//   by what their own cases are known            GetItem  SESSION#of#user / OWN
//   a restricted case opened in an emergency     GetItem  SESSION#of#user / EMERGENCY#ref
//   what was done on many cases at once, lately in a team, and is to go on  Query  BULK#id / BULK, ITEM#ref; BULK#of#team / instant#id; index due: DUE#bulks → instant#id
//   who works in a team, and how; is it by turn  Query    TEAM#team / PERSON#id, WORKING#id, TURNS
//   which lists somebody, or a team, keeps       BatchGetItem  VIEWS#of#user | VIEWS#team#team / VIEWS
//   how the switches stand; a service's words of texts  GetItem; GetItem, Query  SWITCHES / SWITCHES; WORDS#service / LIVE, VERSION#template#number
//   time closed after it was offered; workshops  GetItem  BLOCKS / BLOCKS; SESSIONS#service / SESSIONS
//   which timetable holds, and the draft of the next  GetItem  TIMETABLE#service / PUBLISHED, DRAFT
//   the versions of a timetable                  Query    EDITION#service / number
//   did a version change that day of a person or room  condition  ROSTER#service#claimant#day / ROSTER
//   what was done for whoever is booked in it    Query    BLOCK#id / ref
//   who came to a place without an appointment, and how long such visits took  GetItem  WALKINS#place#day / WALKINS, VISITS#place / VISITS; Query  TALLY#place / day
//   a calendar by its secret address, and whose    GetItem, Query  FEED#hash / FEED, FEED#of#user / hash
//   the next number of a waiting room            UpdateItem QUEUE#service#sitting / QUEUE
//   who came in on a place of it                 put if absent  PLACE#service#sitting#number / PLACE
//   what happened on a day, to be counted         Query    FACT#service#day#shard / kind#hash
//   with what a month's facts hide whom they are of  GetItem  FACTKEY#month / KEY
//   the sums of a service's days; of its months, sealed  Query  DAYSUM#service / day; MONTHSUM#service / month#edition
//   the files of its months, as they were made   Query    OPENDATA#service / month#edition
//   what people told us in a month               Query    FEEDBACK#month#shard / id
//   what staff typed for the figures             Query    BOOK#book / id#version
//   audit log, the other table: what was done    Query    CASE#ref | STAFF#id / id
export type Key = { readonly pk: string; readonly sk: string }

// Shards keep one busy team or minute from being one hot key (1,000 writes a second a partition).
export const shards = 4
// Lists of cases stand in this one, so that a list is one query: the busiest team of a year writes a twentieth of what it takes.
export const listShard = 0

type OnSheet = { readonly place: string; readonly day: string; readonly from: string }
type OnShard = { readonly service: string; readonly day: string; readonly shard: number }

export const keys = {
  draft: (id: string): Key => ({ pk: `DRAFT#${id}`, sk: 'DRAFT' }),
  draftFile: (draftId: string, id: string): Key => ({ pk: `DRAFT#${draftId}`, sk: `FILE#${id}` }),
  // Raised with every change of a draft's files, so that sending it and a file's verdict cannot miss each other.
  draftFiles: (draftId: string): Key => ({ pk: `DRAFT#${draftId}`, sk: 'FILES' }),
  case: (reference: string): Key => ({ pk: `CASE#${reference}`, sk: 'CASE' }),
  // The record and the rules' working, apart: they are large, seldom change, and no list shows them.
  record: (reference: string): Key => ({ pk: `CASE#${reference}`, sk: 'RECORD' }),
  // Each time, under the event that it came with: apart from the case, whose page needs only the newest.
  assessed: (reference: string, event: string): Key => ({ pk: `ASSESSED#${reference}`, sk: event }),
  // Each copy once, under the version of the outcome that it tells: apart, as a case's page needs none of them.
  notice: (reference: string, version: number, kind: string): Key => ({
    pk: `NOTICE#${reference}`,
    sk: `${version}#${kind}`,
  }),
  event: (reference: string, id: string): Key => ({ pk: `CASE#${reference}`, sk: `EVENT#${id}` }),
  hands: (reference: string): Key => ({ pk: `CASE#${reference}`, sk: 'HANDS' }),
  note: (reference: string, id: string): Key => ({ pk: `CASE#${reference}`, sk: `NOTE#${id}` }),
  task: (reference: string, id: string): Key => ({ pk: `CASE#${reference}`, sk: `TASK#${id}` }),
  caseFile: (reference: string, id: string): Key => ({ pk: `CASE#${reference}`, sk: `FILE#${id}` }),
  // The case's own list of its texts: a pointer, so that a case page needs no second index.
  caseText: (reference: string, id: string): Key => ({ pk: `CASE#${reference}`, sk: `TEXT#${id}` }),
  reference: (reference: string): Key => ({ pk: `REF#${reference}`, sk: 'REF' }),
  erased: (reference: string): Key => ({ pk: `ERASED#${reference}`, sk: 'ERASED' }),
  text: (id: string): Key => ({ pk: `TEXT#${id}`, sk: 'TEXT' }),
  message: (messageId: string): Key => ({ pk: `MESSAGE#${messageId}`, sk: 'TEXT' }),
  found: (phoneHash: string, kind: 'DRAFT' | 'CASE', id: string): Key => ({
    pk: `FIND#phone#${phoneHash}`,
    sk: `${kind}#${id}`,
  }),
  // What staff find a case by: a keyed hash of a name's part, a date beside a name, a postcode and the like.
  foundBy: (kind: string, hash: string, reference: string): Key => ({
    pk: `FIND#by-${kind}#${hash}`,
    sk: `CASE#${reference}`,
  }),
  // Beside them, for each case: its people under their own seal, and every pointer to it, so that all of them can be taken away.
  people: (reference: string): Key => ({ pk: `PEOPLE#${reference}`, sk: 'PEOPLE' }),
  marked: (by: string, hash: string, reference: string): Key => ({
    pk: `FIND#${by}#${hash}`,
    sk: `CASE#${reference}`,
  }),
  claim: (claimant: string, day: string, bucket: string): Key => ({ pk: `CLAIM#${claimant}#${day}`, sk: bucket }),
  // `from`: a local time, HH:MM.
  sheet: ({ place, day, from }: OnSheet, ref = ''): Key => ({
    pk: `SHEET#${place}#${day}`,
    sk: `${from.replace(':', '')}#${ref}`,
  }),
  // One person's places for appointments of a type: as many numbers as they may have at once.
  booker: (type: string, hash: string, number: number | 'wait'): Key => ({
    pk: `BOOKER#${type}#${hash}`,
    sk: String(number),
  }),
  phrase: (hash: string): Key => ({ pk: `PHRASE#${hash}`, sk: 'DRAFT' }),
  signedOut: (hash: string): Key => ({ pk: `LEFT#${hash}`, sk: 'SESSION' }),
  code: (challengeHash: string): Key => ({ pk: `CODE#${challengeHash}`, sk: 'CODE' }),
  count: (what: string, hash: string, hour: string): Key => ({ pk: `COUNT#${what}#${hash}#${hour}`, sk: 'COUNT' }),
  sameText: (hash: string): Key => ({ pk: `SAME#${hash}`, sk: 'TEXT' }),
  stopped: (hash: string): Key => ({ pk: `STOP#${hash}`, sk: 'STOP' }),
  session: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'SESSION' }),
  search: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'SEARCH' }),
  sessionOf: (userId: string, hash: string): Key => ({ pk: `SESSION#of#${userId}`, sk: `OPEN#${hash}` }),
  ownDetails: (userId: string): Key => ({ pk: `SESSION#of#${userId}`, sk: 'OWN' }),
  emergency: (user: string, ref: string): Key => ({ pk: `SESSION#of#${user}`, sk: `EMERGENCY#${ref}` }),
  keptForm: (userId: string): Key => ({ pk: `SESSION#of#${userId}`, sk: 'FORM' }),
  bulk: (id: string): Key => ({ pk: `BULK#${id}`, sk: 'BULK' }),
  bulkOf: (team: string, instant: string): Key => ({ pk: `BULK#of#${team}`, sk: instant }),
  bulkItem: (id: string, reference: string): Key => ({ pk: `BULK#${id}`, sk: `ITEM#${reference}` }),
  person: (team: string, id: string): Key => ({ pk: `TEAM#${team}`, sk: `PERSON#${id}` }),
  working: (team: string, id: string): Key => ({ pk: `TEAM#${team}`, sk: `WORKING#${id}` }),
  turns: (team: string): Key => ({ pk: `TEAM#${team}`, sk: 'TURNS' }),
  ownViews: (user: string): Key => ({ pk: `VIEWS#of#${user}`, sk: 'VIEWS' }),
  teamViews: (team: string): Key => ({ pk: `VIEWS#team#${team}`, sk: 'VIEWS' }),
  liveWords: (service: string): Key => ({ pk: `WORDS#${service}`, sk: 'LIVE' }),
  wording: (service: string, is: string): Key => ({ pk: `WORDS#${service}`, sk: `VERSION#${is}` }),
  switches: (): Key => ({ pk: 'SWITCHES', sk: 'SWITCHES' }),
  blocks: (): Key => ({ pk: 'BLOCKS', sk: 'BLOCKS' }),
  published: (service: string): Key => ({ pk: `TIMETABLE#${service}`, sk: 'PUBLISHED' }),
  rotaDraft: (service: string): Key => ({ pk: `TIMETABLE#${service}`, sk: 'DRAFT' }),
  edition: (service: string, version: number): Key => ({
    pk: `EDITION#${service}`,
    sk: String(version).padStart(6, '0'),
  }),
  roster: (service: string, claimant: string, day: string): Key => ({
    pk: `ROSTER#${service}#${claimant}#${day}`,
    sk: 'ROSTER',
  }),
  impact: (block: string, reference: string): Key => ({ pk: `BLOCK#${block}`, sk: reference }),
  tally: (place: string, day: string): Key => ({ pk: `TALLY#${place}`, sk: day }),
  walkIns: (place: string, day: string): Key => ({ pk: `WALKINS#${place}#${day}`, sk: 'WALKINS' }),
  sessions: (service: string): Key => ({ pk: `SESSIONS#${service}`, sk: 'SESSIONS' }),
  visits: (place: string): Key => ({ pk: `VISITS#${place}`, sk: 'VISITS' }),
  feed: (hash: string): Key => ({ pk: `FEED#${hash}`, sk: 'FEED' }),
  feedOf: (user: string, hash: string): Key => ({ pk: `FEED#of#${user}`, sk: hash }),
  // One item gives out all numbers of a sitting, in order: 1,000 a second at most (writes a partition), which is 60,000 people a minute.
  queue: (service: string, sitting: number): Key => ({ pk: `QUEUE#${service}#${sitting}`, sk: 'QUEUE' }),
  place: (service: string, sitting: number, number: number): Key => ({
    pk: `PLACE#${service}#${sitting}#${number}`,
    sk: 'PLACE',
  }),
  // One fact of each sort about one thing. `hash`: keyed by a secret that ends with its month's facts.
  fact: (at: OnShard, is: string, hash = ''): Key => ({
    pk: `FACT#${at.service}#${at.day}#${at.shard}`,
    sk: `${is}#${hash}`,
  }),
  factKey: (month: string): Key => ({ pk: `FACTKEY#${month}`, sk: 'KEY' }),
  daySums: (service: string, day: string): Key => ({ pk: `DAYSUM#${service}`, sk: day }),
  // `edition`: p, f, r1…
  monthSums: (service: string, month: string, edition: string): Key => ({
    pk: `MONTHSUM#${service}`,
    sk: `${month}#${edition}`,
  }),
  openFile: (service: string, month: string, edition: string): Key => ({
    pk: `OPENDATA#${service}`,
    sk: `${month}#${edition}`,
  }),
  // By month and shard; an id begins with its month.
  feedback: (month: string, shard: number, id: string): Key => ({ pk: `FEEDBACK#${month}#${shard}`, sk: id }),
  // Versions sort as text.
  book: (book: string, id: string, version: number): Key => ({
    pk: `BOOK#${book}`,
    sk: `${id}#${String(version).padStart(4, '0')}`,
  }),
  audit: (about: string, id: string): Key => ({ pk: about, sk: id }),
  auditOf: (userId: string, id: string): Key => ({ pk: `STAFF#${userId}`, sk: id }),
}

// The sorts of items that stand under a case: what its sort key starts with.
export const underCase = { event: 'EVENT#', note: 'NOTE#', file: 'FILE#', task: 'TASK#', text: 'TEXT#' } as const

// The text whose item this is; undefined for every other item.
export const textIdIn = (pk: string): string | undefined =>
  pk.startsWith('TEXT#') ? pk.slice('TEXT#'.length) : undefined

// claimant#day
export const claimedIn = (pk: string): string => pk.slice('CLAIM#'.length)

export const isClaim = ({ pk }: Pick<Key, 'pk'>): boolean => pk.startsWith('CLAIM#')

// The draft or case whose item this is; undefined for every other one.
export const draftIdIn = ({ pk, sk }: Key): string | undefined =>
  pk.startsWith('DRAFT#') && sk === 'DRAFT' ? pk.slice('DRAFT#'.length) : undefined

export const caseOfHistory = ({ pk, sk }: Key): string | undefined =>
  pk.startsWith('CASE#') && (sk.startsWith(underCase.event) || sk.startsWith(underCase.note))
    ? pk.slice('CASE#'.length)
    : undefined

export const indexKeys = {
  work: (team: string, shard: number): string => `WORK#${team}#${shard}`,
  state: (team: string, state: string, shard: number): string => `STATE#${team}#${state}#${shard}`,
  mine: (userId: string): string => `MINE#${userId}`,
  closed: (team: string): string => `CLOSED#${team}`,
  tasks: (whose: 'of' | 'team', id: string): string => `TASKS#${whose}#${id}`,
  nobodys: (team: string, shard: number): string => `NOBODY#${team}#${shard}`,
  due: (kind: 'due' | 'sending', shard: number): string => `DUE#${kind}#${shard}`,
  unchecked: (of: 'draft' | 'case', shard: number): string => `DUE#unchecked#${of}#${shard}`,
  // Cases by the day on which their date next matters.
  night: (team: string, shard: number): string => `DUE#night#${team}#${shard}`,
  bulks: (): string => 'DUE#bulks',
  // By the first day on which each may go.
  agreed: (): string => 'DUE#agreed',
  undelivered: (service: string, shard: number): string => `DUE#undelivered#${service}#${shard}`,
  claimed: (month: string): string => `DUE#claimed#${month}`,
  feedback: (stands: string): string => `DUE#feedback#${stands}`,
}

export const isFeedback = ({ pk }: Key): boolean => pk.startsWith('FEEDBACK#')

// Which shard an id falls in, where its list has several: the same for ever.
export const shardOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % shards
