import { Args } from '@oclif/core';
import { searchCatalogue } from '../../pipeline/search-catalogue.ts';
import { counted } from '../../util/counted.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { columns } from '../columns.ts';

export default class Catalog extends BaseCommand {
  static override description = 'Search the products and capabilities of the catalogue; all of them without a query.';
  static override examples = ['<%= config.bin %> catalog wiki', '<%= config.bin %> catalog --json'];
  static override args = { query: Args.string({ description: 'Word of a name, vendor, domain or capability.' }) };

  protected async execute(): Promise<Outcome> {
    const { args } = await this.parse(Catalog);
    const products = searchCatalogue(args.query);
    const strengths = (vector: Readonly<Record<string, number>>) =>
      Object.entries(vector)
        .filter(([, strength]) => strength === 3)
        .map(([capability]) => capability)
        .join(', ');
    const rows = products.map((product) => [product.id, product.name, product.vendor, strengths(product.capabilities)]);
    return { document: products, text: [columns(rows), `${counted(products.length, 'product')}.`].join('\n') };
  }
}
