type Numbers = readonly (number | undefined)[];

/**
 * The number that comes before all others in an order, without the limit on arguments that `Math.min` has.
 */
const extreme = (numbers: Numbers, isBefore: (a: number, b: number) => boolean) =>
  numbers.reduce(
    (best, n) => (n !== undefined && (best === undefined || isBefore(n, best)) ? n : best),
    undefined,
  );

/** The smallest of the numbers that are defined; undefined if none is. */
export const smallest = (numbers: Numbers): number | undefined => extreme(numbers, (a, b) => a < b);

/** The greatest of the numbers that are defined; undefined if none is. */
export const greatest = (numbers: Numbers): number | undefined => extreme(numbers, (a, b) => a > b);
