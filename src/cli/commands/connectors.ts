import { Args } from '@oclif/core';
import { describeConnector, listConnectors } from '../../pipeline/list-connectors.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { columns } from '../columns.ts';

export default class Connectors extends BaseCommand {
  static override description =
    'List the exports that are recognised, or describe one: its columns, what it tells and what it cannot tell.';
  static override examples = ['<%= config.bin %> connectors', '<%= config.bin %> connectors template-spend'];
  static override args = { id: Args.string({ description: 'One of the listed ids.' }) };

  protected async execute(): Promise<Outcome> {
    const { args } = await this.parse(Connectors);
    if (args.id === undefined) {
      const entries = listConnectors();
      return {
        document: entries,
        text: columns(entries.map((entry) => [entry.id, entry.provides.join(', '), entry.title])),
      };
    }
    const entry = describeConnector(args.id);
    const lines = [
      entry.title,
      `Tells: ${entry.tells}`,
      `Cannot tell: ${entry.cannotTell}`,
      `Reliability: ${entry.reliability}`,
      columns(
        entry.columns.map((column) => [`  ${column.name}`, column.required ? 'required' : 'optional', column.help]),
      ),
    ];
    return { document: entry, text: lines.join('\n') };
  }
}
