import { sum } from './sum.ts';

/** One tool: behind single sign-on or not; `users` and `spend` null where unknown. */
export interface SignOnTool {
  readonly sso: boolean;
  readonly users: number | null;
  readonly spend: number | null;
}

/** Always the three together, since one number alone is easily gamed (METHOD 2.8). Each 0..1. */
export interface SsoCoverage {
  readonly byApp: number | null;
  readonly byUserApp: number | null;
  readonly bySpend: number | null;
}

export function ssoCoverage(tools: readonly SignOnTool[]): SsoCoverage {
  return {
    byApp: share(tools, () => 1),
    byUserApp: share(tools, (tool) => tool.users),
    bySpend: share(tools, (tool) => tool.spend),
  };
}

function share(tools: readonly SignOnTool[], weight: (tool: SignOnTool) => number | null): number | null {
  const total = sum(tools.map((tool) => weight(tool) ?? 0));
  return total > 0 ? sum(tools.filter((tool) => tool.sso).map((tool) => weight(tool) ?? 0)) / total : null;
}
