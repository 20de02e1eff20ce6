type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];

function parse(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function print(colour: Rgb): string {
  return `#${colour.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const channel = (i: 0 | 1 | 2): number => a[i] * (1 - share) + b[i] * share;
  return [channel(0), channel(1), channel(2)];
}

/** Relative luminance 0..1 as WCAG 2.2 defines it. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => {
    const s = c / 255;
    return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio 1..21 of two `#rrggbb` colours (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** `share` of `other` in `one`, both `#rrggbb`. */
export function blend(one: string, other: string, share: number): string {
  return print(mix(parse(one), parse(other), share));
}

/** The accent, moved towards black (on light paper) or white (on dark) until it reads at `least` on the paper. */
export function readable(accent: string, paper: string, least: number): string {
  const end: Rgb = luminance(parse(paper)) > 0.4 ? [0, 0, 0] : WHITE;
  for (let step = 0; step <= 20; step += 1) {
    const tried = print(mix(parse(accent), end, step / 20));
    if (contrast(tried, paper) >= least) return tried;
  }
  return print(end);
}
