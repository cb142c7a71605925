// Who works complaints.
import type { Role } from '#domain/cases/case.ts'

export const officers: readonly Role[] = ['complaints-officer', 'team-manager']
export const manager: readonly Role[] = ['team-manager']
