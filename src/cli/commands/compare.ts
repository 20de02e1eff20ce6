import { Args } from '@oclif/core';
import { compare } from '../../pipeline/compare.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { compareText } from '../compare-text.ts';

export default class Compare extends BaseCommand {
  static override description =
    'Say what changed between two audits: the organisation, the sources, and the rules, kept apart.';
  static override examples = [
    '<%= config.bin %> compare 2026-Q1 2026-Q3',
    '<%= config.bin %> compare ../acme-2025/reports/2025-Q4 2026-Q1 -w acme',
  ];
  static override args = {
    earlier: Args.string({ description: 'Period of the workspace, or folder that holds an audit.', required: true }),
    later: Args.string({ description: 'As above, the newer one.', required: true }),
  };
  static override flags = { ...workspaceFlag };

  protected async execute(): Promise<Outcome> {
    const { args, flags } = await this.parse(Compare);
    const comparison = await compare(this.folder(flags.workspace), args.earlier, args.later);
    return { document: comparison, text: compareText(comparison) };
  }
}
