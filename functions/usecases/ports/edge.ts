// What stands between CloudFront and the web functions: where their secret is kept, and who is told of it.
import type { EdgeSecret } from '#domain/edge-secret.ts'

export type EdgeSecretStore = {
  readonly current: () => Promise<EdgeSecret>
  // The version that this rotation made; undefined when it has made none yet.
  readonly made: (version: string) => Promise<EdgeSecret | undefined>
  readonly make: (version: string, secret: EdgeSecret) => Promise<void>
  readonly makeCurrent: (version: string) => Promise<void>
}

// CloudFront’s distributions, and what each says to the web functions with every request.
export type Edges = {
  // Tells every distribution what to say from now on.
  readonly tell: (sent: string) => Promise<void>
  // Was every distribution told it?
  readonly told: (sent: string) => Promise<boolean>
  // Does every edge say what its distribution was told?
  readonly settled: () => Promise<boolean>
}
