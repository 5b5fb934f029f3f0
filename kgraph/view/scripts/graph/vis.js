// vis-network, unpacked when the drawing is first wanted: it is two thirds of a page, and packed a quarter of that.
// The policy of the page lists its hash, so it runs, and nothing else that came to stand in its place.

import { byId } from "../data.js";
import { make } from "../words.js";

let unpacked = null;

export function loadVis() {
  unpacked = unpacked || unpackVis();
  return unpacked;
}

async function unpackVis() {
  const packed = Uint8Array.from(atob(byId("vis-network").textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  document.head.append(make("script", { textContent: await new Response(stream).text() }));
}
