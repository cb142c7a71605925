// Where a client of a function's bundle finds its credentials: in the environment, where Lambda puts
// them, and nowhere else. infra/bundle.ts has this in the place of the SDK's chain of providers.
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
