// Items of the table by what their partition key starts with, from the builders that make the keys: how a grant names them.
import { indexKeys, keys } from '#adapters/dynamo/table.ts'

export const items = {
  drafts: keys.draft('*').pk,
  cases: keys.case('*').pk,
  assessed: keys.assessed('*', '').pk,
  references: keys.reference('*').pk,
  texts: keys.text('*').pk,
  messages: keys.message('*').pk,
  found: keys.found('*', 'CASE', '').pk,
  markedByNumber: keys.marked('ni', '*', '').pk,
  markedByPerson: keys.marked('person', '*', '').pk,
  findable: keys.foundBy('*', '', '').pk.replace(/#$/, ''),
  people: keys.people('*').pk,
  claims: keys.claim('*', '*', '').pk,
  bookers: keys.booker('*', '*', 0).pk,
  sheets: keys.sheet({ place: '*', day: '*', from: '' }).pk,
  codes: keys.code('*').pk,
  phrases: keys.phrase('*').pk,
  signedOut: keys.signedOut('*').pk,
  counts: keys.count('*', '*', '*').pk,
  sameTexts: keys.sameText('*').pk,
  stopped: keys.stopped('*').pk,
  staffSessions: keys.session('*').pk,
  colleagues: keys.person('*', '').pk,
  switches: keys.switches().pk,
  queues: keys.queue('*', 0).pk.replace(/\d+$/, '*'),
  places: keys.place('*', 0, 0).pk.replace(/[\d#]+$/, '#*'),
  facts: keys.fact({ service: '*', day: '*', shard: 0 }, '').pk.replace(/\d+$/, '*'),
  factKeys: keys.factKey('*').pk,
  daySums: keys.daySums('*', '').pk,
  monthSums: keys.monthSums('*', '', '').pk,
  openFiles: keys.openFile('*', '', '').pk,
  feedback: keys.feedback('*', 0, '').pk.replace(/\d+$/, '*'),
  books: keys.book('*', '', 0).pk,
  // Of the index by time.
  due: indexKeys.due('due', 0).replace(/\d+$/, '*'),
  claimed: indexKeys.claimed('*'),
  undelivered: indexKeys.undelivered('*', 0).replace(/\d+$/, '*'),
  uncheckedOfDrafts: indexKeys.unchecked('draft', 0).replace(/\d+$/, '*'),
  uncheckedOfCases: indexKeys.unchecked('case', 0).replace(/\d+$/, '*'),
  waiting: indexKeys.state('bookings', 'waiting', 0).replace(/\d+$/, '*'),
  offered: indexKeys.state('bookings', 'offered', 0).replace(/\d+$/, '*'),
  ofSomebody: indexKeys.mine('*'),
  ofNobody: indexKeys.nobodys('*', 0).replace(/\d+$/, '*'),
  night: indexKeys.night('*', 0).replace(/\d+$/, '*'),
  stuck: indexKeys.due('sending', 0).replace(/\d+$/, '*'),
} as const

// Of the books those that the public pages are made of.
export const publicBooks = ['indicators', 'comments', 'costs', 'changes', 'agreed'].map(
  (book) => keys.book(book, '', 0).pk,
)
