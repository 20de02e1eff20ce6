import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { analyseStructure } from '../../../src/analysis/structure.ts';
import { measureAll } from '../../../src/analysis/metrics/measure-all.ts';
import { collect } from '../../../src/pipeline/collect.ts';
import { importFiles } from '../../../src/pipeline/import-files.ts';
import { openWorkspace } from '../../../src/workspace/workspace.ts';
import { Structure } from '../../../src/model/audit/structure.ts';

const ports = { today: '2026-10-12', randomBytes: () => new Uint8Array(32).fill(7), progress: () => {} } as never;
for (const q of ['after', 'before']) {
  it(q, async () => {
    const root = mkdtempSync(join(tmpdir(), 'ws-'));
    const from = join('fixtures/companies/harbour-lane', q);
    cpSync(join(from, 'unsprawl.yaml'), join(root, 'unsprawl.yaml'));
    cpSync(join(from, 'policy.yaml'), join(root, 'policy.yaml'));
    const ws = await openWorkspace(root);
    const files = readdirSync(join(from, 'exports')).map((f) => join(from, 'exports', f));
    const res = await importFiles(ws, files as never, { copyLarge: false } as never, ports as never);
    console.log(JSON.stringify((res as any).files?.filter((f: any) => f.status !== 'imported')).slice(0, 3000));
    const snap = await collect(ws, ports);
    writeFileSync(`/tmp/snap-${q}.json`, JSON.stringify(snap));
    const t = performance.now();
    const s = analyseStructure(snap, ws.policy, { seed: 20260101 });
    console.log('ms', performance.now() - t);
    Structure.parse(s);
    writeFileSync(`/tmp/structure-${q}.json`, JSON.stringify(s, null, 1));
    writeFileSync(`/tmp/measure-${q}.json`, JSON.stringify(measureAll(snap, ws.policy, s), null, 1));
    console.log(s.findings.map((f) => `${f.rule} | ${f.title} | ${f.saving?.minor ?? ''} | ${f.because.join(' / ')}`).join('\n'));
    rmSync(root, { recursive: true });
  }, 120000);
}
