import type { FileMapping } from '../model/mapping.ts';
import {
  type AskMapping,
  draftOf,
  type MappingAnswer,
  type MappingProposal,
  type MappingQuestion,
  mistakesOf,
  openFieldsOf,
  openSign,
  type ProfileChoice,
  profileChoices,
  undecidedOrders,
} from '../pipeline/mapping-draft.ts';
import { type LineReader, openLineReader, type Streams } from './line-reader.ts';
import { chosenProfile, fieldNamed, readMappingLine, type Typed, withColumn, withConstant } from './mapping-answer.ts';
import { fieldList, MAPPING_HELP, mappingLines, profileList, questionHead } from './mapping-text.ts';
import { inert } from './print.ts';

/** The mapping as far as it has been said. */
interface Draft {
  readonly question: MappingQuestion;
  readonly choice: ProfileChoice | undefined;
  readonly mapping: FileMapping;
}

interface Talk {
  readonly reader: LineReader;
  readonly say: (text: string) => void;
  readonly choices: readonly ProfileChoice[];
}

/** `back` asks for the mapping again; null where the input has ended. */
type Step = FileMapping | 'back' | null;

function draftFor(question: MappingQuestion, proposal: MappingProposal, { choices }: Talk): Draft {
  return {
    question: { ...question, proposal },
    choice: choices.find(({ id }) => id === proposal.profile),
    mapping: draftOf(proposal),
  };
}

function changedColumn(draft: Draft, typed: Typed & { does: 'column' }, { say }: Talk): Draft {
  const field = typed.field === null ? null : fieldNamed(typed.field, draft.choice);
  if (typed.field !== null && field === null) {
    say(`  There is no field "${typed.field}"; f lists them.`);
    return draft;
  }
  const mapping = withColumn(draft.mapping, draft.question.proposal, typed.number, field);
  if (mapping === null) say(`  There is no column ${typed.number}.`);
  return mapping === null ? draft : { ...draft, mapping };
}

function changed(draft: Draft, typed: Typed, talk: Talk): Draft {
  if (typed.does === 'column') return changedColumn(draft, typed, talk);
  if (typed.does === 'constant') {
    const field = fieldNamed(typed.field, draft.choice);
    if (field === null) talk.say(`  There is no field "${typed.field}"; f lists them.`);
    return field === null ? draft : { ...draft, mapping: withConstant(draft.mapping, field, typed.value) };
  }
  if (typed.does === 'profile') {
    const chosen = chosenProfile(typed.name, talk.choices);
    const proposal = chosen === undefined ? null : draft.question.as(chosen.id);
    if (proposal === null) talk.say(`  There is no template or export "${typed.name}"; t lists them.`);
    return proposal === null ? draft : draftFor(draft.question, proposal, talk);
  }
  return draft;
}

/** Asks for the required fields that are open: the number of a column, or one value for all rows. */
async function fillFields(draft: Draft, { reader, say }: Talk): Promise<Step> {
  let { mapping } = draft;
  for (const name of openFieldsOf(mapping)) {
    const field = draft.choice?.fields.find((each) => each.name === name);
    say(`  ${name} is required: ${field?.help ?? ''}`);
    const way =
      field?.isPerson === true ? 'Number of its column' : 'Number of its column, or = and a value for all rows';
    const line = (await reader.ask(`  ${way} (Enter goes back): `))?.trim();
    if (line === undefined) return null;
    if (line === '') return 'back';
    const next = line.startsWith('=')
      ? withConstant(mapping, name, line.slice(1).trim())
      : withColumn(mapping, draft.question.proposal, Number(line), name);
    if (next === null) say(`  There is no column ${line}; a value for all rows begins with =.`);
    if (next === null) return 'back';
    mapping = next;
  }
  return mapping;
}

