/** One of a list: the choice that a number makes. */
export function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length]!;
}
