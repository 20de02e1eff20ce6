import { needOptions } from '../../../src/consolidation/options.ts';
import type { GroupProblem } from '../../../src/consolidation/problem.ts';

/** The instance `consolidation-mini` of the specification, amounts in whole units. */
const TOOLS = [
  { id: 'Confluence', platform: 1500, seat: 60, q: { wiki: 0.9 } },
  { id: 'Notion', platform: 2000, seat: 96, q: { wiki: 1 } },
  { id: 'Slack', platform: 2000, seat: 90, q: { chat: 1 } },
  { id: 'Teams', platform: 1500, seat: 48, q: { chat: 0.9, wiki: 0.3 } },
] as const;
const SWITCH = { chat: 50, wiki: 120 };
const TEAMS = [
  { id: 'Eng', first: 0, size: 20, chat: 'Slack', wiki: 'Confluence', rebuild: { Slack: 1500 } },
  { id: 'Mktg', first: 20, size: 10, chat: 'Slack', wiki: 'Notion', rebuild: { Notion: 800 } },
  { id: 'Sales', first: 30, size: 10, chat: 'Teams', wiki: 'Notion', rebuild: {} },
] as const;

export function miniProblem(states: Record<string, 'keep' | 'drop'> = {}): GroupProblem {
  return {
    id: 'mini',
    years: 3,
    handOffs: [],
    tools: TOOLS.map(({ id, platform, seat }) => ({
      id,
      name: id,
      platform,
      seat,
      retirement: 0,
      state: states[id] ?? 'open',
    })),
    teams: TEAMS.map((team) => ({
      id: team.id,
      uses: TOOLS.flatMap(({ id }, at) => (id === team.chat || id === team.wiki ? [at] : [])),
      rebuild: TOOLS.map(({ id }) => (team.rebuild as Record<string, number>)[id] ?? 0),
      holds: [],
      moveLimit: null,
      needs: (['chat', 'wiki'] as const).map((capability) => ({
        capability,
        options: needOptions({
          floor: 0.5,
          switchCost: SWITCH[capability],
          shortfallPerPerson: 100,
          mayStay: true,
          tools: TOOLS.map((tool, at) => ({
            tool: at,
            quality: (tool.q as Record<string, number>)[capability] ?? 0,
            users: tool.id === team[capability] ? Array.from({ length: team.size }, (_, i) => team.first + i) : [],
            target: true,
            seatless: [],
          })),
        }),
      })),
    })),
  };
}
