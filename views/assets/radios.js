// govuk-frontend's radios say aria-expanded, which ARIA does not allow on a radio: the rest of its behaviour stays.
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'

export class AllowedRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}
