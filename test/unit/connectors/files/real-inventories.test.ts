import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lacksShared, sharedPath } from '../../../support/needs.ts';
import { readTable } from '../../../support/read-table.ts';

/** Rows as the lists' own documentation counts them. */
const LISTS = [
  ['gitlab/tech-stack-2022-08-12.csv', 'template-inventory', 220],
  ['gitlab/tech-stack-2022-11-10.csv', 'template-inventory', 219],
  ['flexpa/software-2025-03.csv', 'template-inventory', 26],
  ['bloom-works/tools.csv', 'template-inventory', 14],
  ['oxford-gpc/card-spend-2017-2018.csv', 'template-spend', 4347],
] as const;

for (const [path, profile, rows] of LISTS) {
  test.skipIf(lacksShared('inventories', path))(`${path} is read to the last row`, async () => {
    const { sheets, problems } = await readTable(readFileSync(sharedPath('inventories', path)));
    expect(problems).toEqual([]);
    expect(sheets[0]).toMatchObject({ profile, rowsTotal: rows, rejected: [] });
    expect(sheets[0]?.observations).toHaveLength(rows);
  });
}

const OXFORD = ['inventories', 'oxford-gpc', 'card-spend-2017-2018.csv'] as const;

test.skipIf(lacksShared(...OXFORD))('the card statement adds up to the penny', async () => {
  const { sheets } = await readTable(readFileSync(sharedPath(...OXFORD)));
  const total = sheets[0]?.observations.reduce((sum, row) => sum + (row.kind === 'spend' ? row.amount.minor : 0), 0);
  // Summed apart from this code in decimal arithmetic.
  expect(total).toBe(64313982);
});