async function fillOrders(mapping: FileMapping, proposal: MappingProposal, { reader, say }: Talk): Promise<Step> {
  let settled = mapping;
  for (const label of undecidedOrders(mapping, proposal)) {
    say(`  "${label}" has days such as 03/04/2026, and no value tells which part is the day.`);
    const line = (await reader.ask('  d = 3 April, m = 4 March (Enter goes back): '))?.trim().toLowerCase();
    if (line === undefined) return null;
    if (line !== 'd' && line !== 'm') return 'back';
    const order = line === 'd' ? 'dmy' : 'mdy';
    settled = { ...settled, day_orders: { ...settled.day_orders, [label]: order } };
  }
  return settled;
}

async function fillSign(mapping: FileMapping, proposal: MappingProposal, { reader, say }: Talk): Promise<Step> {
  const share = openSign(mapping, proposal);
  if (share === null) return mapping;
  say(`  ${Math.round(share * 100)} % of the amounts are negative.`);
  const line = await reader.ask('  p = these are payments, c = these are credits (Enter goes back): ');
  if (line === null) return null;
  const key = line.trim().toLowerCase();
  return key === 'p' || key === 'c' ? { ...mapping, paid_is_negative: key === 'p' } : 'back';
}

/** What a mapping leaves open is asked for; it is kept only where nothing is. */
async function complete(draft: Draft, talk: Talk): Promise<Step> {
  if (draft.choice === undefined) {
    talk.say('  Choose a template with t NAME first, or leave the file out with x.');
    return 'back';
  }
  const { proposal } = draft.question;
  const filled = await fillFields(draft, talk);
  if (filled === null || filled === 'back') return filled;
  const ordered = await fillOrders(filled, proposal, talk);
  if (ordered === null || ordered === 'back') return ordered;
  const signed = await fillSign(ordered, proposal, talk);
  if (signed === null || signed === 'back') return signed;
  const mistakes = mistakesOf(signed);
  for (const mistake of mistakes) talk.say(`  ${mistake}.`);
  return mistakes.length === 0 ? signed : 'back';
}

function leftOut({ mapping }: Draft): FileMapping {
  return { ...mapping, profile: null, columns: {}, constants: {}, day_orders: {}, paid_is_negative: false };
}

async function askOne(question: MappingQuestion, talk: Talk): Promise<MappingAnswer> {
  const { reader, say, choices } = talk;
  let draft = draftFor(question, question.proposal, talk);
  let isShown = false;
  for (;;) {
    if (!isShown)
      say(`\n${questionHead(draft.question, draft.choice)}\n${mappingLines(draft.question, draft.mapping)}`);
    isShown = true;
    const line = await reader.ask('Mapping (Enter takes it, ? for help): ');
    if (line === null) return 'stop';
    const typed = readMappingLine(line);
    if (typed.does === 'stop' || typed.does === 'later') return typed.does;
    if (typed.does === 'leave-out') return leftOut(draft);
    if (typed.does === 'help') say(MAPPING_HELP);
    if (typed.does === 'unclear') say('  Not understood; ? for help.');
    if (typed.does === 'list-profiles') say(profileList(choices));
    if (typed.does === 'list-fields') say(fieldList(draft.choice));
    const next = changed(draft, typed, talk);
    isShown = next === draft;
    draft = next;
    if (typed.does !== 'accept') continue;
    const step = await complete(draft, talk);
    if (step === null) return 'stop';
    if (step === 'back') continue;
    say('  Kept in mappings.yaml; files with these columns are read by it from now on.');
    return step;
  }
}

/** Asks in the terminal what unknown sheets are. The terminal is taken with the first question. */
export function mappingConversation(streams: Streams): { readonly ask: AskMapping; readonly close: () => void } {
  let talk: Talk | undefined;
  return {
    ask: (question) => {
      talk ??= {
        reader: openLineReader(streams),
        say: (text) => void streams.output.write(`${inert(text)}\n`),
        choices: profileChoices(),
      };
      return askOne(question, talk);
    },
    close: () => talk?.reader.close(),
  };
}
