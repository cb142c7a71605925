// The red line around the site and the blue line around other land (docs/rules/planning.md, "Boundary").

import { boundary as drawn, files, measure, yesNo } from '#domain/forms/ask.ts'
import { answered, nearEdge, onPlan, saysYes } from '#domain/forms/condition.ts'
import { page, section } from '#domain/forms/form.ts'
import { councilArea } from '../ground/council-area.ts'
import { exitFor } from '../ground/offline.ts'
import { full } from '../ground/proposal-kind.ts'
import { besideSite, siteNear } from '../ground/site-near.ts'

export const boundary = section(
  'boundary',
  'The boundary of the site',
  [
    page(
      'red-line',
      'Show the boundary of the site',
      {
        siteBoundary: drawn('Draw the boundary of the site, or show it in another way', {
          label: 'Red line',
          land: councilArea,
          near: siteNear,
          plan: {
            label: 'I will upload a location plan instead',
            hint: 'You upload it on the next page. An officer reads the red line from it.',
          },
          for: 'V4',
        }),
      },
      {
        does: 'boundary',
        guidance: [
          'Draw a red line around all the land that the work needs: the building, parking, new paths, and the way to a public road.',
          'You do not have to draw. You can upload a location plan, or give a grid reference or a boundary file.',
        ],
        exits: [exitFor('near-edge', answered('siteBoundary', nearEdge))],
      },
    ),
    page(
      'plan',
      'Upload your location plan',
      { boundaryPlan: files('Select your location plan', { label: 'Location plan', most: 3, for: 'V4' }) },
      {
        when: answered('siteBoundary', onPlan),
        does: 'upload',
        guidance: [
          'It must show the site with a red line around all of it, which way is north, and its scale: 1:1250 or 1:2500.',
        ],
      },
    ),
    page(
      'area',
      'How big is the site?',
      {
        siteArea: measure('Site area', 'square metres', {
          decimals: 2,
          most: 5_000_000,
          hint: 'Everything inside the red line. 1 hectare is 10,000 square metres.',
          missing: 'Enter the site area in square metres',
          for: 'FEE',
        }),
      },
      { when: full },
    ),
    page('highway', 'Does the red line reach a public road?', {
      reachesHighway: yesNo('Select yes if the red line reaches a public road', {
        for: 'V4',
        hint: 'The red line should include the way in from a public road, even over land that the applicant does not own.',
      }),
    }),
    page('other-land', 'Does the applicant own other land next to the site or close to it?', {
      otherLand: yesNo('Select yes if the applicant owns other land next to the site or close to it', { for: 'V4' }),
    }),
    page(
      'blue-line',
      'Show the other land that the applicant owns',
      {
        otherLandBoundary: drawn('Draw the boundary of the other land, or give a grid reference', {
          label: 'Blue line',
          land: councilArea,
          near: besideSite,
          beside: 'siteBoundary',
          for: 'V4',
        }),
      },
      {
        when: answered('otherLand', saysYes),
        does: 'boundary',
        guidance: ['Your location plan must show this land with a blue line.'],
      },
    ),
  ],
  { group: 'The site', after: ['type', 'site'] },
)
