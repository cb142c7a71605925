// Gives CloudFront and the web functions a new secret between them, each month.
import { told } from '#adapters/told.ts'
import { turnEdgeSecretHandler } from './events/turn-edge-secret.ts'
import { turnEdgeSecretFrom } from './wiring/edge.ts'

export const handler = told('turn-edge-secret', process.env, turnEdgeSecretHandler(turnEdgeSecretFrom(process.env)))
