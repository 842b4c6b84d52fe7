// The camera in a dialog: what stands in its frame goes into the scan field as a scan. A symbol counts when two pictures read it alike.

import { play } from "./tones.js";

const remembered = "hemc101.camera";
const pause = 50; // ms between two looks
const attempts = [0, 300, 1000]; // ms before each
const picture = { width: { ideal: 1920 }, height: { ideal: 1080 } };

const refusals = {
    NotAllowedError: "denied",
    SecurityError: "denied",
    NotFoundError: "none",
    OverconstrainedError: "none",
    NotReadableError: "busy",
    AbortError: "busy",
};

const release = stream => stream?.getTracks().forEach(track => track.stop());

// A camera that was just let go may be held for a moment yet: the chosen one is asked for again before another films in its place.
async function film(device, left) {
    const { mediaDevices } = navigator;
    for (const wait of device ? attempts : []) {
        await new Promise(go => setTimeout(go, wait));
        if (left.aborted) {
            return null;
        }
        try {
            return await mediaDevices.getUserMedia({ video: { ...picture, deviceId: { exact: device } } });
        } catch (error) {
            if (refusals[error.name] === "denied") {
                throw error;
            }
            if (refusals[error.name] !== "busy") {
                break;
            }
        }
    }
    return left.aborted ? null : mediaDevices.getUserMedia({ video: { ...picture, facingMode: { ideal: "environment" } } });
}

function covers({ topLeft, topRight, bottomRight, bottomLeft }, x, y) {
    const corners = [topLeft, topRight, bottomRight, bottomLeft];
    const sides = corners.map((from, i) => {
        const to = corners[(i + 1) % corners.length];
        return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    });
    return sides.every(side => side >= 0) || sides.every(side => side <= 0);
}

// The only text in the frame, or the one under its middle; with several and none there, nobody can say which was meant.
function meant(symbols, { width, height }) {
    const texts = of => [...new Set(of.map(symbol => symbol.text))];
    const all = texts(symbols);
    const middle = all.length > 1 ? texts(symbols.filter(symbol => covers(symbol.position, width / 2, height / 2))) : all;
    return { text: middle.length === 1 ? middle[0] : null, several: all.length > 1 && middle.length !== 1 };
}

class CameraDialog {
    #field;
    #refusal;
    #dialog;
    #video;
    #left = new AbortController();
    #canvas = document.createElement("canvas");
    #reader;
    #stream;
    #track;
    #isLooking = false;
    #last;

    constructor(field, dialog, refusal) {
        this.#field = field;
        this.#refusal = refusal;
        this.#dialog = dialog;
        this.#video = this.#part("video");
    }

    async open() {
        document.body.append(this.#dialog);
        this.#listen();
        this.#dialog.showModal();
        this.#reader = new Worker(new URL("./camera-worker.js", import.meta.url), { type: "module" });
        this.#reader.addEventListener("error", () => this.#refuse("broken"));
        this.#reader.addEventListener("message", ({ data }) => data.broken ? this.#refuse("broken") : this.#judge(data.symbols));
        await this.#start(localStorage.getItem(remembered));
    }

    #part(selector) {
        return this.#dialog.querySelector(selector);
    }

    #listen() {
        const once = { signal: this.#left.signal };
        const leave = () => this.#leave();
        this.#dialog.addEventListener("close", leave, once);
        this.#part("[data-camera-close]").addEventListener("click", leave, once);
        this.#part("[data-camera-torch]").addEventListener("click", () => this.#turnTorch(), once);
        this.#part("select").addEventListener("change", event => this.#start(event.target.value), once);
        document.addEventListener("visibilitychange", () => document.hidden && leave(), once);
        window.addEventListener("pagehide", leave, once);
    }

