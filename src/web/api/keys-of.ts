/** The ids of a closed list, in its order. */
export const keysOf = <T extends string>(list: Readonly<Record<T, unknown>>): [T, ...T[]] =>
  Object.keys(list) as [T, ...T[]];
