// Copies a code as it stands in its symbol, separators included; only the demonstration accepts pasted codes.
// And turns the page to the next step as soon as this one is recorded.

const every = 2_000;
const said = document.querySelector("[data-copied]");

async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyByHand(text); // over plain http there is no navigator.clipboard, and a browser may refuse it
    }
}

function copyByHand(text) {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before?.focus({ preventScroll: true });
    return done;
}

document.addEventListener("click", async event => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) {
        return;
    }

    const done = await copy(button.dataset.copy);
    document.querySelectorAll(".copied-last").forEach(other => other.classList.remove("copied-last"));
    button.classList.toggle("copied", done);
    button.classList.toggle("copied-last", done);
    said.classList.toggle("visually-hidden", done);
    said.textContent = done ? `${said.dataset.copiedText}: ${button.textContent}` : said.dataset.failedText;
});

const now = document.querySelector("[data-state]");

function open(next) {
    if (next.pathname + next.search === location.pathname + location.search) {
        location.hash = next.hash;
        location.reload();
    } else {
        location.assign(next);
    }
}

async function turn() {
    if (document.hidden) {
        return;
    }

    try {
        const answer = await fetch(now.dataset.stateAt, { cache: "no-store", signal: AbortSignal.timeout(every * 2) });
        if (answer.ok && (await answer.json()).state !== now.dataset.state) {
            open(new URL(now.dataset.next, location));
        }
    } catch {
        // the server is away; the next turn asks again
    }
}

if (now) {
    setInterval(turn, every);
    document.addEventListener("visibilitychange", turn);
}
