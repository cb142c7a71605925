// A National Insurance number that was sent before is not shown whole again, unless it was just typed.
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
