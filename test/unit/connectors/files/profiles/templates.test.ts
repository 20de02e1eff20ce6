import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../support/read-table.ts';

async function read(text: string) {
  const { sheets } = await readTable(text);
  return sheets[0]!;
}

const eur = (minor: number) => ({ minor, currency: 'EUR' });

describe('spend', () => {
  it('keeps the amount of a row that another cell rejects', async () => {
    const { rejected, source } = await read(
      [
        'date,merchant,amount,currency',
        '2026-07-03,Slack,10.00,EUR',
        '2026-02-30,Slack,19.99,EUR',
        '2026-07-05,,-4.00,EUR',
        '2026-07-06,Slack,twelve,EUR',
        '2026-07-07,Slack,12.00,XQQ',
        '2026-09-28,Zoom,5.00,EUR',
      ].join('\n'),
    );
    expect(rejected.map(({ at, field, money }) => [at.row, field, money])).toEqual([
      [3, 'date', eur(1999)],
      [4, 'merchant', eur(-400)],
      [5, 'amount', null],
      [6, 'currency', null],
    ]);
    // Only rows that were read tell which days the file covers.
    expect(source?.payments).toEqual({ start: '2026-07-03', end: '2026-09-28' });
  });

  it('names no days of payments for a file that lists none', async () => {
    const { source } = await read('email,team\nann@example.com,Sales\n');
    expect(source).not.toBeNull();
    expect(source).not.toHaveProperty('payments');
  });
});

describe('contracts', () => {
  it('rejects a term that ends before it begins, and takes one of a single day', async () => {
    const { observations, rejected } = await read(
      [
        'tool,currency,start,end',
        'Slack,EUR,2026-12-31,2026-01-01',
        'Zoom,EUR,2026-03-01,2026-03-01',
        'Miro,EUR,,2026-01-01',
      ].join('\n'),
    );
    expect(rejected).toEqual([
      { at: { source: 'file', row: 2 }, field: 'end', reason: 'lies before the start of the term', money: null },
    ]);
    expect(observations.map(({ at }) => at.row)).toEqual([3, 4]);
  });
});

describe('survey', () => {
  const scaleOf = async (written: string) => {
    const { observations, rejected } = await read(`question,team,answers_n,mean,scale\nQ,Sales,7,3.5,${written}\n`);
    const [answer] = observations;
    return answer?.kind === 'survey-answer' ? answer.scale : rejected.map(({ field, reason }) => `${field} ${reason}`);
  };

  it.each([
    ['5', 5],
    ['1-5', 5],
    ['1–7', 7],
    ['1 — 7', 7],
    ['1 to 10', 10],
    ['1 TO 5', 5],
    ['1 bis 5', 5],
    // From 100 on a scale is read as beginning at 0.
    ['0-100', 100],
    ['', null],
  ])('reads %s', async (written, highest) => {
    expect(await scaleOf(written)).toBe(highest);
  });

  it.each([
    ['0-10', 'scale does not begin at 1; give the mean on a scale that does'],
    ['1-100', 'scale does not begin at 0; give the mean on a scale that does'],
    ['5-1', 'scale ends where it begins or before'],
    ['1-5-7', 'scale is not a number'],
  ])('refuses %s', async (written, problem) => {
    expect(await scaleOf(written)).toEqual([problem]);
  });
});
