import { Errors } from '@oclif/core';
import { type AuditError, ConfigurationError } from '../errors/audit-error.ts';
import { errorDocument, errorText } from '../errors/report-error.ts';

/** Waits until the text has left: a pipe would cut a large document when the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(`${text}\n`, () => done());
  });
}

/** Sets the exit code and says what happened: as one document on standard output, or in words on standard error. */
export async function printError(error: AuditError, options: { readonly json: boolean }): Promise<void> {
  process.exitCode = error.exitCode;
  if (options.json) await print(JSON.stringify(errorDocument(error), null, 2));
  else process.stderr.write(`${errorText(error)}\n`);
}

/** A wrong verb, flag or argument is a configuration error (exit 2), not our fault; anything else is handed back. */
export function asUsageError(thrown: unknown): unknown {
  if (!(thrown instanceof Errors.CLIError)) return thrown;
  const [message = 'The command was not understood.'] = thrown.message.split('\nSee more help');
  return new ConfigurationError({
    code: 'usage',
    message: message.trim(),
    nextSteps: ['`unsprawl --help` lists the verbs; `unsprawl VERB --help` says what one takes.'],
  });
}
