// What clocks, publicity and delegation depend on, freed from any form.
import type { Used } from '#domain/rules/trace.ts'
import type { ApplicationCode } from '#services/planning/ground/application-code.ts'
import type { Area } from './area.ts'

export type CaseFacts = {
  readonly code: ApplicationCode
  readonly major: boolean
  // An environmental statement comes with it.
  readonly environmental: boolean
  readonly householder: boolean
  readonly listed: boolean
  readonly conservationArea: boolean
  readonly rightOfWay: boolean
  readonly retrospective: boolean
  // Not in line with the development plan: an officer says so.
  readonly departure?: boolean
  readonly homes?: number
  readonly makesHomes: boolean
  readonly site?: Area
  // The applicant or agent works for the council, is a councillor, or is close to one.
  readonly connected: boolean
  // Reserved matters: how large the outline was.
  readonly outline?: { readonly homes: number; readonly floor: Area }
  // Section 73: the permission that is changed.
  readonly original?: ApplicationCode
  // How many people object: shown, and never a reason.
  readonly objections?: number
  readonly said?: Readonly<Partial<Record<CaseTopic, readonly Used[]>>>
}

export type CaseTopic = 'type' | 'size' | 'environment' | 'place' | 'started' | 'connection'
