/** First and last of some days, both included; null where there is none. */
export function daySpan(days: Iterable<string>): { start: string; end: string } | null {
  let span: { start: string; end: string } | null = null;
  for (const day of days) {
    span ??= { start: day, end: day };
    if (day < span.start) span.start = day;
    if (day > span.end) span.end = day;
  }
  return span;
}
