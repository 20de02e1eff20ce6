import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from '../../src/connectors/files/cells/amount.ts';
import { readDay } from '../../src/connectors/files/cells/day.ts';
import { readTable } from '../support/read-table.ts';

const HEAD = 'date,merchant,amount,currency,category';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Text that a cell may hold; what is trimmed or means a spreadsheet error is left to the unit tests. */
const cellText = fc
  .string({ maxLength: 40, unit: fc.constantFrom(...'abcZÜ€ ,;|"\'\n\t=<>&@-12') })
  .filter((text) => text.trim() !== '' && text === text.trim());

test('quoted cells come back as they were, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cellText, { minLength: 1, maxLength: 20 }), async (merchants) => {
      const rows = merchants.map((merchant) => `2026-01-02,${quoted(merchant)},1.00,EUR,`);
      const { sheets } = await readTable([HEAD, ...rows].join('\n'));
      expect(sheets[0]?.observations.map((row) => (row.kind === 'spend' ? row.merchant : ''))).toEqual(merchants);
    }),
  );
});

test('a line of any kind between good rows is rejected or read, and the good rows stay', async () => {
  const junk = fc.string({ maxLength: 60, unit: fc.constantFrom(...'ab,"\0 ;é') });
  await fc.assert(
    fc.asyncProperty(junk, async (line) => {
      const good = (merchant: string): string => `2026-01-02,${merchant},1.00,EUR,"x, y"`;
      const { sheets } = await readTable([HEAD, good('first'), line, good('last')].join('\n'));
      const merchants = sheets[0]?.observations.map((row) => (row.kind === 'spend' ? row.merchant : ''));
      expect(merchants).toContain('first');
      // A quote opened at the start of a cell and closed at the end of another one is a cell of several lines.
      const swallowed = sheets[0]?.rejected.length === 1 && merchants?.length === 1;
      expect(swallowed || merchants?.includes('last')).toBe(true);
    }),
  );
});

test('random bytes and cut or altered files never throw, and every row ends in one place', async () => {
  const seed = Buffer.from(`${HEAD}\n2026-01-02,"Zoom, Inc.",1.00,EUR,Software\n2026-01-03,Café,"1.234,50",EUR,\n`);
  const altered = fc
    .tuple(fc.nat(seed.length), fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 6 }))
    .map(([cut, edits]) => {
      const bytes = Buffer.from(seed);
      for (const [at, byte] of edits) bytes[at] = byte;
      return bytes.subarray(0, cut);
    });
  const noise = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(altered, noise), async (bytes) => {
      const { sheets, problems } = await readTable(bytes);
      expect(sheets.length + problems.length).toBeGreaterThan(0);
      for (const sheet of sheets) {
        if (sheet.profile === null) continue;
        expect(sheet.observations.length + sheet.rejected.length).toBe(sheet.rowsTotal);
      }
    }),
    { numRuns: 500 },
  );
});

test('an amount is read alike in every usual notation', () => {
  const grouped = (whole: string, mark: string): string => whole.replace(/\B(?=(\d{3})+$)/g, mark);
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (minor) => {
      const digits = String(Math.abs(minor)).padStart(3, '0');
      const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)];
      const sign = minor < 0 ? '-' : '';
      const written = [
        `${sign}${whole}.${cents}`,
        `${sign}${grouped(whole, ',')}.${cents}`,
        `${sign}${grouped(whole, '.')},${cents}`,
        `${sign}${grouped(whole, ' ')},${cents} €`,
        `${whole}.${cents}${sign}`,
        minor < 0 ? `(${whole}.${cents})` : `${whole}.${cents}`,
      ];
      for (const text of written) expect(readAmount(text, 'EUR')?.minor).toBe(minor);
    }),
  );
});

test('a day is read alike in every clear notation', () => {
  const days = fc.date({ min: new Date('1955-01-01'), max: new Date('2110-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      const serial = Date.parse(iso) / 86_400_000 + 25_569;
      const written = [
        iso,
        `${year}/${month}/${day}`,
        `${day}.${month}.${year}`,
        `${year}${month}${day}`,
        String(serial),
      ];
      expect(written.map((text) => readDay(text))).toEqual(written.map(() => iso));
      expect(readDay(serial)).toBe(iso);
      expect(readDay(`${month}/${day}/${year}`, 'month-first')).toBe(iso);
      expect(readDay(`${day}-${month}-${year}`, 'day-first')).toBe(iso);
    }),
  );
});
