import { setFlagsFromString } from 'node:v8';
import { Flags } from '@oclif/core';
import { ConfigurationError } from '../../errors/audit-error.ts';
import { NameKind } from '../../model/product.ts';
import { explainName, type MatchedName, matchNames } from '../../pipeline/match-names.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { matchPathText, matchText } from '../match-text.ts';
import type { Put } from '../print.ts';

export default class Match extends BaseCommand {
  static override description =
    'Resolve a list of raw names (columns source_kind, raw) against the catalogue, or show the path of one. Needs no workspace.';
  static override examples = [
    '<%= config.bin %> match --input names.csv --json',
    '<%= config.bin %> match --explain "PAYPAL *ASANA 4029357733"',
  ];
  static override flags = {
    input: Flags.string({
      description: 'CSV file with the columns source_kind and raw.',
      exclusive: ['explain'],
      env: 'UNSPRAWL_INPUT',
      helpValue: 'FILE',
    }),
    explain: Flags.string({
      description: 'Show every rule that was asked for this name, and the answer.',
      env: 'UNSPRAWL_EXPLAIN',
      helpValue: 'NAME',
    }),
    kind: Flags.string({
      description: 'What the name to explain is; found out from how it is written without it.',
      options: [...NameKind.options],
      dependsOn: ['explain'],
      env: 'UNSPRAWL_KIND',
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
    const workspace = flags.workspace === undefined ? null : await openWorkspace(this.folder(flags.workspace));
    if (flags.explain !== undefined) {
      const path = await explainName(flags.explain, NameKind.optional().parse(flags.kind), workspace);
      return { document: path, text: matchPathText(path) };
    }
    if (flags.input === undefined) {
      throw new ConfigurationError({
        code: 'usage',
        message: 'There is no name to match.',
        nextSteps: ['Give a list with `--input FILE`, or one name with `--explain NAME`.'],
      });
    }
    const path = this.folder(flags.input);
    // Rows are short-lived; the engine must not take the first thousands for lasting objects (100 MB on a million rows).
    setFlagsFromString('--no-allocation-site-pretenuring');
    if (flags.json) return { write: (put) => writeJson(put, (take) => matchNames(path, workspace, take)) };
    const times = new Map<MatchedName, number>();
    await matchNames(path, workspace, (name) => times.set(name, (times.get(name) ?? 0) + 1));
    return { document: [...times.keys()], text: matchText(times) };
  }
}

/** One array, a line per row, written while the list is read; each distinct answer is put into words once. */
async function writeJson(put: Put, visit: (take: (name: MatchedName) => void) => Promise<void>): Promise<void> {
  const lines = new Map<MatchedName, string>();
  let before = '[\n';
  await visit((name) => {
    const line = lines.get(name) ?? JSON.stringify(name);
    lines.set(name, line);
    put(before);
    put(line);
    before = ',\n';
  });
  put(before === '[\n' ? '[]\n' : '\n]\n');
}
