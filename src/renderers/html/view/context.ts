import type { Audit } from '../../../model/audit/audit.ts';
import type { Brand } from '../../../model/brand.ts';
import type { Evidence } from '../../../model/evidence.ts';
import type { Money } from '../../../model/money.ts';
import { BLANK, createFormats, type Formats } from '../../format/formats.ts';
import { brief, byText, sentence, unstopped } from '../../format/words.ts';
import type { EvidenceLine, MissingBlock } from './blocks.ts';

/** Most rows that one drill-down names; the rest is counted. */
const ROWS_SHOWN = 20;

/** What every part of the view needs: the audit, the formats, and names for ids. */
export interface Context {
  readonly audit: Audit;
  readonly brand: Brand;
  readonly f: Formats;
  /** Name of a tool by id; an id that is no tool's is printed as it is. */
  tool(id: string): string;
  capability(id: string): string;
  source(id: string): string;
  evidence(list: readonly Evidence[]): readonly EvidenceLine[];
}

/** Looks a name up by id; what is not found is printed as `otherwise` makes it. */
function names<T>(
  items: readonly T[],
  id: (item: T) => string,
  name: (item: T) => string,
  otherwise: (id: string) => string = (key) => key,
): (key: string) => string {
  const map = new Map(items.map((item) => [id(item), name(item)]));
  return (key) => map.get(key) ?? otherwise(key);
}

function group(list: readonly Evidence[], source: (id: string) => string): EvidenceLine[] {
  const bySource = new Map<string, (number | null)[]>();
  for (const { source: id, row } of list) bySource.set(id, [...(bySource.get(id) ?? []), row]);
  return [...bySource].sort(byText(([id]) => id)).map(([id, found]) => {
    const rows = [...new Set(found.filter((row): row is number => row !== null))].sort((a, b) => a - b);
    const shown = rows.slice(0, ROWS_SHOWN).join(', ');
    return {
      source: source(id),
      rows: rows.length === 0 ? 'whole file' : shown,
      more: Math.max(0, rows.length - ROWS_SHOWN),
    };
  });
}

export function createContext(audit: Audit, brand: Brand): Context {
  const source = names(
    audit.sources,
    (s) => s.id,
    (s) => s.file ?? s.title,
  );
  return {
    audit,
    brand,
    f: createFormats(audit.organisation.locale, audit.people.privacy.k.usage),
    tool: names(
      audit.tools,
      (t) => t.id,
      (t) => brief(t.name).trim() || BLANK,
    ),
    // A tool can do jobs that no row of the audit is about.
    capability: names(
      audit.capabilities,
      (c) => c.id,
      (c) => c.name,
      (id) => sentence(id.replaceAll('_', ' ')),
    ),
    source,
    evidence: (list) => group(list, source),
  };
}

/** Sum for display of the amounts that are in the report's currency; null where there is none. */
export function total({ audit }: Context, amounts: readonly (Money | null)[]): Money | null {
  const known = amounts.filter((money): money is Money => money !== null && money.currency === audit.currency);
  if (known.length === 0) return null;
  return { minor: known.reduce((sum, money) => sum + money.minor, 0), currency: audit.currency };
}

/** What is missing for a part: the gaps of the named sections, else the sentence given. */
export function missing(
  { audit }: Context,
  what: string,
  sections: readonly string[],
  otherwise: string,
): MissingBlock {
  const gaps = audit.gaps.filter((gap) => sections.includes(gap.section));
  const items = gaps.map((gap) => ({ why: `${gap.title}: ${gap.why}`, wouldSupply: unstopped(gap.wouldSupply) }));
  return { kind: 'missing', what, items: items.length > 0 ? items : [{ why: what, wouldSupply: otherwise }] };
}

/** Window, and how many tools have known use: what every figure about use rests on. */
export function usageBasis({ audit, f }: Context): string {
  const { weeks, start, end } = audit.people.window;
  if (audit.tools.length === 0) return 'No use of any tool is known.';
  const known = audit.tools.filter((tool) => tool.users !== null).length;
  const span = start === null || end === null ? f.period(audit.period) : `${f.day(start)} to ${f.day(end)}`;
  return `Activity in ${weeks} full weeks, ${span}; use is known for ${known} of ${audit.tools.length} tools.`;
}
