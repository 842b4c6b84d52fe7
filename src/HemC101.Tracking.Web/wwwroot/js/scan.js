// The scanner is a keyboard. What it types goes into a scan field, and its Enter or Tab never presses a button.
// The server repairs keyboard layouts; here the text stays as it came.

import { play } from "./tones.js";
import { burstGap, burstOver, cameBy, ended, entryOf, forget, pressed, shortestBurst } from "./keys.js";

const separator = "\u001d"; // GS, typed by scanners as Ctrl+]

const isText = element => element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || element?.isContentEditable
    || (element instanceof HTMLInputElement && !["button", "submit", "reset", "checkbox", "radio", "file", "hidden"].includes(element.type));
const takesScans = element => element instanceof HTMLInputElement && ("scan" in element.dataset || "badge" in element.dataset);

// data-focus: like autofocus, but the page does not scroll away from what stands above.
const wanted = "input[data-scan][autofocus], input[data-badge][autofocus], input[data-scan][data-focus]";

let lastCharacterAt = 0;
let burst = 0;
let altDigits = 0;

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

// A scan that hit nothing: into the home field, in place of a typed number that waits there for its reason.
function sendHome(home, at, text) {
    if ("typed" in home.dataset) {
        home.value = "";
        forget(home);
        delete home.dataset.typed;
    }
    home.focus();
    pressed(home, at);
    insert(home, text);
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
        if (event.key === "Enter" || at - lastCharacterAt < burstGap) {
            event.preventDefault();
            ended(field, event.key);
            advance(field);
        }
        return;
    }

    if (ends && isText(field) && burst >= shortestBurst && at - lastCharacterAt < burstGap) {
        event.preventDefault(); // a scan into a field that wants none: nothing is sent, the person sees it
        return;
    }

    if (ends && !isText(field) && at - lastCharacterAt < burstOver) {
        event.preventDefault(); // the suffix of a scan that hit a button
        const home = homeField();
        if (home?.value) {
            ended(home, event.key);
            advance(home);
        }
        return;
    }

    if (event.ctrlKey && (event.key === "]" || event.key === "ъ" || event.key === "Ъ")) {
        const target = takesScans(field) ? field : homeField();
        if (target) {
            event.preventDefault();
            pressed(target, at);
            insert(target, separator);
        }
        lastCharacterAt = at;
        return;
    }

    if (event.altKey && /^Numpad\d$/.test(event.code)) {
        altDigits++;
        return;
    }

    if (event.repeat || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }

    const inBurst = at - lastCharacterAt < burstGap;
    burst = inBurst ? burst + 1 : 1;
    lastCharacterAt = at;
    if (takesScans(field)) {
        pressed(field, at);
    } else if (!isText(field) && (event.key !== " " || inBurst)) {
        const home = homeField();
        if (home) {
            event.preventDefault();
            sendHome(home, at, event.key);
        }
    }
}, { capture: true });

// A scanner in Alt mode holds Alt and types a character's number: the character comes when Alt is let go.
document.addEventListener("keyup", event => {
    if (event.key === "Alt" && altDigits > 0) {
        altDigits = 0;
        lastCharacterAt = event.timeStamp;
        burst++;
        if (takesScans(event.target)) {
            pressed(event.target, event.timeStamp);
        }
    }
}, { capture: true });

function sayBelow(field, text) {
    field.parentElement.querySelector("[role=alert]")?.remove();
    field.insertAdjacentElement("afterend", Object.assign(document.createElement("p"), { className: "field-validation-error", role: "alert", textContent: text }));
}

// What comes into a badge's field proves who somebody is. The server refuses a pasted code by what the form says of it.
for (const way of ["paste", "drop"]) {
    document.addEventListener(way, event => {
        const refusal = document.body.dataset.noPaste;
        if (refusal && event.target.dataset && "badge" in event.target.dataset) {
            event.preventDefault();
            sayBelow(event.target, refusal);
        } else if (takesScans(event.target)) {
            cameBy(event.target, "pasted");
        }
    }, { capture: true });
}

document.addEventListener("camera-read", ({ target: field, detail: text }) => {
    field.value = text;
    cameBy(field, "camera", text);
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
        for (const [name, value] of Object.entries(entryOf(form.querySelector("input[data-scan]")))) {
            hidden(form, name).value = value;
        }
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
