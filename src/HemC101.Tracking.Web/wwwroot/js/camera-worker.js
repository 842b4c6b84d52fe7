// Looks for symbols in camera pictures, beside the page: the picture keeps moving and Esc keeps answering meanwhile.

import { prepareZXingModule, readBarcodes } from "../lib/zxing-wasm/reader/index.js";

const options = { formats: ["Code128", "DataMatrix", "Aztec", "QRCode"], textMode: "Plain", maxNumberOfSymbols: 8 };

const locateFile = name => new URL(`../lib/zxing-wasm/reader/${name}`, import.meta.url).href;
const ready = prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
ready.catch(() => postMessage({ broken: true }));

// As a scanner sends it: the symbology identifier, then the data with FNC1 as GS.
const told = ({ symbologyIdentifier, text, position }) => ({ text: symbologyIdentifier + text, position });

addEventListener("message", async ({ data: picture }) => {
    try {
        await ready;
        postMessage({ symbols: (await readBarcodes(picture, options)).map(told) });
    } catch {
        postMessage({ broken: true });
    }
});
