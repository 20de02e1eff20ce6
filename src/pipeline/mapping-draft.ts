import { profiles } from '../connectors/files/profiles/registry.ts';
import { mappingMistakes, openFields } from '../connectors/files/recognition/mapping-mistakes.ts';
import { isDated } from '../connectors/files/recognition/open-orders.ts';
import type { MappingProposal } from '../connectors/files/recognition/propose.ts';
import type { FileMapping } from '../model/mapping.ts';

export type { MappingProposal } from '../connectors/files/recognition/propose.ts';

/** One column of a profile, as far as a person who maps a file needs it. */
export interface ProfileField {
  readonly name: string;
  readonly required: boolean;
  readonly help: string;
  /** Names people, so that one value for all rows makes no sense. */
  readonly isPerson: boolean;
}

/** A profile that a file may be said to be. */
export interface ProfileChoice {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly ProfileField[];
}

/** Something that has to be settled about one sheet before it can be read. */
export interface MappingQuestion {
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number;
  /** Null = only the beginning of the file was read. */
  readonly rows: number | null;
  readonly proposal: MappingProposal;
  /** The same for a profile that a person chooses; null where there is none of that id. */
  readonly as: (profile: string) => MappingProposal | null;
}

/** `later` leaves the sheet for another time, `stop` all that follow too. */
export type MappingAnswer = FileMapping | 'later' | 'stop';
export type AskMapping = (question: MappingQuestion) => Promise<MappingAnswer>;

/** Refunds are few: where more amounts are negative, they may be payments that are written as such. */
const MORE_THAN_REFUNDS = 0.2;

/** Every profile, templates first. */
export function profileChoices(): readonly ProfileChoice[] {
  return profiles.map(({ meta }) => ({
    id: meta.id,
    title: meta.title,
    fields: meta.columns.map(({ name, required, help, holds }) => ({
      name,
      required,
      help,
      isPerson: holds === 'person' || holds === 'people',
    })),
  }));
}

/** The mapping that a proposal makes where nobody corrects it. */
export function draftOf(proposal: MappingProposal): FileMapping {
  return {
    header: proposal.columns.map(({ column }) => column),
    profile: proposal.profile,
    columns: Object.fromEntries(proposal.columns.map(({ column, field }) => [column, field])),
    constants: {},
    day_orders: {},
    paid_is_negative: false,
    ...(proposal.currency === null ? {} : { currency: proposal.currency }),
  };
}

function columnsOf(mapping: FileMapping) {
  return profiles.find(({ meta }) => meta.id === mapping.profile)?.meta.columns ?? [];
}

/** Required columns that a mapping leaves open, by name. */
export function openFieldsOf(mapping: FileMapping): readonly string[] {
  return openFields(mapping, columnsOf(mapping)).map(({ name }) => name);
}

/** Columns of the file with days that can be read either way and whose order nobody has said. */
export function undecidedOrders(mapping: FileMapping, { openOrders }: MappingProposal): readonly string[] {
  const dated = new Set(
    columnsOf(mapping)
      .filter((column) => isDated(column) && column.dayOrder === undefined)
      .map(({ name }) => name),
  );
  return openOrders.filter((label) => {
    const field = mapping.columns[label] ?? null;
    return field !== null && dated.has(field) && mapping.day_orders[label] === undefined;
  });
}

/**
 * Share of negative amounts where more are than refunds would be, so that somebody has to say what that means; null where nothing is open.
 * What a vendor means by a sign is known: only a file that is read as a template may mean either.
 */
export function openSign(mapping: FileMapping, { columns }: MappingProposal): number | null {
  const meta = profiles.find((profile) => profile.meta.id === mapping.profile)?.meta;
  const amount = meta?.columns.find(({ holds, required }) => holds === 'amount' && required);
  if (meta?.template === undefined || amount === undefined) return null;
  const share = columns.find(({ column }) => mapping.columns[column] === amount.name)?.negative ?? 0;
  return share >= MORE_THAN_REFUNDS ? share : null;
}

/** What is wrong with a mapping, in words; empty = it can be kept. */
export function mistakesOf(mapping: FileMapping): readonly string[] {
  return mappingMistakes(mapping, profiles).map(({ message }) => message);
}

/**
 * Takes proposals in which every column that is read has at least this confidence and nothing is left to ask.
 * @param least 0..1
 */
export function acceptFrom(least: number): AskMapping {
  return async ({ proposal }) => {
    const mapping = draftOf(proposal);
    const isSure =
      proposal.profile !== null &&
      proposal.reason === 'unknown-header' &&
      proposal.columns.every(({ field, confidence }) => field === null || confidence >= least);
    const isOpen =
      openFieldsOf(mapping).length > 0 ||
      undecidedOrders(mapping, proposal).length > 0 ||
      openSign(mapping, proposal) !== null;
    return isSure && !isOpen ? mapping : 'later';
  };
}
