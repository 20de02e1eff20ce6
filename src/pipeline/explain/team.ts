import type { Audit } from '../../model/audit/audit.ts';
import type { TeamSignal } from '../../model/audit/profile.ts';
import { fromAudit, same, toolName } from './explanation.ts';
import { agrees, count, percentOf, plain, score, withUnit } from './numbers.ts';

/** A team of the people list: never a person, and nothing of teams under the threshold. */
export const team = fromAudit(
  'team',
  (audit) => [...new Set([...audit.people.teams.map(({ id }) => id), ...audit.teamProfiles.map((p) => p.team)])],
  (id, audit) => {
    const names = [...audit.people.teams.map((entry) => entry.id), ...audit.teamProfiles.map((p) => p.team)];
    const name = names.find((entry) => same(entry, id));
    if (name === undefined) return null;
    const size = audit.people.teams.find((entry) => entry.id === name)?.size ?? null;
    const profile = audit.teamProfiles.find((entry) => entry.team === name);
    const { usage, collaboration } = audit.people.privacy.k;
    return {
      id: name,
      kind: 'team',
      title: `Team ${name}`,
      lines: [
        `People: ${size === 'suppressed' ? `withheld (fewer than ${usage}, or it would tell of another team that is)` : count(size)}. Figures of use need ${usage} people, those of calendars and messages ${collaboration} (METHOD 5).`,
        ...(profile === undefined
          ? ['Way of working: nothing is shown for it; the group is too small or nothing is known by person.']
          : [
              'Way of working: own figure, drawn towards the organisation’s by the size of the group: n/(n + kappa) x team + kappa/(n + kappa) x organisation (METHOD 0.2).',
              ...profile.signals.map(signalLine),
            ]),
        ...toolLines(name, audit),
      ],
      evidence: [],
      inputs: (profile?.signals ?? []).map(({ id: signal, shrunk }) => ({ name: signal, value: shrunk })),
    };
  },
);

function signalLine({
  id,
  unit,
  value,
  shrunk,
  kappa,
  people,
  organisation,
  score: own,
  difference,
  differs,
}: TeamSignal): string {
  const share = people / (people + kappa);
  const computed = share * value + (1 - share) * organisation;
  const steps = agrees(computed, shrunk)
    ? `${plain(share)} x ${plain(value)} + ${plain(1 - share)} x ${plain(organisation)} = ${plain(shrunk)}`
    : plain(shrunk);
  const verdict = differs ? 'differs from the organisation' : 'no difference can be told';
  return `${id}: ${withUnit(value, unit)}; ${steps}; score ${score(own)}; team less organisation ${plain(difference[0])} to ${plain(difference[1])} (95 %): ${verdict}.`;
}

function toolLines(name: string, audit: Audit): string[] {
  const seats = audit.tools.flatMap((tool) => {
    const row = tool.seats.byTeam?.find((entry) => entry.team === name);
    return row === undefined ? [] : [`${tool.name} ${count(row.active)}`];
  });
  const jobs = audit.capabilities.flatMap(({ name: job, teamTool }) => {
    const own = teamTool.filter((cell) => cell.team === name);
    if (own.length === 0) return [];
    return [`${job}: ${own.map(({ tool, share }) => `${toolName(audit, tool)} ${percentOf(share)}`).join(', ')}`];
  });
  return [
    ...(seats.length === 0 ? [] : [`People with an active seat: ${seats.join(', ')}.`]),
    ...(jobs.length === 0
      ? []
      : ['Its part of the activity in each job, of all teams:', ...jobs.map((line) => `${line}.`)]),
  ];
}
