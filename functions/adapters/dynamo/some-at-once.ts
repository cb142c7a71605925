/** Does what is slow alone and of no order, `most` at a time: the next begin when all of those have ended. */
export const someAtOnce = async <T>(
  all: readonly T[],
  most: number,
  each: (one: T) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < all.length; from += most) await Promise.all(all.slice(from, from + most).map(each))
}
