// Speed as ratios and rates measured in one run, so that they mean the same on any machine. Asserts nothing.
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { largeAnalysis } from './bench-analysis.js';
import { eventLogs, longLog } from './bench-logs.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'bin', 'run.js');
const company = join(root, 'fixtures', 'companies', 'harbour-lane', 'after');
const work = mkdtempSync(join(tmpdir(), 'unsprawl-bench-'));

const RUNS = 15;
const NAMES = 20_000;
const LINES = 1_000_000;
const TOOLS = 2000;
const PEOPLE = 20_000;
const TOOLS_A_PERSON = 30;

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

/** The catalogue cut to, or filled up with invented vendors to, about so many products. */
function resized(files, products) {
  const vendors = [];
  let count = 0;
  for (let round = 0; count < products; round += 1) {
    for (const vendor of files.vendors) {
      if (count >= products) break;
      vendors.push(round === 0 ? vendor : renamed(vendor, `q${round}x`));
      count += vendor.products.length;
    }
  }
  return { ...files, vendors };
}

/** The same facts under names that nobody has. */
function renamed(vendor, mark) {
  const each = (texts) => texts.map((text) => `${mark}${text}`);
  const patterns = (sources) => sources.map((source) => source.replace('^', `^${mark.toUpperCase()}`));
  return {
    ...vendor,
    vendor: `${mark}${vendor.vendor}`,
    legal_names: each(vendor.legal_names),
    vendor_only: {
      names: each(vendor.vendor_only.names),
      domains: each(vendor.vendor_only.domains),
      merchant: patterns(vendor.vendor_only.merchant),
    },
    products: vendor.products.map((product) => ({
      ...product,
      id: `${mark}${product.id}`,
      name: `${mark}${product.name}`,
      aliases: each(product.aliases),
      legal_names: each(product.legal_names),
      domains: each(product.domains),
      former_names: product.former_names.map((former) => ({ ...former, name: `${mark}${former.name}` })),
      merchant: patterns(product.merchant),
      oauth: { ...product.oauth, names: each(product.oauth.names) },
    })),
  };
}

/** Microseconds for each distinct name, the best of several rounds taken in turns. */
function perName(catalogues, names) {
  const best = catalogues.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < 7; round += 1) {
    for (const [index, catalogue] of catalogues.entries()) {
      const start = performance.now();
      for (const raw of names) catalogue.resolve('expense', raw);
      best[index] = Math.min(best[index], ((performance.now() - start) / names.length) * 1000);
    }
  }
  return best;
}

async function matcher() {
  const { loadCatalogue } = await import('../dist/catalog/load.js');
  const { createCatalogue } = await import('../dist/catalog/catalogue.js');
  const before = performance.now();
  const catalogue = loadCatalogue();
  const loaded = performance.now() - before;
  const names = rawNames();
  const files = JSON.parse(readFileSync(join(root, 'dist', 'catalog', 'catalogue.json'), 'utf8'));
  const sizes = [700, 7000];
  const [now, small, large] = perName(
    [catalogue, ...sizes.map((size) => createCatalogue(resized(files, size)))],
    names,
  );
  const long = 'LONGMERCHANT NAME '.repeat(1000);
  const [short, hundredfold] = [long.slice(0, 180), long].map((raw) => perName([catalogue], Array(2000).fill(raw))[0]);
  return [
    ['catalogue loaded', `${loaded.toFixed(0)} ms`, ''],
    ['names matched', `${Math.round(1_000_000 / now)} a second`, ''],
    ['a name at 7,000 products', `${(large / small).toFixed(2)} x`, 'of the same at 700: no growth with the catalogue'],
    ['a name of 18,000 letters', `${(hundredfold / short).toFixed(2)} x`, 'of one of 180: bounded'],
  ];
}

