import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigurationError } from '../errors/audit-error.ts';
import { CapabilitiesFile, type CatalogueFiles, DescriptorsFile, VendorFile } from './schema.ts';

function readYaml<T>(directory: string, file: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(parse(readFileSync(join(directory, file), 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new ConfigurationError({
      code: 'catalogue-invalid',
      message: `The catalogue file ${file} cannot be used: ${why}`,
      nextSteps: ['Correct the file as the message says, or reinstall.'],
      file,
      cause,
    });
  }
}

/** Names of the vendor files, in code-point order. */
export function vendorFiles(directory: string): readonly string[] {
  return readdirSync(join(directory, 'products'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

/** Reads and validates every YAML file of the catalogue. Throws `ConfigurationError` naming the file and the field. */
export function readCatalogueYaml(directory: string): CatalogueFiles {
  return {
    capabilities: readYaml(directory, 'capabilities.yaml', CapabilitiesFile),
    vendors: vendorFiles(directory).map((name) => readYaml(directory, join('products', name), VendorFile)),
    descriptors: readYaml(directory, 'descriptors.yaml', DescriptorsFile),
  };
}
