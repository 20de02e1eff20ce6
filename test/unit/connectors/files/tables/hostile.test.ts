import { describe, expect, test } from 'vitest';
import type { FileReading, SheetReading } from '../../../../../src/connectors/files/read-file.ts';
import { readTable } from '../../../../support/read-table.ts';
import { type PackedMember, zipOf } from '../../../../support/zip-archive.ts';

const HEAD = 'date,merchant,amount,currency';
const good = (day: number, merchant = 'Zoom'): string => `2026-01-${String(day).padStart(2, '0')},${merchant},1.00,EUR`;

function only(reading: FileReading): SheetReading {
  expect(reading.problems).toEqual([]);
  expect(reading.sheets).toHaveLength(1);
  return reading.sheets[0]!;
}

async function rowsOf(content: string | Uint8Array): Promise<{ used: number[]; rejected: [number, string][] }> {
  const sheet = only(await readTable(content));
  expect(sheet.profile).toBe('template-spend');
  expect(sheet.observations.length + sheet.rejected.length).toBe(sheet.rowsTotal);
  return {
    used: sheet.observations.map(({ at }) => at.row!),
    rejected: sheet.rejected.map(({ at, reason }) => [at.row!, reason]),
  };
}

describe('a broken row costs itself only', () => {
  test('a quote that is not closed', async () => {
    const text = [HEAD, good(1), '2026-01-02,"Zoom,1.00,EUR', good(3), good(4, '"Zoom, Inc."'), good(5)].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 4, 5, 6], rejected: [[3, 'has quotes in the wrong place']] });
  });

  test('a quote that is not closed before the end of the file', async () => {
    const text = [HEAD, good(1), '2026-01-02,"Zoom,1.00,EUR', good(3), good(4)].join('\r\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 4, 5], rejected: [[3, 'opens a quote that is not closed']] });
  });

  test('text after a closing quote', async () => {
    const text = [HEAD, '2026-01-02,"Zo"om,1.00,EUR', good(3)].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [3], rejected: [[2, 'has quotes in the wrong place']] });
  });

  test('a quote inside an unquoted cell is a letter', async () => {
    const sheet = only(await readTable([HEAD, good(1, '19" screen'), good(2)].join('\n')));
    expect(sheet.rejected).toEqual([]);
    expect(sheet.observations[0]).toMatchObject({ merchant: '19" screen' });
  });

  test('two stray quotes do not swallow the rows between them', async () => {
    const text = [HEAD, '2026-01-01,"Zoom,1.00,EUR', good(2), good(3), '2026-01-04,Zoom",1.00,EUR', good(5)].join('\n');
    const { used, rejected } = await rowsOf(text);
    expect(used).toEqual(expect.arrayContaining([3, 4, 6]));
    expect(rejected[0]).toEqual([2, 'has quotes in the wrong place or a wrong number of cells']);
  });

  test('lines of text in a cell are text, with as many commas as there are', async () => {
    const text = [HEAD, good(1, '"Zoom\nmonthly, yearly, all, of it, at once\nEurope"'), good(2)].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 3], rejected: [] });
  });

  test('too many and too few cells', async () => {
    const text = [HEAD, `${good(1)},x`, '2026-01-02,Zoom', good(3), `${good(4)},,`].join('\n');
    expect(await rowsOf(text)).toEqual({
      used: [4, 5],
      rejected: [
        [2, 'has 5 cells where the header has 4'],
        [3, 'has 2 cells where the header has 4'],
      ],
    });
  });

  test('the header a second time, blank lines, a NUL byte', async () => {
    const text = [HEAD, good(1), HEAD, '', ' , , , ', good(2, 'Zo\0om'), good(3)].join('\n');
    expect(await rowsOf(text)).toEqual({
      used: [2, 7],
      rejected: [
        [3, 'repeats the header'],
        [6, 'has a NUL byte in a cell'],
      ],
    });
  });

  test('a cell of a megabyte', async () => {
    const text = [HEAD, good(1), good(2, 'x'.repeat(1 << 20)), good(3)].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 4], rejected: [[3, 'is longer than 32,767 characters']] });
  });

  test('a megabyte in a column that nothing reads does no harm', async () => {
    const text = [`${HEAD},note`, `${good(1)},${'x'.repeat(1 << 20)}`, `${good(2)},`].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 3], rejected: [] });
  });

  test('rows keep the number that a spreadsheet shows, cells over several lines included', async () => {
    const text = [HEAD, good(1, '"two\nlines"'), good(2), '2026-99-99,Zoom,1.00,EUR'].join('\n');
    expect(await rowsOf(text)).toEqual({ used: [2, 3], rejected: [[4, 'is a date that does not exist']] });
  });

  test('a reason never repeats the cell', async () => {
    const { rejected } = await rowsOf([HEAD, 'ann.abel@example.com,Zoom,1.00,EUR'].join('\n'));
    expect(rejected).toEqual([[2, 'is not a date such as 2026-08-27']]);
  });

  test('quotes broken in every row do not take quadratic time', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `2026-01-02,"Zo"om ${index},1.00,EUR`);
    const { used, rejected } = await rowsOf([HEAD, ...rows, good(3)].join('\n'));
    expect(used).toEqual([20_002]);
    expect(rejected).toHaveLength(20_000);
  });
});

