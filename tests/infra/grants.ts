// What each function may do, read from the template, and whether a call is within it.
import { type Account, at, list, type Resource, words } from './account.ts'

export type Grant = {
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  // Starts of partition keys; undefined where all are meant.
  readonly keys?: readonly string[]
  // Names in the encryption context, all and no other; undefined where any will do.
  readonly context?: readonly string[]
  readonly denies: boolean
}

// By the name of the entry file: 'citizen'.
export const grantsOf = (account: Account, entry: string): readonly Grant[] => {
  const made = functionCalled(account, entry)
  const role = /^<(\w+)\.Arn>$/.exec(words(at(made, 'Role')))?.[1] ?? ''
  return account
    .of('AWS::IAM::Policy')
    .filter((policy) => policy.stack === made.stack && words(at(policy, 'Roles')) === `<${role}>`)
    .flatMap((policy) => list(at(policy, 'PolicyDocument.Statement')))
    .map((said) => grantFrom({ Properties: { said } }))
}

export const functionCalled = (account: Account, entry: string): Resource => {
  const found = account
    .of('AWS::Lambda::Function')
    .find((each) => words(at(each, 'FunctionName')) === `guildhall-production-${entry}`)
  if (found === undefined) throw new Error(`There is no function ${entry}`)
  return found
}

const grantFrom = (statement: Pick<Resource, 'Properties'>): Grant => {
  const keys = at(statement, 'said.Condition.ForAllValues:StringLike.dynamodb:LeadingKeys')
  const context = at(statement, 'said.Condition.ForAllValues:StringEquals.kms:EncryptionContextKeys')
  return {
    actions: list(at(statement, 'said.Action')).map(words),
    resources: list(at(statement, 'said.Resource')).map((resource) => named(words(resource))),
    denies: at(statement, 'said.Effect') === 'Deny',
    ...(keys === undefined ? {} : { keys: list(keys).map(words) }),
    ...(context === undefined ? {} : { context: list(context).map(words) }),
  }
}

// Without the characters that CloudFormation adds to a name: <Data.Cases>, <Clean>/*.
const named = (resource: string): string =>
  resource
    .replace(/(\w+?)[A-F0-9]{8}(?=[.>])/g, '$1')
    .replace(/^<(Quarantine|Clean)\.Arn>/, '<Uploads.$1>')
    .replace(/^<(Archive|Digests)\.Arn>/, '<Audit.$1>')

export type Call = {
  readonly action: string
  readonly resource: string
  readonly keys?: readonly string[]
  readonly context?: readonly string[]
}

export const isWithin = (grants: readonly Grant[], call: Call): boolean =>
  grants.some((grant) => !grant.denies && covers(grant, call)) &&
  !grants.some((grant) => grant.denies && covers(grant, call))

const covers = (grant: Grant, { action, resource, keys = [], context = [] }: Call): boolean =>
  grant.actions.includes(action) &&
  grant.resources.some((pattern) => like(pattern, resource)) &&
  (grant.context === undefined || grant.context.join() === context.join()) &&
  (grant.keys === undefined || keys.every((key) => grant.keys?.some((pattern) => like(pattern, key))))

const like = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.+?^$()[\]{}|\\/]/g, '\\$&'))
      .join('.*')}$`,
    's',
  ).test(value)

// Stars and question marks aside, as lines of a table: 'PutItem on <Data.Cases> DRAFT#*'.
export const linesOf = (grants: readonly Grant[]): readonly string[] =>
  grants
    .filter(({ actions, context }) => context !== undefined || !/^(logs|kms):/.test(actions[0] ?? ''))
    .flatMap(({ actions, resources, keys, denies }) =>
      resources.map(
        (resource) =>
          `${denies ? 'NEVER ' : ''}${actions.map((action) => action.replace(/^dynamodb:/, '')).join(' ')} on ${resource}${keys === undefined ? '' : ` with ${keys.join(' ')}`}`,
      ),
    )
