import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { searchCatalogue } from '../../pipeline/search-catalogue.ts';
import { showProduct } from '../../pipeline/show-product.ts';
import { contributeProduct, validateVendorFile } from '../../pipeline/vendor-file.ts';
import { counted } from '../../util/counted.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { columns } from '../columns.ts';
import { checkedText, contributionWords, productText } from '../product-text.ts';

/** Each asks for another document. */
const ONE_OF = ['show', 'validate', 'contribute'];

function others(name: string): string[] {
  return ONE_OF.filter((each) => each !== name);
}

export default class Catalog extends BaseCommand {
  static override description =
    'Search the products and capabilities of the catalogue (all of them without a query), show one, check a vendor file, or write one for a product that is missing.';
  static override examples = [
    '<%= config.bin %> catalog wiki',
    '<%= config.bin %> catalog --show confluence',
    '<%= config.bin %> catalog --contribute "Acme Flow" --from-workspace -w acme',
    '<%= config.bin %> catalog --validate acme-flow.yaml',
  ];
  static override args = { query: Args.string({ description: 'Word of a name, vendor, domain or capability.' }) };
  static override flags = {
    show: Flags.string({
      description: 'Show everything that is known of this product.',
      exclusive: others('show'),
      env: 'UNSPRAWL_SHOW',
      helpValue: 'ID',
    }),
    validate: Flags.string({
      description: 'Check this vendor file against the schema and the whole catalogue.',
      exclusive: others('validate'),
      env: 'UNSPRAWL_VALIDATE',
      helpValue: 'FILE',
    }),
    contribute: Flags.string({
      description: 'Write a vendor file for this product, which the catalogue lacks.',
      exclusive: others('contribute'),
      env: 'UNSPRAWL_CONTRIBUTE',
      helpValue: 'NAME',
    }),
    vendor: Flags.string({
      description: 'Vendor of the product to contribute; called like the product without it.',
      dependsOn: ['contribute'],
      env: 'UNSPRAWL_VENDOR',
      helpValue: 'NAME',
    }),
    'from-workspace': Flags.boolean({
      description: 'Put in the names under which the workspace has seen it.',
      dependsOn: ['contribute'],
      env: 'UNSPRAWL_FROM_WORKSPACE',
    }),
    output: Flags.string({
      description: 'Folder for the contribution.',
      default: '.',
      env: 'UNSPRAWL_OUTPUT',
      helpValue: 'DIR',
    }),
    workspace: Flags.string({
      char: 'w',
      description: 'Know the products and decisions of this workspace and its overlays too.',
      env: 'UNSPRAWL_WORKSPACE',
      helpValue: 'DIR',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { args, flags } = await this.parse(Catalog);
    if (flags.validate !== undefined) {
      const checked = await validateVendorFile(this.folder(flags.validate));
      return { document: checked, text: checkedText(checked), exitCode: checked.valid ? 0 : 3 };
    }
    const root = flags.workspace ?? (flags['from-workspace'] ? '.' : undefined);
    const workspace = root === undefined ? null : await openWorkspace(this.folder(root));
    if (flags.contribute !== undefined) {
      const written = await contributeProduct({
        name: flags.contribute,
        vendor: flags.vendor,
        folder: this.folder(flags.output),
        workspace,
        fromWorkspace: flags['from-workspace'],
      });
      return { document: written, text: contributionWords(written, join(flags.output, written.file)) };
    }
    if (flags.show !== undefined) {
      const product = await showProduct(flags.show, workspace, ports.today);
      return { document: product, text: productText(product) };
    }
    const products = await searchCatalogue(args.query, workspace);
    const rows = products.map(({ id, name, vendor, capabilities }) => [id, name, vendor, boughtFor(capabilities)]);
    return { document: products, text: [columns(rows), `${counted(products.length, 'product')}.`].join('\n') };
  }
}

function boughtFor(vector: Readonly<Record<string, number>>): string {
  return Object.entries(vector)
    .filter(([, strength]) => strength === 3)
    .map(([capability]) => capability)
    .join(', ');
}
