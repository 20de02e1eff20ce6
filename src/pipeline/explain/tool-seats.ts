import type { Audit } from '../../model/audit/audit.ts';
import { type AuditTool, OTHER_TEAMS, type Seats } from '../../model/audit/structure.ts';
import { count, percentOf, plain } from './numbers.ts';

const UNKNOWN_BECAUSE = {
  'no-source': 'no source sees an account',
  'not-told': 'the source does not tell the last use',
  'sign-ins-only': 'only sign-ins are known, and silence there proves nothing',
  'out-of-date': 'the source is older than the end of the period',
} as const;

/** Seats as sums that add up, the recommended number with its reserve, and the other thresholds. */
export function seatLines({ seats, users, teams }: AuditTool, { policy }: Audit): string[] {
  const { purchased, assigned, spare, thresholdDays } = seats;
  return [
    purchased !== null && assigned !== null && spare !== null
      ? `Seats: purchased ${plain(purchased)}, assigned ${plain(assigned)}, spare ${plain(purchased)} - ${plain(assigned)} = ${plain(spare)}${purchased < assigned ? ', so more are assigned than bought' : ''}.`
      : `Seats: purchased ${count(purchased)}, assigned ${count(assigned)}, spare ${count(spare)}.`,
    `By use in the last ${thresholdDays} days of the period: ${stateWords(seats)}.`,
    ...unknownLine(seats),
    recommendedLine(seats, policy.seat_buffer),
    ...(seats.sensitivity ?? []).map(
      (at) =>
        `At ${at.thresholdDays} days: active ${count(at.active)}, inactive ${count(at.inactive)}, unknown ${count(at.unknown)}, recommended ${count(at.recommended)}.`,
    ),
    ...(seats.byTeam ?? []).map(
      ({ team, active, inactive, unknown }) =>
        `${team === OTHER_TEAMS ? 'Other teams' : team}: active ${count(active)}, inactive ${count(inactive)}, unknown ${count(unknown)}.`,
    ),
    `People active in the window: ${count(users)}, in ${count(teams)} teams.`,
  ];
}

const STATES = ['active', 'inactive', 'unknown', 'grace', 'leavers'] as const;

/** `40 active + 12 inactive = 52 people with a seat`; without a sum where one of them is not told. */
function stateWords(seats: Seats): string {
  const values = STATES.map((state) => ({ state, value: seats[state] }));
  if (values.every(({ value }) => value === null)) return 'unknown, since no source sees an account';
  const outside = seats.unassignedActive;
  const beside = outside === 0 || outside === null ? '' : `; ${count(outside)} active without a seat`;
  if (values.some(({ value }) => typeof value !== 'number'))
    return `${values.map(({ state, value }) => `${state} ${count(value)}`).join(', ')}${beside}`;
  const shown = values.filter(({ value }) => value !== 0);
  const sum = values.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);
  const words =
    shown.length === 0 ? '0' : shown.map(({ state, value }) => `${plain(Number(value))} ${state}`).join(' + ');
  return `${words} = ${plain(sum)}${sum === seats.assigned ? ' assigned' : ''}${beside}`;
}

function unknownLine({ unknownBecause }: Seats): string[] {
  if (unknownBecause === undefined || unknownBecause.length === 0) return [];
  return [`Unknown because ${unknownBecause.map((reason) => UNKNOWN_BECAUSE[reason]).join('; ')}.`];
}

function recommendedLine({ active, grace, unknown, recommended }: Seats, buffer: number): string {
  const rule = `active + grace + unknown, and a reserve of ${percentOf(buffer)}, rounded up, not under the contract’s minimum, never above what is bought unless more are needed`;
  const parts = [active, grace, unknown];
  if (typeof recommended !== 'number' || parts.some((part) => typeof part !== 'number'))
    return `Recommended: ${count(recommended)} (${rule}).`;
  const needed = parts.reduce<number>((total, part) => total + Number(part), 0);
  const wanted = Math.ceil(needed * (1 + buffer) - 1e-9);
  const steps = `(${parts.map((part) => plain(Number(part))).join(' + ')}) x ${plain(1 + buffer)} = ${plain(needed * (1 + buffer))}`;
  const held = wanted === recommended ? '' : ', held by what is bought or by the contract’s minimum';
  return `Recommended: ${steps}, so ${plain(recommended)}${held} (${rule}).`;
}
