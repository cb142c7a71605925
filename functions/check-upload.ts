// Notes the files that people send, and keeps or refuses each when the malware scan has spoken.
import { checkUploadHandler } from './events/check-upload.ts'
import { checkUploadFrom } from './wiring-uploads.ts'

export const handler = checkUploadHandler(checkUploadFrom(process.env))
