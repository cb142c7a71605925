// The environment that this worker began with: a worker loads this once, before any test.
export const begun: Readonly<NodeJS.ProcessEnv> = { ...process.env }