/** A million expense lines of 20,000 merchants, through the command as a user runs it. */
function expenseLines() {
  const names = rawNames();
  const file = join(work, 'lines.csv');
  const lines = Array.from({ length: LINES }, (_, index) => `expense,"${names[(index * 7919) % NAMES]}"`);
  writeFileSync(file, `source_kind,raw\n${lines.join('\n')}\n`);
  const output = openSync(join(work, 'answers.json'), 'w');
  const probe =
    "process.on('exit',()=>require('fs').writeFileSync(process.env.RSS_FILE,String(process.resourceUsage().maxRSS)))";
  const rss = join(work, 'rss');
  writeFileSync(join(work, 'probe.cjs'), probe);
  const start = performance.now();
  const result = spawnSync(process.execPath, ['-r', join(work, 'probe.cjs'), cli, 'match', '--input', file, '--json'], {
    stdio: ['ignore', output, 'inherit'],
    env: { ...process.env, RSS_FILE: rss },
  });
  const seconds = (performance.now() - start) / 1000;
  closeSync(output);
  if (result.status !== 0) throw new Error(`match ended with ${result.status}`);
  const megabytes = Number(readFileSync(rss, 'utf8')) / 1024;
  return [
    ['a million expense lines, 20,000 merchants', `${seconds.toFixed(1)} s`, 'under 5 s on two cores'],
    ['  memory at most', `${megabytes.toFixed(0)} MB`, 'under 300 MB'],
  ];
}

/** People of each tool: 10 to 50 tools a person, 30 on average, the early tools taken more often. The same each time. */
function usersByTool() {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const users = Array.from({ length: TOOLS }, () => new Set());
  for (let person = 0; person < PEOPLE; person += 1) {
    const wanted = Math.round(TOOLS_A_PERSON * (1 / 3 + (4 / 3) * random()));
    for (let tools = 0; tools < wanted; ) {
      const set = users[Math.floor(TOOLS * random() ** 2)];
      if (set.has(person)) continue;
      set.add(person);
      tools += 1;
    }
  }
  return users;
}

/** Milliseconds to compare one pair of sets after another, from a sample of the pairs. */
function pairByPair(users, setSizes, pairs) {
  const start = performance.now();
  let sampled = 0;
  for (let a = 0; a < TOOLS; a += 20) {
    for (let b = a + 1; b < TOOLS; b += 20) {
      setSizes(users[a], users[b]);
      sampled += 1;
    }
  }
  return ((performance.now() - start) / sampled) * pairs;
}

/** Who uses what together with what, from the people of each tool to a count for every pair. */
async function overlapOfAllPairs() {
  const { coUse, countingCost } = await import('../dist/analysis/metrics/co-use.js');
  const { setSizes } = await import('../dist/analysis/metrics/set-overlap.js');
  const users = usersByTool();
  const toolsByPerson = new Uint32Array(PEOPLE);
  for (const set of users) for (const person of set) toolsByPerson[person] += 1;
  const { increments, words } = countingCost(TOOLS, toolsByPerson);
  const pairs = (TOOLS * (TOOLS - 1)) / 2;
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    coUse(users, PEOPLE);
    return performance.now() - start;
  });
  const [first, usual] = [times[0], median(times)];
  const grouped = (value) => Math.round(value).toLocaleString('en-GB');
  const { way } = coUse(users, PEOPLE);
  return [
    [
      `overlap of ${grouped(TOOLS)} tools by ${grouped(PEOPLE)} people, ${grouped(pairs)} pairs`,
      `${usual.toFixed(0)} ms`,
      `under 200 ms; the first time ${first.toFixed(0)} ms`,
    ],
    [`  counted ${way}`, `${grouped(increments / 1e6)} m steps`, `against ${grouped(words / 1e6)} m words of bitsets`],
    ['  pair by pair', `${(pairByPair(users, setSizes, pairs) / usual).toFixed(0)} x`, 'from every 400th pair'],
  ];
}

try {
  const rows = [
    ...startUp(),
    ...sampleAudit(),
    ...(await matcher()),
    ...expenseLines(),
    ...(await overlapOfAllPairs()),
    ...largeAnalysis(work),
    ...(await eventLogs(work)),
    ...(process.argv.includes('--long') ? longLog(work) : []),
  ];
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  for (const [name, figure, target] of rows)
    process.stdout.write(`${name.padEnd(width(0))}  ${figure.padStart(width(1))}  ${target}`.trimEnd().concat('\n'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
