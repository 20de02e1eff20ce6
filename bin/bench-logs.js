// Event logs of many millions of rows, through the commands as a user runs them, beside a bare query of the same file.
import { spawnSync } from 'node:child_process';
import { cpSync, createReadStream, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'bin', 'run.js');

const ROUNDS = 5;
const ROWS = 20_000_000;
const SAMPLE = 500_000;
const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Europe/London', 'Asia/Tokyo'];
/** People, tools of each, tools of all, tools on one day, days. */
const RECIPE = { people: 2000, toolsEach: 8, tools: 250, toolsPerDay: 3, days: 90 };

/** Wall time in seconds of a whole process, and its peak memory in megabytes. */
function run(work, words) {
  const rss = join(work, 'log-rss');
  const probe = join(work, 'log-probe.cjs');
  writeFileSync(
    probe,
    "process.on('exit',()=>require('fs').writeFileSync(process.env.RSS_FILE,String(process.resourceUsage().maxRSS)))",
  );
  const start = performance.now();
  const result = spawnSync(process.execPath, ['-r', probe, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, RSS_FILE: rss },
  });
  const seconds = (performance.now() - start) / 1000;
  if (result.status !== 0) throw new Error(`${words.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return { seconds, megabytes: Number(readFileSync(rss, 'utf8')) / 1024, output: result.stdout };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function writeLog(path, rows) {
  const { people, toolsEach, tools, toolsPerDay, days } = RECIPE;
  const words = [path, rows, people, toolsEach, tools, toolsPerDay, days].map(String);
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'write-event-log.js'), ...words], {
    cwd: root,
  });
  if (status !== 0) throw new Error(`the log was not written: ${stderr}`);
}

/** A workspace that knows the people and their zones, so that the log is all that is left to read. */
function prepare(work) {
  const workspace = join(work, 'log-workspace');
  run(work, [cli, 'init', workspace, '--yes', '--start', '2026-07-01', '--end', '2026-09-30']);
  const rows = Array.from(
    { length: RECIPE.people },
    (_, i) => `person${i}@acme.example,Team ${i % 100},${ZONES[i % ZONES.length]}\n`,
  );
  const people = join(work, 'log-people.csv');
  writeFileSync(people, `email,team,time_zone\n${rows.join('')}`);
  run(work, [cli, 'import', people, '-w', workspace]);
  return workspace;
}

/** The question that every engine answers first: how many people are in it. */
function bareQuery(work, log) {
  const query = `const { DuckDBInstance } = await import('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const reader = await connection.runAndReadAll("select count(distinct email) from '${log}'");
    console.log(String(reader.getRowsJS()[0][0]));`;
  return run(work, ['--input-type=module', '-e', query]);
}

function importAndCollect(work, prepared, log) {
  const workspace = join(work, 'log-round');
  cpSync(prepared, workspace, { recursive: true });
  const imported = run(work, [cli, 'import', log, '-w', workspace]);
  const collected = run(work, [cli, 'collect', '-w', workspace]);
  const facts = statSync(join(workspace, 'snapshots', '2026-Q3', 'usage.parquet')).size;
  rmSync(workspace, { recursive: true });
  return {
    seconds: imported.seconds + collected.seconds,
    parts: [imported.seconds, collected.seconds],
    megabytes: Math.max(imported.megabytes, collected.megabytes),
    facts,
  };
}

/** Seconds for all rows, had they been read one by one and counted in a map: from a sample. */
async function rowByRow(log, rows) {
  const { parse } = await import('csv-parse');
  const facts = new Map();
  let read = 0;
  const start = performance.now();
  const stream = createReadStream(log);
  for await (const row of stream.pipe(parse({ columns: true }))) {
    const key = `${row.email} ${row.tool} ${new Date(row.timestamp).toISOString().slice(0, 10)}`;
    facts.set(key, (facts.get(key) ?? 0) + 1);
    read += 1;
    if (read === SAMPLE) break;
  }
  stream.destroy();
  return ((performance.now() - start) / 1000 / read) * rows;
}

function recipeText(rows) {
  const { people, toolsEach, tools, toolsPerDay, days } = RECIPE;
  const facts = people * toolsPerDay * days;
  return `${people.toLocaleString('en-GB')} people, ${toolsEach} of ${tools} tools each, ${toolsPerDay} a day for ${days} days, ${ZONES.length} zones, ${(rows / facts).toFixed(0)} events a fact`;
}

/** Import and collect of one log against the bare query, in turns. */
export async function eventLogs(work) {
  const log = join(work, 'events.csv');
  writeLog(log, ROWS);
  const prepared = prepare(work);
  bareQuery(work, log);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: bareQuery(work, log).seconds,
    ours: importAndCollect(work, prepared, log),
  }));
  const bare = median(rounds.map((round) => round.bare));
  const ours = median(rounds.map((round) => round.ours.seconds));
  const ratio = median(rounds.map((round) => round.ours.seconds / round.bare));
  const peak = Math.max(...rounds.map((round) => round.ours.megabytes));
  const loop = await rowByRow(log, ROWS);
  const size = statSync(log).size;
  const part = (at) => median(rounds.map((round) => round.ours.parts[at])).toFixed(1);
  rmSync(log);
  return [
    [`event log of ${ROWS.toLocaleString('en-GB')} rows, ${(size / 1e9).toFixed(1)} GB`, '', recipeText(ROWS)],
    ['  bare count(distinct email), whole process', `${bare.toFixed(1)} s`, 'DuckDB, the file as it lies'],
    ['  import and collect, fingerprint included', `${ours.toFixed(1)} s`, `import ${part(0)} s, collect ${part(1)} s`],
    ['  against the bare query', `${ratio.toFixed(1)} x`, `at most 4 x; median of ${ROUNDS} rounds in turns`],
    [
      '  a csv-parse loop, from a sample',
      `${(loop / ours).toFixed(0)} x`,
      `at least 6 x as long: ${loop.toFixed(0)} s`,
    ],
    ['  memory at most', `${peak.toFixed(0)} MB`, 'under 1,200 MB'],
    ['  facts kept', `${(rounds[0].ours.facts / 1e6).toFixed(1)} MB`, ''],
  ];
}

/** Cost of a row in a log ten times as long; needs 12 GB of disk. */
export function longLog(work) {
  const prepared = prepare(work);
  const perRow = (rows) => {
    const log = join(work, 'events.csv');
    writeLog(log, rows);
    const times = Array.from({ length: 3 }, () => importAndCollect(work, prepared, log));
    rmSync(log);
    return {
      microseconds: (Math.min(...times.map(({ seconds }) => seconds)) / rows) * 1e6,
      megabytes: Math.max(...times.map(({ megabytes }) => megabytes)),
    };
  };
  const [short, long] = [perRow(10_000_000), perRow(100_000_000)];
  return [
    ['a row of a log of 10,000,000', `${short.microseconds.toFixed(2)} us`, `${short.megabytes.toFixed(0)} MB at most`],
    ['a row of a log of 100,000,000', `${long.microseconds.toFixed(2)} us`, `${long.megabytes.toFixed(0)} MB at most`],
    ['  against one of 10,000,000', `${(long.microseconds / short.microseconds).toFixed(2)} x`, 'at most 1.3 x'],
  ];
}
