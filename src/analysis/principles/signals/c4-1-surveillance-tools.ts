import type { Tool } from '../../../model/snapshot.ts';
import { counted } from '../../../util/counted.ts';
import { low } from '../../scoring/shape.ts';
import { evidenceOf, measured, notConnected } from '../reading.ts';
import type { SignalInput, SignalUnit } from '../signal-unit.ts';

/** What a capability id, purpose or status says when a tool watches staff; server and brand monitoring do not match. */
const WATCHES_STAFF =
  /\b(employee|staff|workforce|worker|user[ _-]activity|productivity)[ _-](monitoring|surveillance)\b|\bkey ?logg/i;

export const surveillanceTools = {
  meta: {
    id: 'C4.1',
    title: 'Tools that watch staff',
    construct: 'C4',
    unit: 'yes/no',
    shape: low(0, 1),
    grade: 'D',
    weight: 1,
    formula: '1 where the inventory holds a tool for employee monitoring, else 0',
    reference: 'METHOD 1 C4.1, Annex A; reported as fact',
    source: 'inventory (template inventory) with purpose',
    requires: ['tools'],
    privacy: 'none',
    personDay: false,
    windowed: false,
  },
  measure: ({ snapshot, facts }: SignalInput) => {
    const inventory = snapshot.tools.filter((t) => t.seenIn.includes('inventory'));
    const described = inventory.filter((t) => t.purpose !== null || Object.keys(t.capabilities).length > 0);
    if (described.length === 0) return notConnected('No inventory says what its tools are for.');
    const watching = described.filter(watchesStaff);
    return measured({
      value: watching.length > 0 ? 1 : 0,
      coverage: described.length / inventory.length,
      reliability: facts.reliability('tools'),
      words:
        watching.length > 0
          ? `the inventory holds ${counted(watching.length, 'tool')} for employee monitoring`
          : 'the inventory holds no tool for employee monitoring',
      note: `${described.length} of ${inventory.length} inventory entries say what they are for.`,
      evidence: evidenceOf(watching.flatMap((t) => t.evidence.map((evidence) => ({ evidence })))),
    });
  },
} as const satisfies SignalUnit;

function watchesStaff({ capabilities, purpose }: Tool): boolean {
  return [...Object.keys(capabilities), purpose ?? ''].some((text) => WATCHES_STAFF.test(text));
}
