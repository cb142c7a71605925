// Gives CloudFront and the web functions a new secret between them, each month.
import { turnEdgeSecretHandler } from './events/turn-edge-secret.ts'
import { turnEdgeSecretFrom } from './wiring-edge.ts'

export const handler = turnEdgeSecretHandler(turnEdgeSecretFrom(process.env))
