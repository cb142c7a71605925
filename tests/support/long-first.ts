// The files that take longest are begun first, so that none of them is left for one worker at the end.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  /browser\/with(out)?-javascript/,
  /faults\/crowd/,
  /integration\/(answering\/personas|hostile\/hostile-answers)/,
  /browser\/|infra\/deployed|faults\//,
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((pattern) => pattern.test(moduleId))
  return at < 0 ? longest.length : at
}

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
