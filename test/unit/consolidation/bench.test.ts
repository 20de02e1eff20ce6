import { it } from 'vitest';
import { consolidate } from '../../../src/consolidation/consolidate.ts';
import { company, people, policy, type ToolSpec } from './company.ts';
it('bench', () => {
  for (const [n, teams, persons] of [[10, 12, 300], [16, 12, 300], [16, 20, 1000]] as const) {
    const tools: ToolSpec[] = people(0, n).map((at) => ({ id: `T${String(at).padStart(2,'0')}`, vector: at % 2 ? { wiki: 3, docs_coediting: 3 } : { wiki: 3, task_tracking: 3 }, annual: 3000 + 517 * at, seats: 60, users: people(0, persons).filter((p) => (p * 7 + at * 13) % 11 < 2) }));
    const { snapshot, structure } = company({ people: people(0, persons).map((p) => `team ${p % teams}`), tools });
    const t = performance.now();
    const r = consolidate(snapshot, structure, policy(), { seed: 1, overrides: [] });
    console.log(n, teams, persons, r.consolidation.status, r.consolidation.groups[0]?.enumerated, r.consolidation.frontier.length, Math.round(performance.now() - t), 'ms');
  }
}, 300000);