describe('encodings and delimiters', () => {
  const text = [HEAD, good(1, 'Café Zürich €'), good(2)].join('\r\n');
  const utf16le = Buffer.from(text, 'utf16le');
  const utf16be = Buffer.from(utf16le).swap16();
  const win1252 = Buffer.concat([
    Buffer.from([HEAD, '2026-01-01,Caf'].join('\n')),
    Buffer.from([0xe9]),
    Buffer.from(' Z'),
    Buffer.from([0xfc]),
    Buffer.from('rich '),
    Buffer.from([0x80]),
    Buffer.from(`,1.00,EUR\n${good(2)}`),
  ]);

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le])],
    ['UTF-16 BE with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 LE', utf16le],
    ['UTF-16 BE', utf16be],
    ['Windows-1252', win1252],
    ['old Mac line ends', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['pipes', Buffer.from(text.replaceAll(',', '|'))],
    ['sep= line', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
  ])('%s', async (_, bytes) => {
    const sheet = only(await readTable(bytes));
    expect(sheet.rejected).toEqual([]);
    expect(sheet.observations.map((seen) => (seen.kind === 'spend' ? seen.merchant : ''))).toEqual([
      'Café Zürich €',
      'Zoom',
    ]);
  });

  test('stray bytes in UTF-8 cost their row, not the letters of the others', async () => {
    const bytes = Buffer.concat([
      Buffer.from([HEAD, good(1, 'Café Zürich'), '2026-01-02,Caf'].join('\n')),
      Buffer.from([0xe9]),
      Buffer.from(`,1.00,EUR\n${good(3)}`),
    ]);
    expect(await rowsOf(bytes)).toEqual({ used: [2, 4], rejected: [[3, 'has bytes that are not UTF-8 text']] });
  });
});

