// `npm run holidays`: asks GOV.UK for the bank holidays and writes functions/domain/bank-holidays.ts. Once a year, when it has a new one.
import { writeFileSync } from 'node:fs'
import { bankHolidays, holidaysKnownUntil } from '#domain/bank-holidays.ts'
import { fileOf, merged, publishedDays, source } from './bank-holidays/file.ts'

const answer = await fetch(source, { signal: AbortSignal.timeout(20_000) })
if (!answer.ok) throw new Error(`${source} answered ${answer.status}: nothing was written`)
const now = merged({ days: [...bankHolidays], until: holidaysKnownUntil }, publishedDays(await answer.json()))
writeFileSync(new URL('../functions/domain/bank-holidays.ts', import.meta.url), fileOf(now))
console.log(`${now.days.length} days, known until ${now.until}`)
