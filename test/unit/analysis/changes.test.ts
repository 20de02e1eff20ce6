import { describe, expect, it } from 'vitest';
import { compareAudits } from '../../../src/analysis/changes.ts';
import { sampleAudit } from '../../support/audit-sample.ts';

const causeOf = (changes: ReturnType<typeof compareAudits>, id: string) =>
  changes.figures.find((figure) => figure.id === id)?.cause;

describe('compareAudits', () => {
  it('reads a figure on the same sources and rules as a movement of the organisation', () => {
    const [before, now] = [sampleAudit(), sampleAudit()];
    now.tools = now.tools.slice(1);
    const changes = compareAudits(before, now);
    const figure = changes.figures.find(({ id }) => id === 'tools');
    expect(figure).toMatchObject({ before: before.tools.length, now: before.tools.length - 1, cause: 'world' });
    expect(changes.toolsGone).toEqual([before.tools[0]!.name]);
    expect(changes.toolsAdded).toEqual([]);
  });

  it('marks only the figures that rest on a source that went', () => {
    const [before, now] = [sampleAudit(), sampleAudit()];
    now.sources = now.sources.filter(({ provides }) => !provides.includes('messages'));
    expect(now.sources.length).toBeLessThan(before.sources.length);
    const changes = compareAudits(before, now);
    expect(causeOf(changes, 'messages')).toBe('sources');
    expect(causeOf(changes, 'annual-spend')).toBe('world');
  });

  it('marks a score whose known signals differ, and everything when a threshold differs', () => {
    const [before, now] = [sampleAudit(), sampleAudit()];
    now.principles[0]!.signals[0]!.score = null;
    expect(causeOf(compareAudits(before, now), now.principles[0]!.id)).toBe('sources');
    now.policy = { ...now.policy, seat_threshold_days: 30 };
    const changes = compareAudits(before, now);
    expect(new Set(changes.figures.map(({ cause }) => cause))).toEqual(new Set(['rules']));
    expect(changes.rulesChanged).toEqual(['policy: seat_threshold_days']);
  });

  it('names every anchor and weight that differs, with both values', () => {
    const [before, now] = [sampleAudit(), sampleAudit()];
    before.policy = { ...before.policy, anchors: { 'P1.1': { good: 8, bad: 20 } }, weights: { P2: 1 } };
    now.policy = {
      ...now.policy,
      anchors: { 'P1.1': { good: 6, bad: 15 }, 'P5.5': { band: [0.1, 0.5, 3, 20] } },
      weights: { P2: 1, 'P3.5': 0 },
    };
    expect(compareAudits(before, now).rulesChanged).toEqual([
      'anchors of P1.1: good 8, bad 20 -> good 6, bad 15',
      'anchors of P5.5: default -> band 0.1, 0.5, 3, 20',
      'weight of P3.5: default -> 0',
    ]);
  });

  it('gives a change its interval from those of both figures', () => {
    const [before, now] = [sampleAudit(), sampleAudit()];
    before.messageNoise = { ...before.messageNoise, perPersonWeek: 100, interval: [97, 104] };
    now.messageNoise = { ...now.messageNoise, perPersonWeek: 90, interval: [87, 93] };
    const of = (id: string) => compareAudits(before, now).figures.find((figure) => figure.id === id);
    // -10 - sqrt(3² + 4²) = -15; -10 + sqrt(3² + 3²) = -5.757...
    expect(of('messages')).toMatchObject({ moved: 'down', caseStudy: -0.4 });
    expect(of('messages')?.interval?.[0]).toBeCloseTo(-15, 12);
    expect(of('messages')?.interval?.[1]).toBeCloseTo(-10 + Math.sqrt(18), 12);
    now.messageNoise = { ...now.messageNoise, perPersonWeek: 98, interval: [93, 103] };
    expect(of('messages')?.moved).toBe('unclear');
  });
});
