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
  const letters = atob(byId("vis-network").textContent);
  const packed = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) packed[i] = letters.charCodeAt(i); // Uint8Array.from takes thirty times as long
  document.head.append(make("script", { textContent: await inflate(packed) }));
}

// Written to the stream and read from it by hand: by way of a Blob or a Response the browser lays out and paints the page
// once more before it goes on.
async function inflate(packed) {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  writer.write(packed);
  writer.close();
  const decoder = new TextDecoder();
  const reader = readable.getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}
