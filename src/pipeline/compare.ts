import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { compareAudits } from '../analysis/changes.ts';
import { InputError } from '../errors/audit-error.ts';
import { Audit } from '../model/audit/audit.ts';
import type { Changes } from '../model/audit/changes.ts';
import type { Period } from '../model/calendar.ts';
import { readStage } from '../workspace/stage-files.ts';

export interface Comparison {
  readonly before: { readonly organisation: string; readonly period: Period };
  readonly now: { readonly organisation: string; readonly period: Period };
  readonly changes: Changes;
}

const AUDIT_FILE = 'audit.json';

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Periods of the workspace that were audited, oldest first. */
async function auditedPeriods(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'reports')).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => ((await exists(join(root, 'reports', name, AUDIT_FILE))) ? [name] : [])),
  );
  return found.flat().sort();
}

/** A period of the workspace, a folder that holds an audit, or the file itself. */
async function folderOf(root: string, named: string): Promise<string> {
  const candidates = [join(root, 'reports', named), resolve(named), dirname(resolve(named))];
  for (const folder of basename(named) === AUDIT_FILE ? candidates.slice(2) : candidates.slice(0, 2)) {
    if (await exists(join(folder, AUDIT_FILE))) return folder;
  }
  const periods = await auditedPeriods(root);
  throw new InputError({
    code: 'no-audit',
    message: `There is no audit called "${named}".`,
    nextSteps: [
      periods.length === 0
        ? 'Run `unsprawl audit` for both periods first.'
        : `Name two of the audited periods: ${periods.join(', ')}.`,
      `Or name a folder that holds ${AUDIT_FILE}.`,
    ],
  });
}

async function readFrom(root: string, named: string): Promise<Audit> {
  return readStage(await folderOf(root, named), 'audit', Audit, 'audit');
}

/**
 * What changed from one audit to another: the world, the sources, the rules.
 * @param root folder of the workspace in which periods are looked up
 * @throws InputError where one of the two is no audit
 */
export async function compare(root: string, earlier: string, later: string): Promise<Comparison> {
  const [before, now] = [await readFrom(root, earlier), await readFrom(root, later)];
  const head = ({ organisation, period }: Audit) => ({ organisation: organisation.name, period });
  return { before: head(before), now: head(now), changes: compareAudits(before, now) };
}
