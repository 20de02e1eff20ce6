import type { Drawing } from '../../charts/svg.ts';

/** How sure a printed value is; `unknown` and `withheld` are hatched and grey. */
export type State = 'known' | 'unknown' | 'withheld';

/** Rows of one source behind a figure; `rows` is printed text, `more` counts the rows left out. */
export interface EvidenceLine {
  readonly source: string;
  readonly rows: string;
  readonly more: number;
}

export interface Cell {
  readonly text: string;
  readonly number: boolean;
  readonly state: State;
  /** Sort key; null sorts last in both directions. */
  readonly sort: string | number | null;
  /** Second line in small type. */
  readonly sub: string | null;
  /** Fragment of this document, such as `#d-3`. */
  readonly href: string | null;
  readonly evidence: readonly EvidenceLine[];
}

export interface Column {
  readonly label: string;
  readonly unit: string | null;
  readonly number: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly basis: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly total: boolean }[];
  /** Long enough for search to help. */
  readonly filter: boolean;
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly title: string;
  readonly reading: string;
  readonly basis: string;
  readonly wide: Drawing;
  readonly narrow: Drawing;
  readonly table: TableBlock;
}

export interface NumbersBlock {
  readonly kind: 'numbers';
  readonly items: readonly {
    readonly value: string;
    readonly label: string;
    readonly basis: string;
    readonly state: State;
  }[];
}

export interface TextBlock {
  readonly kind: 'text';
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly heading: string;
  readonly items: readonly {
    readonly title: string;
    readonly tag: string | null;
    readonly lines: readonly string[];
    readonly evidence: readonly EvidenceLine[];
  }[];
}

/** Label and value; an absent value says that it is unknown. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly state: State;
}

export interface CardsBlock {
  readonly kind: 'cards';
  readonly cards: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly title: string;
    readonly why: readonly string[];
    readonly lost: readonly string[];
    readonly facts: readonly Fact[];
    readonly open: string | null;
    readonly record: readonly Fact[];
  }[];
}

export interface MissingBlock {
  readonly kind: 'missing';
  readonly what: string;
  readonly items: readonly { readonly why: string; readonly wouldSupply: string }[];
}

export interface FoldBlock {
  readonly kind: 'fold';
  readonly summary: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | TableBlock
  | FigureBlock
  | NumbersBlock
  | TextBlock
  | ListBlock
  | CardsBlock
  | MissingBlock
  | FoldBlock;

export interface Part {
  /** 1..15, the order of the report. */
  readonly number: number;
  readonly heading: string;
  /** The finding in one sentence, with its number. */
  readonly lead: string;
  /** Belongs to the short print. */
  readonly summary: boolean;
  readonly blocks: readonly Block[];
}
