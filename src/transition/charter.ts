import type { Transition } from '../model/audit/transition.ts';
import type { HomeOf } from './kept-homes.ts';

type Channel = Transition['charter'][number];

/** Purpose matrix of METHOD 4.5; reply times are a draft that teams change (grade D). First capability found wins. */
const CHANNELS: readonly (Omit<Channel, 'tool'> & { readonly capabilities: readonly string[] })[] = [
  {
    channel: 'Emergency',
    capabilities: ['telephony', 'incident_response', 'team_chat'],
    use: 'Customers or money are hurt now',
    reply: 'at once, by whoever is on duty',
    escalation: 'call the next name on the duty list after 15 minutes',
  },
  {
    channel: 'Quick question',
    capabilities: ['team_chat'],
    use: 'A short question to a public channel; link the page that answers it',
    reply: 'within one working day of the reader',
    escalation: 'ask in the team channel, then its lead',
  },
  {
    channel: 'Discussion',
    capabilities: ['threaded_discussion', 'wiki', 'team_chat'],
    use: 'Anything that needs thought: one thread, one subject, a date by which it closes',
    reply: 'within two working days',
    escalation: 'the author decides at the date given',
  },
  {
    channel: 'Decision',
    capabilities: ['decision_log', 'wiki', 'docs_coediting'],
    use: 'A proposal with driver, approver, options and the record of what was decided',
    reply: 'comments by the due date in the record',
    escalation: 'the approver decides without those who did not answer',
  },
  {
    channel: 'Status of work',
    capabilities: ['task_tracking', 'project_planning', 'issue_tracking'],
    use: 'Who does what by when; no status by message or meeting',
    reply: 'item brought up to date once a week',
    escalation: 'comment on the item, then its owner',
  },
  {
    channel: 'Reference',
    capabilities: ['wiki', 'process_docs', 'docs_coediting'],
    use: 'What stays true: procedures, agreements, how-to',
    reply: 'owner answers within three working days',
    escalation: 'the owner named on the page',
  },
  {
    channel: 'Live talk',
    capabilities: ['video_meetings'],
    use: 'To decide, to debate or to bond; a document 24 hours before, notes after',
    reply: 'invitation answered within one working day',
    escalation: 'no document, no meeting',
  },
  {
    channel: 'Recorded talk',
    capabilities: ['async_video', 'video_meetings'],
    use: 'Showing instead of meeting; up to five minutes, with a written line on top',
    reply: 'within two working days',
    escalation: 'turn it into a discussion',
  },
  {
    channel: 'Outside',
    capabilities: ['email', 'shared_inbox'],
    use: 'People outside the organisation; not for work among colleagues',
    reply: 'within one working day',
    escalation: 'the shared address of the team',
  },
];

/** The channel matrix, drafted from the tools that stay; null where no tool in use does the job. */
export function charterOf(homeOf: HomeOf, nameOf: (tool: string) => string): Channel[] {
  return CHANNELS.map(({ capabilities, channel, use, reply, escalation }) => {
    const tool = capabilities.map(homeOf).find((home) => home !== null) ?? null;
    return { channel, tool: tool === null ? null : nameOf(tool), use, reply, escalation };
  });
}
