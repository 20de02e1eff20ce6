import { toMinor } from '../../util/minor-units.ts';
import { moneyWords } from '../../util/money-words.ts';
import type { EstateTool } from '../estate.ts';
import type { Outcome } from '../outcome.ts';
import { FARTHEST, type FlipPoint, flipPoint, MAX_TOOLS_FOR_FLIP } from './flip-point.ts';
import type { Reversal } from './reversal.ts';

/** "This flips if ...": the break-even in words; null where nothing was chosen between. */
export function flipsIf(tool: EstateTool, reversal: Reversal | null, outcome: Outcome): string | null {
  const group = outcome.groupOf.get(tool.id);
  if (group === undefined || group.solution.status !== 'optimal') return null;
  const position = group.built.tools.findIndex(({ id }) => id === tool.id);
  if (group.built.problem.tools[position]?.state !== 'open')
    return 'It is set by a condition; the numbers do not turn it.';
  if (group.built.tools.length > MAX_TOOLS_FOR_FLIP) return null;
  if (reversal?.isWithheld === true)
    return `Where it turns is withheld: the number would tell how many are in a group of fewer than ${outcome.k} people.`;
  const kept = (group.solution.best.kept & (1 << position)) !== 0;
  const flip = flipPoint(group.built.problem, position, kept);
  if (flip === null)
    return `Neither its price nor the cost of moving turns it, at anything from nothing to ${FARTHEST} times.`;
  return flip.parameter === 'price' ? priceWords(tool, flip, outcome) : migrationWords(flip, outcome);
}

function priceWords(tool: EstateTool, flip: FlipPoint, outcome: Outcome): string {
  const seat = tool.cost?.seat ?? 0;
  const now = seat > 0 ? seat : (tool.cost?.platform ?? 0);
  const unit = seat > 0 ? 'a seat of it' : 'it';
  const turn = flip.factor > 1 ? 'more' : 'less';
  return `It flips if ${unit} costs ${turn} than ${moneyWords(Math.round(now * flip.factor), outcome.currency)} a year (now ${moneyWords(now, outcome.currency)}).`;
}

function migrationWords(flip: FlipPoint, outcome: Outcome): string {
  const now = toMinor(outcome.policy.costs.migration_per_person.likely, outcome.currency);
  const turn = flip.factor > 1 ? 'more' : 'less';
  return `It flips if moving a person costs ${turn} than ${moneyWords(Math.round(now * flip.factor), outcome.currency)} (assumed ${moneyWords(now, outcome.currency)}).`;
}
