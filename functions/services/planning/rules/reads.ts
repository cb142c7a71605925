// The questions that each family of planning rules reads: declared here, and held by a test to what they do read.
import type { Read } from '#domain/rules/assessment.ts'
import { typeReads } from '../form/application-type.ts'
import { documentReads } from '../form/plans/documents-needed.ts'
import { certificateReads } from '../ground/certificates.ts'
import { caseReads } from './facts-case.ts'
import { feeReads } from './fee/facts-from-answers.ts'
import { here, ofDocuments } from './ground/used.ts'
import { consulteeReads } from './publicity/consultees.ts'
import { netGainReads } from './validation/net-gain.ts'

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
