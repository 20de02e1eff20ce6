import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, readable } from '../../../../src/renderers/html/colour.ts';
import { themeCss } from '../../../../src/renderers/html/theme.ts';

test('contrast of black on white is 21, of a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#1f5f8b', '#1f5f8b')).toBe(1);
});

test('any accent becomes readable on light and on dark paper', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (accent) => {
      expect(contrast(readable(accent, '#fdfcfa', 5.5), '#fdfcfa')).toBeGreaterThanOrEqual(5.5);
      expect(contrast(readable(accent, '#17181b', 5.5), '#17181b')).toBeGreaterThanOrEqual(5.5);
    }),
  );
});

test('texts on both papers reach 4.5:1', () => {
  const css = themeCss('#ffee00');
  const blocks = css
    .split('\n')
    .map((line) => Object.fromEntries([...line.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]])));
  expect(blocks).toHaveLength(3);
  for (const { paper = '', sheet = '', ink = '', muted = '', accent = '', ...rest } of blocks) {
    for (const text of [ink, muted, accent, rest['warm-deep'] ?? ''])
      expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(muted, sheet)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rest['on-accent'] ?? '', rest['tint-4'] ?? '')).toBeGreaterThanOrEqual(4.5);
    for (const tint of ['tint-0', 'tint-1', 'tint-2', 'tint-3']) {
      expect(contrast(ink, rest[tint] ?? ''), `${tint} on ${paper}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('an accent that is no colour cannot leave the style block', () => {
  expect(themeCss('red}</style><script>')).toBe(themeCss('#1f5f8b'));
});
