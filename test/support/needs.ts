import { existsSync } from 'node:fs';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../../shared');

/** Programs that tests drive from outside, with where Debian puts them. */
const PROGRAMS = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser'],
  libreoffice: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
  /** Gives a command a terminal, with the flags of util-linux. */
  script: process.platform === 'linux' ? ['/usr/bin/script'] : [],
} as const;

/** Path of a program, or null where the machine has none. */
export function programPath(name: keyof typeof PROGRAMS): string | null {
  const paths: readonly string[] = PROGRAMS[name];
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * For `describe.skipIf(lacks('chromium'))`: true and a printed reason where the program is missing.
 * @throws where skips are forbidden, as the continuous integration sets it
 */
export function lacks(name: keyof typeof PROGRAMS): boolean {
  if (programPath(name) !== null) return false;
  if (process.env.UNSPRAWL_FORBID_SKIPS === '1') throw new Error(`${name} is missing and skips are forbidden here`);
  process.stderr.write(`skipped: this machine has no ${name}\n`);
  return true;
}

/** Path of test input that lives beside the repository and is not part of it. */
export function sharedPath(...parts: readonly string[]): string {
  return join(SHARED, ...parts);
}

/** True and a printed reason where that input is absent. */
export function lacksShared(...parts: readonly string[]): boolean {
  if (existsSync(sharedPath(...parts))) return false;
  process.stderr.write(`skipped: no ../shared/${parts.join('/')}\n`);
  return true;
}