    async #start(device) {
        const choice = this.#part("select");
        choice.disabled = true;
        release(this.#stream);
        try {
            const stream = await film(device, this.#left.signal);
            if (this.#left.signal.aborted) {
                release(stream);
                return;
            }
            this.#stream = stream;
            [this.#track] = stream.getVideoTracks();
            if (this.#track.getSettings().deviceId === device) {
                localStorage.setItem(remembered, device);
            }
            this.#track.addEventListener("ended", () => this.#refuse("none"), { signal: this.#left.signal });
            this.#video.srcObject = stream;
            await this.#video.play();
            await this.#offerCameras(choice);
            this.#offerTorch();
            if (!this.#isLooking) {
                this.#isLooking = true;
                this.#say("aim");
                this.#look();
            }
        } catch (error) {
            this.#refuse(refusals[error.name] ?? "busy");
        }
        choice.disabled = false;
    }

    async #offerCameras(choice) {
        const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(device => device.kind === "videoinput");
        const current = this.#track.getSettings().deviceId;
        choice.replaceChildren(...cameras.map((camera, i) =>
            new Option(camera.label || `${choice.dataset.name} ${i + 1}`, camera.deviceId, false, camera.deviceId === current)));
        this.#part("[data-camera-choice]").hidden = cameras.length < 2;
    }

    #offerTorch() {
        const torch = this.#part("[data-camera-torch]");
        torch.hidden = !this.#track.getCapabilities?.().torch;
        torch.setAttribute("aria-pressed", "false");
    }

    async #turnTorch() {
        const torch = this.#part("[data-camera-torch]");
        const on = torch.getAttribute("aria-pressed") !== "true";
        try {
            await this.#track.applyConstraints({ advanced: [{ torch: on }] });
            torch.setAttribute("aria-pressed", String(on));
        } catch {
            torch.hidden = true; // promised and not kept
        }
    }

    // Only what the frame shows is looked at: a neighbour's label in the corner of the picture is not read.
    #look() {
        const shown = this.#video.getBoundingClientRect();
        const frame = this.#part(".camera-aim").getBoundingClientRect();
        const scale = this.#video.videoWidth / shown.width;
        const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
        if (!(width > 0 && height > 0)) {
            this.#lookAgain();
            return;
        }
        Object.assign(this.#canvas, { width, height });
        const context = this.#canvas.getContext("2d", { willReadFrequently: true });
        context.drawImage(this.#video, (frame.left - shown.left) * scale, (frame.top - shown.top) * scale, width, height, 0, 0, width, height);
        const pixels = context.getImageData(0, 0, width, height);
        this.#reader.postMessage(pixels, [pixels.data.buffer]);
    }

    #lookAgain() {
        setTimeout(() => this.#left.signal.aborted || this.#look(), pause);
    }

    #judge(symbols) {
        if (this.#left.signal.aborted) {
            return;
        }
        const { text, several } = meant(symbols, this.#canvas);
        if (text !== null && text === this.#last) {
            this.#take(text);
            return;
        }
        this.#last = text ?? this.#last;
        this.#say(several ? "several" : "aim");
        this.#lookAgain();
    }

    #take(text) {
        play("read");
        this.#leave();
        this.#field.dispatchEvent(new CustomEvent("camera-read", { bubbles: true, detail: text }));
    }

    #say(what) {
        this.#dialog.querySelectorAll("[data-says]").forEach(line => {
            line.hidden = line.dataset.says !== what;
        });
    }

    #refuse(why) {
        if (this.#left.signal.aborted) {
            return;
        }
        this.#leave();
        this.#refusal(why);
    }

    #leave() {
        if (this.#left.signal.aborted) {
            return;
        }
        this.#left.abort();
        release(this.#stream);
        this.#video.srcObject = null;
        this.#reader.terminate();
        this.#dialog.close();
        this.#dialog.remove();
        this.#field.focus({ preventScroll: true });
    }
}

/**
 * Opens the dialog; what is read arrives at the field as the event camera-read.
 * @param refusal told why nothing can be read: denied, none, busy, broken.
 */
export function readInto(field, dialog, refusal) {
    new CameraDialog(field, dialog, refusal).open();
}
