// Measures how the scanner types: how fast, and with which key it ends. What arrives stays as it came.

const fewestKeys = 6;
const handGap = 80;         // ms between keys: beyond, a hand types, and the person ends by Enter
const silence = 600;        // ms without a key after which a scan has ended without one

const lineFeed = event => event.ctrlKey && (event.code === "KeyJ" || event.key.toLowerCase() === "j");

function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function watch(form) {
    const field = form.querySelector("input[data-scan]");
    const hidden = name => form.querySelector(`input[name="Timing.${name}"]`);
    let times = [], end = "Nothing", pasted = false, wait = 0;

    const gaps = () => times.slice(1).map((at, i) => at - times[i]);
    const isScan = () => times.length >= fewestKeys && median(gaps()) <= handGap;

    // On the window: before every other listener, one of which may send the form.
    addEventListener("keydown", event => {
        if (event.target !== field) {
            return;
        }

        clearTimeout(wait);
        if (field.value === "" && event.key.length === 1) {
            times = [];
            pasted = false;
        }
        if (event.key === "Enter" || event.key === "Tab") {
            end = event.key;
        } else if (lineFeed(event)) {
            end = "LineFeed";
            event.preventDefault();
            form.requestSubmit();
        } else if (event.key.length === 1 && !event.repeat) {
            times.push(event.timeStamp);
            wait = setTimeout(() => isScan() && form.requestSubmit(), silence);
        }
    }, { capture: true });

    for (const kind of ["paste", "drop"]) {
        field.addEventListener(kind, () => {
            pasted = true;
        });
    }

    form.addEventListener("submit", event => {
        clearTimeout(wait);
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        const measured = times.length >= fewestKeys;
        hidden("Keys").value = measured ? times.length : "";
        hidden("MedianMs").value = measured ? Math.ceil(median(gaps())) : "";
        hidden("End").value = measured ? end : "";
        hidden("Pasted").value = pasted;
    });
}

document.querySelectorAll("form[data-scanner-test]").forEach(watch);

document.querySelectorAll("button[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
});
