import type { AuditTool, PeopleSection } from '../../model/audit/structure.ts';
import type { Snapshot, SourceKind } from '../../model/snapshot.ts';
import { chapman } from '../metrics/capture-recapture.ts';
import { ssoCoverage } from '../metrics/sso-coverage.ts';
import { usageThreshold } from './group-threshold.ts';
import type { EstateUse } from './tool-use.ts';

/** Figures about people as groups: population, window, tools per person-day, sign-on and shadow (METHOD 2.7, 2.8). */
export function peopleSection(snapshot: Snapshot, tools: readonly AuditTool[], use: EstateUse): PeopleSection {
  const { window, population } = use;
  return {
    counted: population.length === 0 ? null : population.length,
    teams: snapshot.teams.map(({ id, size }) => ({ id, size })),
    window: { weeks: window.weeks, start: window.start, end: window.end },
    contextSwitch: contextSwitch(snapshot, use),
    sso: signOn(tools),
    shadow: shadow(tools),
    privacy: { k: { ...snapshot.privacy.k, usage: usageThreshold(snapshot) }, suppressed: 0, withheld: [] },
  };
}

/** Mean number of distinct tools on a person-day: exp(H) of a set. Sets have no order, so nothing about switches. */
function contextSwitch(snapshot: Snapshot, { window }: EstateUse): PeopleSection['contextSwitch'] {
  if (snapshot.privacy.profile === 'works-council') {
    return { effectiveToolsPerPersonDay: null, personDays: 0, note: 'Not computed under the works-council profile.' };
  }
  const { toolDays, personDays } = countDays(snapshot, window);
  if (personDays === 0)
    return { effectiveToolsPerPersonDay: null, personDays: 0, note: 'No source gives days of use.' };
  return {
    effectiveToolsPerPersonDay: toolDays / personDays,
    personDays,
    note: 'From daily sets of tools; sign-ins undercount long sessions, so this is a lower bound.',
  };
}

/** Distinct (tool, person, day) and (person, day) inside the window. */
function countDays({ usageDays, people }: Snapshot, { start, end }: EstateUse['window']) {
  const { tool, person, day } = usageDays;
  const dayNumbers = new Map<string, number>();
  const personDays = new Set<number>();
  let toolDays = 0;
  for (let i = 0; i < tool.length; i += 1) {
    const [t, p, d] = [tool[i], person[i] ?? 0, day[i] ?? ''];
    if (start === null || end === null || d < start || d > end) continue;
    // Sorted by tool, person and day, so what stands twice stands side by side.
    if (i > 0 && t === tool[i - 1] && p === person[i - 1] && d === day[i - 1]) continue;
    const number = dayNumbers.get(d) ?? dayNumbers.size;
    dayNumbers.set(d, number);
    personDays.add(number * people.length + p);
    toolDays += 1;
  }
  return { toolDays, personDays: personDays.size };
}

const SIGN_ON: readonly SourceKind[] = ['sign-in', 'grant'];

function sees(tool: AuditTool, kinds: readonly SourceKind[]): boolean {
  return tool.sources.some((kind) => kinds.includes(kind));
}

/** A tool is behind single sign-on where the directory sees its sign-ins; null where no directory is connected. */
function signOn(tools: readonly AuditTool[]): PeopleSection['sso'] {
  const none = { byApp: null, byUserApp: null, bySpend: null };
  if (!tools.some((tool) => sees(tool, ['sign-in']))) return none;
  return ssoCoverage(
    tools.map((tool) => ({
      sso: sees(tool, ['sign-in']),
      users: typeof tool.users === 'number' ? tool.users : null,
      spend: tool.spend.annual?.minor ?? null,
    })),
  );
}

function shadow(tools: readonly AuditTool[]): PeopleSection['shadow'] {
  const known = tools.filter((tool) => tool.listing !== 'shadow').length;
  const share = tools.length === 0 || known === 0 ? null : 1 - known / tools.length;
  const signedIn = tools.filter((tool) => sees(tool, SIGN_ON));
  const paid = tools.filter((tool) => sees(tool, ['spend']));
  const hidden = { bySource: null, estimatedTotal: null, unseen: null, standardError: null };
  if (known === 0)
    return { ...hidden, share, note: 'No inventory and no contracts to hold the discovered tools against.' };
  if (signedIn.length === 0 || paid.length === 0) {
    return { ...hidden, share, note: 'What nobody has seen can be estimated with both sign-ins and spend at hand.' };
  }
  const bySource = {
    source1: signedIn.length,
    source2: paid.length,
    both: signedIn.filter((tool) => paid.includes(tool)).length,
  };
  const { estimatedTotal, unseen, standardError } = chapman(bySource);
  const note = 'Sign-ins and grants against spend; paid tools tend to be signed in to, so the estimate is a floor.';
  return { share, bySource, estimatedTotal, unseen, standardError, note };
}
