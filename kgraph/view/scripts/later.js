// What is out of sight when the page opens is made when what is in sight has been drawn.

const piecesOfWork = [];
let hasOpened = false;

// Do this in a pause after the page has opened; at once a pause, if it is open already.
export function later(work) {
  piecesOfWork.push(work);
  if (hasOpened) workInPause();
}

// The page shows what it was opened for.
export function noteOpen() {
  hasOpened = true;
  workInPause();
}

// One piece of work a pause, so that the reader is never kept piecesOfWork for all of them.
function workInPause() {
  const pause = window.requestIdleCallback || ((then) => setTimeout(then, 50)); // Safari has none
  pause(() => {
    const work = piecesOfWork.shift();
    if (!work) return;
    work();
    workInPause();
  });
}
