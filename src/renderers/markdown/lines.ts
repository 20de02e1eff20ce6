import type { Audit } from '../../model/audit/audit.ts';
import { createFormats, type Formats } from '../format/formats.ts';
import { visibleText } from '../format/words.ts';

/** What each part of the report is given. */
export interface PartInput {
  readonly audit: Audit;
  readonly format: Formats;
  /** Name of a tool by its id. */
  readonly toolName: (id: string) => string;
}

export type Part = (input: PartInput) => readonly string[];

export function partInput(audit: Audit): PartInput {
  const names = new Map(audit.tools.map((tool) => [tool.id, tool.name]));
  return {
    audit,
    format: createFormats(audit.organisation.locale, audit.people.privacy.k.usage),
    toolName: (id) => names.get(id) ?? id,
  };
}

/** Inert in Markdown and in the HTML that Markdown becomes: no markup, no link, no table break, on one line. */
export function inline(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** A Markdown table; the first row is the header. Cells must be inert already or plain figures. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const [header, ...body] = rows;
  if (header === undefined || body.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return ['', line(header), line(header.map(() => '---')), ...body.map(line), ''];
}

/** Says what is missing instead of leaving an empty frame. */
export function missing(what: string, wouldSupply: string): readonly string[] {
  return ['', `*${inline(what)}* ${inline(wouldSupply)}`, ''];
}

export function bullets(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${line}`), ''];
}
