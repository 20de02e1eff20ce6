/** Days, both ends included. */
interface Span {
  readonly start: string;
  readonly end: string;
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/**
 * Whether every calendar month of `asked` lies inside one of the spans. Books are kept by the month and few companies
 * book something every day, so a span that reaches into a month is taken to hold all of it.
 */
export function monthsCovered(spans: readonly Span[], asked: Span): boolean {
  for (let month = monthNumber(asked.start); month <= monthNumber(asked.end); month++) {
    if (!spans.some(({ start, end }) => monthNumber(start) <= month && month <= monthNumber(end))) return false;
  }
  return true;
}
