// What is not shown whole: a number or an address that we write to, and a National Insurance number that
// was sent before, unless it was just typed.
import type { RecordSection } from '#domain/forms/answered/record.ts'

// `again`: keys of the pages that were just answered.
export const masked = (sections: readonly RecordSection[], again: readonly string[] = []): readonly RecordSection[] =>
  sections.map((section) => ({
    ...section,
    parts: section.parts.map((part) => ({
      ...part,
      entries: part.entries.map((entry) =>
        again.includes(entry.key) ? entry : { ...entry, lines: entry.lines.map(withoutNumber) },
      ),
    })),
  }))

export const withoutNumber = (line: string): string =>
  line.replace(/\b([A-Z]{2}) ?\d\d ?\d\d ?\d\d ?([A-D])\b/g, '$1 ** ** ** $2')

export const phoneEnding = (phone: string): string => `number ending ${phone.slice(-3)}`

// Its owner knows it again, and nobody else learns it: a name of one letter is hidden too.
export const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return `${at > 1 ? email.slice(0, 1) : ''}***${email.slice(at)}`
}
