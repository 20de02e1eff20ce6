import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { ConfigurationError } from '../../errors/audit-error.ts';
import { NameKind } from '../../model/product.ts';
import { look, lookHtml, writeLookPage } from '../../pipeline/look.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { lookText } from '../look-text.ts';

const TWO_DOCUMENTS = {
  code: 'two-documents',
  message: 'Standard output holds one document: the page or the JSON.',
  nextSteps: ['Give `--html` a file beside `--json`.'],
};

export default class Look extends BaseCommand {
  static override description =
    'The first minute: what each name of a list is, where capabilities meet, and the balance of synchronous and asynchronous work. Needs no workspace.';
  static override examples = [
    '<%= config.bin %> look tools.txt',
    '<%= config.bin %> look apps.csv --column Application',
    'printf "Slack\\nNotion\\nTrello\\n" | <%= config.bin %> look',
  ];
  static override args = {
    file: Args.string({
      description: 'List, CSV or workbook; names on standard input, one a line, without it.',
      // The framework would take what is piped in for the path.
      ignoreStdin: true,
    }),
  };
  static override flags = {
    column: Flags.string({
      description: 'Read the names of this column.',
      env: 'UNSPRAWL_COLUMN',
      helpValue: 'NAME',
    }),
    kind: Flags.string({
      description: 'What the names are; found out line by line without it.',
      options: [...NameKind.options],
      env: 'UNSPRAWL_KIND',
    }),
    html: Flags.string({
      description: 'Write the same as one offline page; - for standard output.',
      env: 'UNSPRAWL_HTML',
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
    const { args, flags } = await this.parse(Look);
    const workspace = flags.workspace === undefined ? null : await openWorkspace(this.folder(flags.workspace));
    const found = await look({
      ...listed(args.file === '-' ? undefined : args.file, (path) => this.folder(path)),
      column: flags.column,
      kind: flags.kind === undefined ? undefined : NameKind.parse(flags.kind),
      workspace,
    });
    if (flags.html === undefined) return { document: found, text: lookText(found) };
    if (flags.html === '-' && flags.json) throw new ConfigurationError(TWO_DOCUMENTS);
    if (flags.html === '-') return { write: async (put) => put(lookHtml(found)) };
    await writeLookPage(found, this.folder(flags.html));
    return { document: found, text: `${lookText(found)}\n\nWritten: ${basename(flags.html)}` };
  }
}

function listed(file: string | undefined, folder: (path: string) => string) {
  if (file !== undefined) return { path: folder(file) };
  if (process.stdin.isTTY) {
    throw new ConfigurationError({
      code: 'no-names',
      message: 'There is no list to look at.',
      nextSteps: ['Give a file, `unsprawl look tools.txt`, or pipe names in, one a line.'],
    });
  }
  return { path: null, bytes: readFileSync(0) };
}
