import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { OPEN_PROFILE } from '../connectors/files/recognition/mapping-mistakes.ts';
import { writeFileAtomic } from '../workspace/atomic-write.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  draftOf,
  type MappingQuestion,
  openFieldsOf,
  openSign,
  type ProfileChoice,
  profileChoices,
  undecidedOrders,
} from './mapping-draft.ts';

const HEAD = `# Proposals for files whose header is not known. Correct what is wrong, then run
#   unsprawl import --map THIS-FILE FILES
# columns: column of the file -> column of the profile, null = not read; the number is the confidence, 0 to 1.
# profile: "?" stays open until you name one; null leaves files with this header out for good.
# What is accepted is kept in mappings.yaml.
schema: unsprawl/mappings@1
mappings:
`;

function scalar(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).trimEnd();
}

/** A file's words in a comment cannot end it. */
function comment(text: string): string {
  return `# ${text.replace(/\p{Cc}+/gu, ' ')}`;
}

function fieldList({ id, fields }: ProfileChoice): string {
  const names = fields.map(({ name, required }) => (required ? `${name}*` : name)).join(', ');
  return `${id} has: ${names} (* = required)`;
}

function about(
  { file, sheet, headerRow, rows, proposal }: MappingQuestion,
  choice: ProfileChoice | undefined,
): string[] {
  const place = sheet === null ? file : `${file}, sheet ${sheet}`;
  const head = `${place}: header in row ${headerRow}, rows below it: ${rows ?? 'not counted, only its beginning was read'}.`;
  const nearest =
    choice === undefined
      ? 'No known export or template comes near.'
      : `Nearest: ${choice.title}, confidence ${proposal.confidence.toFixed(2)}.`;
  const others =
    proposal.alternatives.length === 0 ? [] : [`Others that come near: ${proposal.alternatives.join(', ')}.`];
  return [`${head} ${nearest}`, ...others, ...(choice === undefined ? [] : [fieldList(choice)])];
}

function columnLines({ columns }: MappingQuestion['proposal']): string[] {
  return columns.map(({ column, field, confidence, why, looks }) => {
    const said = field === null ? looks : `${confidence.toFixed(2)}: ${why}; ${looks}`;
    return `      ${JSON.stringify(column)}: ${field === null ? 'null' : scalar(field)} ${comment(said)}`;
  });
}

/** What is still to be said, in lines that are refused or ignored until somebody fills them. */
function openLines({ proposal }: MappingQuestion, choice: ProfileChoice | undefined): string[] {
  const draft = draftOf(proposal);
  const help = (name: string) => choice?.fields.find((field) => field.name === name)?.help ?? '';
  const open = openFieldsOf(draft);
  const orders = undecidedOrders(draft, proposal);
  const negative = openSign(draft, proposal);
  return [
    ...(proposal.currency === null
      ? []
      : [`    currency: ${proposal.currency} # the name of the amount's column says so`]),
    ...open.map((name) => `    ${comment(`${name} is required and was not found: ${help(name)}`)}`),
    ...(open.length === 0
      ? []
      : [
          `    ${comment('give each a column above, or one value for all rows here:')}`,
          `    ${comment(`constants: {${open.map((name) => `${scalar(name)}: "..."`).join(', ')}}`)}`,
        ]),
    ...(orders.length === 0
      ? []
      : [
          `    day_orders: {${orders.map((label) => `${JSON.stringify(label)}: ask`).join(', ')}} # dmy or mdy: 03/04/2026 can be either`,
        ]),
    ...(negative !== null
      ? [
          `    paid_is_negative: ask # ${Math.round(negative * 100)} % of the amounts are negative: true = these are payments, false = these are credits`,
        ]
      : []),
  ];
}

function entryText(question: MappingQuestion, choices: readonly ProfileChoice[]): string {
  const { proposal } = question;
  const choice = choices.find(({ id }) => id === proposal.profile);
  const header = proposal.columns.map(({ column }) => JSON.stringify(column)).join(', ');
  return [
    ...about(question, choice).map((line) => `  ${comment(line)}`),
    `  - header: [${header}]`,
    `    profile: ${JSON.stringify(choice?.id ?? OPEN_PROFILE)}`,
    '    columns:',
    ...columnLines(proposal),
    ...openLines(question, choice),
    '',
  ].join('\n');
}

/** Sheets with the same header are asked for once. */
function unlike(questions: readonly MappingQuestion[]): readonly MappingQuestion[] {
  const printOf = ({ proposal }: MappingQuestion) =>
    JSON.stringify(proposal.columns.map(({ column }) => column).sort());
  return [...new Map(questions.map((question) => [printOf(question), question])).values()];
}

/** The proposals as a file of mappings, with the confidence and the choices beside each line. */
export function proposalText(questions: readonly MappingQuestion[]): string {
  const choices = profileChoices();
  const templates = choices.map(({ id, title }) => `  ${id}: ${title}`);
  const all = ['What a file can be:', ...templates].map(comment).join('\n');
  return `${HEAD}${unlike(questions)
    .map((question) => entryText(question, choices))
    .join('\n')}\n${all}\n`;
}

/**
 * Writes the proposals into the workspace, never over a file that somebody may have corrected.
 * @returns the path of the file
 */
export async function writeProposals({ root }: Workspace, questions: readonly MappingQuestion[]): Promise<string> {
  const text = proposalText(questions);
  for (let count = 1; ; count += 1) {
    const path = join(root, `mapping-proposal${count === 1 ? '' : `-${count}`}.yaml`);
    const held = await readFile(path, 'utf8').catch(() => null);
    if (held === text) return path;
    if (held !== null) continue;
    await writeFileAtomic(path, text);
    return path;
  }
}
