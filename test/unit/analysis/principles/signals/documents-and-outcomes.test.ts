import { describe, expect, it } from 'vitest';
import { orphanPages } from '../../../../../src/analysis/principles/signals/c2-1-orphan-pages.ts';
import { pagesPerPerson } from '../../../../../src/analysis/principles/signals/c2-3-pages-per-person.ts';
import { writeReadImbalance } from '../../../../../src/analysis/principles/signals/c2-4-write-read-imbalance.ts';
import { statusHours } from '../../../../../src/analysis/principles/signals/d1-3-status-hours.ts';
import { ageOfWork } from '../../../../../src/analysis/principles/signals/d3-4-age-of-work.ts';
import { writtenTrace } from '../../../../../src/analysis/principles/signals/p2-1-written-trace.ts';
import { freshness } from '../../../../../src/analysis/principles/signals/p2-2-freshness.ts';
import { ownership } from '../../../../../src/analysis/principles/signals/p2-3-ownership.ts';
import { outcomeLinkage } from '../../../../../src/analysis/principles/signals/p3-1-outcome-linkage.ts';
import { acceptanceCriteria } from '../../../../../src/analysis/principles/signals/p3-2-acceptance-criteria.ts';
import { predictability } from '../../../../../src/analysis/principles/signals/p3-3-predictability.ts';
import { presenceWeight } from '../../../../../src/analysis/principles/signals/p3-4-presence-weight.ts';
import type { Document } from '../../../../../src/model/snapshot.ts';
import { read, tenPeople, withItem, withMeeting } from '../../../../support/signal-input.ts';
import {
  emptySnapshot,
  span,
  withAccounts,
  withDocuments,
  withPeople,
  withTool,
} from '../../../../support/snapshot.ts';

const everybody = span(0, 9);
const tuesday = '2026-07-07';

function pages(...list: readonly Partial<Document>[]) {
  return list.reduce((s, page) => withDocuments(s, 'page', 'Notion', 1, page), emptySnapshot());
}

describe('P2.1 written trace', () => {
  it('one of two long meetings has a document; short ones and unknown ones stay out', () => {
    let snapshot = tenPeople(emptySnapshot());
    snapshot = withMeeting(snapshot, tuesday, ['08:00', '08:25'], everybody, { hasDocument: true });
    snapshot = withMeeting(snapshot, tuesday, ['09:00', '10:00'], everybody, { hasDocument: false });
    snapshot = withMeeting(snapshot, tuesday, ['10:00', '10:24'], everybody, { hasDocument: false });
    snapshot = withMeeting(snapshot, tuesday, ['11:00', '12:00'], everybody, { hasDocument: null });
    const reading = read(writtenTrace, snapshot);
    expect(reading).toMatchObject({ state: 'measured-partial', value: 0.5 });
    expect(reading.coverage).toBeCloseTo(2 / 3, 9);
  });
});

describe('P2.2 freshness', () => {
  it('weighs by viewers: (30 + 10) of 100; 180 days back from 30 September is 3 April', () => {
    const snapshot = pages(
      { lastEdited: '2026-09-01', viewers90d: 30 },
      { lastEdited: '2026-04-03', viewers90d: 10 },
      { lastEdited: '2026-04-02', viewers90d: 60 },
    );
    expect(read(freshness, snapshot)).toMatchObject({ state: 'measured', value: 0.4, reliability: 1, coverage: 1 });
  });

  it('is unweighted without viewers, at reliability .7', () => {
    const snapshot = pages({ lastEdited: '2026-09-01' }, { lastEdited: '2025-01-01' }, { lastEdited: '2026-08-01' });
    const reading = read(freshness, snapshot);
    expect(reading.value).toBeCloseTo(2 / 3, 9);
    expect(reading.reliability).toBe(0.7);
  });

  it('leaves out pages without a date, and takes a page made within half a year as fresh', () => {
    const snapshot = pages({ created: '2026-08-01' }, { created: '2020-01-01' }, { lastEdited: '2020-05-01' });
    expect(read(freshness, snapshot)).toMatchObject({ value: 0.5 });
    expect(read(freshness, snapshot).coverage).toBeCloseTo(2 / 3, 9);
    expect(read(freshness, pages({ created: '2020-01-01' })).state).toBe('not-connected');
  });
});

describe('P2.3 ownership', () => {
  it('of four pages, one is read by too few, one has no owner, one has an owner who left: 1 of 3', () => {
    const staff = withPeople(withPeople(emptySnapshot(), 'Studio', 1), 'Studio', 1, { end: '2026-08-31' });
    const snapshot = [
      { owner: 0, viewers90d: 5 },
      { owner: null, viewers90d: 9 },
      { owner: 1, viewers90d: 20 },
      { owner: 0, viewers90d: 4 },
    ].reduce((s, page) => withDocuments(s, 'page', 'Notion', 1, page), staff);
    expect(read(ownership, snapshot).value).toBeCloseTo(1 / 3, 9);
  });

  it('is unknown where no page names an owner: the column may be missing', () => {
    expect(read(ownership, pages({ viewers90d: 9 })).state).toBe('not-connected');
  });
});

