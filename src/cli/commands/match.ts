import { Flags } from '@oclif/core';
import { matchNames } from '../../pipeline/match-names.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { columns } from '../columns.ts';

export default class Match extends BaseCommand {
  static override description =
    'Resolve a list of raw names (columns source_kind, raw) against the catalogue. Needs no workspace.';
  static override examples = ['<%= config.bin %> match --input names.csv --json'];
  static override flags = {
    input: Flags.string({
      description: 'CSV file with the columns source_kind and raw.',
      required: true,
      env: 'UNSPRAWL_INPUT',
      helpValue: 'FILE',
    }),
    workspace: Flags.string({
      char: 'w',
      description: 'Apply the decisions of this workspace.',
      env: 'UNSPRAWL_WORKSPACE',
      helpValue: 'DIR',
    }),
  };

  protected async execute(): Promise<Outcome> {
    const { flags } = await this.parse(Match);
    const decisions =
      flags.workspace === undefined ? [] : (await openWorkspace(this.folder(flags.workspace))).decisions.names;
    const names = await matchNames(this.folder(flags.input), decisions);
    const rows = names.map((name) => [
      name.raw,
      name.status,
      name.product ?? name.vendor ?? '-',
      name.confidence.toFixed(2),
      name.reason,
    ]);
    return { document: names, text: columns(rows) };
  }
}
