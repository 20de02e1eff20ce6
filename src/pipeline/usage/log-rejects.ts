import { profiles } from '../../connectors/files/profiles/registry.ts';
import type { LogSurvey } from './log-survey.ts';

/** Rows of a log that cannot be used: one line each where they are named, else so many of one reason. */
export interface LogReject {
  readonly row: number | null;
  /** Column that it is about; null = none of them alone. */
  readonly field: string | null;
  readonly reason: string;
  /** Absent = the one of `row`. */
  readonly rows?: number;
}

/** Reasons for which a row names no use: empty cells, and what the profile does not count. */
function unusableReason(profile: string): string {
  const only = profiles.find(({ meta }) => meta.id === profile)?.meta.eventLog?.only ?? [];
  return only.length === 0 ? 'no person or no tool named' : 'no person or no tool named, or no sign-in that succeeded';
}

/** Rows whose time cannot be read, by reason. */
export function undatedRejects({ undated, profile }: Pick<LogSurvey, 'undated' | 'profile'>): readonly LogReject[] {
  const field = profiles.find(({ meta }) => meta.id === profile)?.meta.eventLog?.timestamp ?? null;
  return undated.flatMap(({ reason, rows, first }) => {
    const more = rows - first.length;
    const named = first.map((row) => ({ row, field, reason }));
    // The number that matters stands where a list is cut short.
    return more === 0 ? named : [{ row: null, field, reason, rows: more }, ...named];
  });
}

export function undatedCount({ undated }: Pick<LogSurvey, 'undated'>): number {
  return undated.reduce((sum, { rows }) => sum + rows, 0);
}

/** Rows that name no use, whatever their time. */
export function logRejects({ rows, usable, brokenLines, broken, profile }: LogSurvey): readonly LogReject[] {
  const unusable = rows - usable - brokenLines;
  const more = brokenLines - broken.length;
  return [
    ...broken.map(({ line, reason }) => ({ row: line, field: null, reason })),
    ...(more === 0 ? [] : [{ row: null, field: null, reason: 'not readable as rows either', rows: more }]),
    ...(unusable === 0 ? [] : [{ row: null, field: null, reason: unusableReason(profile), rows: unusable }]),
  ];
}
