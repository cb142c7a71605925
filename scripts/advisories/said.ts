// What `npm audit --json` came to. That it could not ask is no answer, and never read as "nothing found".
import * as v from 'valibot'

export type AdvisorySaid =
  | { readonly is: 'none' }
  | { readonly is: 'found'; readonly words: string }
  | { readonly is: 'not-run'; readonly words: string }

const levels = ['low', 'moderate', 'high', 'critical'] as const

export const saidBy = (output: string): AdvisorySaid => {
  const report = v.safeParse(audited, output)
  if (!report.success) return { is: 'not-run', words: reasonIn(output) }
  const { vulnerabilities } = report.output.metadata
  const found = levels
    .filter((level) => vulnerabilities[level] > 0)
    .map((level) => `${vulnerabilities[level]} ${level}`)
  return found.length === 0 ? { is: 'none' } : { is: 'found', words: found.join(', ') }
}

const count = v.number()
const audited = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    metadata: v.object({ vulnerabilities: v.object({ low: count, moderate: count, high: count, critical: count }) }),
  }),
)

const refused = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([v.object({ message: v.string() }), v.object({ error: v.object({ summary: v.string() }) })]),
)

const reasonIn = (output: string): string => {
  const said = v.safeParse(refused, output)
  if (!said.success) return 'npm gave no report'
  return 'message' in said.output ? said.output.message : said.output.error.summary
}
