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
// Names are unseen once only: the counts of the last batch's first sight are kept, not measured again.
const {
  batch: _,
  catalogueProducts: __,
  ...firstSight
} = JSON.parse(readFileSync(path('fixtures/resolution/first-sight.json'), 'utf8')).at(-1);
const quality = [...measureMatching(loadCatalogue(), names), { kind: 'first-sight', ...firstSight }];
writeFileSync(path('src/catalog/match-quality.json'), `${JSON.stringify(quality, null, 2)}\n`);
copyFileSync(path('src/catalog/match-quality.json'), path('dist/catalog/match-quality.json'));

const readme = path('README.md');
writeFileSync(readme, withTables(readFileSync(readme, 'utf8'), await documentationTables()));
