import { describe, expect, test } from 'vitest';
import type { Audit } from '../../../src/model/audit/audit.ts';
import type { Construct, Signal } from '../../../src/model/audit/profile.ts';
import { Brand } from '../../../src/model/brand.ts';
import { excel } from '../../../src/renderers/excel/excel.ts';
import { createFormats } from '../../../src/renderers/format/formats.ts';
import { declaredShare, declaredWords, gapWords, saidAndSeen } from '../../../src/renderers/format/self-declared.ts';
import { html } from '../../../src/renderers/html/html.ts';
import { markdown } from '../../../src/renderers/markdown/markdown.ts';
import { sampleAudit } from '../../support/audit-sample.ts';
import { renderAssets } from '../../support/render-assets.ts';
import { openWorkbook } from '../../support/workbook-cells.ts';

const f = createFormats('en-GB', 5);

/** P1 of the sample: P1.1 seen at 71.7 and asked at 59.7, P1.4 said at 40; one of four known rests on saying. */
function asked(): Audit {
  const audit = sampleAudit();
  const change = (signal: Signal): Signal => {
    if (signal.id === 'P1.1')
      return { ...signal, selfDeclared: { score: 59.7, answers: 24, items: 1, gap: 59.7 - (signal.score ?? 0) } };
    if (signal.id !== 'P1.4') return signal;
    const said = { score: 40, answers: 24, items: 1, gap: null };
    const words = 'people say 2.6 of 5 to “My work stands still”';
    return {
      ...signal,
      ...{ state: 'measured', value: 56, score: 40, basis: 'self-declared', selfDeclared: said, words },
    };
  };
  const principles = audit.principles.map(
    (c): Construct => (c.id === 'P1' ? { ...c, selfDeclaredShare: 0.25, signals: c.signals.map(change) } : c),
  );
  const noise = { agreement: 70, answers: 24 };
  return { ...audit, principles, selfDeclaredNoise: noise, satisfaction: { agreement: 35, answers: 24 } };
}

async function textOf(renderer: typeof html | typeof markdown, audit: Audit): Promise<string> {
  const [file] = await renderer.render(audit, renderAssets());
  return new TextDecoder().decode(file!.bytes).replace(/\s+/g, ' ');
}

describe('what people say', () => {
  const p1 = () => asked().principles.find(({ id }) => id === 'P1')!;

  test('is told as a share of the known weight', () => {
    expect(declaredShare(p1(), f)).toBe('25% self-declared');
    expect(declaredShare({ ...p1(), selfDeclaredShare: 1 }, f)).toBe('people say');
    expect(declaredShare({ ...p1(), selfDeclaredShare: 0 }, f)).toBeNull();
    expect(declaredShare({ ...p1(), selfDeclaredShare: null }, f)).toBeNull();
  });

  test('stands in for a signal, or beside it with the gap', () => {
    const [load, , response] = p1().signals;
    expect(declaredWords(load!, f)).toBe('people say 60, gap −12; 24 answers');
    expect(declaredWords(response!, f)).toBe('self-declared, 24 answers');
    expect(declaredWords(p1().signals[1]!, f)).toBeNull();
    expect([gapWords(12.4, f), gapWords(-0.3, f), gapWords(-8, f)]).toEqual(['+12', '0', '−8']);
    expect(saidAndSeen(asked().principles).map(({ id }) => id)).toEqual(['P1.1']);
  });

  test('is labelled in HTML, and nothing is said of it where nobody was asked', async () => {
    const text = await textOf(html, asked());
    expect(text).toContain('25% said');
    expect(text).toContain('self-declared, 24 answers');
    expect(text).toContain('people say 60, gap −12; 24 answers');
    expect(text).toContain('Saying and doing: signals that were both seen and asked');
    expect(text).toContain('70 of 100 agreement that messages often tear them out of their work');
    expect(text).toContain('35 of 100 agreement that they are content with their tools');
    const silent = await textOf(html, sampleAudit());
    expect(silent).not.toContain('Saying and doing');
    expect(silent).not.toContain('What people say</h');
    expect(silent).not.toContain('agreement that');
  });

  test('is labelled in Markdown', async () => {
    const text = await textOf(markdown, asked());
    expect(text).toContain('P1.4 (self-declared) people say 2.6 of 5');
    expect(text).toContain('| 25% self-declared |');
    expect(text).toMatch(/### Saying and doing.*\| P1\.1 Meeting load \| 72 \| 60 \| −12 \| 24 \|/);
    expect(text).toContain('35 of 100 agreement');
    expect(await textOf(markdown, sampleAudit())).not.toContain('Saying and doing');
  });

  test('is labelled in Excel beside the scores, the gap and the share as formulas', async () => {
    const [file] = await excel.render(asked(), { templates: () => '', brand: Brand.parse({}) });
    const workbook = await openWorkbook(file!.bytes);
    const sheet = workbook.getWorksheet('Signals')!;
    const rowOf = (id: string) => sheet.getColumn(2).values.indexOf(id);
    const [load, response] = [sheet.getRow(rowOf('P1.1')), sheet.getRow(rowOf('P1.4'))];
    expect(load.getCell('O').value).toBe('observed');
    expect(load.getCell('Q').value).toMatchObject({ result: expect.closeTo(-12, 6) });
    expect(response.getCell('O').value).toBe('self-declared');
    expect([response.getCell('P').value, response.getCell('R').value]).toEqual([40, 24]);
    expect(response.getCell('Q').result ?? '').toBe('');
    const profile = workbook.getWorksheet('Profile')!;
    expect(profile.getCell('M4').value).toBe('Self-declared, of known weight');
    expect(profile.getCell('M5').value).toMatchObject({
      formula: expect.stringContaining('="self-declared"'),
      result: 0.25,
    });
  });
});
