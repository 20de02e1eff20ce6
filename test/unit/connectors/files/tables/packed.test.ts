import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FileReading } from '../../../../../src/connectors/files/read-file.ts';
import { readNames } from '../../../../../src/connectors/files/read-names.ts';
import { zipMembers } from '../../../../../src/connectors/files/tables/zip-members.ts';
import { templateWorkbook } from '../../../../../src/connectors/files/templates.ts';
import { readTable } from '../../../../support/read-table.ts';
import { type PackedMember, zipOf } from '../../../../support/zip-archive.ts';

const USAGE = 'tool,email,last_active\nSlack,a@acme.example,2026-08-27\nZoom,b@acme.example,2026-08-28\n';
const HOMES = 'object_type,home\npolicy,Notion\n';
/** USAGE as the zstd program packs it at level 19, with its checksum. */
const USAGE_ZST = Buffer.from(
  'KLUv/SRWBQIA8sMNEbA9/LMhPHKSleKrMoPcSdMS4LB9CBUwJJwRChlk2+NzbdHfGPG+xp5AUzcbrynZ1x1/r0M4AwEALWoFBR+FX9c=',
  'base64',
);

const codes = ({ problems }: FileReading): string[] => problems.map(({ code }) => code);
const seen = ({ sheets }: FileReading): unknown[] =>
  sheets.map(({ member, profile, source, rowsTotal }) => [member, profile, source?.id, source?.file, rowsTotal]);

describe('compressed files', () => {
  test.each([
    ['gzip', gzipSync(USAGE), 'usage.csv.gz'],
    ['gzip in two parts', Buffer.concat([gzipSync(USAGE.slice(0, 20)), gzipSync(USAGE.slice(20))]), 'usage.csv.gz'],
    ['zstd', USAGE_ZST, 'usage.csv.zst'],
    ['zstd behind an empty frame', Buffer.concat([Buffer.from('502a4d1804000000deadbeef', 'hex'), USAGE_ZST]), 'u.zst'],
    ['gzip under another name', gzipSync(USAGE), 'usage.csv'],
  ])('%s', async (_, bytes, name) => {
    const reading = await readTable(bytes, name);
    expect(reading.problems).toEqual([]);
    expect(seen(reading)).toEqual([[null, 'template-usage', 'file', name, 2]]);
  });

  test('a compressed workbook is a workbook', async () => {
    expect((await readTable(gzipSync(await templateWorkbook()), 'templates.xlsx.gz')).sheets).toHaveLength(25);
  });

  test('cut off or altered, they are refused as a whole', async () => {
    const packed = gzipSync(USAGE);
    const flip = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 0x10;
      return copy;
    };
    for (const bytes of [
      packed.subarray(0, packed.length - 9),
      flip(packed, packed.length - 6),
      USAGE_ZST.subarray(0, USAGE_ZST.length - 5),
      flip(USAGE_ZST, USAGE_ZST.length - 1),
      flip(USAGE_ZST, 20),
      Buffer.concat([USAGE_ZST, Buffer.from('junk after the end')]),
    ]) {
      const reading = await readTable(bytes, 'usage.csv.gz');
      expect([reading.sheets, codes(reading)]).toEqual([[], ['damaged-archive']]);
    }
  });

  test('bombs and archives inside are refused', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20, 'a,b\n'));
    expect(codes(await readTable(bomb, 'bomb.csv.gz'))).toEqual(['too-large']);
    expect(codes(await readTable(gzipSync(gzipSync(USAGE)), 'usage.csv.gz.gz'))).toEqual(['nested-archive']);
    expect(codes(await readTable(gzipSync(zipOf([{ name: 'a.csv', content: USAGE }])), 'a.zip.gz'))).toEqual([
      'nested-archive',
    ]);
    const tar = Buffer.alloc(1024);
    tar.write('usage.csv', 0);
    tar.write('ustar', 257);
    expect(codes(await readTable(gzipSync(tar), 'usage.tar.gz'))).toEqual(['not-a-table']);
    expect(codes(await readTable(gzipSync(''), 'empty.csv.gz'))).toEqual(['empty-file']);
    // A zstd frame that says it unpacks to 4 GB.
    const liar = Buffer.from('28b52ffd a0 ffffffff 0100 00'.replaceAll(' ', ''), 'hex');
    expect(codes(await readTable(liar, 'bomb.zst'))).toEqual(['too-large']);
  });
});

