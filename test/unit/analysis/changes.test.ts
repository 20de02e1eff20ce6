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
});