describe('how a text was read', () => {
  const said = async (content: string | Uint8Array) => only(await readTable(content)).notices.map(({ code }) => code);
  const text = `${HEAD}\n${good(1, 'Café')}\n`;

  test('is said where it is not plain UTF-8', async () => {
    expect(await said(text)).toEqual([]);
    expect(await said(Buffer.from(text, 'latin1'))).toEqual(['encoding']);
    expect(await said(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['encoding']);
    expect(await said(Buffer.concat([Buffer.from(text), Buffer.from([0xff, 10])]))).toEqual(['encoding']);
    expect(await said(Buffer.from(text).toString('latin1'))).toEqual(['twice-encoded']);
  });

  test('and where it may be cut off', async () => {
    expect(await said(text.trimEnd())).toEqual(['no-line-end']);
    expect(await said(HEAD)).toEqual([]);
  });
});

describe('files that are no table', () => {
  const codeOf = async (content: string | Uint8Array, name?: string): Promise<string> => {
    const { sheets, problems } = await readTable(content, name);
    expect(sheets).toEqual([]);
    expect(problems[0]?.nextStep.length).toBeGreaterThan(5);
    return problems[0]?.code ?? '';
  };

  test('say so', async () => {
    expect(await codeOf('')).toBe('empty-file');
    expect(await codeOf(' \n\n')).toBe('empty-file');
    expect(await codeOf('\ufeff')).toBe('empty-file');
    expect(await codeOf('just,text', 'list.xlsx')).toBe('damaged-workbook');
    expect(await codeOf(Buffer.from('1f8b0800', 'hex'))).toBe('damaged-archive');
    expect(await codeOf('%PDF-1.7')).toBe('not-a-table');
    expect(await codeOf(Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 97 + 13) % 256)))).toBe(
      'not-a-table',
    );
    const cut = Buffer.from('PK\x03\x04 cut off here and there, no directory');
    expect(await codeOf(cut)).toBe('damaged-archive');
    expect(await codeOf(cut, 'list.xlsx')).toBe('damaged-workbook');
    expect(await codeOf('"date,merchant\n2026-01-01,x')).toBe('no-header');
  });

  test('say what they are instead', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const zip = (...names: readonly string[]) => zipOf(names.map((name) => ({ name, content: 'x' })));
    const messages: readonly (readonly [Uint8Array | string, string, string])[] = [
      [old, 'list.xls', 'in an old format'],
      [Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), 'list.xlsx', 'locked with a password'],
      [Buffer.from('89504e470d0a1a0a0000', 'hex'), 'logo.png', 'a picture'],
      [Buffer.from('377abcaf271c0004', 'hex'), 'all.7z', 'of a kind that is not opened'],
      ['<html><body><table><tr><th>email</th></tr></table>', 'export.xls', 'a web page'],
      ['\ufeff<?xml version="1.0"?><Workbook/>', 'export.xls', 'XML'],
      ['[{"email": "a@x.example"}]', 'users.json', 'JSON'],
      [zip('mimetype', 'content.xml'), 'list.ods', '.ods'],
      [zip('[Content_Types].xml', 'word/document.xml'), 'list.docx', 'a text document'],
      [zip('[Content_Types].xml', 'xl/workbook.bin'), 'list.xlsb', '.xlsb'],
      [zip('Index/Document.iwa'), 'list.numbers', 'a Numbers'],
    ];
    for (const [content, name, said] of messages) {
      const { sheets, problems } = await readTable(content, name);
      expect(sheets, name).toEqual([]);
      expect(problems[0]?.message, name).toContain(said);
    }
  });

  test('a header that holds what is no text is not guessed', async () => {
    expect(await codeOf('da\u0001te,merchant,amount,currency\n2026-01-02,Zoom,1.00,EUR\n')).toBe('no-header');
    const stray = Buffer.from('Straße,Größe,team,em?ail\nä,ö,ü,ß\n');
    stray[stray.indexOf('?')] = 0xff;
    expect(await codeOf(stray)).toBe('no-header');
  });

  test('a header without rows is a table', async () => {
    expect(only(await readTable(`${HEAD}\n`))).toMatchObject({ profile: 'template-spend', rowsTotal: 0 });
  });

  /** A workbook's archive that holds its list of sheets and nothing else. */
  function archive(content: Buffer, said: Partial<PackedMember> = {}): Buffer {
    return zipOf([{ name: 'xl/workbook.xml', content, ...said }]);
  }

  test('zip bombs are refused, honest about their size or not', async () => {
    expect(await codeOf(archive(Buffer.alloc(10), { declared: 0xfffffff0 }), 'bomb.xlsx')).toBe('workbook-too-large');
    expect(await codeOf(archive(Buffer.alloc(1 << 20), { declared: 100 }), 'bomb.xlsx')).toBe('damaged-workbook');
  });

  test('a workbook without sheets is empty; one whose bytes are not those that were packed is damaged', async () => {
    const empty = Buffer.from('<workbook/>');
    const { problems } = await readTable(archive(empty), 'thin.xlsx');
    expect(problems).toMatchObject([{ code: 'empty-file', message: 'The workbook has no sheet with rows.' }]);
    expect(await codeOf(archive(empty, { crc: 0 }), 'thin.xlsx')).toBe('damaged-workbook');
  });
});
