import { analyze, readSnapshot } from '../../pipeline/analyze.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';

export default class Analyze extends BaseCommand {
  static override description =
    'Measure overlap, fragmentation, seats, integrations and the async principles of the snapshot.';
  static override flags = { ...workspaceFlag };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { flags } = await this.parse(Analyze);
    const workspace = await openWorkspace(this.folder(flags.workspace));
    const { structure, profile } = await analyze(workspace, await readSnapshot(workspace), ports);
    const findings = structure.findings.map(({ id, rule, severity, title }) => ({ id, rule, severity, title }));
    const principles = profile.principles.map(({ id, title, score, bounds, coverage }) => ({
      id,
      title,
      score,
      bounds,
      coverage,
    }));
    const lines = [
      ...findings.map((finding) => `${finding.severity.padEnd(4)}  ${finding.title}`),
      ...principles.map(
        ({ id, title, score, coverage }) =>
          `${id}  ${title}: ${score === null ? 'not enough evidence' : `${Math.round(score)} of 100`}, ${Math.round(coverage * 100)} % known`,
      ),
      'Next: `unsprawl decide`.',
    ];
    return { document: { workspace: workspace.name, findings, principles }, text: lines.join('\n') };
  }
}
