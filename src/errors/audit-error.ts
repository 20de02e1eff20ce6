/** Place of a mistake in a file: `file` is a name without folders where it is the client's, `row` is 1-based with the header as 1. */
export interface ErrorPlace {
  readonly file?: string;
  readonly row?: number;
  readonly field?: string;
}

export interface ErrorDetail extends ErrorPlace {
  /** Stable kebab-case code. */
  readonly code: string;
  /** What happened, in one sentence. Never holds a secret or a cell's value. */
  readonly message: string;
  /** One to three imperative lines. */
  readonly nextSteps: readonly string[];
  readonly cause?: unknown;
}

/** What every failure that a user can meet looks like. `exitCode` follows DESIGN 6. */
export abstract class AuditError extends Error {
  abstract readonly exitCode: number;
  readonly code: string;
  readonly nextSteps: readonly string[];
  readonly place: ErrorPlace;

  constructor(detail: ErrorDetail) {
    super(detail.message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = new.target.name;
    this.code = detail.code;
    this.nextSteps = detail.nextSteps;
    this.place = {
      ...(detail.file === undefined ? {} : { file: detail.file }),
      ...(detail.row === undefined ? {} : { row: detail.row }),
      ...(detail.field === undefined ? {} : { field: detail.field }),
    };
  }
}

/** Settings, flags, policy or decisions are wrong. */
export class ConfigurationError extends AuditError {
  readonly exitCode = 2;
}

/** A file or snapshot does not parse. */
export class InputError extends AuditError {
  readonly exitCode = 3;
}

/** A result cannot be written. */
export class OutputError extends AuditError {
  readonly exitCode = 6;
}

/** An invariant of ours broke. */
export class InternalError extends AuditError {
  readonly exitCode = 70;
}
