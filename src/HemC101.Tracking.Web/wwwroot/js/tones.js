// A chirp when the camera has read, one rising pair for good, three low pulses for stop. Silence when the browser has not yet been touched.

const scores = {
    read: [[1760, 0, .08]],
    good: [[880, 0, .09], [1320, .1, .14]],
    warning: [[620, 0, .14], [620, .22, .14]],
    stop: [[220, 0, .22], [220, .3, .22], [220, .6, .34]],
    info: [],
};

let context;

export function play(tone) {
    const notes = scores[tone] ?? [];
    const Sound = window.AudioContext ?? window.webkitAudioContext;
    if (notes.length === 0 || !Sound) {
        return;
    }

    context ??= new Sound();
    context.resume().then(() => notes.forEach(note => sound(tone, note))).catch(() => { });
}

function sound(tone, [pitch, start, length]) {
    const voice = context.createOscillator();
    const volume = context.createGain();
    const from = context.currentTime + start;
    voice.type = tone === "stop" ? "square" : "sine";
    voice.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.25, from + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + length);
    voice.connect(volume).connect(context.destination);
    voice.start(from);
    voice.stop(from + length + 0.02);
}
