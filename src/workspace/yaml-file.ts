import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigurationError } from '../errors/audit-error.ts';

type Path = readonly PropertyKey[];

function lineOf(document: Document, counter: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The library repeats the place and quotes the line. */
function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

/** An unknown key is reported at its parent; the key itself is the place. */
function placeOf(issue: z.core.$ZodIssue): Path {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/**
 * Parses one YAML file of the workspace with its schema. An absent optional file gives the schema's defaults.
 * @throws ConfigurationError naming file, line and field of the first mistake.
 */
export async function readYamlFile<T>(path: string, schema: z.ZodType<T>, optional: boolean): Promise<T> {
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
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path_ = issue === undefined ? [] : placeOf(issue);
  const line = lineOf(document, counter, path_);
  throw new ConfigurationError({
    code: 'invalid-settings',
    message: `${file} does not fit: ${issue?.message ?? 'unknown mistake'}.`,
    nextSteps: ['Mend the line named above; README.md lists every key.'],
    file,
    ...(line === undefined ? {} : { row: line }),
    ...(path_.length === 0 ? {} : { field: path_.join('.') }),
  });
}
