import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkMappingFile } from '../../../src/pipeline/check-mappings.ts';
import { acceptFrom, type MappingQuestion } from '../../../src/pipeline/mapping-draft.ts';
import { proposalText, writeProposals } from '../../../src/pipeline/write-proposals.ts';
import { readMappings } from '../../../src/workspace/mappings.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import { readTable } from '../../support/read-table.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unsprawl-proposals-'));
});
afterEach(() => rmSync(root, { recursive: true }));

async function question(file: string, ...lines: readonly string[]): Promise<MappingQuestion> {
  const [sheet] = (await readTable(lines.join('\n'))).sheets;
  if (sheet?.proposer === undefined) throw new Error('nothing is open');
  const { best, as } = sheet.proposer;
  return { file, sheet: null, headerRow: 1, rows: sheet.rowsTotal, proposal: best, as };
}

const ledger = () =>
  question('ledger.csv', 'Posted,Lieferant,Rechnungsbetrag,Währung,GL Account', '2026-08-27,Slack,12.50,EUR,6800');
/** Two days that can be read either way, amounts below zero, no currency. */
const bank = () =>
  question('bank\n.csv', 'Gebucht am,Begünstigte,Umsatzbetrag', '03/04/2026,Slack,-1.50', '05/06/2026,Zoom,-2.50');

describe('the file of proposals', () => {
  test('gives each column its field, with confidence and reason beside it', async () => {
    const text = proposalText([await ledger()]);
    expect(parse(text)).toEqual({
      schema: 'unsprawl/mappings@1',
      mappings: [
        {
          header: ['Posted', 'Lieferant', 'Rechnungsbetrag', 'Währung', 'GL Account'],
          profile: 'template-spend',
          columns: {
            Posted: 'date',
            Lieferant: 'merchant',
            Rechnungsbetrag: 'amount',
            Währung: 'currency',
            'GL Account': 'category',
          },
        },
      ],
    });
    expect(text).toMatch(/"Lieferant": merchant # 0\.8\d: "lieferant" often means it; text of the shape Xxxxx/);
    expect(text).toContain('# template-spend has: date*, merchant*, amount*, currency*, category');
    expect(text).toContain('#   template-people: People and teams');
  });

  test('that leaves nothing open is taken as it is', async () => {
    const path = await writeProposals({ root } as Workspace, [await ledger()]);
    const mappings = await readMappings(path);
    await checkMappingFile(path, mappings);
    expect(mappings).toHaveLength(1);
  });

  test('that leaves something open is refused until it is said', async () => {
    const path = await writeProposals({ root } as Workspace, [await bank()]);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('# bank .csv: header in row 1, rows below it: 2.');
    expect(text).toContain('paid_is_negative: ask # 100 % of the amounts are negative');
    await expect(readMappings(path)).rejects.toMatchObject({ exitCode: 2 });
    const dated = text.replace('"Gebucht am": ask', '"Gebucht am": dmy');
    writeFileSync(path, dated);
    await expect(readMappings(path)).rejects.toMatchObject({ place: { field: 'mappings.0.paid_is_negative' } });
    writeFileSync(path, dated.replace('paid_is_negative: ask', 'paid_is_negative: true'));
    const asked = await readMappings(path);
    await expect(checkMappingFile(path, asked)).rejects.toThrow('"currency" is needed');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('# constants: {currency: "..."}', 'constants: {currency: "EUR"}'),
    );
    const said = await readMappings(path);
    await checkMappingFile(path, said);
    expect(said[0]).toMatchObject({
      day_orders: { 'Gebucht am': 'dmy' },
      constants: { currency: 'EUR' },
      paid_is_negative: true,
    });
  });

  test('for a file like nothing asks what it is', async () => {
    const path = await writeProposals({ root } as Workspace, [await question('x.csv', 'zeta,eta', '1,x')]);
    await expect(readMappings(path).then((read) => checkMappingFile(path, read))).rejects.toThrow(
      'say what the file is',
    );
  });

  test('asks once for files with the same columns, and is never written over another', async () => {
    const twice = [await ledger(), { ...(await ledger()), file: 'other.csv' }];
    expect(parse(proposalText(twice)).mappings).toHaveLength(1);
    const first = await writeProposals({ root } as Workspace, twice);
    expect(await writeProposals({ root } as Workspace, twice)).toBe(first);
    writeFileSync(first, `${readFileSync(first, 'utf8')}# corrected\n`);
    const second = await writeProposals({ root } as Workspace, twice);
    expect(second).toBe(join(root, 'mapping-proposal-2.yaml'));
    expect(readFileSync(first, 'utf8')).toContain('# corrected');
  });
});

describe('taking proposals from a confidence on', () => {
  test('takes what is sure enough and leaves nothing open', async () => {
    expect(await acceptFrom(0.7)(await ledger())).toMatchObject({ profile: 'template-spend' });
    expect(await acceptFrom(0.9)(await ledger())).toBe('later');
    expect(await acceptFrom(0)(await bank())).toBe('later');
    expect(await acceptFrom(0)(await question('x.csv', 'zeta,eta', '1,x'))).toBe('later');
  });
});
