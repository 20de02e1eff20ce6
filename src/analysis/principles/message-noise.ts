import type { Profile } from '../../model/audit/profile.ts';
import type { ClusterSample } from '../scoring/cluster-bootstrap.ts';
import { readMessages, sampleOfTeams } from './message-facts.ts';
import type { SignalInput } from './signal-unit.ts';

type MessageNoise = Omit<Profile['messageNoise'], 'interval'> & { readonly sample?: ClusterSample };

/** Messages for each person and week, with public and after-hours share (METHOD 6a.28); null where unknown or withheld. */
export function messageNoise(input: SignalInput): MessageNoise {
  const { counted, people } = readMessages(input);
  const { facts, snapshot } = input;
  const all = counted.reduce((n, c) => n + c.all, 0);
  if (all === 0 || people < facts.k.collaboration || snapshot.privacy.profile === 'works-council') {
    return { perPersonWeek: null, publicShare: null, afterHoursShare: null };
  }
  const sized = counted.flatMap((c) => {
    const size = facts.teamSizes.get(c.row.team) ?? 0;
    return size === 0 ? [] : [{ row: c.row, messages: c.all, personWeeks: size }];
  });
  const late = counted.flatMap((c) => (c.row.afterHours === null ? [] : [{ late: c.row.afterHours, all: c.all }]));
  return {
    perPersonWeek: share(sized.map((s) => [s.messages, s.personWeeks])),
    publicShare: share(counted.map((c) => [c.publicChannel, c.all])),
    afterHoursShare: share(late.map((l) => [l.late, l.all])),
    ...sampleOfTeams(
      sized,
      (week) => week.messages,
      (week) => week.personWeeks,
    ),
  };
}

function share(parts: readonly (readonly [number, number])[]): number | null {
  const bottom = parts.reduce((n, [, d]) => n + d, 0);
  return bottom > 0 ? parts.reduce((n, [t]) => n + t, 0) / bottom : null;
}
