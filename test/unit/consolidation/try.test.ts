import { expect, it } from 'vitest';
import { consolidate } from '/work/main/src/consolidation/consolidate.ts';
import { Consolidation, Savings } from '/work/main/src/model/audit/consolidation.ts';
import { company, people, policy } from '/work/main/test/unit/consolidation/company.ts';
it('x', () => {
  const { snapshot, structure } = company({
    people: [...people(0, 40).map((i) => (i < 20 ? 'Design' : 'Sales'))],
    tools: [
      { id: 'GW', vector: { email: 3, calendar: 3, video_meetings: 3, docs_coediting: 3, file_storage: 3, team_chat: 2 }, annual: 6000, seats: 40, users: people(0, 40) },
      { id: 'Zoom', vector: { video_meetings: 3, webinars: 3 }, annual: 6000, seats: 40, users: people(0, 30), end: '2027-03-31', start: '2026-04-01', noticeDays: 60 },
      { id: 'Notion', vector: { wiki: 3, docs_coediting: 3 }, annual: 4800, seats: 40, users: people(0, 25), end: '2026-12-31', noticeDays: 30 },
      { id: 'Confluence', vector: { wiki: 3, docs_coediting: 2, decision_log: 2 }, annual: 3000, seats: 20, users: people(20, 12), end: '2026-11-30', noticeDays: 60 },
      { id: 'Dropbox', vector: { file_storage: 3 }, annual: 3000, seats: 20, users: people(5, 3), end: '2027-01-31', noticeDays: 30 },
      { id: 'Mystery', vector: { wiki: 3 }, annual: 3000, users: null },
      { id: 'Idle', vector: { crm: 3 }, annual: 900, seats: 3, users: [] },
    ],
    integrations: [['Confluence', 'GW', 'live', 3], ['Notion', 'Zoom', 'manual', 12]],
  });
  const r = consolidate(snapshot, structure, policy(), { seed: 1, overrides: [] });
  Consolidation.parse(r.consolidation); Savings.parse(r.savings);
  console.log(JSON.stringify(r, null, 1).replace(/\{\s+"minor": (-?\d+),\s+"currency": "EUR"\s+\}/g, '€$1'));
});
