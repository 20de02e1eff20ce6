// Compiles src to dist, copies what is data, and writes what start-up reads instead of computing.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

// Beside the last build, which stays where the sources do not compile.
const next = join(root, `dist.${process.pid}`);
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
const compiled = spawnSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.json'), '--outDir', next],
  { cwd: root, stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

function copyMatching(folder, pattern) {
  for (const entry of readdirSync(join(root, 'src', folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyMatching(path, pattern);
    else if (pattern.test(entry.name)) {
      mkdirSync(join(next, folder), { recursive: true });
      cpSync(join(root, 'src', path), join(next, path));
    }
  }
}
copyMatching('catalog', /\.(ya?ml|json)$/);

const { compileCatalogue } = await import(pathToFileURL(join(next, 'catalog', 'load.js')).href);
const catalogue = compileCatalogue(join(next, 'catalog'));
// The build ships the compiled document alone; it loads many times faster than the files it stands for.
rmSync(join(next, 'catalog', 'products'), { recursive: true });
for (const name of ['capabilities.yaml', 'descriptors.yaml']) rmSync(join(next, 'catalog', name));
writeFileSync(join(next, 'catalog', 'catalogue.json'), catalogue);

rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);

const { writeStartUpFiles } = await import('../dist/cli/start-up-files.js');
await writeStartUpFiles(root);
