// Works something out once and keeps it: for what one request asks for many times.
export const kept = <Key, T>(map: Map<Key, { readonly value: T }>, key: Key, find: () => T): T => {
  const found = map.get(key)
  if (found !== undefined) return found.value
  const value = find()
  map.set(key, { value })
  return value
}
