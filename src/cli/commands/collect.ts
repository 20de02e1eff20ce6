import { Flags } from '@oclif/core';
import { collect } from '../../pipeline/collect.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { type CollectPlan, planCollect } from '../../pipeline/plan-collect.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { counted } from '../../util/counted.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { columns } from '../columns.ts';

function dryRunOf({ files, sources, queries }: CollectPlan): Outcome {
  const text = [
    `${counted(files.length, 'file')} would be read${files.length === 0 ? '.' : ':'}`,
    ...files.map(({ name, kind, rows }) => `  ${name}  ${kind}: ${counted(rows, 'row')}`),
    ...sources.map((id) => `  ${id}  a source of the settings that this version cannot read`),
    ...(queries.length === 0
      ? ['No query would be sent.']
      : ['The usage engine would be asked; $1 to $9 are lists of names, numbers and offsets of zones:']),
    ...queries.map((query) => `\n${query};`),
  ].join('\n');
  return { document: { files, sources, queries }, text };
}

export default class Collect extends BaseCommand {
  static override description =
    'Turn the files of the inbox into the snapshot of the period: names matched, money and rows reconciled.';
  static override flags = {
    ...workspaceFlag,
    'dry-run': Flags.boolean({
      description: 'Print what would be read, and every query that would be sent to the usage engine; do nothing.',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Collect);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    if (flags['dry-run']) return dryRunOf(await planCollect(workspace));
    const snapshot = await collect(workspace, ports);
    const { rows } = snapshot.reconciliation;
    const document = {
      workspace: workspace.name,
      snapshot: `snapshots/${workspace.period}`,
      sources: snapshot.sources.map(({ id, kind, rows: count }) => ({ id, kind, rows: count })),
      reconciliation: snapshot.reconciliation,
      gaps: snapshot.gaps,
      openNames: snapshot.openNames.length,
    };
    const buckets = Object.entries(rows.buckets).map(([bucket, count]) => [`  ${bucket}`, String(count)]);
    const text = [
      `${counted(snapshot.sources.length, 'source')}, ${counted(rows.total, 'row')}, ${counted(snapshot.tools.length, 'tool')}, ${counted(snapshot.people.length, 'person', 'people')}.`,
      columns(buckets),
      `${counted(snapshot.openNames.length, 'name')} open. Next: \`unsprawl review\` or \`unsprawl analyze\`.`,
    ].join('\n');
    return { document, text };
  }
}
