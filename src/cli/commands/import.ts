import { relative } from 'node:path';
import { Args, Flags } from '@oclif/core';
import { ConfigurationError } from '../../errors/audit-error.ts';
import { type ImportResult, importFiles } from '../../pipeline/import-files.ts';
import { type AskMapping, acceptFrom } from '../../pipeline/mapping-draft.ts';
import { openWorkspace } from '../../pipeline/open.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { checkRole } from '../../pipeline/review.ts';
import { takeMappings } from '../../pipeline/take-mappings.ts';
import { writeProposals } from '../../pipeline/write-proposals.ts';
import { BaseCommand, type Outcome, workspaceFlag } from '../base-command.ts';
import { importText } from '../import-text.ts';
import { mappingConversation } from '../mapping-questions.ts';

const IS_MAPPING = /\.ya?ml$/i;

export default class Import extends BaseCommand {
  static override description =
    'Recognise exports by their headers, whatever their names, say what each is, and keep a copy with its fingerprint ' +
    'in the inbox. Reads CSV and XLSX, alone or in .gz, .zst and .zip, and event logs in JSON and Parquet too.';
  static override examples = [
    '<%= config.bin %> import exports/',
    '<%= config.bin %> import client.xlsx -w acme --json',
    '<%= config.bin %> import --map exports/',
    '<%= config.bin %> import --map mapping-proposal.yaml exports/',
  ];
  static override strict = false;
  static override args = {
    files: Args.string({
      description: 'Files, or folders of them; with --map also a file of mappings.',
      required: true,
    }),
  };
  static override flags = {
    ...workspaceFlag,
    map: Flags.boolean({
      description:
        'Say what unknown files are: asks in a terminal, takes a FILE.yaml of mappings, or else writes proposals to correct.',
      env: 'UNSPRAWL_MAP',
    }),
    'accept-proposals': Flags.string({
      description: 'Take proposals whose every column has at least this confidence, and leave the others open.',
      env: 'UNSPRAWL_ACCEPT_PROPOSALS',
      helpValue: '0..1',
    }),
    by: Flags.string({
      description: 'Role that says what files are, such as "IT lead"; kept beside each mapping.',
      env: 'UNSPRAWL_BY',
      helpValue: 'ROLE',
    }),
    copy: Flags.boolean({
      description: 'Copy files over 256 MB too, instead of referring to them.',
      env: 'UNSPRAWL_COPY',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { argv, flags } = await this.parse(Import);
    const typed = argv as string[];
    const given = flags.map ? typed.filter((path) => IS_MAPPING.test(path)) : [];
    const least = leastConfidence(flags['accept-proposals']);
    checkRole({ by: flags.by });
    const opened = await openWorkspace(this.folder(flags.workspace));
    const workspace = given.length === 0 ? opened : await takeMappings(opened, given, flags.by, ports);
    const asks = flags.map && least === null && given.length === 0 && !flags.json && process.stdin.isTTY === true;
    const talk = asks ? mappingConversation({ input: process.stdin, output: process.stderr }) : undefined;
    const ask: AskMapping | undefined =
      talk?.ask ?? (least === null ? (flags.map ? async () => 'later' : undefined) : acceptFrom(least));
    const paths = typed.filter((path) => !given.includes(path));
    const options = { copyLarge: flags.copy, by: flags.by, ...(ask === undefined ? {} : { ask }) };
    const result = await importFiles(workspace, paths, options, ports).finally(() => talk?.close());
    const writes = flags.map && !asks && result.questions.length > 0;
    const proposal = writes ? relative(process.cwd(), await writeProposals(workspace, result.questions)) : null;
    const where = flags.workspace === '.' ? [] : ['-w', flags.workspace];
    return this.outcome(result, proposal, [...paths, ...where]);
  }

  private outcome(result: ImportResult, proposal: string | null, words: readonly string[]): Outcome {
    const isComplete = result.files.every(
      ({ status, refused = [] }) => status !== 'needs-mapping' && status !== 'rejected' && refused.length === 0,
    );
    const files = result.files.map(({ proposals, ...file }) => ({
      ...file,
      ...(proposals.length === 0 ? {} : { proposals }),
    }));
    const document = {
      files,
      ...(result.skipped.length === 0 ? {} : { skipped: result.skipped }),
      ...(proposal === null ? {} : { proposal }),
    };
    return { document, text: importText(result, proposal, words), exitCode: isComplete ? 0 : 3 };
  }
}

function leastConfidence(text: string | undefined): number | null {
  if (text === undefined) return null;
  const least = Number(text);
  if (text.trim() !== '' && least >= 0 && least <= 1) return least;
  throw new ConfigurationError({
    code: 'usage',
    message: `"${text}" is no confidence.`,
    nextSteps: ['Write a number from 0 to 1, such as 0.8.'],
    field: 'accept-proposals',
  });
}
