import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AuditError } from '../../../src/errors/audit-error.ts';
import { openWorkspace } from '../../../src/workspace/workspace.ts';

const root = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(root, { recursive: true }));

const PERIOD = 'period: {start: 2026-07-01, end: 2026-09-30}';

/** What opening says about these two files. */
async function opened(config: readonly string[], policy: readonly string[] = []) {
  writeFileSync(join(root, 'unsprawl.yaml'), ['schema: unsprawl/workspace@1', ...config, PERIOD].join('\n'));
  writeFileSync(join(root, 'policy.yaml'), policy.join('\n'));
  const thrown = await openWorkspace(root).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown === null) return null;
  if (!(thrown instanceof AuditError)) throw thrown;
  return { exitCode: thrown.exitCode, message: thrown.message, ...thrown.place };
}

const acme = 'organisation: {name: Acme, currency: EUR}';

describe('unsprawl.yaml', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])('takes the zone %s', async (zone) => {
    expect(await opened([`organisation: {name: Acme, currency: EUR, time_zone: ${zone}}`])).toBeNull();
  });

  it.each(['Europe/Berlinn', 'CEST+2', '""'])('refuses the zone %s with file, line and field', async (zone) => {
    expect(await opened(['organisation:', '  name: Acme', '  currency: EUR', `  time_zone: ${zone}`])).toEqual({
      exitCode: 2,
      message:
        'unsprawl.yaml does not fit: this time zone does not exist; write an IANA name such as Europe/Berlin or UTC.',
      file: 'unsprawl.yaml',
      row: 5,
      field: 'organisation.time_zone',
    });
  });

  it.each(['01-01', '04-06', '12-31', '02-28'])('takes the fiscal year start %s', async (start) => {
    expect(await opened([acme, `fiscal_year_start: ${start}`])).toBeNull();
  });

  // 02-29 is no day of three years in four.
  it.each(['13-01', '00-10', '04-31', '02-29'])('refuses the fiscal year start %s', async (start) => {
    expect(await opened([acme, `fiscal_year_start: ${start}`])).toMatchObject({
      exitCode: 2,
      file: 'unsprawl.yaml',
      row: 3,
      field: 'fiscal_year_start',
    });
  });
});

describe('policy.yaml', () => {
  const freeze = (from: string, to: string) => ['freezes:', `  - from: ${from}`, `    to: ${to}`];

  it('refuses a freeze that ends before it starts, and takes one of a single day', async () => {
    expect(await opened([acme], freeze('2027-01-05', '2026-11-15'))).toEqual({
      exitCode: 2,
      message: 'policy.yaml does not fit: a freeze must not end before it starts.',
      file: 'policy.yaml',
      row: 3,
      field: 'freezes.0.to',
    });
    expect(await opened([acme], freeze('2026-11-15', '2026-11-15'))).toBeNull();
  });
});
