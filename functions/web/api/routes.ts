// Every address of the API: what a client must be allowed, what it takes, what it gives. docs/api/openapi.json is made from it (`npm run api`).
import { getCase, getCases, postNote } from './cases.ts'
import { getEvents, getHook } from './events.ts'
import { casePage, eventPage, feedQuery, hook, listQuery, note, noted, sharedCase } from './shapes.ts'
import type { ApiRoute } from './visit.ts'

const base = '/api/v1'
const always = [401, 403, 429, 500, 503]

export const apiRoutes: readonly ApiRoute[] = [
  {
    ...{ method: 'GET', path: `${base}/cases`, policy: 'read', answer: getCases },
    operation: {
      ...{ id: 'listCases', summary: 'Cases of a service, those due first: open ones, or those in one state' },
      ...{ query: listQuery, gives: casePage, status: 200, problems: [400, ...always] },
    },
  },
  {
    ...{ method: 'GET', path: `${base}/cases/{reference}`, policy: 'read', answer: getCase },
    operation: {
      ...{ id: 'getCase', summary: 'Where a case stands' },
      ...{ gives: sharedCase, status: 200, problems: [404, ...always], versioned: true },
    },
  },
  {
    ...{ method: 'GET', path: `${base}/events`, policy: 'events', answer: getEvents },
    operation: {
      ...{ id: 'listEvents', summary: 'What happened on cases, oldest first, for 90 days; go on with `next`' },
      ...{ query: feedQuery, gives: eventPage, status: 200, problems: [400, ...always] },
    },
  },
  {
    ...{ method: 'GET', path: `${base}/hook`, policy: 'events', answer: getHook },
    operation: {
      ...{ id: 'getHook', summary: 'Where the client is told of events, and the secrets that show that it is us' },
      ...{ gives: hook, status: 200, problems: [404, ...always] },
    },
  },
  {
    ...{ method: 'POST', path: `${base}/cases/{reference}/notes`, policy: 'note', answer: postNote },
    operation: {
      ...{ id: 'addNote', summary: 'Make a note on a case, once for each Idempotency-Key' },
      ...{ body: note, gives: noted, status: 201, problems: [400, 404, 409, 412, 415, 422, 423, ...always] },
      versioned: true,
    },
  },
]
