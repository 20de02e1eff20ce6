import { isStatusMeeting, seriesOf, statusSeries } from '../principles/status-meetings.ts';
import { makeFinding } from './make-finding.ts';
import { type MeasuredSignal, measuredSignal } from './measured-signal.ts';
import type { FindingContext, FindingRule } from './rule.ts';
import { numberOf } from './words.ts';

/** Where METHOD's anchors say that trouble starts (P3.4 and D1.3). */
const SHARE_OF_HOURS = 0.1;
const HOURS_A_WEEK = 1;

export const statusMeetings = {
  meta: {
    id: 'status-meetings',
    title: 'Status meetings that could be written',
    condition:
      'Series of at least 4 attendees, 4 occurrences in the window and no document, with 10 % of all meeting hours or 1 hour a week for each person, attended by a group of k people in all. No series is named.',
    reference: 'METHOD 1 P3.4, D1.3, Annex A, 6a.9',
    step: 1,
  },
  find(context) {
    const hours = measuredSignal(context.profile, 'D1.3');
    const share = measuredSignal(context.profile, 'P3.4');
    if (hours === null || hours.value <= 0) return [];
    if (hours.value < HOURS_A_WEEK && (share?.value ?? 0) < SHARE_OF_HOURS) return [];
    const { series, people } = attended(context);
    if (people < context.facts.k.collaboration) return [];
    const weekly = hours.value * context.facts.population.length;
    return [
      makeFinding(
        {
          rule: 'status-meetings',
          title: `${numberOf(series, 'recurring round', 'recurring rounds')} without a document ${series === 1 ? 'takes' : 'take'} about ${Math.round(weekly)} person-hours a week that could be written`,
          severity: 'look',
          because: because(hours, share),
        },
        [],
        hours.evidence,
      ),
    ];
  },
} satisfies FindingRule;

/** How many series there are, and how many people of the organisation sit in any of them. */
function attended({ facts }: FindingContext): { readonly series: number; readonly people: number } {
  const known = facts.meetings().meetings.filter((meeting) => isStatusMeeting(meeting) !== null);
  const status = statusSeries(known);
  const people = new Set(status.flatMap((meeting) => meeting.people)).size;
  return { series: new Set(status.map(seriesOf)).size, people };
}

function because({ words }: MeasuredSignal, share: MeasuredSignal | null): string[] {
  return [
    `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    ...(share === null ? [] : [`${Math.round(share.value * 100)} % of meeting hours go into rounds of that kind.`]),
    'A written update by a fixed day does the same work; what has to be decided or debated stays a meeting.',
  ];
}
