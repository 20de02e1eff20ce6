import { type Document, isNode, type LineCounter } from 'yaml';
import type { z } from 'zod';

export type YamlPath = readonly PropertyKey[];

/** Line of the value at a path; of the nearest parent that the file has, where it has no such value. */
export function lineOf(document: Document, counter: LineCounter, path: YamlPath): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}

/** An unknown key is reported at its parent; the key itself is the place. */
export function placeOf(issue: z.core.$ZodIssue): YamlPath {
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** What the parser says, without the place that it repeats and the line that it quotes. */
export function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
