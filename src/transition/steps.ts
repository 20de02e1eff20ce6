import type { Profile } from '../model/audit/profile.ts';
import type { Structure } from '../model/audit/structure.ts';
import type { Transition } from '../model/audit/transition.ts';

type Step = Transition['steps'][number];

const ENOUGH_DECISIONS = 0.7;
const ENOUGH_SINGLE_SOURCE = 0.7;
const MOST_EFFECTIVE_TOOLS = 1.5;

/** The five steps as gates, with what was measured today (METHOD 4.4). */
export function stepsOf(structure: Structure, profile: Profile, moves: number): Step[] {
  const words = (ids: readonly string[]) => measuredWords(profile, ids);
  return [
    {
      step: 1,
      title: 'Communication charter',
      criterion: 'Charter signed in each team; the channel matrix covers at least 90 % of message volume.',
      value:
        words(['P1.4', 'P1.3', 'D1.5']) ?? 'No charter is on file; signals of the way of talking are not connected.',
      state: 'not assessed',
      actions: ['Teams rewrite the draft charter together', 'Set quiet hours per time zone', 'Name the emergency path'],
    },
    decisionStep(profile, words(['P5.2', 'P5.5', 'D2.4'])),
    sourceStep(structure, words(['P2.4', 'D4.3'])),
    cleanUpStep(structure, moves),
    {
      step: 5,
      title: 'Train for async',
      criterion: 'At least 80 % of leads and 60 % of staff trained; first use within 14 days.',
      value: words(['C1.2', 'C1.5']) ?? 'No attendance or adoption record is connected.',
      state: 'not assessed',
      actions: [
        'Train writing first: weekly update, proposal, handover',
        'Then the tools, team by team with the waves',
      ],
    },
  ];
}

function decisionStep(profile: Profile, words: string | null): Step {
  const share = signalValue(profile, 'P5.2');
  return {
    step: 2,
    title: 'Decision frameworks',
    criterion: `At least ${ENOUGH_DECISIONS} of the last 20 records name one driver and one approver (P5.2).`,
    value: words ?? 'Decision records are not connected.',
    state: share === null ? 'not assessed' : share >= ENOUGH_DECISIONS ? 'met' : 'not met',
    actions: ['Keep one decision log', 'Fill the records drafted here', 'Separate driver from approver'],
  };
}

function sourceStep({ singleSource }: Structure, words: string | null): Step {
  const { index, state, byType, homes } = singleSource;
  const undeclared = byType.filter(({ home }) => home === null).length;
  const value =
    index === null
      ? 'No home is declared per kind of object, so the share at home is undefined.'
      : `${Math.round(index * 100)} % of objects are in their declared home; ${homes.length} homes declared, ${undeclared} kinds without one.`;
  const isMet = index !== null && index >= ENOUGH_SINGLE_SOURCE && undeclared === 0;
  return {
    step: 3,
    title: 'Single source of truth',
    criterion: `A home declared for every kind of object; index at least ${ENOUGH_SINGLE_SOURCE}.`,
    value: words === null ? value : `${value} ${words}`,
    state: index === null && state === 'not-connected' ? 'not assessed' : isMet ? 'met' : 'not met',
    actions: [
      'Declare the homes proposed here',
      'Move what is elsewhere, or link it',
      'Close the old places for writing',
    ],
  };
}

function cleanUpStep({ capabilities }: Structure, moves: number): Step {
  const measured = capabilities.filter(
    ({ oneHome, effectiveTools }) => oneHome === 'strong' && effectiveTools.d1 !== null,
  );
  const wide = measured.filter(({ effectiveTools }) => (effectiveTools.d1 ?? 0) > MOST_EFFECTIVE_TOOLS);
  const names = wide.map(({ name }) => name).join(', ');
  const value =
    measured.length === 0
      ? 'Use per tool is not connected.'
      : `${wide.length} of ${measured.length} jobs that belong in one place are spread over more than ${MOST_EFFECTIVE_TOOLS} effective tools${names === '' ? '' : `: ${names}`}.`;
  return {
    step: 4,
    title: 'Tool clean-up',
    criterion: `Waves done, activity in retired tools below 2 %, savings booked; at most ${MOST_EFFECTIVE_TOOLS} effective tools per job.`,
    value,
    state: measured.length === 0 ? 'not assessed' : wide.length === 0 && moves === 0 ? 'met' : 'not met',
    actions: moves === 0 ? ['Keep the list of tools current'] : [`Carry out the ${moves} decisions of the waves below`],
  };
}

function allSignals(profile: Profile) {
  return [...profile.principles, ...profile.differences, ...profile.challenges].flatMap(({ signals }) => signals);
}

function signalValue(profile: Profile, id: string): number | null {
  return allSignals(profile).find((signal) => signal.id === id && signal.state.startsWith('measured'))?.value ?? null;
}

function measuredWords(profile: Profile, ids: readonly string[]): string | null {
  const found = ids.flatMap((id) => {
    const signal = allSignals(profile).find((each) => each.id === id && each.state.startsWith('measured'));
    return signal === undefined
      ? []
      : [`${signal.words.charAt(0).toUpperCase()}${signal.words.slice(1).replace(/\.$/, '')} (${id}).`];
  });
  return found.length === 0 ? null : found.join(' ');
}
