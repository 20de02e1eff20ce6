import type { MatchAnswer } from '../../model/product.ts';
import type { OpenName } from '../../model/reconciliation.ts';
import { textOrder } from '../../util/text-order.ts';
import { fold } from '../fold.ts';
import type { PlaceName } from './place-names.ts';
import type { Sighting } from './sightings.ts';

/** A sighting whose name the matcher left open. */
interface OpenRow extends Sighting {
  readonly answer: MatchAnswer;
}

function openStatus(answer: MatchAnswer): OpenName['status'] {
  return answer.status === 'review' || answer.status === 'vendor-only' ? answer.status : 'unknown';
}

function moneyOf(rows: readonly OpenRow[]): OpenName['money'] {
  const sums = new Map<string, number>();
  for (const { money } of rows) {
    if (money !== null) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.minor);
  }
  return [...sums].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => textOrder(a.currency, b.currency));
}

/** A row that names a tool twice is one row. */
function rowsOf(rows: readonly OpenRow[]): number {
  const single = rows.filter((row) => row.rows === undefined);
  const many = rows.reduce((sum, row) => sum + (row.rows ?? 0), 0);
  return many + new Set(single.map(({ at }) => `${at.source}\u0000${at.row}`)).size;
}

function openName(rows: readonly OpenRow[]): OpenName | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { answer, raw } = first;
  return {
    raw: raw.name.trim(),
    kind: raw.nameKind,
    status: openStatus(answer),
    vendor: answer.vendor,
    reason: answer.reason,
    candidates: answer.candidates.map((candidate) => ({ ...candidate })),
    rows: rowsOf(rows),
    money: moneyOf(rows),
  };
}

/** One entry per kind and name, whatever its case, most rows first; also for names that became tools without a product. */
export function openNamesOf(sightings: readonly Sighting[], place: PlaceName): OpenName[] {
  const groups = new Map<string, OpenRow[]>();
  for (const sighting of sightings) {
    const answer = place(sighting).open;
    if (answer === null) continue;
    const row = { ...sighting, answer };
    const key = `${row.raw.nameKind}\u0000${fold(row.raw.name)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const names = [...groups.values()].map(openName).filter((name) => name !== null);
  return names.sort((a, b) => b.rows - a.rows || textOrder(a.kind, b.kind) || textOrder(a.raw, b.raw));
}
