import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCatalogue, type ProductCatalogue } from './catalogue.ts';
import { readCatalogueYaml, vendorFiles } from './read-yaml.ts';
import type { CatalogueFiles } from './schema.ts';

const COMPILED = 'catalogue.json';
const FORMAT = 'unsprawl/catalogue@1';

/** Folder of the YAML files: the one this module stands in, in the sources and in the build. */
export function catalogueDirectory(): string {
  return dirname(fileURLToPath(import.meta.url));
}

/**
 * Text of `catalogue.json` for the build: every file, validated, in one document that loads many times faster. Write it
 * beside the YAML files after they are in place.
 */
export function compileCatalogue(directory: string): string {
  return `${JSON.stringify({ format: FORMAT, ...readCatalogueYaml(directory) })}\n`;
}

/** Fresh = written after every YAML file that it stands for, or shipped without them. */
function isFresh(directory: string): boolean {
  const compiled = join(directory, COMPILED);
  if (!existsSync(compiled)) return false;
  if (!existsSync(join(directory, 'products'))) return true;
  const written = statSync(compiled).mtimeMs;
  const sources = ['capabilities.yaml', 'descriptors.yaml', 'products', ...vendorFiles(directory).map(productFile)];
  return sources.every((file) => statSync(join(directory, file)).mtimeMs <= written);
}

function productFile(name: string): string {
  return join('products', name);
}

/** The compiled document was validated when it was written; another format is read from YAML instead. */
function readCompiled(directory: string): CatalogueFiles | undefined {
  if (!isFresh(directory)) return undefined;
  const { format, ...files } = JSON.parse(readFileSync(join(directory, COMPILED), 'utf8')) as CatalogueFiles & {
    format: string;
  };
  return format === FORMAT ? files : undefined;
}

/** Everything the catalogue is made of. Throws `ConfigurationError` where a file is not valid. */
export function loadCatalogueFiles(directory: string = catalogueDirectory()): CatalogueFiles {
  return readCompiled(directory) ?? readCatalogueYaml(directory);
}

/** The only place that reads the catalogue from disk. Throws `ConfigurationError` where a file is not valid. */
export function loadCatalogue(directory: string = catalogueDirectory()): ProductCatalogue {
  return createCatalogue(loadCatalogueFiles(directory));
}
