import { isChallenge } from '../../analysis/principles/constructs.ts';
import { describeAnchors, withAnchors } from '../../analysis/scoring/anchors.ts';
import { type Flanks, high, low, type Shape, scoreOf } from '../../analysis/scoring/shape.ts';
import type { Signal } from '../../model/audit/profile.ts';
import type { Policy } from '../../model/policy.ts';
import { plain, score as scoreText } from './numbers.ts';

/** Anchors are written with four digits, so a score read off them may differ in the last one shown. */
const NEAR = 0.05;

/** `100 x (20 - 11.4)/(20 - 8) = 71.7`; null without a score, or where the anchors in force cannot be told. */
export function scoreArithmetic(signal: Signal, own: Shape, policy: Policy): string | null {
  const { id, value, score, anchors } = signal;
  if (value === null || score === null) return null;
  const severity = isChallenge(id);
  const shape = shapeInForce(id, own, anchors, policy);
  if (shape === null) return null;
  const plainScore = scoreOf(value, shape);
  if (Math.abs((severity ? 100 - plainScore : plainScore) - score) > NEAR) return null;
  const [steps, unheld] = workedOut(value, shape, severity);
  return unheld < -1e-9 || unheld > 100 + 1e-9
    ? `${steps} = ${scoreText(unheld)}, held at ${scoreText(score)}`
    : `${steps} = ${scoreText(score)}`;
}

/** The registry's shape with the anchors of the policy; where the audit states others, as for answers of people, those. */
function shapeInForce(id: string, own: Shape, anchors: string, policy: Policy): Shape | null {
  const shape = withAnchors(own, policy.anchors[id]);
  if (describeAnchors(shape, isChallenge(id) ? 'severity' : 'score') === anchors) return shape;
  const [, best, worst] = /^(?:good|none) (-?[\d.]+), (?:bad|severe) (-?[\d.]+)$/.exec(anchors) ?? [];
  if (best === undefined || worst === undefined || best === worst) return null;
  const [good, bad] = [Number(best), Number(worst)];
  return good < bad ? low(good, bad) : high(bad, good);
}

/** The formula with its numbers, and its result before it is held between 0 and 100. */
function workedOut(value: number, shape: Shape, severity: boolean): readonly [string, number] {
  if (shape.kind === 'low' || shape.kind === 'high') return line(value, shape, severity);
  const [steps, result] = trapezoid(value, shape.flanks, shape.kind === 'logband');
  return severity ? [`100 - ${steps}`, 100 - result] : [steps, result];
}

/** Lines go from the anchor that scores 0 to the one that scores 100: for a severity from `none` to `severe`. */
function line(
  value: number,
  { good, bad }: { readonly good: number; readonly bad: number },
  severity: boolean,
): readonly [string, number] {
  const [zero, full] = severity ? [good, bad] : [bad, good];
  const result = (100 * (value - zero)) / (full - zero);
  const steps =
    full > zero
      ? `(${plain(value)} - ${plain(zero)})/(${plain(full)} - ${plain(zero)})`
      : `(${plain(zero)} - ${plain(value)})/(${plain(zero)} - ${plain(full)})`;
  return [`100 x ${steps}`, result];
}

function trapezoid(value: number, [z0, g0, g1, z1]: Flanks, logarithmic: boolean): readonly [string, number] {
  if (value >= g0 && value <= g1) return [`100 x 1 (${plain(value)} lies between ${plain(g0)} and ${plain(g1)})`, 100];
  if (logarithmic && value <= 0) return [`100 x 0 (${plain(value)} lies below every anchor)`, 0];
  const at = (n: number) => (logarithmic ? Math.log(n) : n);
  const text = (n: number) => (logarithmic ? `ln ${plain(n)}` : plain(n));
  if (value < g0) {
    const result = (100 * (at(value) - at(z0))) / (at(g0) - at(z0));
    return [`100 x (${text(value)} - ${text(z0)})/(${text(g0)} - ${text(z0)})`, result];
  }
  const result = (100 * (at(z1) - at(value))) / (at(z1) - at(g1));
  return [`100 x (${text(z1)} - ${text(value)})/(${text(z1)} - ${text(g1)})`, result];
}
