import { collect } from '../../pipeline/collect.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { counted } from '../../util/counted.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { columns } from '../columns.ts';

export default class Collect extends BaseCommand {
  static override description =
    'Turn the files of the inbox into the snapshot of the period: names matched, money and rows reconciled.';
  static override flags = { ...workspaceFlag };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Collect);
    const workspace = await openWorkspace(this.folder(flags.workspace));
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
