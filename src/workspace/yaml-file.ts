import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigurationError } from '../errors/audit-error.ts';
import { firstSentence, lineOf, placeOf, type YamlPath } from '../util/yaml-place.ts';
import type { SettingsMistake } from './settings-mistakes.ts';

/**
 * Parses one YAML file of the workspace with its schema, then with `mistakesOf` for what a schema cannot tell. An absent
 * optional file gives the schema's defaults.
 * @throws ConfigurationError naming file, line and field of the first mistake.
 */
export async function readYamlFile<T>(
  path: string,
  schema: z.ZodType<T>,
  optional: boolean,
  mistakesOf: (value: T) => readonly SettingsMistake[] = () => [],
): Promise<T> {
  const file = basename(path);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (optional && (cause as NodeJS.ErrnoException).code === 'ENOENT') return schema.parse({});
    throw new ConfigurationError({
      code: 'cannot-read',
      message: `${file} could not be read.`,
      nextSteps: ['Run `unsprawl init` to make a workspace, or name one with -w.'],
      file,
      cause,
    });
  }
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken) {
    throw new ConfigurationError({
      code: 'invalid-yaml',
      message: `${file} is not valid YAML: ${firstSentence(broken.message)}.`,
      nextSteps: ['Mend the line named above.'],
      file,
      row: counter.linePos(broken.pos[0]).line,
    });
  }
  const result = schema.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const issue = result.error.issues[0];
    const place = issue === undefined ? [] : placeOf(issue);
    throw misfit(file, issue?.message ?? 'unknown mistake', place, lineOf(document, counter, place));
  }
  const mistake = mistakesOf(result.data)[0];
  if (mistake === undefined) return result.data;
  throw misfit(file, mistake.message, mistake.path, lineOf(document, counter, mistake.path));
}

function misfit(file: string, message: string, place: YamlPath, line: number | undefined): ConfigurationError {
  return new ConfigurationError({
    code: 'invalid-settings',
    message: `${file} does not fit: ${message}.`,
    nextSteps: ['Mend the line named above; README.md lists every key.'],
    file,
    ...(line === undefined ? {} : { row: line }),
    ...(place.length === 0 ? {} : { field: place.join('.') }),
  });
}

/**
 * The error for a mistake that only a later stage can tell, with its line. The file is read again; where it is gone the
 * line is left out.
 */
export async function settingsMisfit(
  path: string,
  { message, path: place }: SettingsMistake,
): Promise<ConfigurationError> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  return misfit(basename(path), message, place, lineOf(document, counter, place));
}
