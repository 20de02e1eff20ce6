import type { Snapshot } from '../../model/snapshot.ts';

/** Tool -> person -> last day with usage. */
export function lastUsageDays({ usageDays }: Snapshot): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const byTool = new Map<string, Map<number, string>>();
  usageDays.tool.forEach((tool, i) => {
    const [person, day] = [usageDays.person[i], usageDays.day[i]];
    if (person === undefined || day === undefined) return;
    const last = byTool.get(tool) ?? new Map<number, string>();
    const before = last.get(person);
    if (before === undefined || day > before) last.set(person, day);
    byTool.set(tool, last);
  });
  return byTool;
}
