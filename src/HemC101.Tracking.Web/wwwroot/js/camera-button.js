// A camera button beside every field that takes scans, but not where the scanner itself is on trial.
// What reads symbols is loaded when one is pressed.

const words = document.querySelector("template[data-camera]").content;
const fields = [...document.querySelectorAll("input[data-scan], input[data-badge]")].filter(field => !field.closest("[data-scanner-test]"));
const part = selector => words.querySelector(selector).cloneNode(true);

const below = (field, sentence) => (field.closest(".scan-line") ?? field.nextElementSibling ?? field).after(sentence);

function refuse(field, why) {
    const sentence = part(`[data-refusal="${why}"]`);
    below(field, sentence);
    field.focus({ preventScroll: true });
    sentence.scrollIntoView({ block: "nearest" });
}

async function read(field) {
    if (document.querySelector("dialog[open]")) {
        return;
    }
    document.querySelectorAll("[data-refusal]").forEach(earlier => earlier.remove());
    try {
        const { readInto } = await import("./camera.js");
        readInto(field, part("dialog"), why => refuse(field, why));
    } catch {
        refuse(field, "broken");
    }
}

if (navigator.mediaDevices?.getUserMedia) {
    for (const field of fields) {
        const button = part(".camera-button");
        button.addEventListener("click", () => read(field));
        field.after(button);
    }
} else if (!isSecureContext) {
    const first = fields.find(field => field.closest("main"));
    if (first) {
        below(first, part(".camera-none"));
    }
}
