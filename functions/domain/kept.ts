// Works something out once and keeps it: for what one request asks for many times.
export const kept = <T>(map: Map<string, { readonly value: T }>, key: string, find: () => T): T => {
  const found = map.get(key)
  if (found !== undefined) return found.value
  const value = find()
  map.set(key, { value })
  return value
}
