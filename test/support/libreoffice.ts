import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programPath } from './needs.ts';

/** Tells LibreOffice to recalculate every formula when it loads a file of Excel; its default keeps cached values. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook as LibreOffice saves it after recalculating everything. */
export function recalculate(bytes: Uint8Array, format: 'xlsx' | 'pdf' = 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'unsprawl-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    const input = join(folder, 'workbook.xlsx');
    writeFileSync(input, bytes);
    const words = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      join(folder, 'out'),
      input,
    ];
    const result = spawnSync(programPath('libreoffice') ?? 'soffice', words, { encoding: 'utf8', timeout: 110_000 });
    if (result.status !== 0) throw new Error(`LibreOffice failed: ${result.stderr}`);
    return readFileSync(join(folder, 'out', `workbook.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
