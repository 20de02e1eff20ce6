// Renews the generated regions of README.md from the units' own meta.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentationTables, withTables } from '../dist/pipeline/documentation-tables.js';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));
writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), await documentationTables()));
