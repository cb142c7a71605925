// One JSON line per happening. Only declared fields: a line cannot carry what a person typed (GUARANTEES, logs).
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly requestId?: string
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly service?: string
  readonly reference?: string
  readonly error?: string
  readonly count?: number
}

export type Log = (line: LogLine) => void
