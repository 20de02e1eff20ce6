// Rebuilds reports/sample from the sample company: the report files, and a picture where Chromium is present.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'reports', 'sample');
const work = mkdtempSync(join(tmpdir(), 'unsprawl-sample-'));
const workspace = join(work, 'demo');

try {
  const made = spawnSync(process.execPath, [join(root, 'bin', 'run.js'), 'demo', workspace], { stdio: 'inherit' });
  if (made.status !== 0) process.exit(made.status ?? 1);
  const latest = readdirSync(join(workspace, 'reports')).sort().at(-1);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(workspace, 'reports', latest), target, { recursive: true });
  rmSync(join(target, 'audit.schema.json'));
  await takePicture();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function takePicture() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  if (executablePath === undefined) {
    process.stderr.write('No Chromium here: reports/sample has no new picture.\n');
    return;
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(pathToFileURL(join(target, 'report.html')).href);
  await page.screenshot({ path: join(target, 'report.png') });
  await browser.close();
}
