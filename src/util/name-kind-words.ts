/** Row heading of a table of how well names are recognised. */
export function nameKindWords(kind: string): string {
  return kind === 'first-sight' ? 'all, names never seen before' : kind;
}
