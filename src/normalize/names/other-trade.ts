/** Words of a category that name goods or services other than software. */
const OTHER_TRADES: ReadonlySet<string> = new Set(
  [
    'airfare airline airlines car flights fuel hotel hotels lodging mileage parking rail taxi train transport travel',
    'bar beverages cafe catering dining entertainment food groceries hospitality meals restaurant restaurants subsistence',
    'electronics equipment events furniture gifts hardware materials printing stationery uniforms vehicle',
    'cleaning courier facilities freelance insurance postage rent salaries shipping stamp taxes utilities wages',
  ].flatMap((line) => line.split(' ')),
);

/** Words that leave it open after all, as in `Travel software` or `Equipment and licences`. */
const PERHAPS_SOFTWARE =
  /app|cloud|computer|cyber|data|digital|domain|hosting|internet|\bit\b|licen[cs]e|online|saas|software|subscription|tool|web/i;

/** True where the category by which a payment was booked says that it bought something else than software. */
export function isOtherTrade(category: string | null): boolean {
  if (category === null || PERHAPS_SOFTWARE.test(category)) return false;
  return category
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => OTHER_TRADES.has(word));
}
