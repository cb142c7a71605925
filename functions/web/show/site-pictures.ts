// Pictures of the sites that a record has a line of, for a template (views/parts/site.njk).
import type { Entry, RecordSection } from '#domain/forms/answered/record.ts'
import { sitePicture } from '#domain/places/site-picture.ts'
import type { Variables } from '#web/template-runtime.ts'

export const sitesIn = (sections: readonly RecordSection[]): readonly Variables[] =>
  sections.flatMap(({ parts }) => parts.flatMap(({ entries }) => sitesOf(entries)))

export const sitesOf = (entries: readonly Entry[]): readonly Variables[] =>
  entries.flatMap(({ outline }) =>
    outline === undefined
      ? []
      : [{ ...sitePicture(outline, outline.colour === 'red' ? 'Red line' : 'Blue line'), colour: outline.colour }],
  )
