import { describe, expect, test } from 'vitest';
import { scoreRows } from '../../../../src/renderers/charts/score-rows.ts';
import { seatBars } from '../../../../src/renderers/charts/seat-bars.ts';
import { drawing, el, markup } from '../../../../src/renderers/charts/svg.ts';
import { shorten } from '../../../../src/renderers/charts/text.ts';
import { timeAxis } from '../../../../src/renderers/charts/time-axis.ts';
import { waterfall } from '../../../../src/renderers/charts/waterfall.ts';

const frame = { id: 'c', width: 860 };
const words = { title: 'Title', desc: 'Description' };

describe('the SVG builder', () => {
  test('escapes texts and attribute values', () => {
    const evil = '"><script>alert(1)</script>&\'';
    const svg = markup(drawing(frame, { title: evil, desc: evil }, 10, [el('text', { class: evil }, evil)]));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('class="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;"');
    expect(svg).toContain('<title id="c-t">&quot;&gt;&lt;script&gt;');
  });

  test('nothing but its own drawings passes unescaped', () => {
    for (const forged of [
      '<svg>',
      { markup: '<svg>' },
      JSON.parse('{"Symbol(drawn by our own charts)":"<svg>"}'),
      null,
    ]) {
      expect(() => markup(forged)).toThrow(TypeError);
    }
  });

  test('rounds coordinates to two digits', () => {
    expect(markup(drawing(frame, words, 1, [el('rect', { x: 1 / 3, y: 2 })]))).toContain('<rect x="0.33" y="2"/>');
  });
});

describe('the charts', () => {
  test('a score stands at its place on the 0-100 axis; bounds and interval are drawn', () => {
    const row = { name: 'P1', value: '50', score: 50, bounds: [0, 100] as const, interval: null };
    const scale = { bands: [{ name: 'all', short: 'all', to: 100 }], direction: 'higher is better →' };
    const svg = markup(scoreRows(frame, words, [row], scale));
    // plot from 250, width 860 - 250 - 160 = 450: 50 lies at 250 + 225 = 475
    expect(svg).toContain('<circle cx="475"');
    expect(svg).toContain('M250.0,60H700.0');
    expect(svg).toContain('higher is better →');
  });

  test('a construct without score is a hatched row and has no dot', () => {
    const row = { name: 'P3', value: 'insufficient evidence', score: null, bounds: [0, 100] as const, interval: null };
    const svg = markup(scoreRows(frame, words, [row], { bands: [{ name: 'a', short: 'a', to: 100 }], direction: '' }));
    expect(svg).toContain('url(#c-unknown)');
    expect(svg).toContain('insufficient evidence');
    expect(svg).not.toContain('<circle');
  });

  test('seats of the largest tool fill the plot, the others are in proportion', () => {
    const bar = (name: string, seats: number) => ({
      name,
      value: '',
      parts: [{ part: 'active' as const, seats, words: '' }],
    });
    const svg = markup(seatBars(frame, words, [bar('a', 100), bar('b', 25)]));
    // plot width 860 - 190 - 175 = 495; a quarter is 123.75
    expect(svg).toContain('width="495" height="18" class="t0"');
    expect(svg).toContain('width="123.75" height="18" class="t0"');
  });

  test('a waterfall below zero keeps every bar inside the plot', () => {
    const step = (from: number, to: number) => ({
      name: 's',
      value: '',
      from,
      to,
      kind: 'minus' as const,
      range: null,
    });
    const svg = markup(waterfall(frame, words, [step(0, 100), step(100, -50), step(0, -50)]));
    const xs = [...svg.matchAll(/<rect x="([\d.-]+)" y="[\d.]+" width="([\d.]+)"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    expect(xs).toHaveLength(3);
    for (const [x = 0, width = 0] of xs) {
      expect(x).toBeGreaterThanOrEqual(220);
      expect(x + width).toBeLessThanOrEqual(750.01);
    }
  });

  test('the time axis orders days and spans at least a month', () => {
    const axis = timeAxis(['2026-10-12'], 0, 310);
    expect(axis.at('2026-10-22') - axis.at('2026-10-12')).toBeCloseTo(100);
    const lines = axis.lines(0, 10, (day) => day, { day: '2026-10-12', words: 'as of' });
    expect(JSON.stringify(lines)).toContain('2026-11-01');
  });

  test('a text is cut between letters, an emoji family stays whole', () => {
    expect(shorten('abcdef', 100)).toBe('abcdef');
    expect(shorten('abcdefghij', 40)).toBe('abcde…');
    expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 32)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
  });
});
