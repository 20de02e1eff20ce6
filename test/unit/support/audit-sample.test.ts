import { expect, test } from 'vitest';
import { emptyAudit, hostileAudit, sampleAudit } from '../../support/audit-sample.ts';

const bucketSum = (buckets: Readonly<Record<string, number>>) => Object.values(buckets).reduce((a, b) => a + b, 0);

test('the three audits satisfy the schema', () => {
  expect(sampleAudit().tools).toHaveLength(14);
  expect(emptyAudit().tools).toHaveLength(0);
  expect(hostileAudit().tools.map((t) => t.name)).toContain('<script>alert(1)</script>');
});

test('the sample reconciles: rows, money, seats and bridge', () => {
  const audit = sampleAudit();
  const { reconciliation, savings } = audit;
  expect(bucketSum(reconciliation.rows.buckets)).toBe(reconciliation.rows.total);
  for (const kind of reconciliation.kinds) expect(bucketSum(kind.buckets)).toBe(kind.total);
  for (const money of reconciliation.money) expect(bucketSum(money.buckets)).toBe(money.totalMinor);
  const net = savings.bridge.lines.reduce((sum, line) => sum + line.net.minor, 0);
  expect(net).toBe(savings.bridge.netLikely.minor);
  for (const { seats } of audit.tools) {
    const parts = [seats.active, seats.inactive, seats.grace, seats.leavers, seats.unknown];
    if (seats.assigned === null || parts.some((part) => typeof part !== 'number')) continue;
    expect(parts.reduce<number>((sum, part) => sum + Number(part), 0)).toBe(seats.assigned);
  }
});
