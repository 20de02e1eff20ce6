import { readSnapshot } from '../../pipeline/analyze.ts';
import { decide, readFindings } from '../../pipeline/decide.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

export default class Decide extends BaseCommand {
  static override description = 'Choose which tools stay, exactly within each group of overlapping tools.';
  static override flags = { ...workspaceFlag };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Decide);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const snapshot = await readSnapshot(workspace);
    const { consolidation } = await decide(workspace, snapshot, await readFindings(workspace), ports);
    const { status, gap, objective, baseline, decisions, frontier, groups } = consolidation;
    const lines = [
      ...groups.map(
        (group) => `${group.status.padEnd(12)} ${group.tools.join(', ')}${group.note === '' ? '' : `: ${group.note}`}`,
      ),
      ...decisions
        .filter((decision) => decision.verdict !== 'keep')
        .map(
          (decision) =>
            `${decision.verdict.padEnd(20)} ${decision.tool}${decision.target === null ? '' : ` -> ${decision.target}`}`,
        ),
      'Next: `unsprawl plan`.',
    ];
    return { document: { status, gap, objective, baseline, decisions, frontier }, text: lines.join('\n') };
  }
}
