import { profiles } from '../../connectors/files/profiles/registry.ts';
import type { LogSurvey } from './log-survey.ts';

/** Rows of a log that cannot be used: one line each where they are named, else so many of one reason. */
export interface LogReject {
  readonly row: number | null;
  readonly reason: string;
  /** Absent = the one of `row`. */
  readonly rows?: number;
}

/** Reasons for which a row names no use: empty cells, and what the profile does not count. */
function unusableReason(profile: string): string {
  const only = profiles.find(({ meta }) => meta.id === profile)?.meta.eventLog?.only ?? [];
  return only.length === 0 ? 'no person or no tool named' : 'no person or no tool named, or no sign-in that succeeded';
}

export function logRejects({ rows, usable, brokenLines, broken, profile }: LogSurvey): readonly LogReject[] {
  const unusable = rows - usable - brokenLines;
  const more = brokenLines - broken.length;
  return [
    ...broken.map(({ line, reason }) => ({ row: line, reason })),
    ...(more === 0 ? [] : [{ row: null, reason: 'not readable as rows either', rows: more }]),
    ...(unusable === 0 ? [] : [{ row: null, reason: unusableReason(profile), rows: unusable }]),
  ];
}
