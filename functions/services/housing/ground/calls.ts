// Whom to call when a form cannot be waited for.
import { council } from '#services/council.ts'

export const callTonight = `If you have nowhere safe to stay tonight, call ${council.phones.inDanger}, day or night.`
export const callFirst = `${callTonight} Do not wait to finish this form.`
export const callInDanger = 'If you are in danger now, call 999. If you cannot speak, press 55 when asked.'
