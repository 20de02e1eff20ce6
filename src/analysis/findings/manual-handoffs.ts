import type { IntegrationGraph } from '../../model/audit/structure.ts';
import { needsOf } from '../structure/integrations.ts';
import { makeFinding } from './make-finding.ts';
import type { FindingRule } from './rule.ts';
import { listWords, numberOf } from './words.ts';

/** Ten percent is where METHOD's severity of manual hand-offs starts (C3.4). */
const SHARE = 0.1;
const SHOWN = 5;

export const manualHandoffs = {
  meta: {
    id: 'manual-handoffs',
    title: 'Work carried between tools by hand',
    condition: 'At least 10 % of the hand-offs on record pass between tools without a live integration.',
    reference: 'METHOD 2.6, C3.4',
    step: 4,
  },
  find({ sections, snapshot }) {
    const { manualHandoffShare: share, manualMinutesPerWeek: minutes, edges } = sections.integrations;
    if (share === null || minutes === null || share < SHARE) return [];
    const name = (id: string) => sections.tools.find((tool) => tool.id === id)?.name ?? id;
    const open = needsOf(snapshot.integrations)
      .filter(({ a, b, weekly }) => weekly !== null && !isJoined(edges, a, b))
      .sort((a, b) => (b.weekly ?? 0) - (a.weekly ?? 0) || (name(a.a) < name(b.a) ? -1 : 1));
    const ids = new Set(open.flatMap(({ a, b }) => [a, b]));
    const pairs = open.slice(0, SHOWN).map(({ a, b, weekly }) => `${name(a)} and ${name(b)} (${weekly} a week)`);
    return [
      makeFinding(
        {
          rule: 'manual-handoffs',
          title: `${Math.round(share * 100)} % of the hand-offs between tools are done by hand, about ${(minutes / 60).toFixed(1)} hours a week`,
          severity: 'look',
          because: [
            `Between ${listWords(pairs)}${open.length > SHOWN ? ` and ${open.length - SHOWN} more pairs` : ''}.`,
            `${numberOf(6, 'minute', 'minutes')} are counted for each hand-off.`,
          ],
        },
        sections.tools.filter((tool) => ids.has(tool.id)),
      ),
    ];
  },
} satisfies FindingRule;

function isJoined(edges: IntegrationGraph['edges'], a: string, b: string): boolean {
  return edges.some(
    ({ from, to, state }) => state === 'live' && ((from === a && to === b) || (from === b && to === a)),
  );
}
