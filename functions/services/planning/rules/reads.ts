// The questions that each family of planning rules reads: declared here, and held by a test to what they do read.
import type { Read } from '#domain/rules/assessment.ts'
import { typeReads } from '../application-type.ts'
import { certificateReads } from '../certificates.ts'
import { documentReads } from '../documents-needed.ts'
import { consulteeReads } from './consultees.ts'
import { caseReads } from './facts-case.ts'
import { feeReads } from './facts-fee.ts'
import { netGainReads } from './net-gain.ts'
import { here, ofDocuments } from './used.ts'

export const ruleReads: Readonly<Record<string, readonly Read[]>> = {
  TYPE: here(...typeReads),
  FEE: Object.values(feeReads).flat(),
  CASE: Object.values(caseReads).flat(),
  CERT: [...certificateReads, ...here('certificateA', 'certificateB', 'certificateC', 'certificateD')],
  DOCUMENTS: documentReads,
  DRAWINGS: ofDocuments('documentTypes', 'scale', 'paper', 'drawingNumber', 'documentFile', 'hasPrivate'),
  SITE: here(
    'siteBoundary',
    'siteArea',
    'siteSize',
    'siteGrid',
    'siteEasting',
    'siteNorthing',
    'reachesHighway',
    'otherLand',
    'floorSpace',
    'otherFloorNew',
  ),
  BNG: netGainReads,
  CONSULT: consulteeReads,
}
