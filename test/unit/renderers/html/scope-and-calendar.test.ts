import { describe, expect, it } from 'vitest';
import type { Audit } from '../../../../src/model/audit/audit.ts';
import { Brand } from '../../../../src/model/brand.ts';
import type { Block, TableBlock } from '../../../../src/renderers/html/view/blocks.ts';
import { createContext } from '../../../../src/renderers/html/view/context.ts';
import { scope } from '../../../../src/renderers/html/view/parts/02-scope.ts';
import { calendarPart } from '../../../../src/renderers/html/view/parts/11-calendar.ts';
import { markdown } from '../../../../src/renderers/markdown/markdown.ts';
import { sampleAudit } from '../../../support/audit-sample.ts';

const context = (audit: Audit) => createContext(audit, Brand.parse({}));

function tables(blocks: readonly Block[]): readonly TableBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'fold') return tables(block.blocks);
    return block.kind === 'figure' ? [block.table] : [];
  });
}

function cells(blocks: readonly Block[], caption: RegExp): readonly (readonly string[])[] {
  const found = tables(blocks).find((block) => caption.test(block.caption));
  return found?.rows.map((row) => row.cells.map(({ text }) => text)) ?? [];
}

describe('reconciliation of each file of spend', () => {
  const audit = sampleAudit();

  it('shows file total = accounted for + rejected, in money and in rows', () => {
    // 482,174.55 + 49.90 = 482,224.45; 844 + 1 + 1 = 846 rows.
    expect(cells(scope(context(audit)).blocks, /^Money by file$/).map((row) => row.slice(1))).toEqual([
      ['EUR', '482,224.45', '482,174.55', '49.90', 'adds up'],
      ['USD', '1,840.00', '1,840.00', '0.00', 'adds up'],
      ['rows', '846', '844', '2', 'adds up; the amounts of 1 are unknown'],
    ]);
  });

  it('says where it does not add up', () => {
    const [file] = audit.reconciliation.spendFiles;
    const wrong = { ...file!, rows: { ...file!.rows, accounted: 840 } };
    const broken = { ...audit, reconciliation: { ...audit.reconciliation, spendFiles: [wrong] } };
    expect(
      cells(scope(context(broken)).blocks, /^Money by file$/)
        .at(-1)
        ?.at(-1),
    ).toBe('off by 4');
  });

  it('lists the money of each rejected row, and the same table in Markdown', async () => {
    const money = cells(scope(context(audit)).blocks, /rejected rows$/).map((row) => row.at(-1));
    expect(money).toEqual(['–', '€49.90', '–']);
    const [file] = await markdown.render(audit, { templates: () => '', brand: Brand.parse({}) });
    const text = new TextDecoder().decode(file!.bytes);
    expect(text).toContain('| spend-q3.csv | EUR | 482,224.45 | 482,174.55 | 49.90 | 1 |');
  });
});

describe('several contracts of one tool', () => {
  it('have a row each, by notice deadline, and are not taken for tools without a contract', () => {
    const audit = sampleAudit();
    const first = audit.tools.find(({ contract }) => contract !== null)!;
    const contract = { ...first.contract!, plan: 'Guests', noticeDeadline: '2030-01-01', end: '2030-02-01' };
    const over = { ...contract, plan: 'Old', end: '2020-01-01', noticeDeadline: '2019-12-01', autoRenew: false };
    const renewed = { ...contract, plan: 'Again', noticeDeadline: '2030-01-02', renewedFrom: '2026-01-31' };
    const furtherContracts = [over, contract, renewed];
    const tools = audit.tools.map((tool) => (tool === first ? { ...tool, furtherContracts } : tool));
    const [before, after] = [audit, { ...audit, tools }].map((each) => calendarPart(context(each)));
    const rows = cells(after!.blocks, /^Contracts by notice/);
    expect(rows).toHaveLength(cells(before!.blocks, /^Contracts by notice/).length + 3);
    const own = rows.filter(([name]) => name === first.name).map((row) => row[2]);
    expect(own[0]).toBe('over, does not renew');
    expect(own.slice(-2)).toEqual([contract.noticeState, contract.noticeState]);
    // Neither the next deadline nor the number of missed ones is moved by a contract that is over.
    expect(after!.lead).toBe(before!.lead);
    const text = (part: typeof before) => part!.blocks.filter((block) => block.kind === 'text');
    expect(text(after)).toEqual(text(before));
  });
});
