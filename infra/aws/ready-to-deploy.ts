// What stands in the way of deploying a stage, in words for whoever tries; nothing where it may go. A template can be made
// without an account, so these are asked only where credentials are at hand.
import type { Stage, StageName } from './stages.ts'

export const placeholderAccount = '111122223333'

export const faultsOf = (stage: Stage, all: Readonly<Record<StageName, Stage>>): readonly string[] => {
  const sharing = Object.values(all).filter(({ name, account }) => name !== stage.name && account === stage.account)
  return [
    ...(stage.account === placeholderAccount
      ? [`${stage.name} has the example's account: write yours into stages.ts`]
      : []),
    ...(stage.name === 'production' && stage.originDoor === undefined
      ? [
          'production has no certificate at its origins: anybody could call them past the firewall, at your cost (infra/README.md, "Shut the origins")',
        ]
      : []),
    ...sharing.map(({ name }) => `${stage.name} and ${name} have one account: a mistake in one would reach the other`),
  ]
}