describe('C2 documentation overload', () => {
  it('C2.1: one of two old pages has no viewer; the young one and the uncounted one stay out', () => {
    const snapshot = pages(
      { created: '2025-01-01', viewers90d: 0 },
      { created: '2025-01-01', viewers90d: 3 },
      { created: '2026-08-01', viewers90d: 0 },
      { created: '2025-01-01' },
    );
    expect(read(orphanPages, snapshot)).toMatchObject({ state: 'measured-partial', value: 0.5 });
    expect(read(orphanPages, snapshot).coverage).toBeCloseTo(2 / 3, 9);
    expect(read(orphanPages, pages({ created: '2026-08-01', viewers90d: 0 })).state).toBe('not-applicable');
  });

  it('C2.4: of three pages made 30 to 120 days ago, two had fewer than three readers', () => {
    const snapshot = pages(
      { created: '2026-08-31', viewers90d: 2 }, // 30 days
      { created: '2026-06-02', viewers90d: 0 }, // 120 days
      { created: '2026-07-15', viewers90d: 3 },
      { created: '2026-09-15', viewers90d: 0 },
    );
    expect(read(writeReadImbalance, snapshot).value).toBeCloseTo(2 / 3, 9);
  });

  it('C2.3: 12 pages in a wiki that 6 people used in the last 30 days; one account is older', () => {
    let snapshot = withTool(withPeople(emptySnapshot(), 'Studio', 8), 'notion', 'wiki');
    snapshot = withDocuments(snapshot, 'page', 'Notion', 12, { homeTool: 'notion' });
    snapshot = withDocuments(snapshot, 'page', 'Drive', 3);
    snapshot = withAccounts(snapshot, 'notion', span(0, 5), { lastActive: '2026-08-31' });
    snapshot = withAccounts(snapshot, 'notion', [6], { lastActive: '2026-08-30' });
    expect(read(pagesPerPerson, snapshot)).toMatchObject({ value: 2, coverage: 0.8, people: 6 });
  });
});

describe('P3 outcome focus', () => {
  const items = (...list: readonly Parameters<typeof withItem>[1][]) =>
    list.reduce((s, item) => withItem(s, item), emptySnapshot());

  it('P3.1: two of three closed items serve a goal; unknown, open and early ones stay out', () => {
    const snapshot = items(
      { closed: '2026-07-10', linkedToGoal: true },
      { closed: '2026-07-10', linkedToGoal: true },
      { closed: '2026-09-27', linkedToGoal: false },
      { closed: '2026-09-27' },
      { closed: '2026-07-05', linkedToGoal: false },
      { linkedToGoal: false },
    );
    const reading = read(outcomeLinkage, snapshot);
    expect(reading.value).toBeCloseTo(2 / 3, 9);
    expect(reading.coverage).toBe(0.75);
    // Wilson 2 of 3: .208 to .939
    expect(reading.note).toBe('2 of 3 items; 95 % interval 21 % to 94 %.');
  });

  it('P3.2: of three items started in the window one has criteria', () => {
    const snapshot = items(
      { hasAcceptance: true },
      { hasAcceptance: false },
      { hasAcceptance: false },
      {
        started: '2026-05-01',
        hasAcceptance: true,
      },
    );
    expect(read(acceptanceCriteria, snapshot).value).toBeCloseTo(1 / 3, 9);
  });

  it('P3.3: cycle times 2 4 6 8 days: p50 5, p85 at 2.55 is 7.1', () => {
    const snapshot = items(...['08', '10', '12', '14'].map((day) => ({ closed: `2026-07-${day}` })));
    expect(read(predictability, snapshot).value).toBeCloseTo(5 / 7.1, 9);
  });

  it('P3.3: work closed on the day it starts is too coarse to judge', () => {
    expect(read(predictability, items({ closed: '2026-07-06' })).state).toBe('not-applicable');
  });

  it('D3.4: items in progress are 10 and 20 days old (p85 18.5), closed ones took 2 4 6 8 (p85 7.1)', () => {
    const closed = items(...['08', '10', '12', '14'].map((day) => ({ closed: `2026-07-${day}` })));
    const open = withItem(withItem(closed, { started: '2026-09-20' }), { started: '2026-09-10' });
    expect(read(ageOfWork, open).value).toBeCloseTo(18.5 / 7.1, 9);
    expect(read(ageOfWork, closed).state).toBe('not-applicable');
  });
});

describe('status meetings', () => {
  const weekly = { series: 's1', recurring: true } as const;

  it('P3.4: a weekly round of ten without a document, 1 h, beside 3 h with one: a quarter', () => {
    const round = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '09:00'], everybody, weekly);
    const snapshot = withMeeting(round, tuesday, ['10:00', '13:00'], everybody, { ...weekly, hasDocument: true });
    expect(read(presenceWeight, snapshot)).toMatchObject({ state: 'measured', value: 0.25 });
  });

  it('P3.4: three people are no round; a meeting of which it is not known stays out and lowers the coverage', () => {
    const small = withMeeting(tenPeople(emptySnapshot()), tuesday, ['08:00', '09:00'], span(0, 2), weekly);
    const all = withMeeting(small, tuesday, ['10:00', '11:00'], everybody, { ...weekly, hasDocument: true });
    const unknown = withMeeting(all, tuesday, ['12:00', '13:00'], everybody, { ...weekly, hasDocument: null });
    const reading = read(presenceWeight, unknown);
    expect(reading.value).toBe(0);
    expect(reading.coverage).toBeCloseTo(2 / 3, 9);
  });

  it('D1.3: a series that takes place four times counts, one of three times does not: 40 h / (10 x 12)', () => {
    let snapshot = tenPeople(emptySnapshot());
    for (const day of ['07-07', '07-14', '07-21', '07-28']) {
      snapshot = withMeeting(snapshot, `2026-${day}`, ['08:00', '09:00'], everybody, weekly);
    }
    for (const day of ['07-08', '07-15', '07-22']) {
      snapshot = withMeeting(snapshot, `2026-${day}`, ['08:00', '09:00'], everybody, { series: 's2', recurring: true });
    }
    expect(read(statusHours, snapshot).value).toBeCloseTo(40 / 120, 9);
  });
});
