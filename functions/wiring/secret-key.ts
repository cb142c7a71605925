// A key that somebody put into Secrets Manager by hand.
type Env = Readonly<Record<string, string | undefined>>

// On a machine of one's own the key itself is given, and no name.
export const heldKey = (env: Env, key: string | undefined, name: string | undefined) =>
  key === undefined ? keyFrom(env, name) : async () => key

const keyMs = 300_000

// Asked for with its first use, so that all else goes on whether it is there or not; and again after five minutes, as it may be turned.
export const keyFrom = (env: Env, name: string | undefined): (() => Promise<string | undefined>) => {
  let held: { readonly at: number; readonly key: string | undefined } | undefined
  return async () => {
    if (name === undefined) return undefined
    const now = performance.now()
    if (held === undefined || now - held.at > keyMs) {
      const { secretsIn } = await import('#adapters/aws/secrets-manager.ts')
      held = { at: now, key: await secretsIn(env).text(name) }
    }
    return held.key
  }
}
