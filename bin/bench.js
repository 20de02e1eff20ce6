// Speed as ratios and rates measured in one run, so that they mean the same on any machine. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'bin', 'run.js');
const company = join(root, 'fixtures', 'companies', 'harbour-lane', 'after');
const work = mkdtempSync(join(tmpdir(), 'unsprawl-bench-'));

const RUNS = 15;
const NAMES = 20_000;

/** Wall time of a whole process in milliseconds. */
function timed(words) {
  const start = performance.now();
  const result = spawnSync(process.execPath, words, { cwd: work, encoding: 'utf8', maxBuffer: 1 << 28 });
  const milliseconds = performance.now() - start;
  if (result.status !== 0) throw new Error(`node ${words.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return milliseconds;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Medians of several commands, taken in turns so that a busy moment touches all alike. */
function medians(commands, runs) {
  for (const words of commands) timed(words);
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, words] of commands.entries()) times[index].push(timed(words));
  }
  return times.map(median);
}

function startUp() {
  const [bare, version, help, verb] = medians(
    [
      ['-e', '0'],
      [cli, '--version'],
      [cli, '--help'],
      [cli, 'audit', '--help'],
    ],
    RUNS,
  );
  const ratio = (value) => `${(value / bare).toFixed(2)} x`;
  return [
    ['node -e 0', `${bare.toFixed(0)} ms`, ''],
    ['--version', ratio(version), 'at most 4 x node -e 0'],
    ['--help', ratio(help), 'at most 4 x node -e 0'],
    ['audit --help', ratio(verb), ''],
  ];
}

function sampleAudit() {
  const workspace = join(work, 'sample');
  timed([cli, 'init', workspace, '--yes']);
  for (const name of ['unsprawl.yaml', 'policy.yaml']) cpSync(join(company, name), join(workspace, name));
  const exports = readdirSync(join(company, 'exports')).map((name) => join(company, 'exports', name));
  const imported = timed([cli, 'import', '-w', workspace, ...exports]);
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
  const [audit, alone] = medians(
    [
      [cli, 'audit', '-w', workspace],
      [cli, 'audit', '-w', workspace, '--format', 'json'],
    ],
    3,
  );
  return [
    ['import of the sample company', seconds(imported), ''],
    ['audit, all reports', seconds(audit), ''],
    ['audit, audit.json alone', seconds(alone), ''],
  ];
}

/** Every name of the sample company as its sources write it, again and again with another number behind it. */
function rawNames() {
  const column = (file, index) =>
    readFileSync(join(company, 'exports', file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[index].replaceAll('"', ''));
  const known = [
    ...new Set(readdirSync(join(company, 'exports')).flatMap((file) => (/^amex/.test(file) ? column(file, 1) : []))),
    ...column('inventory.csv', 0),
  ];
  return Array.from({ length: NAMES }, (_, index) => `${known[index % known.length]} ${100_000 + index}`);
}

async function matcher() {
  const { loadCatalogue } = await import('../dist/catalog/load.js');
  const before = performance.now();
  const catalogue = loadCatalogue();
  const loaded = performance.now() - before;
  const names = rawNames();
  for (const raw of names.slice(0, 1000)) catalogue.resolve('expense', `${raw} A`);
  const start = performance.now();
  for (const raw of names) catalogue.resolve('expense', raw);
  const perSecond = (NAMES / (performance.now() - start)) * 1000;
  return [
    ['catalogue loaded', `${loaded.toFixed(0)} ms`, ''],
    ['names matched', `${Math.round(perSecond)} a second`, ''],
  ];
}

try {
  const rows = [...startUp(), ...sampleAudit(), ...(await matcher())];
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  for (const [name, figure, target] of rows)
    process.stdout.write(`${name.padEnd(width(0))}  ${figure.padStart(width(1))}  ${target}`.trimEnd().concat('\n'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
