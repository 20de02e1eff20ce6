import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../errors/audit-error.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { type AuditResult, audit } from './audit.ts';
import { importFiles } from './import-files.ts';
import { initFromSettings } from './init.ts';
import type { Ports } from './ports.ts';

/** Built-in company: raw exports of two quarters. */
export const SAMPLE_COMPANY = fileURLToPath(new URL('../../fixtures/companies/harbour-lane/', import.meta.url));

const QUARTERS = ['before', 'after'] as const;
const MARK = '.unsprawl-demo';

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Only a folder that an earlier demo made, or an empty one, is written over. */
async function prepareFolder(root: string): Promise<void> {
  const names = await readdir(root).catch(() => []);
  if (names.length > 0 && !(await exists(join(root, MARK)))) {
    throw new ConfigurationError({
      code: 'folder-not-empty',
      message: `${basename(root)} is not empty and was not made by the demo; it is left as it is.`,
      nextSteps: ['Name an empty folder: `unsprawl demo my-demo`.'],
    });
  }
  await rm(root, { recursive: true, force: true });
  await writeFileAtomic(join(root, MARK), 'Made by `unsprawl demo`; the next demo replaces this folder.\n');
}

async function importQuarter(root: string, quarter: string, ports: Ports): Promise<Workspace> {
  const folder = join(SAMPLE_COMPANY, quarter);
  const settings = await readFile(join(folder, 'unsprawl.yaml'), 'utf8');
  const policy = await readFile(join(folder, 'policy.yaml'), 'utf8');
  // A quarter is audited on its own files; the workspace keeps the reports and snapshots of both.
  await rm(join(root, 'inbox'), { recursive: true, force: true });
  const workspace = await initFromSettings(root, settings, policy, ports);
  const names = (await readdir(join(folder, 'exports'))).sort();
  const paths = names.map((name) => join(folder, 'exports', name));
  const { files } = await importFiles(workspace, paths, { copyLarge: false }, ports);
  const bad = files.find((file) => file.status !== 'imported');
  if (bad !== undefined) {
    throw new ConfigurationError({
      code: 'sample-damaged',
      message: `${basename(bad.path)} of the sample company was not imported: ${bad.problems[0]?.message ?? bad.status}`,
      nextSteps: ['Install unsprawl again: its sample files are damaged.'],
    });
  }
  return openWorkspace(workspace.root);
}

/** Makes an ordinary workspace of the sample company and audits both quarters; the later one is the result. */
export async function demo(root: string, ports: Ports): Promise<AuditResult> {
  await prepareFolder(root);
  let result: AuditResult | undefined;
  for (const quarter of QUARTERS) {
    ports.progress(`Sample company, quarter "${quarter}"`);
    result = await audit(await importQuarter(root, quarter, ports), ports);
  }
  return result as AuditResult;
}
