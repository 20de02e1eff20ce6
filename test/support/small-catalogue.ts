import { type CatalogueFiles, DescriptorsFile, VendorFile } from '../../src/catalog/schema.ts';

/** Two capabilities, two vendors, three products: small enough to see every clash. */
export function smallCatalogue(): CatalogueFiles {
  return {
    capabilities: {
      version: 1,
      domains: { work: { name: 'Work' } },
      capabilities: {
        wiki: { domain: 'work', name: 'Wiki', def: 'Pages that link.', mode: 'async', one_home: 'strong' },
        tasks: { domain: 'work', name: 'Tasks', def: 'Who does what.', mode: 'async', one_home: 'team' },
      },
    },
    vendors: [
      VendorFile.parse({
        vendor: 'Birch',
        products: [
          { id: 'birch', name: 'Birch', aliases: ['Birchwood'], domains: ['birch.example'], capabilities: { wiki: 3 } },
          { id: 'birch-tasks', name: 'Birch Tasks', merchant: ['^BIRCHTASKS'], capabilities: { tasks: 3 } },
        ],
      }),
      VendorFile.parse({
        vendor: 'Maple Works',
        products: [{ id: 'mapleboard', name: 'Mapleboard', capabilities: { tasks: 3 } }],
      }),
    ],
    descriptors: DescriptorsFile.parse({ version: 1, carriers: [], rejections: [], words: {} }),
  };
}
