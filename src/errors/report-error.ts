import { AuditError, InternalError } from './audit-error.ts';

/** The `--json` shape of any error (DESIGN 6). */
export interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly nextSteps: readonly string[];
    readonly file?: string;
    readonly row?: number;
    readonly field?: string;
  };
}

/** Whatever was thrown, as one of ours. Errors of the file system keep their meaning; the rest are our fault. */
export function toAuditError(thrown: unknown): AuditError {
  if (thrown instanceof AuditError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new InternalError({
    code: 'internal',
    message: `unsprawl met a state that should not exist: ${message}`,
    nextSteps: ['Run the command again with --debug and report what it prints.'],
    cause: thrown,
  });
}

export function errorDocument(error: AuditError): ErrorDocument {
  return { error: { code: error.code, message: error.message, nextSteps: error.nextSteps, ...error.place } };
}

/** What a person reads: what happened, where, what to do next. */
export function errorText(error: AuditError): string {
  const { file, row, field } = error.place;
  const place = [
    file,
    row === undefined ? undefined : `row ${row}`,
    field === undefined ? undefined : `field "${field}"`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const head = place === '' ? error.message : `${error.message}\n  at ${place}`;
  return [`Error: ${head}`, ...error.nextSteps.map((step) => `  -> ${step}`)].join('\n');
}
