// A context to draw on like a canvas's that keeps what is drawn as elements of SVG: so a drawing made of lines and
// letters stays one. It knows what the drawing of the graph uses; points are kept in pixels of the screen.

import { svg } from "../svg.js";

const FONT_PARTS = /^(italic )?(?:normal )?(\d00 |bold )?([\d.]+)px (.*)$/;
const ANCHORS = { center: "middle", right: "end", end: "end" };

export class Recorder {
  constructor(measure) {
    this.group = svg("g");
    this.measure = measure;
    this.kept = [];
    this.path = "";
    this.matrix = [1, 1, 0, 0]; // scales and shifts of x and y; drawings of graphs are never turned
    Object.assign(this, { strokeStyle: "#000", fillStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "13px sans-serif" });
    Object.assign(this, { textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter", lineCap: "butt", dashes: [] });
  }

  save() {
    const { matrix, strokeStyle, fillStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap, dashes } = this;
    this.kept.push({ matrix: [...matrix], strokeStyle, fillStyle, lineWidth, globalAlpha, font, textAlign, textBaseline, lineJoin, lineCap, dashes });
  }
  restore() {
    Object.assign(this, this.kept.pop());
  }
  setTransform(a, b, c, d, e, f) {
    this.matrix = [a, d, e, f];
  }
  getTransform() {
    const [a, d, e, f] = this.matrix;
    return { a, b: 0, c: 0, d, e, f };
  }
  translate(x, y) {
    const [a, d, e, f] = this.matrix;
    this.matrix = [a, d, e + a * x, f + d * y];
  }
  scale(x, y) {
    const [a, d, e, f] = this.matrix;
    this.matrix = [a * x, d * y, e, f];
  }
  clearRect() {}
  clip() {}
  setLineDash(dashes) {
    this.dashes = dashes;
  }
  getLineDash() {
    return this.dashes;
  }

  at(x, y) {
    const [a, d, e, f] = this.matrix;
    return `${Math.round((a * x + e) * 100) / 100} ${Math.round((d * y + f) * 100) / 100}`;
  }
  beginPath() {
    this.path = "";
  }
  closePath() {
    if (this.path) this.path += "Z";
  }
  moveTo(x, y) {
    this.path += `M${this.at(x, y)}`;
  }
  lineTo(x, y) {
    this.path += `${this.path ? "L" : "M"}${this.at(x, y)}`;
  }
  quadraticCurveTo(x1, y1, x, y) {
    this.path += `Q${this.at(x1, y1)} ${this.at(x, y)}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x, y) {
    this.path += `C${this.at(x1, y1)} ${this.at(x2, y2)} ${this.at(x, y)}`;
  }
  rect(x, y, width, height) {
    this.path += `M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`;
  }
  // An arc in two halves: SVG draws none that ends where it begins.
  arc(x, y, radius, from, to) {
    const point = (angle) => this.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const size = radius * this.matrix[0];
    const middle = (from + to) / 2;
    const turn = `A${size} ${size} 0 0 ${to > from ? 1 : 0} `;
    this.path += `${this.path && !this.path.endsWith("Z") ? "L" : "M"}${point(from)}${turn}${point(middle)}${turn}${point(to)}`;
  }

  add(tag, attributes, ...content) {
    if (this.globalAlpha < 1) attributes.opacity = this.globalAlpha;
    this.group.append(svg(tag, attributes, ...content));
  }
  stroke() {
    if (!this.path) return;
    const attributes = { d: this.path, fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth * this.matrix[0] };
    if (this.dashes.length) attributes["stroke-dasharray"] = this.dashes.map((length) => length * this.matrix[0]).join(" ");
    this.add("path", attributes);
  }
  fill() {
    if (this.path) this.add("path", { d: this.path, fill: this.fillStyle });
  }
  fillRect(x, y, width, height) {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  measureText(words) {
    this.measure.font = this.font;
    return this.measure.measureText(words);
  }
  textAttributes(x, y) {
    const [left, top] = this.at(x, y).split(" ");
    const [, slant, weight, size, family] = FONT_PARTS.exec(this.font) || [null, "", "", 13, "sans-serif"];
    return {
      x: left,
      y: top,
      "text-anchor": ANCHORS[this.textAlign] || "start",
      "font-family": family,
      "font-size": Number(size) * this.matrix[0],
      ...(weight ? { "font-weight": weight.trim() } : {}),
      ...(slant ? { "font-style": "italic" } : {}),
    };
  }
  fillText(words, x, y) {
    this.add("text", { ...this.textAttributes(x, y), fill: this.fillStyle }, words);
  }
  strokeText(words, x, y) {
    const edge = { stroke: this.strokeStyle, "stroke-width": this.lineWidth * this.matrix[0], "stroke-linejoin": "round" };
    this.add("text", { ...this.textAttributes(x, y), fill: "none", ...edge }, words);
  }
}
