/** Half-open stretch of time in any one unit; `end` > `start`. */
export type Stretch = readonly [start: number, end: number];

/** Merges overlapping and touching stretches; sorted by start. Overlapping invitations are merged before summing (METHOD 1). */
export function unionOf(stretches: readonly Stretch[]): readonly Stretch[] {
  const sorted = stretches.filter(([s, e]) => e > s).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((n, [start, end]) => n + end - start, 0);
}

/** The part of sorted, disjoint stretches inside `frame`. */
export function clip(stretches: readonly Stretch[], [from, to]: Stretch): readonly Stretch[] {
  return stretches
    .map(([start, end]): Stretch => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => end > start);
}

/** Free stretches of `frame` between busy ones. */
export function gapsIn(frame: Stretch, busy: readonly Stretch[]): readonly Stretch[] {
  const gaps: Stretch[] = [];
  let from = frame[0];
  for (const [start, end] of clip(unionOf(busy), frame)) {
    if (start > from) gaps.push([from, start]);
    from = end;
  }
  return frame[1] > from ? [...gaps, [from, frame[1]]] : gaps;
}

/** Time in free blocks of at least `minimum` inside the working day (METHOD 1, P1.2). */
export function focusTime(workday: Stretch, busy: readonly Stretch[], minimum: number): number {
  return lengthOf(gapsIn(workday, busy).filter(([start, end]) => end - start >= minimum));
}
