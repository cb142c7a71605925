import { describe, expect, it } from 'vitest'
import { housing } from '#services/housing/service.ts'
import { late } from '#services/late.ts'
import { isBookable } from '#services/service.ts'

const { id, letter, start, ...rest } = housing

const counted = () => {
  let times = 0
  const load = () => {
    times += 1
    return housing
  }
  return { service: late({ light: { id, letter, start }, rest: Object.keys(rest), load }), times: () => times }
}

describe('a service that is loaded late', () => {
  it('says its name, and whether it gives appointments, before it is loaded', () => {
    const { service, times } = counted()
    expect([service.id, service.letter, service.start.title, isBookable(service)]).toEqual([
      ...[housing.id, housing.letter, housing.start.title, false],
    ])
    expect(times()).toBe(0)
  })

  it('is loaded once, by the first question about anything else', () => {
    const { service, times } = counted()
    expect([service.form, service.workflow, service.form]).toEqual([housing.form, housing.workflow, housing.form])
    expect(service.booking).toBeUndefined()
    expect(times()).toBe(1)
  })

  it('is the same service with all it has', () => {
    const { service } = counted()
    expect(Object.keys(service).toSorted()).toEqual(Object.keys(housing).toSorted())
    expect({ ...service }).toEqual(housing)
  })
})
