// The verdict lives as long as the server answers. After ten seconds of silence the screen says so and the start is hidden.

const limit = 10_000;
const every = 2_500;
const beat = document.querySelector("[data-heartbeat]");
const lost = document.querySelector("[data-lost]");
let last = performance.now();

function show(isLost) {
    if (lost.hidden !== isLost) {
        return;
    }
    lost.hidden = !isLost;
    document.body.classList.toggle("no-connection", isLost);
    if (isLost) {
        document.querySelector("dialog[open]")?.close();
        lost.scrollIntoView({ block: "center", behavior: "instant" });
    }
}

async function ask() {
    try {
        const answer = await fetch(beat.dataset.heartbeat, { cache: "no-store", signal: AbortSignal.timeout(every) });
        if (!answer.ok || answer.redirected) {
            return;
        }
        const now = await answer.json();
        last = performance.now();
        const changed = now.state !== beat.dataset.state || String(now.match) !== beat.dataset.match
            || String(now.locked) !== beat.dataset.locked || String(now.rounds) !== beat.dataset.rounds;
        if (changed) {
            location.replace(location.pathname);
        }
    } catch {
        // silence is counted below
    }
}

if (beat) {
    setInterval(ask, every);
    setInterval(() => show(performance.now() - last > limit), 500);
}
