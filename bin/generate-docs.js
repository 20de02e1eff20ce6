// Measures the matcher on the labelled names, then renews the generated regions of README.md from the units' own meta.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { loadCatalogue } from '../dist/catalog/load.js';
import { measureMatching } from '../dist/catalog/match-quality.js';
import { documentationTables, withTables } from '../dist/pipeline/documentation-tables.js';

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

const names = ['labelled.csv', 'held-out.csv'].flatMap((file) =>
  parse(readFileSync(path(`fixtures/resolution/${file}`)), { columns: true, bom: true }),
);
writeFileSync(
  path('src/catalog/match-quality.json'),
  `${JSON.stringify(measureMatching(loadCatalogue(), names), null, 2)}\n`,
);
copyFileSync(path('src/catalog/match-quality.json'), path('dist/catalog/match-quality.json'));

const readme = path('README.md');
writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), await documentationTables()));
