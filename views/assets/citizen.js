// What a browser adds to residents' pages. Every page works without it.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { createAll } from 'govuk-frontend/dist/govuk/init.mjs'
import { AllowedRadios } from './radios.js'
import { showNothingOnBack, watchSession } from './session.js'

createAll(Button, { preventDoubleClick: true })
for (const component of [CharacterCount, Checkboxes, ErrorSummary, ExitThisPage, AllowedRadios, SkipLink])
  createAll(component)
watchSession(document)
showNothingOnBack(window)
