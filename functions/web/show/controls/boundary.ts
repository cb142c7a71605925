// Where a site is: a grid reference, eastings and northings, or a boundary drawn or given as GeoJSON text.
import { assets } from '#built/assets.mjs'
import type { BoundaryQuestion } from '#domain/forms/question.ts'
import type { Variables } from '#web/template-runtime.ts'
import { type Asked, error, hint, legend, problemAt, type Shown, say } from './asked.ts'

export const boundary = (asked: Asked<BoundaryQuestion>): Shown => ({
  view: 'fields/boundary.njk',
  options: {
    id: asked.id,
    legend: legend(asked),
    ...hint(asked),
    // Beside a control that has it, an error stands there.
    ...(asked.entered.given(asked.id) || problemAt(asked, asked.id) === undefined ? {} : error(asked)),
    grid: input(asked, 'grid', grid),
    easting: input(asked, 'easting', easting),
    northing: input(asked, 'northing', northing),
    shape: shape(asked),
    // What is wrong, or was pasted, is not hidden away.
    shapeOpen: asked.entered.given(asked.id),
    map: asked.extra.map,
    mapName: `Map: ${say(asked.question.label ?? 'boundary', asked.entered)}`,
    colour: asked.question.beside === undefined ? 'red' : 'blue',
  },
})

const grid = {
  label: { text: 'Grid reference' },
  hint: { text: 'For example, SY 692 907' },
  classes: 'govuk-input--width-10',
}

const easting = {
  label: { text: 'Easting' },
  hint: { text: '6 digits, for example, 369200' },
  classes: 'govuk-input--width-5',
  inputmode: 'numeric',
}

const northing = { ...easting, label: { text: 'Northing' }, hint: { text: '5 or 6 digits, for example, 90700' } }

const shape = (asked: Asked<BoundaryQuestion>): Variables => ({
  id: asked.id,
  name: asked.id,
  value: asked.entered.lines(asked.id),
  rows: 6,
  spellcheck: false,
  label: { text: 'Boundary as GeoJSON' },
  hint: {
    text:
      asked.extra.map === undefined
        ? 'Paste the text of a GeoJSON file.'
        : 'Draw it on the map, or paste the text of a GeoJSON file.',
  },
  ...(asked.entered.given(asked.id) ? errorAt(asked, asked.id) : {}),
})

export const mapScript = assets['map.js']

const input = (asked: Asked<BoundaryQuestion>, part: string, own: Variables): Variables => {
  const field = `${asked.id}-${part}`
  return { ...own, id: field, name: field, value: asked.entered.line(field), ...errorAt(asked, field) }
}

const errorAt = (asked: Asked<BoundaryQuestion>, field: string): Variables => {
  const problem = problemAt(asked, field)
  return problem === undefined ? {} : { errorMessage: { text: say(problem.words, asked.entered) } }
}
