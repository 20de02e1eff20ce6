import { Args } from '@oclif/core';
import { readAudit } from '../../pipeline/audit.ts';
import { explain } from '../../pipeline/explain.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

const SHOWN_ROWS = 15;

export default class Explain extends BaseCommand {
  static override description =
    'Say what any id of the report means: its formula with the numbers put in, what is missing, and where it came from, down to rows.';
  static override examples = [
    '<%= config.bin %> explain P1.1',
    '<%= config.bin %> explain Notion -w acme',
    '<%= config.bin %> explain asana+monday -w acme',
    '<%= config.bin %> explain capability:forms -w acme',
  ];
  static override args = {
    id: Args.string({
      description:
        'Id from a report: metric, signal, principle, overall, finding, decision, tool, two tools as a+b, capability, team, source, gap, savings, annual-cost, rows, integrations, single-source, shadow; kind:id where several share it.',
      required: true,
    }),
  };
  static override flags = { ...workspaceFlag };

  protected async execute(): Promise<Outcome> {
    const { args, flags } = await this.parse(Explain);
    // Methods can be explained without a workspace; a damaged one is still reported.
    const workspace = await openWorkspace(this.folder(flags.workspace)).catch((thrown: { code?: string }) => {
      if (thrown.code === 'no-workspace') return null;
      throw thrown;
    });
    const audit = workspace === null ? null : await readAudit(workspace).catch(() => null);
    const explanation = explain(args.id, audit);
    const rows = explanation.evidence
      .slice(0, SHOWN_ROWS)
      .map(({ file, row }) => `  ${file}${row === null ? '' : ` row ${row}`}`);
    const more = explanation.evidence.length - rows.length;
    const evidence = rows.length === 0 ? [] : ['Evidence:', ...rows, ...(more > 0 ? [`  and ${more} more`] : [])];
    return {
      document: explanation,
      text: [`${explanation.title} (${explanation.kind} ${explanation.id})`, ...explanation.lines, ...evidence].join(
        '\n',
      ),
    };
  }
}
