// One JSON line per happening. Only declared fields: a line cannot carry what a person typed (docs/guarantees.md, "Logs").
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly requestId?: string
  // CloudFront's id of the same request.
  readonly edge?: string
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly service?: string
  readonly reference?: string
  readonly error?: string
  // Where it was thrown (thrown.ts).
  readonly at?: string
  readonly count?: number
  // What came of trying to send a text.
  readonly tried?: 'accepted' | 'retry' | 'refused' | 'unknown'
}

// `cause`: the error that the line is about, for the console of a laptop. It is never part of the line.
export type Log = (line: LogLine, cause?: unknown) => void
