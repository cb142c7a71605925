// Receipts in a file that a council keeps apart from the tables: a line each.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Receipt } from '#usecases/ports/erasing.ts'

export const receiptsIn = (file: string): readonly Receipt[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Receipt => JSON.parse(line))
    : []

export const keepReceipt = (file: string, receipt: Receipt): void =>
  appendFileSync(file, `${JSON.stringify(receipt)}\n`, { mode: 0o600 })
