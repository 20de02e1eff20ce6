import type { Decisions } from '../../model/policy.ts';
import { fold } from '../fold.ts';

/** The tool that people decided a name to be, or undefined. */
export type MergedInto = (name: string) => string | undefined;

/** `decisions.merges`; a tool's own name is always among its names. Where two merges claim a name, the first holds. */
export function mergesOf(merges: Decisions['merges']): MergedInto {
  const targets = new Map<string, string>();
  for (const { tool, names } of merges) {
    for (const name of [...names, tool]) if (!targets.has(fold(name))) targets.set(fold(name), tool);
  }
  return (name) => targets.get(fold(name));
}
