import type { Structure } from '../model/audit/structure.ts';
import type { Transition } from '../model/audit/transition.ts';
import type { HomeOf } from './kept-homes.ts';

/** Kinds of object of METHOD 2.8 and the jobs whose tool is proposed as their home, best first. */
const TYPES: readonly { readonly type: string; readonly words: RegExp; readonly jobs: readonly string[] }[] = [
  { type: 'decision', words: /decision/i, jobs: ['decision_log', 'wiki', 'docs_coediting'] },
  { type: 'sop', words: /sop|procedure|process|policy/i, jobs: ['process_docs', 'wiki', 'docs_coediting'] },
  { type: 'project status', words: /status|project|task/i, jobs: ['project_planning', 'task_tracking', 'wiki'] },
  { type: 'customer record', words: /customer|client|account|deal/i, jobs: ['crm', 'helpdesk', 'spreadsheets'] },
  { type: 'contract', words: /contract|agreement/i, jobs: ['e_signature', 'file_storage'] },
];

/** One home per kind of object: as declared, else proposed from the tools that stay. */
export function homesOf(
  { singleSource }: Structure,
  homeOf: HomeOf,
  nameOf: (tool: string) => string,
): Transition['homes'] {
  const measured = singleSource.byType.map(({ type, home, share }) => ({ type, home, share }));
  const declared = singleSource.homes
    .filter(({ objectType }) => !measured.some(({ type }) => isSame(type, objectType)))
    .map(({ objectType, home }) => ({ type: objectType, home, share: null }));
  const present = [...measured, ...declared];
  const missing = TYPES.filter(({ words }) => !present.some(({ type }) => words.test(type)));
  const rows = [...present, ...missing.map(({ type }) => ({ type, home: null, share: null }))];
  return rows.map(({ type, home, share }) => ({
    objectType: type,
    home,
    proposed: home === null ? propose(type, homeOf, nameOf) : null,
    share,
  }));
}

function propose(type: string, homeOf: HomeOf, nameOf: (tool: string) => string): string | null {
  const jobs = TYPES.find(({ words }) => words.test(type))?.jobs ?? ['wiki'];
  const tool = jobs.map(homeOf).find((home) => home !== null) ?? null;
  return tool === null ? null : nameOf(tool);
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
