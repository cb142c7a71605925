// Whom to call when a form cannot be waited for.
import { council } from '#services/council.ts'

export const callTonight = `If you have nowhere safe to stay tonight, call us on ${council.phones.inDanger} at any time of day or night.`
export const callFirst = `${callTonight} Do not wait until you have finished this form.`
export const callInDanger = 'If you are in danger now, call 999. If you cannot speak, press 55 when asked.'
