// The scanner is a keyboard. What it types goes into a scan field, and its Enter or Tab never presses a button.
// The server repairs keyboard layouts; here the text stays as it came.

import { play } from "./tones.js";

const scannerGap = 60;      // ms between keys: a scanner stays below, a hand above
const shortestScan = 6;
const separator = "\u001d"; // GS, typed by scanners as Ctrl+]

const isText = element => element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || element?.isContentEditable
    || (element instanceof HTMLInputElement && !["button", "submit", "reset", "checkbox", "radio", "file", "hidden"].includes(element.type));
const takesScans = element => element instanceof HTMLInputElement && ("scan" in element.dataset || "badge" in element.dataset);

// data-focus: like autofocus, but the page does not scroll away from what stands above.
const wanted = "input[data-scan][autofocus], input[data-badge][autofocus], input[data-scan][data-focus]";

const rhythms = new WeakMap();
const cameraTexts = new WeakMap();
let lastCharacterAt = 0;
let burst = 0;

function rhythmOf(field) {
    if (!rhythms.has(field)) {
        rhythms.set(field, { keys: 0, slow: 0, pasted: false, lastAt: 0 });
    }
    return rhythms.get(field);
}

function note(field, at) {
    const rhythm = rhythmOf(field);
    if (field.value === "") {
        Object.assign(rhythm, { keys: 0, slow: 0, pasted: false, lastAt: 0 });
    }
    if (rhythm.keys > 0 && at - rhythm.lastAt > scannerGap) {
        rhythm.slow++;
    }
    rhythm.keys++;
    rhythm.lastAt = at;
}

function methodOf(field) {
    const { keys, slow, pasted } = rhythmOf(field);
    if (cameraTexts.get(field) === field.value) {
        return "camera";
    }
    return pasted ? "pasted" : keys >= shortestScan && slow === 0 && field.value.length <= keys ? "scanned" : "typed";
}

// The least trusted of a form's fields speaks for the form.
function methodOfForm(form) {
    const methods = [...form.querySelectorAll("input[data-scan]")].filter(field => field.value !== "").map(methodOf);
    return ["pasted", "typed", "camera", "scanned"].find(method => methods.includes(method)) ?? "";
}

function hidden(form, name) {
    let field = form.querySelector(`input[type=hidden][name="${name}"]`);
    if (!field) {
        field = Object.assign(document.createElement("input"), { type: "hidden", name });
        form.append(field);
    }
    return field;
}

function insert(field, text) {
    field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
}

function homeField() {
    return document.querySelector(wanted)
        ?? document.querySelector("main input[data-scan], main input[data-badge]")
        ?? document.querySelector("input[data-scan]");
}

// After a scan: the next empty field of the form, or the form is sent as if Enter had been pressed in it.
function advance(field) {
    const fields = [...(field.form?.querySelectorAll("input, select, textarea") ?? [])].filter(isText);
    const next = fields.slice(fields.indexOf(field) + 1).find(other => other.value === "" && (other.required || takesScans(other) || "keypad" in other.dataset));
    if (next) {
        next.focus();
    } else if (field.form && "scanForm" in field.form.dataset) {
        field.form.requestSubmit();
    }
}

document.addEventListener("keydown", event => {
    const field = event.target;
    const at = event.timeStamp;
    const ends = event.key === "Enter" || event.key === "Tab";

    if (ends && takesScans(field) && field.value !== "" && !event.shiftKey) {
        if (event.key === "Enter" || at - lastCharacterAt < scannerGap) {
            event.preventDefault();
            advance(field);
        }
        return;
    }

    if (ends && isText(field) && burst >= shortestScan && at - lastCharacterAt < scannerGap) {
        event.preventDefault(); // a scan into a field that wants none: nothing is sent, the person sees it
        return;
    }

    if (ends && !isText(field) && at - lastCharacterAt < scannerGap * 2) {
        event.preventDefault(); // the suffix of a scan that hit a button
        const home = homeField();
        if (home?.value) {
            advance(home);
        }
        return;
    }

    if (event.ctrlKey && (event.key === "]" || event.key === "ъ" || event.key === "Ъ")) {
        const target = takesScans(field) ? field : homeField();
        if (target) {
            event.preventDefault();
            note(target, at);
            insert(target, separator);
        }
        lastCharacterAt = at;
        return;
    }

    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const inBurst = at - lastCharacterAt < scannerGap;
    burst = inBurst ? burst + 1 : 1;
    lastCharacterAt = at;
    if (takesScans(field)) {
        note(field, at);
    } else if (!isText(field) && (event.key !== " " || inBurst)) {
        const home = homeField();
        if (home) {
            event.preventDefault();
            home.focus();
            note(home, at);
            insert(home, event.key);
        }
    }
}, { capture: true });

document.addEventListener("paste", event => {
    if (takesScans(event.target)) {
        rhythmOf(event.target).pasted = true;
    }
}, { capture: true });

document.addEventListener("drop", event => {
    if (takesScans(event.target)) {
        rhythmOf(event.target).pasted = true;
    }
}, { capture: true });

document.addEventListener("camera-read", ({ target: field, detail: text }) => {
    cameraTexts.set(field, text);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    advance(field);
});

// crypto.randomUUID exists only over https; the random numbers behind it exist everywhere.
function newId() {
    if (crypto.randomUUID) {
        return crypto.randomUUID();
    }
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    const hex = [...bytes].map(b => b.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

// One id per rendered form: a form sent twice is the same scan.
document.querySelectorAll("form[data-scan-form]").forEach(form => {
    hidden(form, "ClientScanId").value ||= newId();
    form.addEventListener("submit", () => {
        hidden(form, "EntryMethod").value = methodOfForm(form);
    });
});

// A tap beside everything, or a return to the window, gives the keyboard back to the scan field.
function refocus() {
    if (!isText(document.activeElement) && !document.querySelector("dialog[open]")) {
        document.querySelector(wanted)?.focus({ preventScroll: true });
    }
}

document.addEventListener("click", event => {
    if (!event.target.closest("a, button, input, select, textarea, label, summary, dialog") && String(getSelection()) === "") {
        refocus();
    }
});
window.addEventListener("focus", refocus);
window.addEventListener("pageshow", event => event.persisted ? location.reload() : refocus());

const verdict = document.querySelector("[data-tone]");
if (verdict) {
    play(verdict.dataset.tone);
}
