import { describe, expect, it } from 'vitest';
import { superiorsInCopy } from '../../../../../src/analysis/principles/signals/c4-3-superiors-in-copy.ts';
import type { Snapshot, WorkItem } from '../../../../../src/model/snapshot.ts';
import { inputOf, read, withDecisions, withItem } from '../../../../support/signal-input.ts';
import { emptySnapshot, span, withPeople } from '../../../../support/snapshot.ts';

/** 0 leads 1 to 4, who each lead four of 5 to 20; asked for by the organisation. */
function company(): Snapshot {
  const staff = withPeople(emptySnapshot(), 'Studio', 21);
  const managerOf = (i: number) => (i === 0 ? null : i <= 4 ? 0 : 1 + ((i - 5) % 4));
  const people = staff.people.map((p, i) => ({ ...p, manager: managerOf(i) }));
  // Somebody holds a decision role, so that the absence of one is known.
  return withDecisions({ ...staff, people }, 1, { driver: [20], approver: [20], informed: null });
}

function optedIn(snapshot: Snapshot): Snapshot {
  return { ...snapshot, privacy: { ...snapshot.privacy, opt_in: ['C4.3'] } };
}

/** One item for each of 5 to 16, watched by the people given for it. */
function items(snapshot: Snapshot, watchersOf: (person: number) => WorkItem['watchers']): Snapshot {
  return span(5, 16).reduce((s, p) => withItem(s, { contributors: [p], watchers: watchersOf(p) }), snapshot);
}

const managerOf = (p: number) => 1 + ((p - 5) % 4);

