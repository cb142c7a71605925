// The environment of a program that keeps the machine's date under `npm run test:dates`: libfaketime
// is loaded by what stands here, and some programs wait for ever, or ten times as long, under it.
export const ownDate = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || moves.test(name) ? [] : [[name, value]],
    ),
  )

const moves = /^(LD_PRELOAD|DYLD_INSERT_LIBRARIES|FAKETIME.*)$/
