import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DateTime } from 'luxon';
import { ConfigurationError } from '../errors/audit-error.ts';
import type { InitAnswers } from '../pipeline/init.ts';

interface InitFlags {
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly locale?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly headcount?: number | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly 'works-council'?: boolean | undefined;
}

/** The last full calendar quarter before `today`. */
function lastQuarter(today: string): { readonly start: string; readonly end: string } {
  const start = DateTime.fromISO(today, { zone: 'utc' }).startOf('quarter').minus({ quarters: 1 });
  return { start: start.toISODate() ?? today, end: start.endOf('quarter').toISODate() ?? today };
}

function checked(answers: InitAnswers): InitAnswers {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
  const problem =
    !isDay(answers.period.start) || !isDay(answers.period.end)
      ? 'The period needs two days such as 2026-07-01.'
      : answers.period.start > answers.period.end
        ? 'The period ends before it starts.'
        : !/^[A-Z]{3}$/.test(answers.currency)
          ? 'The currency is a three-letter code such as EUR.'
          : !DateTime.local().setZone(answers.timeZone).isValid
            ? `"${answers.timeZone}" is no time zone; use one such as Europe/Berlin.`
            : null;
  if (problem === null) return answers;
  throw new ConfigurationError({
    code: 'bad-answer',
    message: problem,
    nextSteps: ['Run `unsprawl init` again; nothing was written.'],
  });
}

/** Answers from flags; what is not given is the last full quarter, EUR, en-GB and UTC. */
export function initDefaults(root: string, flags: InitFlags, today: string): InitAnswers {
  const quarter = lastQuarter(today);
  return checked({
    name: flags.name ?? basename(root),
    currency: (flags.currency ?? 'EUR').toUpperCase(),
    locale: flags.locale ?? 'en-GB',
    timeZone: flags['time-zone'] ?? 'UTC',
    headcount: flags.headcount ?? null,
    period: { start: flags.start ?? quarter.start, end: flags.end ?? quarter.end },
    worksCouncil: flags['works-council'] ?? false,
  });
}

/** Asks in the terminal; Enter keeps what is in brackets. */
export async function askInitQuestions(defaults: InitAnswers): Promise<InitAnswers> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ask = async (question: string, preset: string) =>
    (await terminal.question(`${question} [${preset}] `)).trim() || preset;
  try {
    const name = await ask('Name of the organisation?', defaults.name);
    const headcount = await ask(
      'How many people work there?',
      defaults.headcount === null ? 'unknown' : String(defaults.headcount),
    );
    const currency = (await ask('Reporting currency?', defaults.currency)).toUpperCase();
    const timeZone = await ask('Time zone?', defaults.timeZone);
    const start = await ask('First day of the audited period?', defaults.period.start);
    const end = await ask('Last day of the audited period?', defaults.period.end);
    const council = await ask('Is there a works council? (yes or no)', defaults.worksCouncil ? 'yes' : 'no');
    const count = Number.parseInt(headcount, 10);
    return checked({
      ...defaults,
      name,
      headcount: Number.isInteger(count) && count > 0 ? count : null,
      currency,
      timeZone,
      period: { start, end },
      worksCouncil: /^(y|j)/i.test(council),
    });
  } finally {
    terminal.close();
  }
}
