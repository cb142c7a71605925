// What the local identity provider remembers, for as long as it runs: codes, sessions, grants. (Its own memory warns at every start that it
// is not for production; neither is this.)
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; readonly until: number }

export const memory = (): AdapterFactory => {
  const kept = new Map<string, Kept>()
  return (model) => adapterFor(kept, `${model}/`)
}

const adapterFor = (kept: Map<string, Kept>, prefix: string): Adapter => {
  const find = (wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...kept].find(([key, { payload }]) => key.startsWith(prefix) && wanted(payload))?.[1].payload
  return {
    upsert: async (id, payload, expiresIn) => {
      const now = Date.now()
      for (const [key, { until }] of kept) if (until < now) kept.delete(key)
      kept.set(prefix + id, { payload, until: now + (expiresIn ?? day) * 1000 })
    },
    find: async (id) => kept.get(prefix + id)?.payload,
    findByUid: async (uid) => find((payload) => payload.uid === uid),
    findByUserCode: async (code) => find((payload) => payload.userCode === code),
    // A code counts once.
    consume: async (id) => {
      const one = kept.get(prefix + id)
      if (one !== undefined) one.payload = { ...one.payload, consumed: Math.floor(Date.now() / 1000) }
    },
    destroy: async (id) => {
      kept.delete(prefix + id)
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  }
}

// Seconds.
const day = 86_400
