// A large organisation through `analyze`: every metric, signal, interval and permutation, bootstrap included.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'bin', 'run.js');

/** The recipe: people in teams, tools over all capabilities, facts of 12 weeks, and the records of the work. */
const PEOPLE = 20_000;
const TEAMS = 400;
const TOOLS = 1500;
const EVENTS = 7_500_000;
const MEETINGS = 60_000;
const ITEMS = 40_000;
const ZONES = ['Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Europe/London', 'Asia/Tokyo'];

const person = (i) => `person${i % PEOPLE}@acme.example`;
const pad = (n) => String(n).padStart(2, '0');

/** Working day `i` of the quarter, counted round its 60 working days from 6 July 2026. */
function workday(i) {
  const day = new Date(Date.UTC(2026, 6, 6 + Math.floor((i % 60) / 5) * 7 + (i % 5)));
  return day.toISOString().slice(0, 10);
}

function rows(count, row) {
  return Array.from({ length: count }, (_, i) => row(i)).join('');
}

function files(work) {
  const { capabilities } = parse(readFileSync(join(root, 'src', 'catalog', 'capabilities.yaml'), 'utf8'));
  const ids = Object.keys(capabilities);
  const team = (i) => `Team ${i % TEAMS}`;
  const weeks = Array.from({ length: 12 }, (_, i) => workday(5 * i));
  const tables = {
    people: `email,team,time_zone\n${rows(PEOPLE, (i) => `${person(i)},${team(i)},${ZONES[i % ZONES.length]}\n`)}`,
    inventory: `name,vendor,capabilities\n${rows(TOOLS, (i) => `Tool ${i},Vendor ${i % 300},${ids[i % ids.length]}\n`)}`,
    contracts: `tool,seats,currency,end,annual_cost\n${rows(TOOLS, (i) => `Tool ${i},${50 + (i % 200)},EUR,2027-0${1 + (i % 9)}-15,${1000 + 37 * i}\n`)}`,
    meetings: `start,end,organizer,attendees,recurring,has_document\n${rows(MEETINGS, (i) => {
      const attendees = [1, 2, 3, 4].map((k) => person(i + k * TEAMS)).join(';');
      const hour = 8 + (i % 8);
      return `${workday(i)}T${pad(hour)}:00:00Z,${workday(i)}T${pad(hour)}:45:00Z,${person(i)},${attendees},${i % 3 === 0 ? 'yes' : 'no'},${i % 4 === 0 ? 'yes' : 'no'}\n`;
    })}`,
    messages: `week,team,public_channel,private_channel,direct,threaded_replies,after_hours\n${weeks
      .flatMap((week) =>
        Array.from(
          { length: TEAMS },
          (_, t) => `${week},${team(t)},${900 + t},${400 + (t % 50)},${700},${300 + (t % 90)},${100 + (t % 40)}\n`,
        ),
      )
      .join('')}`,
    work_items: `id,team,created,started,closed,linked_to_goal,has_acceptance,contributors\n${rows(ITEMS, (i) => `W-${i},${team(i)},${workday(i)},${workday(i)},${workday(i + 6) >= workday(i) ? workday(i + 6) : ''},${i % 2 ? 'yes' : 'no'},${i % 3 ? 'yes' : 'no'},${person(i)};${person(i + TEAMS)}\n`)}`,
  };
  return Object.entries(tables).map(([name, text]) => {
    const path = join(work, `large-${name}.csv`);
    writeFileSync(path, text);
    return path;
  });
}

function run(words, env = {}) {
  const start = performance.now();
  const result = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (result.status !== 0) throw new Error(`${words.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return (performance.now() - start) / 1000;
}

/** Wall time and peak memory of `analyze`, a process of its own, for the organisation of the recipe. */
export function largeAnalysis(work) {
  const workspace = join(work, 'large');
  const log = join(work, 'large-events.csv');
  run([join(root, 'bin', 'write-event-log.js'), log, EVENTS, PEOPLE, 8, TOOLS, 3, 84].map(String));
  run([cli, 'init', workspace, '--yes', '--start', '2026-07-01', '--end', '2026-09-30']);
  run([cli, 'import', ...files(work), log, '-w', workspace]);
  run([cli, 'collect', '-w', workspace]);
  const [probe, rss] = [join(work, 'large-probe.cjs'), join(work, 'large-rss')];
  writeFileSync(
    probe,
    "process.on('exit',()=>require('fs').writeFileSync(process.env.RSS_FILE,String(process.resourceUsage().maxRSS)))",
  );
  const times = Array.from({ length: 3 }, () => run(['-r', probe, cli, 'analyze', '-w', workspace], { RSS_FILE: rss }));
  const seconds = [...times].sort((a, b) => a - b)[1];
  return [
    [
      `analysis of ${TOOLS.toLocaleString('en-GB')} tools, ${PEOPLE.toLocaleString('en-GB')} people, 12 weeks of facts`,
      `${seconds.toFixed(1)} s`,
      'under 20 s on two cores, bootstrap included',
    ],
    ['  memory at most', `${(Number(readFileSync(rss, 'utf8')) / 1024).toFixed(0)} MB`, 'under 2,000 MB'],
  ];
}
