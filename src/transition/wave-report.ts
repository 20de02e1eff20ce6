import type { Move, Wave } from '../model/audit/transition.ts';
import { addDays, daysBetween } from '../util/day-arithmetic.ts';
import { moneyWords } from '../util/money-words.ts';
import { textOrder } from '../util/text-order.ts';
import { type DatedMove, WAVE_DAYS } from './schedule.ts';

export interface WaveSetting {
  readonly asOf: string;
  readonly currency: string;
  readonly bufferDays: number;
  /** Teams whose size may be told. */
  readonly printableTeams: ReadonlySet<string>;
}

const GATE =
  'At least 95 % of objects moved, no critical integration failing, at least 80 % of former users active within 14 days, help tickets falling for two weeks.';

/** Wave 0 (charter and homes) and the waves of moves. */
export function waveReport(moves: readonly DatedMove[], setting: WaveSetting): Wave[] {
  const last = Math.max(0, ...moves.map(({ wave }) => wave));
  const numbered = Array.from({ length: last }, (_, at) => at + 1)
    .map((id) => ({ id, members: moves.filter(({ wave }) => wave === id) }))
    .filter(({ members }) => members.length > 0);
  return [
    {
      id: 0,
      title: 'Charter, decision rights and homes',
      from: setting.asOf,
      to: addDays(setting.asOf, setting.bufferDays),
      moves: [],
      gate: 'Charter signed by each team; a home declared for every kind of object; a driver and an approver named for each decision.',
    },
    ...numbered.map(({ id, members }) => waveOf(id, members, setting)),
  ];
}

function waveOf(id: number, members: readonly DatedMove[], setting: WaveSetting): Wave {
  const migrations = members.filter(({ movement }) => movement.isMigration);
  const sorted = (days: string[]) => days.sort(textOrder);
  const from = sorted(migrations.map(({ dates }) => dates.start))[0] ?? setting.asOf;
  const to = sorted(migrations.map(({ dates }) => dates.parallelEnds)).at(-1) ?? addDays(setting.asOf, WAVE_DAYS);
  return {
    id,
    title: titleOf(id, migrations.length),
    from,
    to,
    moves: members.map((member) => moveOf(member, setting)),
    gate: migrations.length === 0 ? 'Notices sent in the form that the contract asks for, and confirmed.' : GATE,
  };
}

function titleOf(id: number, migrations: number): string {
  if (id !== 1) return migrations === 1 ? 'One migration' : `${migrations} migrations`;
  return migrations === 0 ? 'What needs no migration' : 'A visible win at low risk, and what needs no migration';
}

function moveOf({ movement, dates, after, delayedFrom }: DatedMove, setting: WaveSetting): Move {
  const { decision, tool, target, isMigration, teams, load } = movement;
  const total = [...load.values()].reduce((sum, units) => sum + units, 0);
  return {
    id: movement.id,
    decision: decision.id,
    tool: tool.id,
    target: target?.id ?? null,
    verdict: decision.verdict,
    start: isMigration ? dates.start : null,
    goNoGo: dates.goNoGo,
    noticeDeadline: dates.noticeDeadline,
    cutOver: isMigration ? dates.cutOver : null,
    parallelEnds: isMigration ? dates.parallelEnds : null,
    contractEnd: dates.noticeDeadline === null ? null : dates.exit,
    teams: isMigration ? teams.filter((team) => setting.printableTeams.has(team)) : [],
    // In halves, upwards: a finer figure would tell how many people of a small group are touched.
    load: Math.ceil(total * 2) / 2,
    after: [...after],
    note: noteOf(movement, dates, delayedFrom, setting),
  };
}

function noteOf(
  { tool: { name }, saving, isMigration }: DatedMove['movement'],
  dates: DatedMove['dates'],
  delayedFrom: string | null,
  { currency }: WaveSetting,
): string | null {
  const notes: string[] = [];
  if (dates.renewedBecause === 'notice missed') {
    notes.push(`Notice for the term ending ${dates.currentEnd} is past; ${name} is paid until ${dates.exit}.`);
  }
  if (dates.renewedBecause === 'too little time' && delayedFrom === null) {
    notes.push(`The time before ${dates.currentEnd} is too short; ${name} is paid until ${dates.exit}.`);
  }
  if (delayedFrom !== null) {
    const price = Math.round((saving * daysBetween(delayedFrom, dates.exit)) / 365);
    const cost = price > 0 ? ` That moves ${moneyWords(price, currency)} of saving.` : '';
    notes.push(
      `Order or capacity puts it after the term ending ${delayedFrom}; it is paid until ${dates.exit}.${cost}`,
    );
  }
  if (isMigration && dates.noticeDeadline !== null && dates.cutOver > dates.noticeDeadline && notes.length === 0) {
    notes.push(`Notice must be sent on ${dates.noticeDeadline}, before the cut-over is proven.`);
  }
  return notes.length === 0 ? null : notes.join(' ');
}