describe('C4.3 superiors in copy', () => {
  it('is off by default, and its items are not read', () => {
    const snapshot = items(company(), (p) => [managerOf(p)]);
    const untouchable = { ...snapshot, workItems: new Proxy(snapshot.workItems, { get: lengthOnly }) };
    expect(read(superiorsInCopy, untouchable)).toMatchObject({ state: 'not-connected', value: null, evidence: [] });
    expect(read(superiorsInCopy, untouchable).words).toMatch(/^Off by default/);
    expect(() => read(superiorsInCopy, optedIn(untouchable))).toThrow('read');
  });

  it('of 12 items watched, 8 have the manager of the one who works on it in copy', () => {
    // 5 to 12 by their managers 1 to 4, twice each (a quarter of the copies); 13 to 16 by a colleague
    const snapshot = items(company(), (p) => (p <= 12 ? [managerOf(p)] : [19]));
    const reading = read(superiorsInCopy, optedIn(snapshot));
    expect(reading.value).toBeCloseTo(8 / 12, 9);
    expect(reading).toMatchObject({ state: 'measured', coverage: 1, people: 12 });
    expect(reading.dominance).toBeCloseTo(0.25, 9);
  });

  it('superiors of superiors count; contributors and holders of a decision role do not', () => {
    const base = optedIn(company());
    const top = withItem(base, { contributors: [5], watchers: [0] });
    const own = withItem(base, { contributors: [5, 1], watchers: [1] });
    const another = withItem(base, { contributors: [5], watchers: [2] }); // leads others, not this one
    const only = { driver: [20], approver: [20], informed: [1] };
    const informed = withDecisions(withItem(base, { contributors: [5], watchers: [1] }), 1, only);
    const at = (snapshot: Snapshot) => superiorsInCopy.measure(inputOf(snapshot)).value;
    expect([at(top), at(own), at(another), at(informed)]).toEqual([1, 0, 0, 0]);
  });

  it('a circle of managers comes to an end, and nobody is their own superior', () => {
    const base = optedIn(company());
    const circle = { ...base, people: base.people.map((p, i) => (i === 0 ? { ...p, manager: 5 } : p)) };
    const snapshot = withItem(circle, { contributors: [5], watchers: [5, 19] });
    expect(superiorsInCopy.measure(inputOf(snapshot)).value).toBe(0);
  });

  it('who is entered as their own manager has nobody above who is known', () => {
    const base = optedIn(company());
    const own = { ...base, people: base.people.map((p, i) => (i === 5 ? { ...p, manager: 5 } : p)) };
    const reading = superiorsInCopy.measure(inputOf(withItem(own, { contributors: [5], watchers: [19] })));
    expect(reading).toMatchObject({ state: 'not-connected', value: null });
  });

  it('leaves out items without watchers; what is not told costs coverage', () => {
    let snapshot = items(optedIn(company()), (p) => (p <= 12 ? [managerOf(p)] : [19]));
    snapshot = withItem(snapshot, { contributors: [17], watchers: [] });
    snapshot = withItem(snapshot, { contributors: null, watchers: [1] });
    snapshot = withItem(snapshot, { contributors: [17], watchers: null });
    snapshot = withItem(snapshot, { contributors: [0], watchers: [19] }); // nobody above is known
    const reading = read(superiorsInCopy, snapshot);
    expect(reading.value).toBeCloseTo(8 / 12, 9);
    expect(reading.coverage).toBeCloseTo(12 / 15, 9);
  });

  it('counts items open in the window: closed on 6 July counts, on the 5th not', () => {
    const base = items(optedIn(company()), () => [19]);
    const closed = (day: string) =>
      withItem(base, { created: '2026-06-01', closed: day, contributors: [17], watchers: [1] });
    const at = (snapshot: Snapshot) => superiorsInCopy.measure(inputOf(snapshot)).value;
    expect(at(closed('2026-07-06'))).toBeCloseTo(1 / 13, 9);
    expect(at(closed('2026-07-05'))).toBe(0);
  });

  it('without decision records it is a ceiling', () => {
    const snapshot = items({ ...optedIn(company()), decisions: [] }, (p) => [managerOf(p)]);
    expect(read(superiorsInCopy, snapshot)).toMatchObject({ state: 'measured-partial', value: 1 });
    expect(read(superiorsInCopy, snapshot).note).toContain('a ceiling');
  });

  it('is withheld where one superior makes up more than 40 % of the copies, or nine people contribute', () => {
    const one = items(optedIn(company()), () => [0]);
    expect(read(superiorsInCopy, one)).toMatchObject({ state: 'suppressed', value: null });
    const nine = span(5, 13).reduce(
      (s, p) => withItem(s, { contributors: [p], watchers: [managerOf(p)] }),
      optedIn(company()),
    );
    expect(read(superiorsInCopy, nine).note).toContain('fewer than 10');
  });

  it('gives no ratio by person, which would be shown by team', () => {
    const { sample } = read(superiorsInCopy, optedIn(items(company(), (p) => (p <= 12 ? [managerOf(p)] : [19]))));
    if (sample?.kind !== 'statistic') throw new Error('no statistic');
    expect(sample.evaluate(sample.people.map(() => 1))).toBeCloseTo(8 / 12, 9);
    expect(sample.evaluate(sample.people.map((p) => (p !== null && p <= 12 ? 0 : 1)))).toBe(0);
    expect(sample.evaluate(sample.people.map(() => 0))).toBeNull();
  });

  it('is never computed under the works-council profile, asked for or not', () => {
    const asked = optedIn(items(company(), (p) => [managerOf(p)]));
    const strict = { ...asked, privacy: { ...asked.privacy, profile: 'works-council' as const } };
    expect(read(superiorsInCopy, strict).state).toBe('suppressed');
  });

  it('names what is missing', () => {
    const asked = optedIn(company());
    expect(read(superiorsInCopy, asked).words).toContain('work items are missing');
    expect(
      read(
        superiorsInCopy,
        items(asked, () => null),
      ).words,
    ).toBe('The tracker names no watcher.');
    const flat = { ...asked, people: asked.people.map((p) => ({ ...p, manager: null })) };
    expect(
      read(
        superiorsInCopy,
        items(flat, () => [1]),
      ).words,
    ).toContain('who leads whom');
    const later = withItem(asked, { created: '2026-09-28', watchers: [1] });
    expect(read(superiorsInCopy, later).state).toBe('stale');
  });
});

function lengthOnly(target: WorkItem[], key: string | symbol): unknown {
  if (key === 'length') return target.length;
  throw new Error('read');
}
