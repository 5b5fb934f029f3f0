// What takes its time to work out and may never be asked for: made when it first is, and kept.

export function once(work) {
  let made = null;
  return () => {
    if (!made) made = { value: work() };
    return made.value;
  };
}
