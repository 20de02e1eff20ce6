import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface CruiseResult {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[];
  };
}

function cruise(folder: string): CruiseResult['summary'] {
  const words = [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const result = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return (JSON.parse(result.stdout) as CruiseResult).summary;
}

describe('direction of imports', () => {
  const copy = mkdtempSync(join(tmpdir(), 'unsprawl-boundaries-'));
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('holds in src, and the checker has really looked', () => {
    const { violations, totalCruised } = cruise(root);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  });

  it('finds planted violations, a type-only one included', () => {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    cpSync(join(root, '.dependency-cruiser.cjs'), join(copy, '.dependency-cruiser.cjs'));
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const plant = (path: string, line: string) => {
      mkdirSync(join(copy, 'src', path, '..'), { recursive: true });
      writeFileSync(join(copy, 'src', path), `${line}\nexport const planted = 1;\n`);
    };
    plant(
      'analysis/planted-sibling.ts',
      "import type { Workspace } from '../workspace/workspace.ts';\nexport type P = Workspace;",
    );
    plant('renderers/planted-file.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');");
    plant(
      'cli/planted-stage.ts',
      "import { periodName } from '../workspace/period-name.ts';\nperiodName({ start: '', end: '' });",
    );
    plant(
      'model/planted-up.ts',
      "import { toAuditError } from '../errors/report-error.ts';\nimport { periodName } from '../workspace/period-name.ts';\ntoAuditError(periodName({ start: '', end: '' }));",
    );
    plant('connectors/files/planted-other.ts', "import { x } from '../planted/index.ts';\nexport const y = x;");
    plant('connectors/planted/index.ts', 'export const x = 1;');
    const found = cruise(copy)
      .violations.filter(({ from }) => from.includes('planted'))
      .map(({ rule, from }) => `${rule.name} ${from}`);
    expect(found).toContain('no-stage-imports-a-sibling src/analysis/planted-sibling.ts');
    expect(found).toContain('pure-stages-see-no-world src/renderers/planted-file.ts');
    expect(found).toContain('cli-reaches-stages-through-the-pipeline src/cli/planted-stage.ts');
    expect(found).toContain('model-imports-model-only src/model/planted-up.ts');
    expect(found).toContain('a-connector-imports-no-other src/connectors/files/planted-other.ts');
  });
});
