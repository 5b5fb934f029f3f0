// The years as steps of a slider: each year of the time that most is said of, coarser before it.

const OLD_SHARE = 0.12; // of all dates, those that may stand closer together
const FEW_STEPS = 20; // for the old ones
const LONG_TIME = 60; // years; what is shorter is not made coarser
const STEP_WIDTHS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

// The first year of each step, in order; the last step ends with the last year.
export function makeYearSteps(dates) {
  if (!dates.length) return [];
  const years = [...dates].sort((one, other) => one - other);
  const [first, last] = [years[0], years[years.length - 1]];
  const old = Math.floor(years[Math.floor(years.length * OLD_SHARE)] / 10) * 10;
  const start = old - first > LONG_TIME ? old : first;
  const width = STEP_WIDTHS.find((each) => (start - first) / each <= FEW_STEPS) || STEP_WIDTHS[STEP_WIDTHS.length - 1];
  const steps = [];
  for (let year = Math.floor(first / width) * width; year < start; year += width) steps.push(year);
  for (let year = start; year <= last; year++) steps.push(year);
  return steps;
}

// The step that a year falls in; before the first and after the last it is that one.
export function yearStepOf(steps, year) {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (steps[middle] <= year) low = middle;
    else high = middle - 1;
  }
  return low;
}

// The last year of a step.
export function endOf(steps, step) {
  return step + 1 < steps.length ? steps[step + 1] - 1 : steps[step];
}
