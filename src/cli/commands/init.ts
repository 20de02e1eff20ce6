import { Args, Flags } from '@oclif/core';
import { initWorkspace } from '../../pipeline/init.ts';
import type { Ports } from '../../pipeline/ports.ts';
import { BaseCommand, type Outcome } from '../base-command.ts';
import { askInitQuestions, initDefaults } from '../init-questions.ts';

export default class Init extends BaseCommand {
  static override description = 'Make a workspace: settings, pseudonym key, inbox and empty input templates.';
  static override examples = [
    '<%= config.bin %> init acme',
    '<%= config.bin %> init acme --yes --name Acme --currency EUR',
  ];
  static override args = { dir: Args.string({ description: 'Folder to make.', default: '.' }) };
  static override flags = {
    yes: Flags.boolean({
      char: 'y',
      description: 'Ask nothing; take the flags and the defaults.',
      env: 'UNSPRAWL_YES',
    }),
    name: Flags.string({ description: 'Name of the organisation.', env: 'UNSPRAWL_NAME' }),
    currency: Flags.string({ description: 'Reporting currency.', env: 'UNSPRAWL_CURRENCY' }),
    locale: Flags.string({ description: 'Locale of dates and numbers.', env: 'UNSPRAWL_LOCALE' }),
    'time-zone': Flags.string({ description: 'Time zone of the organisation.', env: 'UNSPRAWL_TIME_ZONE' }),
    headcount: Flags.integer({ description: 'Number of employees.', min: 1, env: 'UNSPRAWL_HEADCOUNT' }),
    start: Flags.string({
      description: 'First day of the audited period.',
      env: 'UNSPRAWL_START',
      helpValue: 'YYYY-MM-DD',
    }),
    end: Flags.string({ description: 'Last day of the audited period.', env: 'UNSPRAWL_END', helpValue: 'YYYY-MM-DD' }),
    'works-council': Flags.boolean({
      description: 'Use the works-council privacy profile.',
      env: 'UNSPRAWL_WORKS_COUNCIL',
    }),
  };

  protected async execute(ports: Ports): Promise<Outcome> {
    const { args, flags } = await this.parse(Init);
    const root = this.folder(args.dir);
    const defaults = initDefaults(root, flags, ports.today);
    const asks = !flags.yes && !flags.json && process.stdin.isTTY === true;
    const workspace = await initWorkspace(root, asks ? await askInitQuestions(defaults) : defaults, ports);
    const document = { workspace: workspace.name, period: workspace.config.period, asOf: workspace.config.as_of };
    const text = [
      `Workspace ${workspace.name} made for ${workspace.config.organisation.name}, ${workspace.config.period.start} to ${workspace.config.period.end}.`,
      'templates/ holds the empty input files and what each column means.',
      'Next: `unsprawl import FILES...`, then `unsprawl audit`.',
    ].join('\n');
    return { document, text };
  }
}
