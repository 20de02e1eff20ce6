/**
 * How a raw value becomes 0..100 (METHOD 0.1). `low` and `high` are one line through two anchors: `good` scores 100,
 * `bad` scores 0. For challenges `good` reads "no trouble" and `bad` "severe".
 */
export type Shape = Line<'low'> | Line<'high'> | Plateau<'band'> | Plateau<'logband'>;

interface Line<Kind> {
  readonly kind: Kind;
  readonly good: number;
  readonly bad: number;
}

interface Plateau<Kind> {
  readonly kind: Kind;
  readonly flanks: Flanks;
}

/** 0 at zeroLow, rising to 100 at goodLow, flat to goodHigh, falling to 0 at zeroHigh. */
export type Flanks = readonly [zeroLow: number, goodLow: number, goodHigh: number, zeroHigh: number];

export function low(good: number, bad: number): Shape {
  return { kind: 'low', good, bad };
}

export function high(bad: number, good: number): Shape {
  return { kind: 'high', good, bad };
}

export function band(...flanks: Flanks): Shape {
  return { kind: 'band', flanks };
}

export function logband(...flanks: Flanks): Shape {
  return { kind: 'logband', flanks };
}

/** Score 0..100 of a raw value in the signal's unit. */
export function scoreOf(value: number, shape: Shape): number {
  if (shape.kind === 'low' || shape.kind === 'high') {
    return 100 * clamp((shape.bad - value) / (shape.bad - shape.good));
  }
  if (shape.kind === 'band') return 100 * trapezoid(value, shape.flanks);
  // A latency of zero has no logarithm; it lies below every positive anchor.
  if (value <= 0) return 0;
  const [z0, g0, g1, z1] = shape.flanks;
  return 100 * trapezoid(Math.log(value), [Math.log(z0), Math.log(g0), Math.log(g1), Math.log(z1)]);
}

function trapezoid(v: number, [z0, g0, g1, z1]: Flanks): number {
  if (v >= g0 && v <= g1) return 1;
  return v < g0 ? clamp((v - z0) / (g0 - z0)) : clamp((z1 - v) / (z1 - g1));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