describe('zip archives', () => {
  const archive = (...members: readonly PackedMember[]): Promise<FileReading> => readTable(zipOf(members), 'all.zip');
  const good: PackedMember = { name: 'exports/usage.csv', content: USAGE };

  test('each file is read by itself, workbooks and stored files included', async () => {
    const reading = await archive(
      { name: 'exports/', content: '' },
      good,
      { name: 'homes.csv', content: HOMES, method: 0 },
      { name: '__MACOSX/._homes.csv', content: 'x' },
      { name: 'strange.csv', content: 'zeta,eta\n1,2\n' },
    );
    expect(reading.problems).toEqual([]);
    expect(seen(reading)).toEqual([
      ['exports/usage.csv', 'template-usage', 'file/exports/usage.csv', 'all.zip/exports/usage.csv', 2],
      ['homes.csv', 'template-homes', 'file/homes.csv', 'all.zip/homes.csv', 1],
      ['strange.csv', null, undefined, undefined, 1],
    ]);
    const book = await archive({ name: 'templates.xlsx', content: await templateWorkbook() });
    expect(book.sheets.map(({ source }) => source?.id)).toContain('file/templates.xlsx#homes');
  });

  test.each<[string, PackedMember, string]>([
    ['a path upwards', { name: '../../etc/passwd', content: USAGE }, 'unsafe-name'],
    ['an absolute path', { name: '/etc/passwd', content: USAGE }, 'unsafe-name'],
    ['a drive', { name: 'C:/usage.csv', content: USAGE }, 'unsafe-name'],
    ['a backslash', { name: '..\\usage.csv', content: USAGE }, 'unsafe-name'],
    ['a NUL in the name', { name: 'usage.csv\0.txt', content: USAGE }, 'unsafe-name'],
    ['a symbolic link', { name: 'link.csv', content: '/etc/passwd', mode: 0o120777 }, 'symbolic-link'],
    ['a device', { name: 'null.csv', content: '', mode: 0o020666 }, 'symbolic-link'],
    ['a password', { name: 'locked.csv', content: USAGE, flags: 0x801 }, 'encrypted'],
    ['another packing', { name: 'odd.csv', content: USAGE, method: 14 }, 'unknown-packing'],
    ['a size that is too small', { name: 'lie.csv', content: USAGE, declared: 10 }, 'damaged-archive'],
    ['a size that is too large', { name: 'lie.csv', content: USAGE, declared: 1000 }, 'damaged-archive'],
    ['a wrong checksum', { name: 'altered.csv', content: USAGE, crc: 1 }, 'damaged-archive'],
    ['a bomb', { name: 'bomb.csv', content: Buffer.alloc(8 << 20) }, 'too-large'],
    ['a bomb that lies', { name: 'bomb.csv', content: Buffer.alloc(8 << 20), declared: 5000 }, 'damaged-archive'],
    ['more than 256 MB', { name: 'large.csv', content: USAGE, declared: 0x7fffffff }, 'too-large'],
    ['an archive inside', { name: 'inner.zip', content: zipOf([{ name: 'a.csv', content: USAGE }]) }, 'nested-archive'],
    ['gzip inside', { name: 'usage.csv.gz', content: gzipSync(USAGE) }, 'nested-archive'],
    ['an empty file', { name: 'empty.csv', content: '' }, 'empty-file'],
    ['a PDF', { name: 'manual.pdf', content: '%PDF-1.7' }, 'not-a-table'],
    ['a workbook cut off', { name: 'cut.xlsx', content: 'PK\x03\x04 cut off' }, 'damaged-workbook'],
  ])('%s costs its member only', async (_, member, code) => {
    const reading = await archive(member, good);
    expect(codes(reading)).toEqual([code]);
    expect(reading.problems[0]?.message).not.toMatch(/[\0\n]/);
    expect(reading.problems[0]?.nextStep.length).toBeGreaterThan(5);
    expect(reading.sheets.map(({ member: name, rowsTotal }) => [name, rowsTotal])).toEqual([['exports/usage.csv', 2]]);
  });

  test('sizes in 64 bits are read', async () => {
    expect((await archive({ ...good, zip64: true })).sheets).toMatchObject([
      { profile: 'template-usage', rowsTotal: 2 },
    ]);
    const parts = [...zipMembers(await templateWorkbook())].flatMap((part) =>
      'bytes' in part ? [{ name: part.name, content: part.bytes, zip64: true as const }] : [],
    );
    expect((await readTable(zipOf(parts), 'templates.xlsx')).sheets).toHaveLength(25);
    const bomb = { name: 'bomb.csv', content: Buffer.alloc(8 << 20, 'a,b\n'), zip64: true } as const;
    expect(codes(await archive(bomb))).toEqual(['too-large']);
  });

  test('a file that stands there under another name than in the list is not taken', async () => {
    const bytes = zipOf([good]);
    bytes.write('E', bytes.indexOf('exports/'));
    expect(codes(await readTable(bytes, 'all.zip'))).toEqual(['damaged-archive']);
  });

  test('of two files of one name neither is taken', async () => {
    const reading = await archive(good, { name: 'a.csv', content: USAGE }, { name: 'a.csv', content: HOMES });
    expect(codes(reading)).toEqual(['name-twice', 'name-twice']);
    expect(reading.sheets).toHaveLength(1);
  });

  test('an archive of nothing, of too much, or cut off', async () => {
    expect(codes(await archive())).toEqual(['empty-file']);
    const many = Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.csv`, content: 'a' }));
    expect(codes(await archive(...many))).toEqual(['too-many-members']);
    const bytes = zipOf([good]);
    expect(codes(await readTable(bytes.subarray(0, bytes.length - 30), 'all.zip'))).toEqual(['damaged-archive']);
  });

  test('together no more than 1 GB is unpacked', async () => {
    // Five members of 240 MB each: the fifth would pass 1,024 MB. Their sizes are untrue, which is found one by one.
    const member = (name: string): PackedMember => ({
      name,
      content: Buffer.alloc(1 << 20, 7),
      declared: 240 << 20,
      method: 0,
    });
    const stored = ['a', 'b', 'c', 'd', 'e'].map((name) => member(`${name}.csv`));
    expect(codes(await archive(...stored))).toEqual([
      'damaged-archive',
      'damaged-archive',
      'damaged-archive',
      'damaged-archive',
      'too-large',
    ]);
  });
});

test('names are read out of packed files too', async () => {
  const names = async (bytes: Uint8Array, name: string): Promise<string[]> =>
    (await readNames(name, bytes)).names.map(({ raw }) => raw);
  expect(await names(gzipSync(USAGE), 'usage.csv.gz')).toEqual(['Slack', 'Zoom']);
  expect(await names(gzipSync('Slack\nZoom\n'), 'list.txt.gz')).toEqual(['Slack', 'Zoom']);
  const both = zipOf([
    { name: 'usage.csv', content: USAGE },
    { name: 'manual.pdf', content: '%PDF-1.7' },
    { name: 'list.txt', content: 'Jira\n' },
  ]);
  expect(await names(both, 'all.zip')).toEqual(['Slack', 'Zoom', 'Jira']);
});
