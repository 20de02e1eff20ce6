import { type Command, Help, type Interfaces } from '@oclif/core';

/** Verbs of a first week; the rest stands under "more" (DESIGN 6). */
const FIRST_VERBS = ['look', 'demo', 'init', 'import', 'review', 'audit', 'explain', 'compare', 'doctor'];

function listing(commands: readonly Command.Loadable[], bin: string): string {
  const width = Math.max(...commands.map((command) => command.id.length));
  return commands
    .map((command) => `  ${bin} ${command.id.padEnd(width)}  ${command.summary ?? command.description ?? ''}`)
    .join('\n');
}

/** Text of `unsprawl --help`. */
export function rootHelpText(config: Interfaces.Config): string {
  const commands = config.commands.filter((command) => !command.hidden && command.pluginName === config.name);
  const byId = new Map(commands.map((command) => [command.id, command]));
  const first = FIRST_VERBS.flatMap((id) => byId.get(id) ?? []);
  const more = commands.filter((command) => !FIRST_VERBS.includes(command.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    `${config.bin} ${config.version}: which tools does this organisation have, who uses them, what should stay`,
    '',
    `Usage: ${config.bin} <verb> [-w WORKSPACE] [--json]`,
    '',
    listing(first, config.bin),
    '',
    'more:',
    listing(more, config.bin),
    '',
    `${config.bin} <verb> --help says what a verb takes. Without a verb, in a workspace: what is there and what to do next.`,
    '',
  ].join('\n');
}

/** oclif's help with our root page. */
export default class RootHelp extends Help {
  protected override async showRootHelp(): Promise<void> {
    this.log(rootHelpText(this.config));
  }
}
