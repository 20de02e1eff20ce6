import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/model/observation.ts';
import { Bucket } from '../../src/model/reconciliation.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { inventoryName, seen, snapshotOf, ssoName, who } from '../support/observations.ts';

const merchants = ['SLACK TECH', 'slack.com', 'Bakery', 'STRANGER', 'Wik', 'BigCo Cloud', 'Time Portal'];
const line = fc.record({
  file: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
  merchant: fc.constantFrom(...merchants),
  date: fc.constantFrom('2026-07-06', '2026-07-07'),
  minor: fc.integer({ min: -3, max: 3 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});

function spendOf(lines: readonly { file: string; merchant: string; date: string; minor: number; currency: string }[]) {
  const rows = new Map<string, number>();
  return lines.map(({ file, merchant, date, minor, currency }) => {
    const row = (rows.get(file) ?? 1) + 1;
    rows.set(file, row);
    return seen('spend', file, row, { merchant, date, amount: { minor, currency } });
  });
}

const total = (counts: Readonly<Record<string, number>>) =>
  Bucket.options.reduce((sum, one) => sum + (counts[one] ?? 0), 0);

describe('reconciliation', () => {
  it('accounts for every row and every cent, per currency', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const { reconciliation, spend } = snapshotOf(spendOf(lines));
        expect(total(reconciliation.rows.buckets)).toBe(lines.length);
        for (const { currency, totalMinor, buckets } of reconciliation.money) {
          const own = lines.filter((one) => one.currency === currency);
          expect(totalMinor).toBe(own.reduce((sum, one) => sum + one.minor, 0));
          expect(total(buckets)).toBe(totalMinor);
          const onTools = spend.filter((one) => one.amount.currency === currency && !one.refund);
          expect(buckets.used).toBe(onTools.reduce((sum, one) => sum + one.amount.minor, 0));
          expect(buckets.refund).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('keeps of equal lines as many as the file that has most of them', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const { reconciliation } = snapshotOf(spendOf(lines));
        const groups = new Map<string, Map<string, number>>();
        for (const { file, ...fact } of lines) {
          const files = groups.get(JSON.stringify(fact)) ?? new Map<string, number>();
          groups.set(JSON.stringify(fact), files.set(file, (files.get(file) ?? 0) + 1));
        }
        const stay = [...groups.values()].reduce((sum, files) => sum + Math.max(...files.values()), 0);
        expect(lines.length - reconciliation.rows.buckets.duplicate).toBe(stay);
      }),
    );
  });
});

function companyUnder(key: string): Observation[] {
  // Keys of opposite order, so that any sorting by pseudonym would show.
  const of = (name: string) => {
    const ref = who(name, 'acme.example');
    const id =
      key === 'a' ? ref.id : [...ref.id].map((sign) => String.fromCharCode(1000 - sign.charCodeAt(0))).join('');
    return { ...ref, id };
  };
  const names = ['ann', 'bob', 'cid', 'dan'];
  return [
    ...names.map((name, i) => seen('person', 'p', i + 2, { person: of(name), manager: of('boss') })),
    ...names.map((name, i) => seen('account', 'a', i + 2, { person: of(name), assigned: true })),
    ...names.flatMap((name, i) =>
      ['Slack', 'Wikia'].map((tool, j) =>
        seen('usage-event', 'e', 2 * i + j + 2, {
          tool: ssoName(tool),
          person: of(name),
          timestamp: `2026-07-1${i}T08:00:00Z`,
        }),
      ),
    ),
    seen('tool-seen', 'i', 2, { tool: inventoryName('Slack'), owner: of('owner') }),
    seen('meeting', 'm', 2, { organizer: of('dan'), attendees: [of('bob'), of('ann')], recurring: true }),
    seen('work-item', 'w', 2, { contributors: [of('dan'), of('ann')], watchers: [of('watcher'), of('bob')] }),
    seen('response', 'r', 2, { recipient: of('cid') }),
    seen('response', 'q', 2, { recipient: of('bob') }),
    seen('onboarding', 'n', 2, { person: of('joiner') }),
    seen('decision', 'd', 2, { approver: [of('dan'), of('cid')], informed: [of('ann')] }),
    seen('document', 'o', 2, { owner: of('cid') }),
  ];
}

describe('pseudonyms', () => {
  it('under another key change nothing but themselves', () => {
    const without = ({ people, ...rest }: Snapshot) => ({
      ...rest,
      people: people.map(({ pseudonym: _, ...one }) => one),
    });
    const [one, other] = ['a', 'b'].map((key) =>
      snapshotOf(companyUnder(key), { config: { privacy: { opt_in: ['C4.3'] } } }),
    );
    expect(other?.people[0]?.pseudonym).not.toBe(one?.people[0]?.pseudonym);
    expect(JSON.stringify(without(other as Snapshot))).toBe(JSON.stringify(without(one as Snapshot)));
  });
});
