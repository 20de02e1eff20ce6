import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { Command, Errors, Flags } from '@oclif/core';
import { toAuditError } from '../errors/report-error.ts';
import type { Ports } from '../pipeline/ports.ts';
import { asUsageError, inert, type Put, print, printError, printPieces } from './print.ts';
import { startProgress } from './progress.ts';
import { localDay } from './today.ts';

/** What a command hands back: the `--json` document and the same in words, or a writer where that would be too long. */
export type Outcome =
  | {
      readonly document: unknown;
      readonly text: string;
      /** Default 0; 3 where an import left something out. */
      readonly exitCode?: number;
    }
  | { readonly write: (put: Put) => Promise<void> };

export const commonFlags = {
  json: Flags.boolean({
    description: 'Print one JSON document and nothing else on standard output.',
    env: 'UNSPRAWL_JSON',
    helpGroup: 'GLOBAL',
  }),
  debug: Flags.boolean({ description: 'Show where an error came from.', env: 'UNSPRAWL_DEBUG', helpGroup: 'GLOBAL' }),
};

export const workspaceFlag = {
  workspace: Flags.string({
    char: 'w',
    description: 'Folder of the workspace.',
    default: '.',
    env: 'UNSPRAWL_WORKSPACE',
    helpValue: 'DIR',
  }),
};

/** Parses, runs, prints, and turns whatever is thrown into a clear error with its exit code. */
export abstract class BaseCommand extends Command {
  static override baseFlags = commonFlags;

  protected abstract execute(ports: Ports): Promise<Outcome>;

  async run(): Promise<void> {
    const progress = startProgress(process.stderr, { quiet: this.wantsJson() });
    const ports: Ports = {
      today: localDay(new Date()),
      randomBytes: (length) => randomBytes(length),
      environment: (name) => process.env[name],
      progress: progress.show,
    };
    try {
      const outcome = await this.execute(ports);
      progress.stop();
      if ('write' in outcome) return await printPieces(outcome.write);
      await print(this.wantsJson() ? JSON.stringify(outcome.document, null, 2) : inert(outcome.text));
      process.exitCode = outcome.exitCode ?? 0;
    } catch (thrown) {
      progress.stop();
      await this.fail(thrown);
    }
  }

  protected override async catch(thrown: Error): Promise<void> {
    await this.fail(thrown);
  }

  protected folder(path: string): string {
    return resolve(path);
  }

  private wantsJson(): boolean {
    const words = this.argv.slice(0, this.argv.indexOf('--') === -1 ? undefined : this.argv.indexOf('--'));
    return words.includes('--json') || ['1', 'true'].includes(process.env.UNSPRAWL_JSON ?? '');
  }

  private async fail(thrown: unknown): Promise<void> {
    if (thrown instanceof Errors.ExitError) throw thrown;
    const error = toAuditError(asUsageError(thrown));
    const wantsStack = this.argv.includes('--debug') || process.env.UNSPRAWL_DEBUG === '1';
    if (wantsStack) process.stderr.write(`${error.cause instanceof Error ? error.cause.stack : error.stack}\n`);
    await printError(error, { json: this.wantsJson() });
  }
}
