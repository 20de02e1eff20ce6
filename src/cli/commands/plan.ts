import { readSnapshot } from '../../pipeline/analyze.ts';
import { readFindings } from '../../pipeline/decide.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { plan, readDecided } from '../../pipeline/plan.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

export default class Plan extends BaseCommand {
  static override description = 'Date the moves by notice deadlines and order them in waves.';
  static override flags = { ...workspaceFlag };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Plan);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const [snapshot, findings, decided] = [
      await readSnapshot(workspace),
      await readFindings(workspace),
      await readDecided(workspace),
    ];
    const transition = await plan(workspace, snapshot, findings, decided, ports);
    const lines = [
      ...transition.waves.flatMap((wave) => [
        `Wave ${wave.id}: ${wave.title} (${wave.from ?? 'no date'} to ${wave.to ?? 'no date'})`,
        ...wave.moves.map(
          (move) =>
            `  ${move.tool}${move.target === null ? '' : ` -> ${move.target}`}  cut-over ${move.cutOver ?? 'not dated'}`,
        ),
      ]),
      'Next: `unsprawl render`.',
    ];
    return {
      document: { workspace: workspace.name, waves: transition.waves, calendar: transition.calendar },
      text: lines.join('\n'),
    };
  }
}
