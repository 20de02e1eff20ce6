import type { Shape } from './shape.ts';

/** Anchors as a policy file states them. */
export interface AnchorOverride {
  readonly good: number;
  readonly bad: number;
}

/**
 * The shape in force. A policy replaces the two anchors of a line; a band has four, so the override does not apply to it,
 * and neither do two equal anchors, which give no direction.
 */
export function withAnchors(shape: Shape, override: AnchorOverride | undefined): Shape {
  if (override === undefined || override.good === override.bad) return shape;
  if (shape.kind === 'band' || shape.kind === 'logband') return shape;
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
