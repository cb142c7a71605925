// How drafts of earlier versions of the planning form are brought to the present one.
import type { Migration } from '#domain/forms/form.ts'
import { eachPage, revalued } from '#domain/forms/versions.ts'
import type { DocumentCode } from './plans/document-types.ts'

// Version 1 had a code of its own for a tree plan. It goes by the code of the national list now (digital-planning-data-schemas, FileTypes).
const treeSurvey: Migration = {
  to: 2,
  why: 'A tree plan has the code of the national list',
  migrate: (saved) =>
    eachPage(saved, { section: 'documents', id: 'type' }, (typed) =>
      revalued(typed, 'documentTypes', 'treePlan', 'treeSurvey' satisfies DocumentCode),
    ),
}

export const planningMigrations: readonly Migration[] = [treeSurvey]
