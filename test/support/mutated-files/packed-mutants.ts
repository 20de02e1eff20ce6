import { gzipSync } from 'node:zlib';
import exceljs from 'exceljs';
import { type PackedMember, zipOf } from '../zip-archive.ts';
import type { Dice } from './dice.ts';
import { type Mutant, same } from './mutant.ts';
import { type Original, textOf } from './originals.ts';

export type MutatePacked = (original: Original, dice: Dice) => Mutant | Promise<Mutant>;

/** A zstd frame that packs nothing: blocks of the bytes as they are. */
function zstdOf(content: Uint8Array): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const blocks: Uint8Array[] = [];
  for (let from = 0; from < content.length; from += 100_000) {
    const part = content.subarray(from, from + 100_000);
    const head = Buffer.alloc(3);
    head.writeUIntLE((part.length << 3) | (from + 100_000 >= content.length ? 1 : 0), 0, 3);
    blocks.push(head, part);
  }
  return Buffer.concat([Buffer.from('28b52ffda0', 'hex'), size, ...blocks]);
}

/** 4 MB out of a few bytes, many times over: blocks that repeat one byte. */
function zstdBomb(blocks: number): Buffer {
  const block = (isLast: boolean) => {
    const bytes = Buffer.alloc(4, 'a');
    bytes.writeUIntLE(((128 * 1024) << 3) | 2 | (isLast ? 1 : 0), 0, 3);
    return bytes;
  };
  const body = Array.from({ length: blocks }, (_, at) => block(at === blocks - 1));
  return Buffer.concat([Buffer.from('28b52ffd0088', 'hex'), ...body]);
}

async function workbookOf({ cells }: Original): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('export').addRows(cells.map((row) => [...row]));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function refused(mutant: Mutant): Mutant {
  return { ...mutant, kept: new Map(), fate: 'refused', rowsTotal: null };
}

const contentOf = ({ records }: Original): Buffer => Buffer.from(textOf(records));
const zipped = (original: Original, ...others: readonly PackedMember[]): Buffer =>
  zipOf([{ name: 'exports/good.csv', content: contentOf(original) }, ...others]);

const inGzip: MutatePacked = (original) => same(original, 'gzip', gzipSync(contentOf(original)), 'input.csv.gz');
const inZstd: MutatePacked = (original) => same(original, 'zstd', zstdOf(contentOf(original)), 'input.csv.zst');
const inZip: MutatePacked = (original) => same(original, 'zip', zipped(original), 'input.zip');
/** In a workbook every row is as wide as the table: what stands above the header may be a row, and is rejected. */
const inWorkbook: MutatePacked = async (original) => ({
  ...same(original, 'workbook', await workbookOf(original), 'input.xlsx'),
  rowsTotal: original.headerRow === 1 ? original.rowsTotal : null,
});

async function packedSomehow(original: Original, dice: Dice): Promise<readonly [bytes: Buffer, name: string]> {
  return dice.pick([
    () => Promise.resolve([gzipSync(contentOf(original)), 'input.csv.gz'] as const),
    () => Promise.resolve([zstdOf(contentOf(original)), 'input.csv.zst'] as const),
    () => Promise.resolve([zipped(original), 'input.zip'] as const),
    async () => [await workbookOf(original), 'input.xlsx'] as const,
  ])();
}

const cutOff: MutatePacked = async (original, dice) => {
  const [bytes, name] = await packedSomehow(original, dice);
  return refused(same(original, `cut off ${name}`, bytes.subarray(0, 1 + dice.below(bytes.length - 1)), name));
};

/** One byte another: the content is the same, or the file is refused. */
const flipped: MutatePacked = async (original, dice) => {
  const [bytes, name] = await dice.pick([
    () => Promise.resolve([gzipSync(contentOf(original)), 'input.csv.gz'] as const),
    () => Promise.resolve([zipped(original), 'input.zip'] as const),
    async () => [await workbookOf(original), 'input.xlsx'] as const,
  ])();
  const at = dice.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  const rowsTotal = original.headerRow === 1 ? original.rowsTotal : null;
  return { ...same(original, `a bit of ${name}`, bytes, name), fate: 'either', rowsTotal };
};

const gzipBomb: MutatePacked = (original, dice) =>
  refused(same(original, 'gzip bomb', gzipSync(Buffer.alloc((8 + dice.below(40)) << 20, 'a,b\n')), 'input.csv.gz'));
const zstdBombs: MutatePacked = (original, dice) =>
  refused(same(original, 'zstd bomb', zstdBomb(300 + dice.below(3000)), 'input.csv.zst'));

/** Members that blow up, lie about their size, lead out of the archive, or are no files: the good one is read. */
const BAD_MEMBERS: readonly PackedMember[] = [
  { name: 'bomb.csv', content: Buffer.alloc(8 << 20, 'a,b\n') },
  { name: 'liar.csv', content: Buffer.alloc(1 << 20), declared: 100 },
  { name: 'giant.csv', content: 'email,team\n', declared: 0xfffffff0 },
  { name: '../../outside.csv', content: 'email,team\na@acme.example,IT\n' },
  { name: '/absolute.csv', content: 'email,team\na@acme.example,IT\n' },
  { name: 'C:/drive.csv', content: 'email,team\na@acme.example,IT\n' },
  { name: '..\\windows.csv', content: 'email,team\na@acme.example,IT\n' },
  { name: 'link.csv', content: '/etc/passwd', mode: 0o120777 },
  { name: 'locked.csv', content: 'email,team\na@acme.example,IT\n', flags: 1 },
  { name: 'odd.csv', content: 'email,team\na@acme.example,IT\n', method: 99 },
  { name: 'wrong.csv', content: 'email,team\na@acme.example,IT\n', crc: 7 },
  { name: 'inner.zip', content: zipOf([{ name: 'a.csv', content: 'email,team\n' }]) },
  { name: 'empty.csv', content: '' },
];

const badMembers: MutatePacked = (original, dice) => {
  const bad = dice.some(1 + dice.below(4), BAD_MEMBERS.length).flatMap((at) => BAD_MEMBERS[at] ?? []);
  return {
    ...same(original, 'zip with bad members', zipped(original, ...bad), 'input.zip'),
    problems: bad.map(({ name }) => String(name)),
  };
};

const nameTwice: MutatePacked = (original) => ({
  ...refused(
    same(
      original,
      'zip with a name twice',
      zipped(original, { name: 'exports/good.csv', content: 'email,team\n' }),
      'input.zip',
    ),
  ),
  problems: ['exports/good.csv'],
});

/** A part of a workbook that unpacks to more than it says, or to more than can be read. */
const workbookBomb: MutatePacked = (original, dice) => {
  const part = dice.pick([{ declared: 0xfffffff0 }, { declared: 100 }, { crc: 1 }]);
  const members: readonly PackedMember[] = [
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(1 << 20, ' '), ...part },
  ];
  return refused(same(original, 'workbook bomb', zipOf(members), 'input.xlsx'));
};

export const PACKED_MUTANTS: readonly MutatePacked[] = [
  inGzip,
  inZstd,
  inZip,
  inWorkbook,
  cutOff,
  cutOff,
  flipped,
  flipped,
  gzipBomb,
  zstdBombs,
  badMembers,
  badMembers,
  nameTwice,
  workbookBomb,
];
