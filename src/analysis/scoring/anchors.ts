import type { Anchor } from '../../model/policy.ts';
import type { Shape } from './shape.ts';

/** Whether a policy's anchors are of the kind that the shape has: two of a line, four of a band. */
export function fitsShape({ kind }: Shape, override: Anchor): boolean {
  return (kind === 'band' || kind === 'logband') === 'band' in override;
}

/** The shape in force. Anchors of the other kind change nothing; `collect` refuses such a policy before it comes here. */
export function withAnchors(shape: Shape, override: Anchor | undefined): Shape {
  if (override === undefined || !fitsShape(shape, override)) return shape;
  if (shape.kind === 'band' || shape.kind === 'logband') {
    return 'band' in override ? { kind: shape.kind, flanks: override.band } : shape;
  }
  if ('band' in override) return shape;
  return { kind: override.good < override.bad ? 'low' : 'high', good: override.good, bad: override.bad };
}

/** "good 8, bad 20" for a line, "none 0.2, severe 0.7" for a severity, four corners for a band. */
export function describeAnchors(shape: Shape, reading: 'score' | 'severity'): string {
  if (shape.kind === 'band' || shape.kind === 'logband') {
    const [z0, g0, g1, z1] = shape.flanks;
    const scale = shape.kind === 'logband' ? ', on a logarithmic scale' : '';
    return `best ${plain(g0)} to ${plain(g1)}, worst at ${plain(z0)} and ${plain(z1)}${scale}`;
  }
  const [best, worst] = reading === 'score' ? ['good', 'bad'] : ['none', 'severe'];
  return `${best} ${plain(shape.good)}, ${worst} ${plain(shape.bad)}`;
}

function plain(n: number): string {
  return String(Number(n.toPrecision(4)));
}
