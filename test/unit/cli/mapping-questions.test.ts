import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readMappingLine } from '../../../src/cli/mapping-answer.ts';
import { mappingConversation } from '../../../src/cli/mapping-questions.ts';
import type { MappingQuestion } from '../../../src/pipeline/mapping-draft.ts';
import { readTable } from '../../support/read-table.ts';

describe('a typed line', () => {
  test.each([
    ['', { does: 'accept' }],
    [' Q ', { does: 'stop' }],
    ['l', { does: 'later' }],
    ['x', { does: 'leave-out' }],
    ['t', { does: 'list-profiles' }],
    ['t people', { does: 'profile', name: 'people' }],
    ['f', { does: 'list-fields' }],
    ['3 amount', { does: 'column', number: 3, field: 'amount' }],
    ['3 -', { does: 'column', number: 3, field: null }],
    ['2 Appears On Your Statement As', { does: 'column', number: 2, field: 'Appears On Your Statement As' }],
    ['tool = Slack', { does: 'constant', field: 'tool', value: 'Slack' }],
    ['currency=EUR', { does: 'constant', field: 'currency', value: 'EUR' }],
    ['what', { does: 'unclear' }],
  ])('"%s"', (line, typed) => expect(readMappingLine(line)).toEqual(typed));
});

async function question(...lines: readonly string[]): Promise<MappingQuestion> {
  const [sheet] = (await readTable(lines.join('\n'))).sheets;
  if (sheet?.proposer === undefined) throw new Error('nothing is open');
  const { best, as } = sheet.proposer;
  return { file: 'final_v3 (2).csv', sheet: null, headerRow: 4, rows: sheet.rowsTotal, proposal: best, as };
}

/** Types lines ahead, then ends the input as a closed terminal does. */
async function converse(asked: MappingQuestion, typed: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { ask, close } = mappingConversation({ input, output });
  input.end(typed);
  const answer = await ask(asked);
  close();
  return { answer, said: String(output.read() ?? '') };
}

const people = () => question('Mitarbeiter;E-Mail;Abteilung;Notiz', 'Ann Lee;ann.lee@x.example;IT;groß');
const members = () => question('Member;E-Mail;Last seen', 'Ann Lee;ann.lee@x.example;2026-08-27');
const bank = () => question('Gebucht am;Begünstigte;Umsatzbetrag', '03/04/2026;Slack;-1,50', '05/06/2026;Zoom;-2,50');

describe('the conversation', () => {
  test('Enter takes the proposal; people are not shown', async () => {
    const { answer, said } = await converse(await people(), '\n');
    expect(answer).toMatchObject({
      header: ['Mitarbeiter', 'E-Mail', 'Abteilung', 'Notiz'],
      profile: 'template-people',
      columns: { Mitarbeiter: null, 'E-Mail': 'email', Abteilung: 'team', Notiz: null },
    });
    expect(said).toContain('final_v3 (2).csv (1 row, header in row 4)');
    expect(said).toMatch(/2 +E-Mail +-> email +1\.00 +addresses, 1 different/);
    expect(said).not.toMatch(/ann|lee|groß/i);
  });

  test('columns are corrected by number; a field goes from the column that had it', async () => {
    const { answer, said } = await converse(await people(), '4 team\n9 team\n1 nothing\n\n');
    expect(answer).toMatchObject({ columns: { Abteilung: null, Notiz: 'team', 'E-Mail': 'email' } });
    expect(said).toMatch(/4 +Notiz +-> team +yours/);
    expect(said).toContain('There is no column 9.');
    expect(said).toContain('There is no field "nothing"');
  });

  test('another template is proposed anew; a required column that is missing is asked for', async () => {
    const { answer, said } = await converse(await members(), 'f\nt\nt people\nt usage\n\n= Slack\n');
    expect(answer).toMatchObject({
      profile: 'template-usage',
      columns: { 'E-Mail': 'email' },
      constants: { tool: 'Slack' },
    });
    expect(said).toContain('tool is required: Name of the tool.');
    expect(said).toContain('still needed: team');
  });

  test('a required column can be given by its number, and a constant beforehand', async () => {
    const byNumber = await converse(await members(), '\n1\n');
    expect(byNumber.answer).toMatchObject({ columns: { Member: 'tool', 'E-Mail': 'email' }, constants: {} });
    const before = await converse(await members(), 'tool = Slack\n\n');
    expect(before.answer).toMatchObject({ constants: { tool: 'Slack' } });
  });

  test('order of days and sign are asked where the values do not tell', async () => {
    const typed = ['currency = EUR', '', 'd', 'p', ''].join('\n');
    const { answer, said } = await converse(await bank(), typed);
    expect(answer).toMatchObject({ day_orders: { 'Gebucht am': 'dmy' }, paid_is_negative: true });
    expect(said).toContain('no value tells which part is the day');
    expect(said).toContain('100 % of the amounts are negative');
    const other = await converse(await bank(), ['currency = EUR', '', 'm', 'c', ''].join('\n'));
    expect(other.answer).toMatchObject({ day_orders: { 'Gebucht am': 'mdy' }, paid_is_negative: false });
  });

  test('what cannot be kept is told and asked again', async () => {
    const { answer, said } = await converse(await bank(), ['currency = Euro', '', 'd', 'p', 'l', ''].join('\n'));
    expect(answer).toBe('later');
    expect(said).toContain('this is no currency code such as EUR');
  });

  test('a file like nothing has to be said what it is; it can be left out for good', async () => {
    const strange = await question('zeta;eta', '1;x');
    const { answer, said } = await converse(strange, '\nx\n');
    expect(said).toContain('No known export or template comes near');
    expect(answer).toMatchObject({ header: ['zeta', 'eta'], profile: null, columns: {} });
  });

  test('q and the end of the input stop, l leaves it for later', async () => {
    expect((await converse(await people(), 'q\n')).answer).toBe('stop');
    expect((await converse(await people(), '')).answer).toBe('stop');
    expect((await converse(await bank(), '\n')).answer).toBe('stop');
    expect((await converse(await people(), 'l\n')).answer).toBe('later');
  });
});
