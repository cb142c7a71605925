import { describe, expect, it } from 'vitest'
import { readClaims } from '#adapters/identity.ts'

describe('roles and teams, as providers and Cognito write them', () => {
  it.each([
    ['a list', ['officer', 'auditor']],
    ['words by commas', 'officer, auditor'],
    ['a list Cognito made a text of', '[officer, auditor]'],
    ['a list in JSON', '["officer","auditor"]'],
  ])('%s', (_, roles) => {
    const plain = readClaims({ sub: 'u1', name: 'U', roles, teams: ['housing'] })
    expect(plain).toEqual({ id: 'u1', name: 'U', roles: ['officer', 'auditor'], teams: ['housing'] })
    const mapped = readClaims({ sub: 'u1', name: 'U', 'custom:roles': roles, 'custom:teams': '[housing]' })
    expect(mapped).toEqual(plain)
  })

  it.each(['', '[]', ' '])('none: “%s”', (roles) => {
    expect(readClaims({ sub: 'u1', name: 'U', 'custom:roles': roles })?.roles).toEqual([])
  })

  it('is nothing without a subject or a name', () => {
    expect(readClaims({ name: 'U' })).toBeUndefined()
    expect(readClaims(undefined)).toBeUndefined()
  })
})
