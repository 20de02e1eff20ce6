/** One figure that counts people, whether a reader sees it or not. */
export interface Quantity {
  /** Place in the document, such as `tools.miro.seats.active`; unique among the figures. */
  readonly id: string;
  /** As counted. */
  readonly people: number;
  readonly isTold: boolean;
  /** People below the threshold must not come out. False: a contract fact or a headcount that stands by itself. */
  readonly isGuarded: boolean;
  /** Detail goes before the figures that readers come for; facts, and what is never printed, are not there to withhold. */
  readonly goes: 'first' | 'last' | 'never';
  /**
   * What a reader knows of it while it is withheld: 1 where zeros would have been shown, else 0. Null for the difference
   * of two groups of which neither holds the other: it may go either way, and is no group unless it comes out by itself.
   */
  readonly least: 0 | 1 | null;
}

/** `of` counts the people of all `parts`, each of them once. A part that appears twice counts twice. */
export interface Sum {
  readonly of: string;
  readonly parts: readonly string[];
}

/** Figures about to be shown together, and what a reader knows of how they add up. Every sum holds as counted. */
export interface ToldFigures {
  readonly quantities: readonly Quantity[];
  readonly sums: readonly Sum[];
}
