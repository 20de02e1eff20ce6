// Runs a script of package.json after making sure that what the lock file asks for is installed and built.
// Needs nothing but Node and npm: it is the first thing that runs on a fresh clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installStamp = join(root, 'node_modules', '.unsprawl-lock');
const buildStamp = join(root, 'dist', '.stamp');

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

function isFresh(stamp, wanted) {
  return existsSync(stamp) && statSync(stamp).isFile() && readFileSync(stamp, 'utf8') === wanted;
}

/** npm is a script beside node or on the PATH; on Windows it is a .cmd file, which needs a shell. */
function npm(words) {
  const npmScript = process.env.npm_execpath;
  const viaNode = npmScript?.endsWith('.js') === true;
  const [command, args] = viaNode ? [process.execPath, [npmScript, ...words]] : ['npm', words];
  return run(command, args, !viaNode && process.platform === 'win32');
}

function run(command, args, shell = false, environment = process.env) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: environment });
  if (result.error) {
    process.stderr.write(`${command} could not be started: ${result.error.message}\n`);
    return 1;
  }
  return result.status ?? 1;
}

function ensureInstalled() {
  const wanted = hashOf(['package.json', 'package-lock.json']);
  if (isFresh(installStamp, wanted)) return 0;
  process.stderr.write('Installing what package-lock.json asks for ...\n');
  // --include=dev: the tools are needed whatever NODE_ENV says.
  const status = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status === 0) writeFileSync(installStamp, wanted);
  return status;
}

function ensureBuilt() {
  const wanted = hashOf([
    ...filesBelow('src'),
    ...filesBelow('templates'),
    'bin/build.js',
    'package.json',
    'tsconfig.json',
  ]);
  if (isFresh(buildStamp, wanted)) return 0;
  process.stderr.write('Building ...\n');
  const status = run(process.execPath, [join(root, 'bin', 'build.js')]);
  if (status === 0) writeFileSync(buildStamp, wanted);
  return status;
}

const node = (...words) => run(process.execPath, words);
const vitest = (...words) => {
  // NODE_ENV=production would make test libraries behave otherwise; the tests are the same whatever it says.
  const { NODE_ENV: _dropped, ...environment } = process.env;
  return run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...words], false, environment);
};
const bin = (name) => join(root, 'node_modules', name);

const checks = [
  () => node(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'),
  () => node(bin('typescript/bin/tsc'), '--noEmit', '-p', 'test/tsconfig.json'),
  () => node(bin('knip/bin/knip.js')),
];

const scripts = {
  build: () => 0,
  demo: (words) => node('bin/run.js', 'demo', ...(words.length === 0 ? [join('reports', 'demo')] : words)),
  test: (words) => (words.length > 0 ? vitest(...words) : firstFailure([...checks, () => vitest()])),
  check: () => firstFailure(checks),
  golden: () => vitest('--project', 'golden', '--update'),
  docs: () => node('bin/generate-docs.js'),
  sample: () => node('bin/make-sample.js'),
  bench: (words) => node('bin/bench.js', ...words),
};

function firstFailure(steps) {
  for (const step of steps) {
    const status = step();
    if (status !== 0) return status;
  }
  return 0;
}

const [name, ...rest] = process.argv.slice(2);
const script = scripts[name];
if (!script) {
  process.stderr.write(`bootstrap: no script named ${name}; there are ${Object.keys(scripts).join(', ')}\n`);
  process.exit(2);
}
process.exit(firstFailure([ensureInstalled, ensureBuilt, () => script(rest)]));
