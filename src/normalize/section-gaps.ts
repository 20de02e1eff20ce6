import type { Gap } from '../model/evidence.ts';
import type { Observation, SourceRecord } from '../model/observation.ts';
import type { ByKind } from './by-kind.ts';

interface Section {
  readonly section: string;
  /** Observation kinds, any of which supplies it. */
  readonly kinds: readonly Observation['kind'][];
  readonly title: string;
  readonly why: string;
  readonly wouldSupply: string;
}

/** What each section of the snapshot is for and what would fill it, in the words of DESIGN 6. */
const SECTIONS: readonly Section[] = [
  {
    section: 'inventory',
    kinds: [],
    title: 'No inventory',
    why: 'Without a list of the tools the organisation knows of, every tool seen elsewhere counts as unlisted or shadow.',
    wouldSupply: 'The template inventory: name, and where known vendor, owner, department, purpose, capabilities.',
  },
  {
    section: 'people',
    kinds: ['person'],
    title: 'No people list',
    why: 'Teams, leavers, time zones and the size of the population are unknown.',
    wouldSupply: 'The template people, or an export of the HR system: email and team.',
  },
  {
    section: 'accounts',
    kinds: ['account', 'usage-event', 'usage-log'],
    title: 'No accounts or usage',
    why: 'Who has a seat and who uses it is unknown; no seat can be called unused.',
    wouldSupply: 'The template usage, a member export of the tools, or sign-ins of the identity provider.',
  },
  {
    section: 'usageDays',
    kinds: ['usage-event', 'usage-log'],
    title: 'No usage events',
    why: 'Activity by day is unknown: overlap and fragmentation rest on accounts instead of person-days.',
    wouldSupply: 'The template events, or the sign-in log of the identity provider.',
  },
  {
    section: 'contracts',
    kinds: ['contract'],
    title: 'No contracts',
    why: 'Ends, notice dates, minimum seats and agreed prices are unknown; nothing can be dated.',
    wouldSupply: 'The template contracts: tool, currency, end, and where known seats, price and notice.',
  },
  {
    section: 'spend',
    kinds: ['spend'],
    title: 'No spend',
    why: 'What is really paid, and for which tools outside the inventory, is unknown.',
    wouldSupply: 'The template spend, or an export of the cards, the ledger or the expense system.',
  },
  {
    section: 'integrations',
    kinds: ['integration'],
    title: 'No integrations',
    why: 'Which tools are joined, and which work is carried by hand, is unknown.',
    wouldSupply: 'The template integrations: from, to, kind, and where known last seen and hand-offs a week.',
  },
  {
    section: 'meetings',
    kinds: ['meeting'],
    title: 'No calendar',
    why: 'Meeting load, focus time and meetings without a document are unknown.',
    wouldSupply: 'The template meetings, or a calendar export.',
  },
  {
    section: 'messages',
    kinds: ['messages'],
    title: 'No message counts',
    why: 'Public, private and after-hours shares of messages are unknown.',
    wouldSupply: 'The template messages, or the analytics export of the chat tool.',
  },
  {
    section: 'documents',
    kinds: ['document'],
    title: 'No documents',
    why: 'Freshness, ownership and the home of written work are unknown.',
    wouldSupply: 'The template documents, or a page list of the wiki.',
  },
  {
    section: 'workItems',
    kinds: ['work-item'],
    title: 'No work items',
    why: 'Cycle times and the link from work to goals are unknown.',
    wouldSupply: 'The template work_items, or an export of the tracker.',
  },
  {
    section: 'decisions',
    kinds: ['decision'],
    title: 'No decision records',
    why: 'Who decides, how fast and where it is written down is unknown.',
    wouldSupply: 'The template decisions, or the decision log.',
  },
  {
    section: 'homes',
    kinds: ['home'],
    title: 'No declared homes',
    why: 'Without the agreed home of each kind of object the single-source index is undefined.',
    wouldSupply: 'The template homes: object_type and home.',
  },
  {
    section: 'needs',
    kinds: ['need'],
    title: 'No declared needs',
    why: 'What teams must be able to do is inferred from what they use.',
    wouldSupply: 'The template needs: team and capability.',
  },
  {
    section: 'survey',
    kinds: ['survey-answer'],
    title: 'No survey',
    why: 'What people say cannot be set beside what is measured.',
    wouldSupply: 'The template survey: answers by question and team.',
  },
  {
    section: 'responses',
    kinds: ['response'],
    title: 'No questions and answers',
    why: 'How long people wait for an answer is unknown.',
    wouldSupply: 'The template responses: asked and recipient, and answered where there is an answer.',
  },
  {
    section: 'processes',
    kinds: ['process'],
    title: 'No list of critical processes',
    why: 'Which of the processes that must not fail are written down is unknown; the list is never inferred.',
    wouldSupply: 'The template processes: process, and where known procedure, current and reviewed.',
  },
];

function gapOf({ section, title, why, wouldSupply }: Section): Gap {
  return { id: `missing-${section}`, section, title, why, wouldSupply };
}

/**
 * One gap for each section that no source supplies. A source that promises a section and holds nothing of it leaves an
 * empty list, which is known; a section whose gap the collection already explains gets no second one, and neither does
 * one that the privacy profile withholds.
 */
export function sectionGaps(
  kinds: ByKind,
  sources: readonly SourceRecord[],
  collected: readonly Gap[],
  withheld: readonly string[],
): Gap[] {
  const promised = new Set(sources.flatMap((source) => source.provides));
  const explained = new Set([...collected.map((gap) => gap.section), ...withheld]);
  const hasInventory = kinds['tool-seen'].some((row) => row.origin === 'inventory');
  const isSupplied = (section: Section) =>
    section.kinds.some((kind) => kinds[kind].length > 0) ||
    promised.has(section.section) ||
    (section.section === 'inventory' && hasInventory);
  return SECTIONS.filter((section) => !isSupplied(section) && !explained.has(section.section)).map(gapOf);
}
