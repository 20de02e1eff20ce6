import { join } from 'node:path';
import { constructs } from '../analysis/principles/constructs.ts';
import { signals } from '../analysis/principles/signals/registry.ts';
import { fitsShape } from '../analysis/scoring/anchors.ts';
import type { Gap } from '../model/evidence.ts';
import type { Policy } from '../model/policy.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { nearest } from '../util/nearest.ts';
import type { SettingsMistake } from '../workspace/settings-mistakes.ts';
import { POLICY_FILE, type Workspace } from '../workspace/workspace.ts';
import { settingsMisfit } from '../workspace/yaml-file.ts';

const SIGNAL_IDS = signals.map(({ meta }) => meta.id);
/** A weight may stand for a signal inside its construct or for a principle inside the whole. */
const WEIGHED_IDS = [...constructs.filter(({ kind }) => kind === 'principle').map(({ id }) => id), ...SIGNAL_IDS];

/** Ids of the catalogue and of METHOD that do not exist: nothing that is imported later could make them mean something. */
export function policyMistakes(policy: Policy, capabilities: readonly string[]): SettingsMistake[] {
  const mistake = (kind: string, id: string, known: readonly string[], path: SettingsMistake['path']) =>
    known.includes(id)
      ? []
      : [{ path, message: `there is no ${kind} "${id}"; the nearest is "${nearest(id, known)}"` }];
  return [
    ...policy.required.flatMap(({ capability }, at) =>
      mistake('capability', capability, capabilities, ['required', at, 'capability']),
    ),
    ...Object.keys(policy.anchors).flatMap((id) => mistake('signal', id, SIGNAL_IDS, ['anchors', id])),
    ...anchorMisfits(policy),
    ...Object.keys(policy.weights).flatMap((id) => mistake('signal or principle', id, WEIGHED_IDS, ['weights', id])),
  ];
}

/** Anchors of the other kind than the signal has would change nothing, without a word. */
function anchorMisfits({ anchors }: Policy): SettingsMistake[] {
  return signals.flatMap(({ meta: { id, shape } }) => {
    const override = anchors[id];
    if (override === undefined || fitsShape(shape, override)) return [];
    const wanted = 'band' in override ? 'two anchors, good and bad' : 'a band of four corners, band: [0.1, 0.5, 5, 30]';
    return [{ path: ['anchors', id], message: `${id} takes ${wanted}` }];
  });
}

/** @throws ConfigurationError with file, line and field of the first id that does not exist. */
export async function checkPolicy(workspace: Workspace, capabilities: readonly string[]): Promise<void> {
  const mistake = policyMistakes(workspace.policy, capabilities)[0];
  if (mistake !== undefined) throw await settingsMisfit(join(workspace.root, POLICY_FILE), mistake);
}

interface Named {
  readonly key: string;
  readonly kind: 'tool' | 'team';
  readonly name: string;
}

function namesIn(policy: Policy): Named[] {
  const tool = (key: string) => (name: string) => ({ key, kind: 'tool' as const, name });
  const team = (key: string) => (name: string) => ({ key, kind: 'team' as const, name });
  return [
    ...policy.pins.map((pin) => tool('pins')(pin.tool)),
    ...policy.forbids.map((forbid) => tool('forbids')(forbid.tool)),
    ...policy.deliberate_redundancy.flatMap(({ tools }) => tools.map(tool('deliberate_redundancy'))),
    ...policy.freezes.flatMap(({ teams }) => teams.map(team('freezes'))),
    ...Object.keys(policy.budgets.moves_per_team)
      .filter((name) => name !== 'default')
      .map(team('budgets.moves_per_team')),
  ];
}

/** The stages read teams letter by letter, and tools by id or any name, whatever the case. */
function isKnown({ kind, name, key }: Named, { tools, teams }: Snapshot): boolean {
  if (kind === 'team') return teams.some(({ id }) => id === name);
  const wanted = name.trim().toLowerCase();
  const formerToo = key === 'deliberate_redundancy';
  return tools.some((tool) =>
    [tool.id, tool.name, ...tool.rawNames, ...(formerToo ? tool.formerNames : [])].some(
      (known) => known.toLowerCase() === wanted,
    ),
  );
}

function gapOf({ key, kind, name }: Named, snapshot: Snapshot): Gap {
  const known = kind === 'tool' ? snapshot.tools.map((tool) => tool.name) : snapshot.teams.map(({ id }) => id);
  // Further than a third of its letters away, another name is no slip of the pen.
  const close = nearest(name, known, Math.max(2, Math.floor(name.length / 3)));
  const other = close === null ? '' : ` Where another is meant, write it in policy.yaml; the nearest is "${close}".`;
  return {
    id: `policy-${key}-${name.trim().toLowerCase().replace(/\s+/g, '-')}`,
    section: 'policy',
    title: `policy.yaml names the ${kind} "${name}" under ${key}, and no source does`,
    why: 'This line of the policy has no effect until a source names it.',
    wouldSupply: `A source that names the ${kind} "${name}".${other}`,
  };
}

/** Tools and teams of the policy that no source names: no error, since the next import may bring them. Once each. */
export function policyGaps(policy: Policy, snapshot: Snapshot): Gap[] {
  const gaps = namesIn(policy)
    .filter((named) => !isKnown(named, snapshot))
    .map((named) => gapOf(named, snapshot));
  return [...new Map(gaps.map((gap) => [gap.id, gap])).values()];
}
