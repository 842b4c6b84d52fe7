// Reads symbols with readers that share no code with our encoder.
// In, one JSON object a line: {"id", "modules": ["0101", ...]} | {"id", "png": base64} | {"id", "zpl", "widthMm", "heightMm", "dotsPerMm"}.
// Out, one line each: {"id", "symbols": [{"symbology": "]d1", "format", "text", "error"?}], "png"? (of ZPL, base64)}.
// {"id", "dataMatrix": text} is answered with {"id", "modules"} as zint draws it, not as we do.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes, writeBarcode } from "zxing-wasm/full";

const wasm = fileURLToPath(import.meta.resolve("zxing-wasm/full/zxing_full.wasm"));
await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true });

const options = { formats: ["Code128", "DataMatrix"], tryHarder: true, returnErrors: true, textMode: "Plain", maxNumberOfSymbols: 20 };

/** What stands in the symbol, a character for each byte; the reader's own guess at the character set is not asked. */
const latin1 = (bytes) => Buffer.from(bytes).toString("latin1");

/** Dark modules to a grey picture with the quiet zone of the standard; a single row becomes bars. */
function draw(rows, scale = 4) {
  const linear = rows.length === 1;
  const quiet = linear ? 10 : 2;
  const tall = linear ? 40 : scale;
  const width = (rows[0].length + 2 * quiet) * scale;
  const height = rows.length * tall + 2 * quiet * scale;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = quiet * scale; y < height - quiet * scale; y++) {
    const row = rows[Math.floor((y - quiet * scale) / tall)];
    for (let x = quiet * scale; x < width - quiet * scale; x++) {
      if (row[Math.floor(x / scale) - quiet] === "1") {
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return { data, width, height, colorSpace: "srgb" };
}

async function render({ zpl, widthMm, heightMm, dotsPerMm }) {
  const { ready } = await import("zpl-renderer-js");
  const { api } = await ready;
  return api.zplToBase64Async(zpl, widthMm, heightMm, dotsPerMm);
}

async function drawn(text) {
  const { symbol, error } = await writeBarcode(text, { format: "DataMatrix", options: "forceSquare=true" });
  if (error) {
    throw new Error(`zint refuses "${text}": ${error}`);
  }
  const cell = (x, y) => (symbol.data[y * symbol.width + x] === 0 ? "1" : "0");
  return Array.from({ length: symbol.height }, (_, y) => Array.from({ length: symbol.width }, (_, x) => cell(x, y)).join(""));
}

async function answer(request) {
  if (request.dataMatrix !== undefined) {
    return { id: request.id, modules: await drawn(request.dataMatrix) };
  }
  const png = request.zpl ? await render(request) : request.png;
  const image = png ? Uint8Array.from(Buffer.from(png, "base64")) : draw(request.modules);
  const found = await readBarcodes(image, options);
  return {
    id: request.id,
    symbols: found.map((r) => ({ symbology: r.symbologyIdentifier, format: r.format, text: latin1(r.bytes), error: r.error || undefined })),
    png: request.zpl ? png : undefined,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim()) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
}
