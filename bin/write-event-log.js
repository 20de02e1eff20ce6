// Writes a sign-in log in the order of time, as a vendor exports it; the same words give the same bytes.
//   node bin/write-event-log.js FILE ROWS PEOPLE TOOLS_EACH TOOLS TOOLS_PER_DAY DAYS
// Each person has TOOLS_EACH of TOOLS and uses TOOLS_PER_DAY of them on one day, in turns; the days begin on 1 July 2026.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [path = '', ...words] = process.argv.slice(2);
const [rows, people, toolsEach, tools, toolsPerDay, days] = words.map(Number);
const first = Date.UTC(2026, 6, 1) / 1000;
const perDay = Math.floor(rows / days);

const select = (day) => `
  select strftime(make_timestamp((${first} + ${day} * 86400 + i * 86400 // ${perDay}) * 1000000), '%Y-%m-%dT%H:%M:%SZ') as timestamp,
    'person' || p || '@acme.example' as email,
    'Tool ' || (hash(p * 100 + (k + ${day}) % ${toolsEach}) % ${tools}) as tool,
    'sign-in' as event, '203.0.113.' || (i % 250) as ip,
    ['Chrome 140 on Windows 11', 'Safari 26 on macOS', 'Edge 140 on Windows 11'][1 + i % 3] as client
  from (
    select i, cast(hash(i + ${day} * 1000003) % ${people} as integer) as p,
      cast(hash(i * 7 + ${day}) % ${toolsPerDay} as integer) as k
    from range(${perDay}) b(i)
  ) order by i`;

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const part = `${path}.part`;
const file = openSync(path, 'w');
for (let day = 0; day < days; day += 1) {
  await connection.run(`copy (${select(day)}) to '${part}' (format csv, header ${day === 0})`);
  writeSync(file, readFileSync(part));
}
closeSync(file);
rmSync(part);
